"""The map over time: the folded stretches as records, those of one actor or of all, in the order of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from allegiance.query.chart import Asked, Chart
from allegiance.query.network import NO_FLOOR, Floor
from allegiance.query.signals import DAY, Tie
from allegiance.query.states import State
from allegiance.records.canonical import digest
from allegiance.records.history import Days, History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Place
from allegiance.resolve.actors import Cast


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for of the map over time.

    Attributes:
        actor: an actor's id: only what it is a party to, or came of; None for everybody.
        since, until: the first and the last day in the world; None where open.
        kinds: predicates of relations; none for all.
        alleged: what is only alleged, too.
        floor: only what is at least so well founded; of what is reviewed, the drawing decides.
    """

    actor: str | None = None
    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = frozenset()
    alleged: bool = False
    floor: Floor = NO_FLOOR

    def takes(self, state: State) -> bool:
        """Is it well enough founded?"""
        return self.floor.bears(state.confidence, state.witnesses)

    @property
    def asked(self) -> Asked:
        """The states that it needs."""
        return Asked(self.actor, self.kinds, self.since, self.until)


class Traced(NamedTuple):
    """A state with what an interval adds to it, before it is made a record: there are very many, and few are asked for.

    Attributes:
        happening: it happened, and has no end.
        known_by: the day of knowledge.
    """

    state: State
    happening: bool
    known_by: date

    @property
    def faded(self) -> bool:
        """Has no report renewed it in time?"""
        silent = self.state.until is None and self.state.expires <= self.known_by
        return self.state.faded or (silent and not self.happening)

    def touches(self, wanted: Wanted) -> bool:
        """May it lie in the wanted days? A happening by when it happened, a state by the days that maps draw it."""
        if wanted.since is None and wanted.until is None:
            return True
        drawn = self.state.drawn
        first, end = drawn if drawn is not None and not self.happening else self.state.extent
        begun = wanted.until is None or first <= wanted.until
        return begun and (wanted.since is None or end > wanted.since)

    def within(self, other: Traced) -> bool:
        """Do maps draw it only on days on which they draw the other?"""
        inner, outer = self.state.drawn, other.state.drawn
        if inner is None or outer is None:
            return inner is None
        return outer[0] <= inner[0] and inner[1] <= outer[1]

    def interval(self) -> Interval:
        """The record."""
        state = self.state
        assert state.since.end is not None
        # Asked for the first day on which it was there for sure, `certain` tells whether there is any.
        relation = state.relation(state.since.end - DAY)
        return Interval(
            id=self.id,
            number=state.number,
            happening=self.happening,
            last=state.last,
            drawn=_days(state.drawn),
            sure=_days(state.sure),
            relation=replace(relation, faded=self.faded) if self.faded else relation,
        )

    @property
    def id(self) -> str:
        """That of the record."""
        return _interval_id(self.state.tie, self.state.alleged, self.state.number)

    def key(self, cast: Cast) -> tuple[str, str, str, str, str]:
        """By the first day on which it may have begun, or else by the last; then by what, and by names."""
        tie, since = self.state.tie, self.state.since
        assert since.end is not None
        first = since.start if since.start is not None else since.end - DAY
        other = cast.actors[tie.target].name if tie.target else tie.place or ""
        return (first.isoformat(), tie.predicate, cast.actors[tie.source].name, other, self.id)


def history(chart: Chart, wanted: Wanted, *, known_by: date) -> History:
    """Every stretch that may lie in the days that are wanted.

    Args:
        chart: of claims known by `known_by`; where an actor is wanted, those of the actor suffice.
    """
    return recorded(found(chart, wanted, known_by=known_by), chart, wanted, known_by=known_by)


def found(chart: Chart, wanted: Wanted, *, known_by: date) -> Iterator[Traced]:
    """The same, before they are records, and in no order."""
    for one in traced(chart, wanted, known_by=known_by):
        if wanted.takes(one.state) and one.touches(wanted):
            yield one


def recorded(several: Iterable[Traced], chart: Chart, wanted: Wanted, *, known_by: date) -> History:
    """These stretches as a history, in the order of days."""
    in_order = sorted(several, key=lambda one: one.key(chart.cast))
    intervals = tuple(one.interval() for one in in_order)
    return History(
        about=wanted.actor,
        since=wanted.since,
        until=wanted.until,
        known_by=known_by,
        intervals=intervals,
        actors=actors_of(intervals, chart.cast),
        places=places_of(intervals, chart),
    )


def traced(chart: Chart, wanted: Wanted, *, known_by: date) -> Iterator[Traced]:
    """The wanted stretches, and others of other days; an alleged one within a settled one says nothing new, and is left out."""
    if not wanted.alleged:
        yield from _traced(chart, wanted.asked, known_by, alleged=False)
        return
    # Whatever day it is of, a settled one may be what an alleged one lies within.
    asked = replace(wanted.asked, since=None, until=None)
    settled: defaultdict[Tie, list[Traced]] = defaultdict(list)
    for one in _traced(chart, asked, known_by, alleged=False):
        settled[one.state.tie].append(one)
        yield one
    for hedged in _traced(chart, asked, known_by, alleged=True):
        if not any(hedged.within(one) for one in settled[hedged.state.tie]):
            yield hedged


def actors_of(intervals: Iterable[Interval], cast: Cast) -> tuple[Actor, ...]:
    """The parties, by name."""
    ids = {party for one in intervals for party in one.relation.parties}
    return tuple(sorted((cast.actors[one] for one in ids), key=lambda one: (one.name, one.id)))


def places_of(intervals: Iterable[Interval], chart: Chart) -> tuple[Place, ...]:
    """The places, by name."""
    found = chart.places({one.relation.place for one in intervals if one.relation.place})
    return tuple(sorted(found.values(), key=lambda place: (place.name, place.id)))


def _traced(chart: Chart, asked: Asked, known_by: date, *, alleged: bool) -> Iterator[Traced]:
    for state in chart.states(asked, alleged=alleged):
        yield Traced(state, chart.kind(state.tie).nature == "change", known_by)


@lru_cache(maxsize=65536)
def _interval_id(tie: Tie, alleged: bool, number: int) -> str:
    return digest("interval", *tie.parts, alleged, number)


def _days(days: tuple[date, date] | None) -> Days | None:
    return Days(days[0], days[1] if days[1] < date.max else None) if days is not None else None
