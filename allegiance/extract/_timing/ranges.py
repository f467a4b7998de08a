"""Join "between March and June 2014" and "from 2011 to 2013" into one time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from allegiance.extract._timing.periods import moved
from allegiance.records.span import Span
from allegiance.records.when import DatePhrase, When


def joined(
    phrases: Sequence[DatePhrase], lower: str, ranges: Mapping[str, str]
) -> Iterator[DatePhrase]:
    """The phrases, those that bound one time made one.

    Args:
        lower: the article's text in lower case.
        ranges: the word before the first to the words that may stand between ("from": "to through").
    """
    at = 0
    while at < len(phrases):
        whole = _whole(phrases[at : at + 2], lower, ranges)
        yield whole or phrases[at]
        at += 2 if whole else 1


def _whole(pair: Sequence[DatePhrase], lower: str, ranges: Mapping[str, str]) -> DatePhrase | None:
    if len(pair) < 2:
        return None
    first, last = pair
    words = lower[max(0, first.span.start - 12) : first.span.start].split()
    between = lower[first.span.end : last.span.start].strip()
    if not words or between not in ranges.get(words[-1], "").split():
        return None
    start, end = first.when.start, last.when.end
    if start is None or end is None or last.when.start is None:
        return None
    if not any(sign.isdigit() for sign in lower[first.span.start : first.span.end][-4:]):
        # "March" takes the year of "June 2014".
        start = moved(start, "year", last.when.start.year - start.year)
        start = moved(start, "year", -1) if start >= last.when.start else start
    if start >= end:
        return None
    return DatePhrase(Span(first.span.start, last.span.end), When(start, end, last.when.grain))
