"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from allegiance.errors import IngestError
from allegiance.ingest._contract import check_text, source_of, unread, whole
from allegiance.ingest._decode import decode
from allegiance.records.article import Raw
from allegiance.records.bundle import Unread

SUFFIXES = (".txt",)


def read(stream: BinaryIO, location: str) -> Iterator[Raw | Unread]:
    """The one article of a file; its label is the file's name."""
    label = PurePath(location).name or location
    content = b""
    try:
        content = whole(stream)
        text = check_text(decode(content))
        yield Raw(source_of(content, "text", location), label, text)
    except IngestError as error:
        yield unread(source_of(content, "text", location), label, error)
