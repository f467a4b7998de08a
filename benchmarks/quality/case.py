"""Documents with their gold, and what was read of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# Any: the form of gold is that of its set.
from typing import Any

from allegiance.errors import UsageError
from benchmarks.quality.reading import Reading, nothing, reading_of


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what is known to stand in it."""

    id: str
    text: str
    title: str | None
    published: str | None
    gold: Any


@dataclass(frozen=True, slots=True)
class Case:
    """A document and what was read of it.

    Attributes:
        twins: all documents with the same text, itself among them.
    """

    document: Document
    reading: Reading
    twins: tuple[Document, ...]

    @property
    def gold(self) -> Any:
        """What is known to stand in the text."""
        return self.document.gold


@dataclass(frozen=True, slots=True)
class Lost:
    """How many documents count as read with nothing found.

    Attributes:
        absent: no line came.
        failed: the line says why nothing was read.
    """

    absent: int
    failed: int


def content(path: Path) -> str:
    """The text of a file.

    Raises:
        UsageError: it is not there, or not in UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(f"{path} cannot be read: {problem}") from problem


def documents(path: Path, limit: int | None = None) -> list[Document]:
    """The first documents of a file in JSON lines.

    Raises:
        UsageError: the file cannot be read, or a line of it is no document.
    """
    return [_document(number, line) for number, line in _lines(content(path))][:limit]


def readings(written: str) -> dict[str, Reading]:
    """What `allegiance extract` wrote, by the id of the article.

    Raises:
        UsageError: a line is not of the promised form.
    """
    return dict(_reading(number, line) for number, line in _lines(written))


def cases(wanted: Sequence[Document], read: dict[str, Reading]) -> Iterator[Case]:
    """Each document with its reading.

    Raises:
        UsageError: the readings are of other texts.
    """
    same = defaultdict(list)
    for document in wanted:
        same[document.text].append(document)
    for document in wanted:
        reading = read.get(document.id) or nothing(document.text)
        if reading.text not in (document.text, ""):
            raise UsageError(f"the reading of {document.id!r} is of another text; read FILE again")
        yield Case(document, reading, tuple(same[document.text]))


def lost(wanted: Iterable[Document], read: dict[str, Reading]) -> Lost:
    """What was not read."""
    ids = [document.id for document in wanted]
    failed = [name for name in ids if name in read and not read[name].text]
    return Lost(absent=sum(name not in read for name in ids), failed=len(failed))


def _lines(content: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: a text may hold other signs that end lines.
    return ((number, line) for number, line in enumerate(content.split("\n"), 1) if line.strip())


def _document(number: int, line: str) -> Document:
    try:
        row = json.loads(line)
        return Document(row["id"], row["text"], row.get("title"), row.get("published"), row["gold"])
    except (ValueError, KeyError, TypeError) as problem:
        wanted = "an object with id, text and gold"
        raise UsageError(
            f"line {number} is no document ({problem!r}); wanted {wanted}"
        ) from problem


def _reading(number: int, line: str) -> tuple[str, Reading]:
    try:
        row = json.loads(line)
        return row["article"]["id"], reading_of(row)
    except (ValueError, KeyError, TypeError) as problem:
        wanted = "one as in docs/contract.md"
        raise UsageError(f"line {number} is no reading ({problem!r}); wanted {wanted}") from problem
