"""Articles as a reader sees them: in a list, and one with everything that was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from allegiance.records.answer import Report
from allegiance.records.span import Span

MarkKind = Literal["claim", "statement", "actor", "date", "place", "toll"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article and how much was read of it.

    Attributes:
        reprint_of: the article that it copies or rewrites.
        known_on: the first day on which it was surely out.
        claims: of its current reading.
    """

    report: Report
    language: str
    reprint_of: str | None
    known_on: date
    claims: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article that were read as something.

    Attributes:
        id: a claim's, an actor's or a statement's id, a place's id; None for others, and for whoever is no actor.
        label: what it was read as, in words.
        rule: the lexicon line, pattern or model that read it; None where none is kept.
        form: of an actor: name, nominal or pronoun.
    """

    span: Span
    what: MarkKind
    id: str | None
    label: str
    rule: str | None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article with everything that was read in it.

    Attributes:
        furniture: stretches that are no part of the report.
        copies: articles that copy or rewrite it.
        marks: by place in the text; they may overlap.
    """

    report: Report
    language: str
    byline: str | None
    reprint_of: str | None
    copies: tuple[Report, ...]
    known_on: date
    text: str
    furniture: tuple[Span, ...]
    dateline: Span | None
    marks: tuple[Mark, ...]
