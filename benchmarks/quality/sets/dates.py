"""dates: phrases that name a date, and the time they mean.

Gold are TIMEX3 of type DATE with a calendar value. References ("now"), unknown weeks and quarters, durations, times of day and
sets count neither way: what meets one of them, and nothing that counts, is left out. Phrases are paired one to one, the best
overlap first.

- `found`: paired.
- `value`: paired, and both ends are equal.
- `relaxed`: paired, and the time shares a day with the gold and is at most half as long again, plus two days; one that is
  open at one end has the other in the gold period or at its edge.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, given, sought
from benchmarks.quality.matching import overlap, paired
from benchmarks.quality.period import Period, period_of
from benchmarks.quality.reading import DatePhrase


def score(case: Case) -> Iterator[Mark]:
    """What counts in one article."""
    timexes = [(Span(*timex["span"]), period_of(timex)) for timex in case.gold["timexes"]]
    gold = [DatePhrase(span, when) for span, when in timexes if when.start]
    neutral = [span for span, when in timexes if not when.start]
    read = case.reading.dates
    pairs = paired(gold, read, lambda one, other: overlap(one.span, other.span))
    hits = {j: _hits(gold[i].when, read[j].when) for i, j in pairs.items()}
    for i, phrase in enumerate(gold):
        yield from _sought(phrase, read[pairs[i]] if i in pairs else None)
    for j, phrase in enumerate(read):
        if j in hits or not any(phrase.span.overlaps(span) for span in neutral):
            for figure in ("found", "value", "relaxed"):
                note = "no such date" if figure == "found" else ""
                yield given(figure, figure in hits.get(j, ()), note, phrase.span)


def _sought(phrase: DatePhrase, read: DatePhrase | None) -> Iterator[Mark]:
    hits = _hits(phrase.when, read.when) if read else ()
    yield sought("found", read, "date not found", phrase.span)
    note = f"{phrase.when}, read {read.when}" if read else ""
    yield sought("value", "value" in hits, note, phrase.span)
    yield sought("relaxed", "relaxed" in hits)


def _hits(gold: Period, read: Period) -> tuple[str, ...]:
    """The figures that a pair counts for."""
    hits = {"found": True, "value": read == gold, "relaxed": _is_near(read, gold)}
    return tuple(figure for figure, hit in hits.items() if hit)


def _is_near(read: Period, gold: Period) -> bool:
    if read.start is None or read.end is None:
        edge = read.start or read.end
        return edge is not None and gold.holds(Period(edge, edge))
    return read.meets(gold) and read.days <= 1.5 * gold.days + 2
