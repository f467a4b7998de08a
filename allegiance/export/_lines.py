"""Text as the bytes of a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from allegiance.records.canonical import Json

# So many lines go to the file at once.
BATCH = 1000


def utf8(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines of text, each with a line feed behind it."""
    waiting = iter(lines)
    while batch := list(islice(waiting, BATCH)):
        yield "".join(f"{line}\n" for line in batch).encode()


def json_line(value: Json) -> str:
    """A value on one line, keys in their order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_list(head: str, items: Iterable[Json], tail: str) -> Iterator[str]:
    """A JSON object that ends with a long list: an item a line, none held longer than it takes to write it."""
    yield head
    waiting = ""
    for item in items:
        if waiting:
            yield f"{waiting},"
        waiting = json_line(item)
    if waiting:
        yield waiting
    yield tail
