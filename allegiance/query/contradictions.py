"""All conflicts that a drawing has, piece by piece: in another day's drawing only those pieces are gone through of which something else is told.

A piece is a unit (what is said of two actors, or of one place), an event, or events that may be one; what is found in it
depends on its claims, on who of those whom they name is one side, and on what actors and places are called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from allegiance.lexicon.conflicting import Conflicting
from allegiance.query.chart import Pair
from allegiance.query.conflicts import Found, in_order, named, rival_ids
from allegiance.query.drawing import Drawing, Heard
from allegiance.query.event_disputes import Group, contested, event_disputes
from allegiance.query.events import event_id
from allegiance.query.shelving import unit_of_tie
from allegiance.query.signals import Tie
from allegiance.query.tie_disputes import is_on_a_tie, tie_disputes
from allegiance.query.unswept import unswept
from allegiance.query.voices import Voices
from allegiance.records.answer import Report
from allegiance.records.conflict import Conflict
from allegiance.store.ledgers import Account
from allegiance.store.lookups import reports
from allegiance.store.store import Store


def conflicts(store: Store, drawing: Drawing, rules: Conflicting) -> tuple[Conflict, ...]:
    """What claims disagree on, by the first day that they speak of.

    Args:
        drawing: of all claims known by a day.
    """
    return Contradictions(store, drawing, rules).in_order()


def every_conflict(store: Store, drawing: Drawing, rules: Conflicting) -> list[Found]:
    """The same, in no order, each with what it depends on."""
    return list(Contradictions(store, drawing, rules).found)


class Piece(NamedTuple):
    """Events, and what claims disagree on about them."""

    events: Group
    found: tuple[Found, ...]


class Contradictions:
    """The conflicts of one drawing.

    Args:
        before: those of another one by the same rules, made from the same readings; what is the same is taken from there.
    """

    @unswept()
    def __init__(
        self,
        store: Store,
        drawing: Drawing,
        rules: Conflicting,
        before: Contradictions | None = None,
    ) -> None:
        self._drawing = drawing
        self._rules = rules
        self._tied = drawing.tied(rules.one_side)
        known = before._cited if before is not None else {}
        self._cited: Mapping[str, Report] = _cited(store, drawing.accounts, known)
        self._voices = Voices(drawing.cast, self._tied, rules, self._cited)
        self._on_events: dict[tuple[str, ...], Piece] = {}
        self._on_ties: dict[str, list[Found]] = {}
        changed = _Changed(drawing, self._tied, before) if before is not None else None
        self._find_on_events(before, changed)
        self._find_on_ties(before, changed)

    @property
    def found(self) -> Iterator[Found]:
        """All of them, in no order."""
        for piece in self._on_events.values():
            yield from piece.found
        yield from chain.from_iterable(self._on_ties.values())

    def in_order(self) -> tuple[Conflict, ...]:
        """By the first day that the claims speak of."""
        return in_order(one.conflict for one in self.found)

    def _find_on_events(self, before: Contradictions | None, changed: _Changed | None) -> None:
        days_exact = self._drawing.ontology.sameness.days_exact
        known = before._on_events if before is not None else {}
        for key, alone, rivals in self._pieces():
            piece, now = known.get(key), rivals or alone
            if changed is None or piece is None or not changed.leaves(piece, now, self._voices):
                disputes = event_disputes(
                    alone, [rivals] if rivals else [], days_exact, self._voices
                )
                piece = Piece(now, tuple(named(disputes, self._drawing)))
            self._on_events[key] = piece

    def _pieces(self) -> Iterator[tuple[tuple[str, ...], Group, Group]]:
        """What to keep a piece under, an event that has to be looked at by itself, and several that may be one; either may be empty."""
        rivals = set(rival_ids(self._drawing.happenings.rivals))
        torn = {one for one, _ in rivals}
        happened = {
            name: one
            for one in self._drawing.happenings.all
            # Whoever tells it alone contradicts nobody, and most events are told once.
            if (name := event_id(one)) in torn or len(one.accounts) > 1
        }
        for group in contested(happened, rivals):
            key = tuple(one.id for one in group)
            yield (key, group, group) if len(group) == 1 else (key, (), group)
        for name in sorted(torn):
            yield (name,), (happened[name],), ()

    def _find_on_ties(self, before: Contradictions | None, changed: _Changed | None) -> None:
        heard = list(filter(is_on_a_tie, self._drawing.heard))
        if before is not None and changed is not None:
            unit_of = _units(heard)
            was = list(filter(is_on_a_tie, before._drawing.heard))
            touched = {_unit(one) for one in (*_others(was, heard), *_others(heard, was))}
            touched |= changed.units(before._on_ties, unit_of)
            heard = [one for one in heard if unit_of[one.said[0][0]] in touched]
            kept = before._on_ties.items()
            self._on_ties = {unit: found for unit, found in kept if unit not in touched}
        drawing = self._drawing
        told = Drawing(tuple(heard), drawing.cast, drawing.ontology)
        for found in named(tie_disputes(told, self._voices, self._rules), drawing):
            (unit,) = {key for what, key in found.depends if what == "unit"}
            self._on_ties.setdefault(unit, []).append(found)


class _Changed:
    """What is another than it was, beside the claims themselves."""

    def __init__(self, drawing: Drawing, tied: Collection[Pair], before: Contradictions) -> None:
        self._actors = drawing.cast.actors
        there = (one.place for found in before._on_ties.values() for one in found)
        self._places = drawing.places({one for one in there if one is not None})
        self._sided: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in before._tied ^ frozenset(tied):
            self._sided[one].add(other)
            self._sided[other].add(one)

    def leaves(self, piece: Piece, now: Group, voices: Voices) -> bool:
        """Would the same be found of these events as was of those?"""
        same = len(piece.events) == len(now) and all(map(_is, piece.events, now))
        if not same or self._renames(piece.found):
            return False
        told = (account for one in now for account in one.accounts)
        return not self._sided or not self._sides({key for _, key in voices.named(told)})

    def units(self, found: Mapping[str, Collection[Found]], unit_of: Mapping[Tie, str]) -> set[str]:
        """The units of which something else may be found though the same is said of them."""
        touched = {unit for unit, several in found.items() if self._turns(several)}
        holders: defaultdict[str, set[str]] = defaultdict(set)
        for tie, unit in unit_of.items():
            if tie.place is not None:
                holders[unit].add(tie.source)
        return touched | {unit for unit, several in holders.items() if self._sides(several)}

    def _turns(self, several: Collection[Found]) -> bool:
        """Is one of these conflicts another now?"""
        return self._renames(several) or any(
            self._sides({key for what, key in one.depends if what == "actor"}) for one in several
        )

    def _renames(self, several: Iterable[Found]) -> bool:
        """Is anybody, or a place, called otherwise in one of these conflicts?"""
        for one in several:
            if any(self._actors.get(actor.id) != actor for actor in one.conflict.actors):
                return True
            place = self._places.get(one.place or "")
            if one.place is not None and (place is None or place.name != one.conflict.place):
                return True
        return False

    def _sides(self, actors: Collection[str]) -> bool:
        """Have two of these become one side, or are they it no more?"""
        return any(not self._sided[one].isdisjoint(actors) for one in self._sided.keys() & actors)


def _cited(
    store: Store, told: Iterable[Account], known: Mapping[str, Report]
) -> Mapping[str, Report]:
    """The reports of some claims, by id."""
    lacking = {one.article_id for one in told}.difference(known)
    # At once: to look up each that is cited takes longer than all of them.
    return {**known, **reports(store, lacking)} if lacking else known


def _units(heard: Iterable[Heard]) -> dict[Tie, str]:
    """The units of all that claims are about."""
    ties = dict.fromkeys(one.said[0][0] for one in heard)
    return {tie: unit_of_tie(tie) for tie in ties}


def _unit(heard: Heard) -> str:
    return unit_of_tie(heard.said[0][0])


def _others(heard: Iterable[Heard], here: Iterable[Heard]) -> Iterator[Heard]:
    """Those that are not here: what is heard as before is the very same."""
    there = set(map(id, here))
    return (one for one in heard if id(one) not in there)


def _is(one: object, other: object) -> bool:
    return one is other
