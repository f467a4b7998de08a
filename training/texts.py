"""The public texts that the labels of real sentences point into: looked up by the document's id, never kept here."""

from __future__ import annotations

import json
from pathlib import Path

SETS = ("voa", "current_events", "current_events_days", "re3d")


def texts(folder: Path) -> dict[str, str]:
    """Text by document id, from `SET.jsonl` files of `{"id", "text"}` lines.

    Raises:
        FileNotFoundError: the folder lacks one of the sets; the message says which, and where it comes from.
    """
    found: dict[str, str] = {}
    for name in SETS:
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            raise FileNotFoundError(
                f"{path} is missing: training/README.md says where the set '{name}' is published"
            )
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                found[document["id"]] = document["text"]
    return found
