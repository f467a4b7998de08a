"""What was found, and its text frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allegiance.records.span import Span
from allegiance.records.when import When


@dataclass(frozen=True, slots=True)
class Source:
    """One file, page or line of a file, as found.

    Attributes:
        id: `source-` and 16 hex digits.
        kind: the container (`text`, `html`, `jsonl`).
        location: path, `path:line` or `-`.
        publisher: who published it; None where unknown.
        fetched_on: when we got it; None where nothing is kept.
        sha256: of the bytes.
    """

    id: str
    kind: str
    location: str
    publisher: str | None
    fetched_on: datetime | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that somebody sent: read from `path`, told of as `name`."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Raw:
    """A container's content before it is cleaned.

    Attributes:
        label: the caller's id: the JSON line's `id`, or the file's name.
        text: decoded, otherwise untouched.
        published: as the container writes it (ISO 8601, or what an HTML page says).
    """

    source: Source
    label: str
    text: str
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A report whose characters never change again.

    Attributes:
        id: `article-` and 16 hex digits, of text, title, publication day, publisher and address.
        label: the caller's id, printed by `extract`.
        text: what every span counts in.
        furniture: stretches that are no part of the report, in order; no claim rests on them.
        dateline: "BAGHDAD, Feb 3 (Agency) -" with its dash; None where there is none.
        reprint_of: the article that this one copies or rewrites; None where it is the first.
    """

    id: str
    label: str
    source_id: str
    language: str
    text: str
    title: str | None = None
    byline: str | None = None
    published: When | None = None
    publisher: str | None = None
    url: str | None = None
    furniture: tuple[Span, ...] = ()
    dateline: Span | None = None
    reprint_of: str | None = None
