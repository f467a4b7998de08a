"""What a module of this room has to be, and what its readers share: sources, labels, limits, refusals."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from allegiance.errors import IngestError
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Failure, Unread
from allegiance.records.canonical import digest

STEP = "read"
# The longest reports of a corpus have some 100,000 characters; what is twenty times as long is no report.
MOST_CHARACTERS = 2_000_000
# Two million characters at four bytes each, and room for the escapes of JSON or the tags of a page.
MOST_BYTES = 16 * 1024 * 1024


class Container(Protocol):
    """A part of the shelf `allegiance.ingest`: one kind of file.

    Attributes:
        SUFFIXES: of the files it reads, with the dot, lower case.
    """

    SUFFIXES: tuple[str, ...]

    @staticmethod
    def read(stream: BinaryIO, location: str) -> Iterator[Raw | Unread]:
        """The articles of a stream in order, and what could not be read in its place."""
        ...


def source_of(content: bytes, kind: str, location: str, publisher: str | None = None) -> Source:
    """Where an article was found; its id is made of the place and the bytes."""
    sha256 = hashlib.sha256(content).hexdigest()
    return Source(digest("source", location, sha256), kind, location, publisher, None, sha256)


def unread(source: Source, label: str, error: IngestError) -> Unread:
    """The loss of an article: where, why, and what would help."""
    return Unread(source, label, Failure(source.id, STEP, f"{source.location}: {error}"))


def whole(stream: BinaryIO) -> bytes:
    """All bytes of a stream that holds one article.

    Raises:
        IngestError: there are none, or more than an article has.
    """
    content = stream.read(MOST_BYTES + 1)
    if not content.strip():
        raise IngestError("the file is empty; give one that holds a report")
    if len(content) > MOST_BYTES:
        raise IngestError(
            f"longer than {MOST_BYTES // 1024 // 1024} MiB; no report is, so cut it into its articles"
        )
    return content


def check_text(text: str) -> str:
    """The text itself, if an article can be made of it.

    Raises:
        IngestError: it is empty, too long, or holds a NUL or half a surrogate pair.
    """
    if not text.strip():
        raise IngestError("the text is empty; give the words of a report")
    if len(text) > MOST_CHARACTERS:
        raise IngestError(
            f"the text has {len(text):,} characters, the most is {MOST_CHARACTERS:,}; cut it into its articles"
        )
    if "\x00" in text:
        raise IngestError(
            f"character {text.index(chr(0))} is a NUL, which no text has; take it out"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise IngestError(
            f"character {error.start} is half of a surrogate pair (\\u{ord(text[error.start]):04x}); "
            "write the text with whole characters"
        ) from error
    return text


def printable(label: str) -> str:
    """A label that can be written as UTF-8."""
    return label.encode("utf-8", "replace").decode("utf-8")
