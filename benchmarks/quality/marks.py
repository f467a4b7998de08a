"""Marks: the single things that count for figures. Scorers yield them, `figures.py` sums them up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from allegiance.records.span import Span

Side = Literal["gold", "given", "asked"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that counts for one figure.

    Attributes:
        figure: its name; `KIND: NAME` is one of a kind, and the mean over the kind is told as well.
        side: `gold`: something to be found; `given`: something that was read; `asked`: a question.
        right: it is found, it is right, the answer is yes.
        note: what to tell of it where it is not right; empty: nothing.
        span: where it stands.
    """

    figure: str
    side: Side
    right: bool
    note: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number that is told as mean and median."""

    figure: str
    value: float


def sought(figure: str, found: object, note: str = "", span: Span | None = None) -> Mark:
    """Something of the gold, which counts for recall."""
    return Mark(figure, "gold", bool(found), note, span)


def given(figure: str, right: object, note: str = "", span: Span | None = None) -> Mark:
    """Something that was read, which counts for precision."""
    return Mark(figure, "given", bool(right), note, span)


def asked(figure: str, yes: object, note: str = "", span: Span | None = None) -> Mark:
    """A question to a document, or to what was found in it; the figure is the share of yes."""
    return Mark(figure, "asked", bool(yes), note, span)
