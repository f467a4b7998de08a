"""The command `allegiance`."""

from __future__ import annotations

import json
import sys

from allegiance.annotate.spacy_english import Annotator
from allegiance.ingest import jsonl
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.lines import line
from allegiance.pipeline.steps import read_all


def main() -> None:
    """Provisional: `allegiance extract --from jsonl -` alone."""
    raws = jsonl.read(sys.stdin.buffer.read(), "-")
    for bundle in read_all(raws, Annotator(), load()):
        sys.stdout.write(json.dumps(line(bundle), ensure_ascii=False) + "\n")
