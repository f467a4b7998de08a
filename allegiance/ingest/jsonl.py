"""JSON lines: one article a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from allegiance.records.article import Raw, Source
from allegiance.records.canonical import digest

SUFFIXES = (".jsonl",)


def read(data: bytes, location: str) -> Iterator[Raw]:
    """The articles of a file."""
    for number, written in enumerate(data.decode("utf-8").split("\n"), start=1):
        if written.strip():
            row = json.loads(written)
            sha256 = hashlib.sha256(written.encode()).hexdigest()
            place = f"{location}:{number}"
            source = Source(
                digest("source", place, sha256), "jsonl", place, row.get("publisher"), None, sha256
            )
            yield Raw(
                source, str(row["id"]), row["text"], row.get("title"), None, row.get("published")
            )
