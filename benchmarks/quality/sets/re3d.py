"""re3d: who is named in reports on Syria and Iraq, and how they stand to each other, mention by mention.

Entities are organisations, persons and places (with nationalities); names and nominal mentions of actors and the names of
places are what was read of them. A state, government or population may be either organisation or place. They are paired
one to one, the best overlap first, inside a class. Pronouns of the gold count neither way.

- `entities`, `entities exact`: paired; paired with the same ends. `find CLASS`: the share found, by overlap.
- `relations`, `relation: TYPE`: those between two such entities. A claim meets one if it is of a predicate of `_READ_AS`, not
  denied, rests on its sentence, and its parts stand for its two ends, there. Likes and Dislikes are told `apart`.

Annotators did not mark everything, so precision is understated: compare by it, and take it for no share of mistakes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

# Any: a relation as the gold has it.
from typing import Any

from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, asked, given, sought
from benchmarks.quality.matching import overlap, paired, sentence, stands_for
from benchmarks.quality.reading import Claim, Reading, Role

_CLASSES = {
    "Organisation": "organisation",
    "Person": "person",
    "Location": "place",
    "Nationality": "place",
}
_STATE_LIKE = frozenset({"state", "government", "population"})
_PRONOUNS = frozenset(
    "i me my we us our ours you your he him his he she her hers it its they them their theirs who whom whose which that "
    "this these those itself themselves ourselves himself herself".split()
)
_READ_AS = {
    "FightingAgainst": {("relation", "rivalry"), ("event", "assault")},
    "AlliesOf": {
        ("relation", "alliance"),
        ("relation", "support"),
        ("event", "cooperate"),
        ("event", "aid"),
    },
    "BelongsTo": {("relation", "affiliate"), ("relation", "membership")},
    "InChargeOf": {("relation", "leadership"), ("relation", "control")},
    "Likes": {("event", "support")},
    "Dislikes": {("event", "accuse"), ("event", "reject")},
}
_EITHER_WAY = {("relation", "rivalry"), *_READ_AS["AlliesOf"]}
_APART = frozenset({"Likes", "Dislikes"})


@dataclass(frozen=True, slots=True)
class _Tie:
    """A relation of the gold, and the sentence that it stands in."""

    head: Span
    tail: Span
    sentence: Span


def score(case: Case) -> Iterator[Mark]:
    """What counts in one document."""
    yield from _entities(case)
    yield from _relations(case)


def _entities(case: Case) -> Iterator[Mark]:
    gold, pronouns = _gold_entities(case)
    read = [
        (span, classes)
        for span, classes in _read_entities(case.reading).items()
        if any(span.overlaps(entity) for entity, _ in gold)
        or not any(span.overlaps(pronoun) for pronoun in pronouns)
    ]
    pairs = paired(gold, read, lambda g, r: overlap(g[0], r[0]) if g[1] in r[1] else 0.0)
    exact = {i for i, j in pairs.items() if gold[i][0] == read[j][0]}
    for i, (span, name) in enumerate(gold):
        yield sought("entities", i in pairs, f"{name} not found", span)
        yield sought("entities exact", i in exact)
        yield asked(f"find {name}", i in pairs)
    for j, _ in enumerate(read):
        yield given("entities", j in pairs.values())
        yield given("entities exact", any(pairs[i] == j for i in exact))


def _gold_entities(case: Case) -> tuple[list[tuple[Span, str]], list[Span]]:
    """Those with a class, and the pronouns among them apart."""
    text = case.document.text
    entities = [
        (Span(*entity["span"]), _CLASSES[entity["type"]])
        for entity in case.gold["entities"]
        if entity["type"] in _CLASSES
    ]
    pronouns = [span for span, _ in entities if span.of(text).strip().lower() in _PRONOUNS]
    return [(span, name) for span, name in entities if span not in pronouns], pronouns


def _read_entities(reading: Reading) -> dict[Span, set[str]]:
    """What each span may be."""
    classes: defaultdict[Span, set[str]] = defaultdict(set)
    for actor in reading.actors.values():
        for mention in actor.mentions:
            if mention.form != "pronoun":
                classes[mention.span].add("person" if actor.kind == "person" else "organisation")
                classes[mention.span] |= {"place"} if actor.kind in _STATE_LIKE else set()
    for place in reading.places:
        classes[place.span].add("place")
    return classes


def _relations(case: Case) -> Iterator[Mark]:
    claims = [claim for claim in case.reading.claims if _tells(claim)]
    for name, predicates in _READ_AS.items():
        wanted = [
            _tie(case.document.text, one)
            for one in case.gold["relations"]
            if one["type"] == name and {one["head_type"], one["tail_type"]} <= set(_CLASSES)
        ]
        read = [claim for claim in claims if (claim.kind, claim.predicate) in predicates]
        for mark in _meetings(case.reading, name, wanted, read):
            yield mark
            if name not in _APART:
                yield Mark("relations", mark.side, mark.right)


def _tells(claim: Claim) -> bool:
    """Does a claim say that two stand so?"""
    both = claim.parts("source") and claim.parts("target", "place")
    return bool(both) and claim.stance != "denied"


def _tie(text: str, relation: Any) -> _Tie:
    head, tail = Span(*relation["head"]), Span(*relation["tail"])
    return _Tie(head, tail, sentence(text, head.joined(tail)))


def _meetings(reading: Reading, name: str, wanted: list[_Tie], read: list[Claim]) -> Iterator[Mark]:
    figure = f"apart: {name}" if name in _APART else f"relation: {name}"
    for tie in wanted:
        ends = f"{tie.head.of(reading.text)} -> {tie.tail.of(reading.text)}"
        found = any(_meets(reading, claim, tie) for claim in read)
        yield sought(figure, found, f"{name} ({ends})", tie.sentence)
    for claim in read:
        right = any(_meets(reading, claim, tie) for tie in wanted)
        note = f"{claim.predicate} ({reading.sides(claim)})"
        yield given(figure, right, note, claim.evidence[0])


def _meets(reading: Reading, claim: Claim, tie: _Tie) -> bool:
    """Does the claim stand in that sentence, between those two?"""
    spans = [*claim.evidence, *(role.span for role in claim.roles if role.span)]
    if not any(span.overlaps(tie.sentence) for span in spans):
        return False
    sources = claim.parts("source")
    targets = claim.parts("target", *(["place"] if claim.predicate == "control" else []))

    def one_is(roles: tuple[Role, ...], end: Span, other: Span) -> bool:
        return any(stands_for(reading, role, end, other, tie.sentence) for role in roles)

    straight = one_is(sources, tie.head, tie.tail) and one_is(targets, tie.tail, tie.head)
    turned = one_is(sources, tie.tail, tie.head) and one_is(targets, tie.head, tie.tail)
    return straight or (turned and (claim.kind, claim.predicate) in _EITHER_WAY)
