"""From two things that a person types to the two sides of a decision on who is who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from allegiance.errors import NameProblem, UnknownName, UsageError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.names import name_key
from allegiance.query.casting import who_is_who
from allegiance.query.names import actor_named
from allegiance.query.why import full_id
from allegiance.records.claim import RoleName
from allegiance.records.decision import Side, Verdict
from allegiance.store.in_full import claim_in_store
from allegiance.store.lookups import referents_named
from allegiance.store.store import Store

# A claim's id before it and a role behind it; no actor's id holds one.
OF_CLAIM = ":"
# Of whom "the rebels" of one article are a part, as long as nobody says who they are.
NAMELESS = "actor-nameless"


@dataclass(frozen=True, slots=True)
class Sides:
    """Whom a decision will be about.

    Attributes:
        left_name, right_name: as their maker reads them now.
        settled: why there is nothing to decide; None where there is.
    """

    left: Side
    right: Side
    left_name: str
    right_name: str
    settled: str | None = None


def parties(left: str, right: str, verdict: Verdict, store: Store, lexicon: Lexicon) -> Sides:
    """The two sides that a person means.

    Each is a name, an alias, an actor's id, or a part in a claim: its id, a colon, a role.

    Raises:
        UnknownName, AmbiguousName: a name does not lead to one actor.
        UsageError: nothing tells the two apart.
    """
    finder = _Finder(store, lexicon)
    one, other = finder.found(left), finder.found(right)
    if verdict == "same" and not finder.are_two(one, other):
        settled = f"{one.name} and {other.name} are one already"
        return Sides(one.side, other.side, one.name, other.name, settled)
    if one.side.node != other.side.node:
        return Sides(one.side, other.side, one.name, other.name)
    if other.part is not None:
        return Sides(one.side, other.part, one.name, other.name)
    if one.part is not None:
        return Sides(other.side, one.part, other.name, one.name)
    return finder.by_name(one, left, right)


@dataclass(frozen=True, slots=True)
class _Found:
    """Whoever was typed.

    Attributes:
        part: the words of the claim that was named, as a part of the actor.
    """

    side: Side
    name: str
    part: Side | None = None


class _Finder:
    """Looks up whom reports mean by the rules, so that a decision stays true when others are undone."""

    def __init__(self, store: Store, lexicon: Lexicon) -> None:
        self._store = store
        self._lexicon = lexicon
        self._ruled = who_is_who(store, lexicon, date.max, by_rules=True)
        self._decided = who_is_who(store, lexicon, date.max)

    def found(self, typed: str) -> _Found:
        claim_id, colon, role = typed.rpartition(OF_CLAIM)
        if colon and role in get_args(RoleName):
            return self._in_claim(claim_id, cast("RoleName", role))
        try:
            actor = actor_named(typed, self._store, self._ruled, self._lexicon)
        except NameProblem:
            # Of several by rules it may be one by now, or one that a person has parted off.
            actor = actor_named(typed, self._store, self._decided, self._lexicon)
        return _Found(Side(actor.id), actor.name)

    def are_two(self, one: _Found, other: _Found) -> bool:
        groups = self._decided.groups
        left, right = groups.get(one.side.node), groups.get(other.side.node)
        return left is None or right is None or left != right

    def by_name(self, one: _Found, left: str, right: str) -> Sides:
        """Two names that lead to one actor: whoever reports call by the second is parted off."""
        key = name_key(right)
        named = referents_named(self._store, key)
        is_its = any(self._ruled.actor_of.get(one_key) == one.side.actor_id for one_key in named)
        if key == name_key(left) or not is_its:
            raise UsageError(
                f"{left} and {right} are one actor, {one.name} ({one.side.actor_id}), and no report tells them "
                "apart by name; say which claim names the other, for example 3f2a9c01:source"
            )
        return Sides(one.side, Side(one.side.actor_id, name=key), one.name, right)

    def _in_claim(self, typed: str, role: RoleName) -> _Found:
        """Whoever takes a part in a claim: its actor, or where it has none the words alone."""
        found = claim_in_store(self._store, full_id(self._store, typed))
        part = found.claim.role(role)
        if part is None or part.actor is None:
            raise UnknownName(f"claim {typed} names nobody as its {role}")
        key, _ = found.referents[part.actor]
        name = f"{part.span.of(found.text)!r} in {found.report.title or found.report.label}"
        now, ruled = self._decided.actor_of.get(key), self._ruled.actor_of.get(key)
        if ruled is not None and self._decided.groups.get(ruled) == now:
            now = ruled
        place = Side(now or NAMELESS, article_id=found.report.article_id, start=part.span.start)
        return _Found(Side(now), name, place) if now is not None else _Found(place, name)
