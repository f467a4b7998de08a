"""facts: articles labelled by hand, each relation in them written down.

A fact is read by a claim that agrees in kind, predicate, both sides, phase and stance. A side agrees where a part bears one of
its names, case, accents, article and punctuation aside; an actor that bears a name of the other side as well is a confusion
of two and agrees with neither.

- `relations`, `relation: NAME`, `events`: recall is of the facts that must be read. The precision of relations is over closed
  articles, where a claim that is no fact is a mistake (but a truce where the labels know none); that of events is over those
  whose sides are the sides of some fact, either way round.
- `must right`: read, and in one claim speaker, time, toll and result agree too.
- `direction exchanged`, `wrong phase`, `wrong stance`: of the facts that must be read, those missed for that alone.
- `speaker`, `when`, `toll`, `result`: of the facts read that ask for it, those where a claim agrees. A time does where it
  shares a day with the gold and is at most twice as long, plus two days. `evidence`: where it rests on the words marked.
- `statements`: attributions found, by content as in polnear; `statement speakers`: of those found, with the speaker.
- `quiet`: closed articles without a relation that must be read, in which none is read by mistake.

Articles so labelled are few: a difference of a few points may be chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Any: a fact as the gold has it.
from typing import Any

from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, asked, given, sought
from benchmarks.quality.matching import spans_of
from benchmarks.quality.names import plain_all
from benchmarks.quality.period import Period, period_of
from benchmarks.quality.reading import Claim, Count, Reading, Role
from benchmarks.quality.sets.polnear import LEAST, fit, whole


@dataclass(frozen=True, slots=True)
class Side:
    """By which names it goes; none: it is not asked for. `optional`: it may be left out."""

    names: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the labels; README.md has its form. What is empty or None is not asked for."""

    kind: str
    predicates: tuple[str, ...]
    source: Side
    target: Side
    of_place: bool
    symmetric: bool
    phases: tuple[str, ...]
    stances: tuple[str, ...]
    speakers: frozenset[str] | None
    by_none: bool
    when: Period | None
    toll: dict[str, Count]
    result: frozenset[str]
    evidence: tuple[Span, ...]
    must: bool

    def __str__(self) -> str:
        one, other = (min(side.names, default="?") for side in (self.source, self.target))
        how = "/".join(self.phases + self.stances)
        return f"{'/'.join(self.predicates)} ({one} -> {other}) {how}"


def score(case: Case) -> Iterator[Mark]:
    """What counts in one article."""
    facts = [_fact(written) for written in case.gold["facts"]]
    for fact in facts:
        yield from _read(case.reading, fact)
    yield from _events(case.reading, [fact for fact in facts if fact.kind == "event"])
    if case.gold.get("closed"):
        yield from _relations(case.reading, facts)
    for written in case.gold.get("statements", ()):
        if written.get("must", True):
            yield from _said(case.reading, written)


def _fact(written: Any) -> Fact:
    speakers, evidence = written.get("speaker"), written.get("evidence")
    return Fact(
        kind=written["kind"],
        predicates=tuple(written["predicates"]),
        source=_side(written["source"]),
        target=_side(written["target"], optional=bool(written.get("target_optional"))),
        of_place=written.get("target_role") == "place",
        symmetric=bool(written.get("symmetric")),
        phases=tuple(written.get("phases") or ()),
        stances=tuple(written.get("stances") or ()),
        speakers=plain_all(speakers) if speakers else None,
        by_none=None in (speakers or ()),
        when=period_of(written["when"]) if written.get("when") else None,
        toll={kind: Count(**count) for kind, count in (written.get("toll") or {}).items()},
        result=plain_all(written.get("result") or ()),
        evidence=tuple(spans_of([evidence, *(written.get("also") or ())])) if evidence else (),
        must=written.get("must", True),
    )


def _side(names: list[str | None] | None, *, optional: bool = False) -> Side:
    names = names or []
    return Side(plain_all(names), optional or None in names)


def _read(reading: Reading, fact: Fact) -> Iterator[Mark]:
    """Whether a fact is read, and how well."""
    matching = [claim for claim in reading.claims if _matches(reading, claim, fact)]
    questions = _questions(reading, fact)
    span = fact.evidence[0] if fact.evidence else None
    if matching:
        for name, agrees in questions.items():
            yield asked(name, any(map(agrees, matching)), f"{name} of {fact}", span)
        if fact.evidence:
            yield asked("evidence", any(_rests_there(claim, fact) for claim in matching))
    if fact.must:
        yield sought(f"{fact.kind}s", matching, str(fact), span)
        if fact.kind == "relation":
            yield sought(f"relation: {fact.predicates[0]}", matching)
        right = any(all(agrees(claim) for agrees in questions.values()) for claim in matching)
        yield asked("must right", right)
        yield from _almost(reading, fact, bool(matching))


def _events(reading: Reading, facts: list[Fact]) -> Iterator[Mark]:
    for claim in reading.claims_of("event"):
        if any(_sides_agree_somehow(reading, claim, fact) for fact in facts):
            yield given("events", any(_matches(reading, claim, fact) for fact in facts))


def _relations(reading: Reading, facts: list[Fact]) -> Iterator[Mark]:
    wrong = 0
    truces = any("truce" in fact.predicates for fact in facts)
    for claim in reading.claims_of("relation"):
        if claim.predicate == "truce" and not truces:
            continue
        right = any(_matches(reading, claim, fact) for fact in facts)
        wrong += not right
        note = f"{claim.predicate} {claim.phase} {claim.stance} ({reading.sides(claim)})"
        yield given("relations", right, note, claim.evidence[0])
        yield given(f"relation: {claim.predicate}", right)
    if not any(fact.kind == "relation" and fact.must for fact in facts):
        yield asked("quiet", not wrong)


def _said(reading: Reading, written: Any) -> Iterator[Mark]:
    pieces = spans_of(written["content_spans"])
    found = [one for one in reading.statements if fit(pieces, one.content_span) >= LEAST]
    yield asked("statements", found, "statement", whole(pieces))
    if found and written.get("speaker"):
        wanted = plain_all(written["speaker"])
        names = [_names(reading, Role("", one.speaker, one.speaker_span)) for one in found]
        right = any(not wanted.isdisjoint(own) for own in names)
        yield asked("statement speakers", right, "speaker", whole(pieces))


def _matches(reading: Reading, claim: Claim, fact: Fact) -> bool:
    return _same(claim, fact) and _phased(claim, fact) and _directed(reading, claim, fact)


def _same(claim: Claim, fact: Fact) -> bool:
    """Do kind, predicate and stance agree?"""
    return _of_kind(claim, fact) and (not fact.stances or claim.stance in fact.stances)


def _of_kind(claim: Claim, fact: Fact) -> bool:
    return claim.kind == fact.kind and claim.predicate in fact.predicates


def _phased(claim: Claim, fact: Fact) -> bool:
    return not fact.phases or claim.phase in fact.phases


def _directed(reading: Reading, claim: Claim, fact: Fact) -> bool:
    if fact.symmetric:
        return _sides_agree_somehow(reading, claim, fact)
    return _sides_agree(reading, claim, fact)


def _sides_agree_somehow(reading: Reading, claim: Claim, fact: Fact) -> bool:
    return any(_sides_agree(reading, claim, fact, turned=turned) for turned in (False, True))


def _sides_agree(reading: Reading, claim: Claim, fact: Fact, *, turned: bool = False) -> bool:
    """Are source and target those of the fact, or (`turned`) are they exchanged?"""
    first, second = claim.parts("source"), claim.parts("target")
    if fact.of_place:
        second = claim.parts("place", "target")
    if turned:
        first, second = second, first
    if not _side_agrees(reading, first, fact.source, fact.target):
        return False
    if _side_agrees(reading, second, fact.target, fact.source):
        return True
    places = [place for place in reading.scene(claim) if fact.of_place]
    names = plain_all(
        name for place in places for name in (place.name, place.span.of(reading.text))
    )
    return not fact.target.names.isdisjoint(names)


def _side_agrees(reading: Reading, roles: tuple[Role, ...], side: Side, other: Side) -> bool:
    if not side.names or (side.optional and not roles):
        return True
    called = [_names(reading, role) for role in roles]
    return any(names & side.names and not names & (other.names - side.names) for names in called)


def _names(reading: Reading, role: Role) -> frozenset[str]:
    return plain_all(reading.names(role))


def _almost(reading: Reading, fact: Fact, read: bool) -> Iterator[Mark]:
    """What alone keeps a fact from being read."""
    claims = [claim for claim in reading.claims if _of_kind(claim, fact) and not read]
    directed = [claim for claim in claims if _directed(reading, claim, fact)]
    if not fact.symmetric and fact.source.names and fact.target.names:
        turned = (
            _sides_agree_somehow(reading, c, fact)
            for c in claims
            if _same(c, fact) and _phased(c, fact)
        )
        yield asked("direction exchanged", any(turned))
    phase = (_same(claim, fact) and not _phased(claim, fact) for claim in directed)
    yield asked("wrong phase", any(phase))
    stance = (_phased(claim, fact) and not _same(claim, fact) for claim in directed)
    yield asked("wrong stance", any(stance))


def _questions(reading: Reading, fact: Fact) -> dict[str, Callable[[Claim], bool]]:
    """What a fact asks beyond, each with what answers it for a claim."""
    questions: dict[str, tuple[object, Callable[[Claim], bool]]] = {
        "speaker": (fact.speakers is not None, lambda claim: _by_speaker(reading, claim, fact)),
        "when": (fact.when, lambda claim: _then(claim, fact)),
        "toll": (fact.toll, lambda claim: _so_many(claim, fact)),
        "result": (fact.result, lambda claim: _with_result(reading, claim, fact)),
    }
    return {name: agrees for name, (wanted, agrees) in questions.items() if wanted}


def _by_speaker(reading: Reading, claim: Claim, fact: Fact) -> bool:
    if claim.statement is None:
        return fact.by_none
    said = (one for one in reading.statements if one.id == claim.statement)
    names = (_names(reading, Role("", one.speaker, one.speaker_span)) for one in said)
    return any(not own.isdisjoint(fact.speakers or ()) for own in names)


def _then(claim: Claim, fact: Fact) -> bool:
    if claim.when is None or fact.when is None or not claim.when.meets(fact.when):
        return False
    return claim.when.days <= 2 * fact.when.days + 2


def _so_many(claim: Claim, fact: Fact) -> bool:
    return all(
        kind in claim.toll and _meet(claim.toll[kind], gold) for kind, gold in fact.toll.items()
    )


def _meet(read: Count, gold: Count) -> bool:
    """Do the two share a number, the one read no more than twice as high as the gold?"""
    if read.high is None:
        return read.low == gold.low
    if gold.high is None:
        return read.low == gold.low or gold.low <= read.high <= 2 * max(gold.low, 1)
    return read.low <= gold.high and gold.low <= read.high <= 2 * max(gold.high, 1)


def _with_result(reading: Reading, claim: Claim, fact: Fact) -> bool:
    return any(not fact.result.isdisjoint(_names(reading, role)) for role in claim.parts("result"))


def _rests_there(claim: Claim, fact: Fact) -> bool:
    return any(span.overlaps(marked) for span in claim.evidence for marked in fact.evidence)
