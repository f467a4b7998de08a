"""The command `allegiance`."""

from __future__ import annotations

import json
import sys

from allegiance.pipeline import run
from allegiance.pipeline.lines import line


def main() -> None:
    """Provisional: `allegiance extract --from jsonl -` alone."""
    for bundle in run.read(["-"], form="jsonl"):
        sys.stdout.write(json.dumps(line(bundle), ensure_ascii=False) + "\n")
