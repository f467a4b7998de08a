"""mmp: the type and the day of the relation that a description of two armed groups tells of.

One type a text (affiliate, alliance, merger, rivalry, split) and one date. The maps know no truce, so one counts as an
alliance. Phase and direction are not asked for: the table has none.

- `label recall`: texts whose type is among those that are read.
- `accuracy`, `type: NAME`: the type of the most confident relation alone, the first in the text where several are equal.
- `spurious types`: how many other types are read, a text.
- `pair found`: of texts with `names`, those where a relation of one of the five types has one group in one part (source,
  target, result of a merger) and the other in another. A part is a group where it bears a name of it, and none that the
  other alone has. `pair and type`: one of the right type does.
- `date right`: of texts in which the year of the date stands, those where the time of a relation agrees: it lies inside the
  date (without an end: begins in it), or holds it and is one step coarser at most. `date inside`: the first of the two.
  `date given`: any time.

One type is gold, though a text may tell of several: read `label recall` beside `spurious types`.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, Measure, asked, given, sought
from benchmarks.quality.names import plain_all
from benchmarks.quality.period import Period, calendar_period
from benchmarks.quality.reading import Claim, Reading

_TYPES = frozenset({"affiliate", "alliance", "merger", "rivalry", "split"})
# The longest month, year and decade.
_ONE_STEP_COARSER = {"day": 31, "month": 366, "year": 3660}


def score(case: Case) -> Iterator[Mark | Measure]:
    """What counts in one description."""
    claims = [claim for claim in case.reading.claims_of("relation") if _type(claim) in _TYPES]
    yield from _types(case, claims)
    if case.gold.get("names"):
        yield from _pair(case, claims)
    if case.gold["date"][:4] in case.document.text:
        yield from _date(case)


def _type(claim: Claim) -> str:
    return "alliance" if claim.predicate == "truce" else claim.predicate


def _types(case: Case, claims: list[Claim]) -> Iterator[Mark | Measure]:
    gold = case.gold["relation"]
    read = {_type(claim) for claim in claims}
    yield asked("label recall", gold in read)
    yield Measure("spurious types", len(read - {gold}))
    best = min(claims, key=lambda claim: (-claim.confidence, claim.evidence[0]), default=None)
    guess = _type(best) if best else None
    yield asked("accuracy", guess == gold)
    yield sought(f"type: {gold}", guess == gold, f"gold {gold}, read {guess or 'nothing'}")
    if best:
        note = f"read {guess}, gold {gold}"
        yield given(f"type: {guess}", guess == gold, note, best.evidence[0])


def _pair(case: Case, claims: list[Claim]) -> Iterator[Mark]:
    one, other = (plain_all(names) for names in case.gold["names"])
    joining = [claim for claim in claims if _joins(case.reading, claim, one, other)]
    names = " and ".join(names[0] for names in case.gold["names"])
    yield asked("pair found", joining, f"nothing between {names}")
    yield asked("pair and type", any(_type(claim) == case.gold["relation"] for claim in joining))


def _joins(reading: Reading, claim: Claim, one: frozenset[str], other: frozenset[str]) -> bool:
    first = _parts_of(reading, claim, one, other - one)
    second = _parts_of(reading, claim, other, one - other)
    return any(here != there for here in first for there in second)


def _parts_of(
    reading: Reading, claim: Claim, wanted: frozenset[str], others: frozenset[str]
) -> set[str]:
    """In which parts a group stands."""
    called = [
        (role.role, plain_all(reading.names(role)))
        for role in claim.parts("source", "target", "result")
    ]
    return {part for part, names in called if names & wanted and not names & others}


def _date(case: Case) -> Iterator[Mark]:
    gold = calendar_period(case.gold["date"])
    times = [claim.when for claim in case.reading.claims_of("relation") if claim.when]
    inside = any(_is_inside(when, gold) for when in times)
    longest = _ONE_STEP_COARSER[case.gold["precision"]]
    coarser = any(when.holds(gold) and when.days <= longest for when in times)
    read = ", ".join(map(str, times))
    yield asked("date given", times)
    yield asked("date inside", inside)
    yield asked("date right", inside or coarser, f"date {case.gold['date']}, read {read or 'none'}")


def _is_inside(when: Period, gold: Period) -> bool:
    if when.start is None:
        return False
    return gold.holds(Period(when.start, when.end or gold.end)) and when.start != gold.end
