"""What the claims of one article say of each other: left-out parties, who is above whom, repeats."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from allegiance.extract._claiming.pairing import Casting, fill
from allegiance.extract._claiming.parties import Parties
from allegiance.extract._claiming.party import Party
from allegiance.extract._framing.frames import Instance
from allegiance.lexicon.frames import Form
from allegiance.records.canonical import digest
from allegiance.records.claim import Claim, Role, RoleName
from allegiance.records.span import Span

# A relation named before that "the alliance" can mean stands at most so many characters back.
REACH = 400
NAMED_AGAIN = frozenset(("alliance", "merger", "truce"))
DEFINITE = frozenset(("the", "this", "that", "such", "their", "its"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim on its way, with what read it."""

    claim: Claim
    instance: Instance
    form: Form


def taken_up(
    instance: Instance, form: Form, parties: Parties, drafts: Iterable[Draft]
) -> Iterator[Casting]:
    """A definite noun takes up a relation that was named before, one party left out ("they rejected the merger")."""
    trigger = instance.trigger
    definite = any(child.lower_ in DEFINITE for child in trigger.lefts)
    if form.predicate not in NAMED_AGAIN or instance.arguments.sort != "noun" or not definite:
        return
    sources = fill(instance, form, "source", parties)
    before = [
        draft.claim
        for draft in drafts
        if draft.form.predicate in NAMED_AGAIN
        and 0 <= trigger.idx - draft.claim.evidence[0].span.end <= REACH
    ]
    if not sources or not before:
        return
    actors = [role.actor for role in before[-1].roles if role.role in ("source", "target")]
    others = [actor for actor in actors if actor != sources[0].actor]
    if len(actors) == 2 and len(others) == 1:
        words = Span(trigger.left_edge.idx, trigger.idx + len(trigger))
        yield [("source", sources[0]), ("target", Party(others[0], words, False, False, 0.7))]


def turned(drafts: list[Draft]) -> list[Draft]:
    """Ties that were cut have the direction that another claim of the article gives them."""
    pointing = {
        _pair(draft.claim)
        for draft in drafts
        if not draft.form.turns and draft.form.predicate == "affiliate"
    }
    return [
        replace(draft, claim=_reversed(draft.claim))
        if draft.form.turns and _pair(draft.claim)[::-1] in pointing
        else draft
        for draft in drafts
    ]


def _pair(claim: Claim) -> tuple[str | None, ...]:
    return tuple(role.actor for role in claim.roles if role.role in ("source", "target"))


def _reversed(claim: Claim) -> Claim:
    names: dict[RoleName, RoleName] = {"source": "target", "target": "source"}
    roles = [replace(role, role=names.get(role.role, role.role)) for role in claim.roles]
    return replace(claim, roles=tuple(sorted(roles, key=_source_first)))


def _source_first(role: Role) -> bool:
    return role.role != "source"


def without_repeats(drafts: Iterable[Draft], even: Collection[str]) -> list[Claim]:
    """Of those that say the same of the same in one sentence, the one that is surest.

    Args:
        even: relations whose sides are each other's.
    """
    kept: dict[tuple[object, ...], Claim] = {}
    for draft in drafts:
        key = draft.instance.trigger.sent.start, *_meaning(draft, even)
        if key not in kept or kept[key].confidence < draft.claim.confidence:
            kept[key] = draft.claim
    return list(kept.values())


def _meaning(draft: Draft, even: Collection[str]) -> tuple[object, ...]:
    claim = draft.claim
    sides = [f"{role.role} {role.actor or role.span}" for role in claim.roles]
    if draft.instance.frame.mutual or (claim.kind == "relation" and claim.predicate in even):
        sides = sorted(str(role.actor or role.span) for role in claim.roles)
    return claim.kind, claim.predicate, claim.phase, claim.stance, tuple(sides)


def numbered(claims: Iterable[Claim], article: str) -> list[Claim]:
    """The claims in text order, with ids of all that they say; confidence and statement numbers stay out."""
    found = [
        replace(claim, id=digest("claim", article, replace(claim, confidence=0.0, statement=None)))
        for claim in claims
    ]
    return sorted(found, key=lambda claim: (claim.evidence[0].span, claim.id))
