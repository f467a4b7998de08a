"""Which of the things read are which of the gold, by where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from allegiance.records.span import Span
from benchmarks.quality.reading import Reading, Role

Gold = TypeVar("Gold")
Given = TypeVar("Given")

# A stop, what closes behind it, and a capital or a number next; or an empty line.
_SENTENCE_END = re.compile(r"[.!?][^\w\s]*\s+(?=[^\w\s]?[A-Z0-9])|\n\s*\n")


def paired(
    gold: Sequence[Gold], given: Sequence[Given], fit: Callable[[Gold, Given], float]
) -> dict[int, int]:
    """One to one, the best fit first; no fit (0) is no pair. Indices of gold lead to those of given."""
    fits = [(-fit(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(given)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for worth, i, j in sorted(fits):
        if worth < 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def overlap(one: Span, other: Span) -> float:
    """The characters that two spans share, of all that they have: 0 to 1."""
    return share([one], other)


def share(pieces: Sequence[Span], other: Span) -> float:
    """The characters that a span shares with some pieces, of all that they have: 0 to 1."""
    common = sum(
        max(0, min(piece.end, other.end) - max(piece.start, other.start)) for piece in pieces
    )
    both = sum(piece.end - piece.start for piece in pieces) + other.end - other.start
    return common / (both - common)


def stands_for(
    reading: Reading, role: Role, end: Span, other: Span | None, within: Span | None = None
) -> bool:
    """Does a role stand for the thing at `end`, by its words or by a mention of its actor?

    It does not where it stands for the thing at `other` as well: that is a confusion of two, unless the ends overlap.

    Args:
        within: only mentions here count; None: all.
    """
    if other is not None and other.overlaps(end):
        other = None
    if role.span and role.span.overlaps(end):
        return other is None or not role.span.overlaps(other)
    spans = [mention.span for mention in reading.mentions(role.actor)]
    near = [span for span in spans if within is None or span.overlaps(within)]
    confused = other is not None and any(span.overlaps(other) for span in near)
    return not confused and any(span.overlaps(end) for span in near)


def sentence(text: str, span: Span) -> Span:
    """The sentence, or the run of sentences, that holds a span; by its signs alone."""
    ends = list(_SENTENCE_END.finditer(text))
    start = max((end.end() for end in ends if end.end() <= span.start), default=0)
    stop = min((end.end() for end in ends if end.start() >= span.end - 1), default=len(text))
    return Span(start, stop)


def spans_of(written: Sequence[Sequence[int]]) -> list[Span]:
    """Pairs of numbers, as gold has them."""
    return [Span(start, end) for start, end in written]
