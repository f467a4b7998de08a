"""plv: the kind of event (PLOVER root) in a sentence, and between whom.

Versions of PLOVER differ, so some roots are one here (`_SAME_ROOT`). Sentences that recur with other pairs are pooled: what is
read of one is right by the gold of any of them. Denied events count like others; their root is the same.

- `roots`, `root: NAME`: the distinct roots that are read of a sentence. `any event`: sentences with one.
- `covered`: of pairs with a source, those where an event has a source that stands for the gold source and a target that stands
  for the gold target, if there is one. `root when covered`: of these, those where such an event has the root.
- `end to end`: recall: pairs covered with their root; precision: events with a source that do so for a pair of the sentence.
- `reversed`: of pairs with both sides, those that are covered with the sides exchanged alone.

One event a sentence is gold, though sentences tell of several, so precision is understated.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.records.span import Span
from benchmarks.quality.case import Case, Document
from benchmarks.quality.marks import Mark, asked, given, sought
from benchmarks.quality.matching import stands_for
from benchmarks.quality.reading import Claim, Reading

_SAME_ROOT = {
    "fight": "assault",
    "retreat": "concede",
    "yield": "concede",
    "investigate": "accuse",
    "disapprove": "accuse",
    "demand": "request",
    "cooperation": "cooperate",
}


def score(case: Case) -> Iterator[Mark]:
    """What counts in one sentence with one pair."""
    yield from _roots(case)
    if case.gold["source"] is not None:
        yield from _pair(case)


def _root(name: str) -> str:
    return _SAME_ROOT.get(name.lower(), name.lower())


def _gold_root(document: Document) -> str:
    return _root(document.gold["root"])


def _roots(case: Case) -> Iterator[Mark]:
    gold = _gold_root(case.document)
    pooled = {_gold_root(twin) for twin in case.twins}
    read = sorted({_root(claim.predicate) for claim in case.reading.claims_of("event")})
    yield asked("any event", read)
    note = f"gold {gold}, read {', '.join(read) or 'nothing'}"
    yield sought("roots", gold in read, note)
    yield sought(f"root: {gold}", gold in read)
    for root in read:
        yield given("roots", root in pooled, f"read {root}, gold {', '.join(sorted(pooled))}")
        yield given(f"root: {root}", root in pooled)


def _pair(case: Case) -> Iterator[Mark]:
    reading = case.reading
    claims = [claim for claim in reading.claims_of("event") if claim.parts("source")]
    source, target = _sides(case.document)
    covering = [claim for claim in claims if _covers(reading, claim, source, target)]
    right = any(_root(claim.predicate) == _gold_root(case.document) for claim in covering)
    yield asked("covered", covering)
    if covering:
        yield asked("root when covered", right)
    if target is not None:
        turned = any(_covers(reading, claim, source, target, turned=True) for claim in claims)
        yield asked("reversed", turned and not covering)
    yield sought("end to end", right)
    for claim in claims:
        good = any(_tells(reading, claim, twin) for twin in case.twins)
        note = f"{claim.predicate} ({reading.sides(claim)})"
        yield given("end to end", good, note, claim.evidence[0])


def _sides(document: Document) -> tuple[Span | None, Span | None]:
    source, target = (document.gold[side] for side in ("source", "target"))
    return (Span(*source) if source else None, Span(*target) if target else None)


def _tells(reading: Reading, claim: Claim, document: Document) -> bool:
    """Is the claim what the gold of the document says?"""
    same = _root(claim.predicate) == _gold_root(document)
    return same and _covers(reading, claim, *_sides(document))


def _covers(
    reading: Reading,
    claim: Claim,
    source: Span | None,
    target: Span | None,
    *,
    turned: bool = False,
) -> bool:
    """Has the claim these sides, or (`turned`) has it them exchanged?"""
    first, second = claim.parts("source"), claim.parts("target")
    if turned:
        first, second = second, first
    if source is None or not any(stands_for(reading, role, source, target) for role in first):
        return False
    return target is None or any(stands_for(reading, role, target, source) for role in second)
