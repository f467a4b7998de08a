"""JSON lines: one article a line, read a line at a time, so a file may be of any length."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from allegiance.errors import IngestError
from allegiance.ingest._contract import (
    MOST_BYTES,
    check_text,
    printable,
    source_of,
    unread,
)
from allegiance.ingest._decode import MARKS, refuse_binary
from allegiance.records.article import Raw
from allegiance.records.bundle import Unread

SUFFIXES = (".jsonl",)
UTF_8_MARK = MARKS[0][0]
WORDS = ("title", "byline", "published", "url", "publisher", "language")


def read(stream: BinaryIO, location: str) -> Iterator[Raw | Unread]:
    """The articles of a file, lines split at "\\n" alone; a bad line is given in its place."""
    for number, line in enumerate(_lines(stream), start=1):
        if number == 1:
            line = line.removeprefix(UTF_8_MARK)
            try:
                refuse_binary(line)
            except IngestError as error:  # Its other lines are no lines either.
                yield unread(source_of(line, "jsonl", location), location, error)
                return
        if line.strip():
            yield _article(line, f"{location}:{number}")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines with their "\\n"; of one that is too long, only as much as shows it."""
    while line := stream.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES + 1)


def _article(line: bytes, place: str) -> Raw | Unread:
    row: dict[str, object] = {}
    try:
        row = _row(line)
        text = _text(row)
        words = {name: _word(row, name) for name in WORDS}
    except IngestError as error:
        return unread(source_of(line, "jsonl", place), _label(row, place), error)
    source = source_of(line, "jsonl", place, words["publisher"])
    return Raw(source, _label(row, place), text, **words)


def _row(line: bytes) -> dict[str, object]:
    if len(line) > MOST_BYTES:
        raise IngestError(
            f"the line is longer than {MOST_BYTES // 1024 // 1024} MiB; no report is, so cut it"
        )
    refuse_binary(line)
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IngestError(f"byte {error.start} of the line is not UTF-8; JSON has to be") from error
    except (ValueError, RecursionError) as error:
        raise IngestError(f"the line is not JSON ({error}); write one object a line") from error
    if not isinstance(row, dict):
        raise IngestError(f"the line holds a {type(row).__name__}; wanted an object with a text")
    return row


def _text(row: dict[str, object]) -> str:
    text = row.get("text")
    if text is None:
        raise IngestError('the line has no "text"; give the report\'s words under that name')
    if not isinstance(text, str):
        raise IngestError(f'"text" is a {type(text).__name__}; wanted a string')
    return check_text(text)


def _word(row: dict[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise IngestError(f'"{name}" is a {type(value).__name__}; wanted a string or null')
    return printable(value)


def _label(row: dict[str, object], place: str) -> str:
    given = row.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool) and given != ""
    return printable(str(given)) if known else place
