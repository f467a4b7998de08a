"""The map over time: the folded stretches as records, those of one actor or of all, in the order of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from allegiance.query.drawing import Drawing, places
from allegiance.query.fold import Stretch
from allegiance.query.network import NO_FLOOR, Floor, relation_of
from allegiance.query.signals import DAY, Tie
from allegiance.records.canonical import digest
from allegiance.records.history import Days, History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Place
from allegiance.resolve.actors import Cast


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for of the map over time.

    Attributes:
        actor: an actor's id: only what it is a party to; None for everybody.
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

    def takes(self, interval: Interval) -> bool:
        """Is it well enough founded?"""
        relation = interval.relation
        return self.floor.bears(relation.confidence, relation.witnesses)


class Traced(NamedTuple):
    """A stretch of a relation, before it is made a record: there are very many, and few are asked for.

    Attributes:
        number: which stretch of its relation it is, from 1.
        happening: it happened, and has no end.
        known_by: the day of knowledge.
    """

    tie: Tie
    number: int
    stretch: Stretch
    alleged: bool
    happening: bool
    known_by: date

    @property
    def faded(self) -> bool:
        """Has no report renewed it in time?"""
        silent = self.stretch.until_hi is None and self.stretch.expires <= self.known_by
        return self.stretch.faded or (silent and not self.happening)

    def touches(self, wanted: Wanted) -> bool:
        """May it lie in the wanted days? A happening by when it happened, a state by the days that maps draw it."""
        first, end = self._extent
        begun = wanted.until is None or first <= wanted.until
        return begun and (wanted.since is None or end > wanted.since)

    def within(self, other: Traced) -> bool:
        """Do maps draw it only on days on which they draw the other?"""
        inner, outer = self.stretch.drawn, other.stretch.drawn
        if inner is None or outer is None:
            return inner is None
        return outer[0] <= inner[0] and inner[1] <= outer[1]

    def interval(self) -> Interval:
        """The record."""
        stretch = self.stretch
        # Asked for the first day on which it was there for sure, `certain` tells whether there is any.
        relation = relation_of(self.tie, stretch, stretch.since_hi - DAY, alleged=self.alleged)
        return Interval(
            id=digest("interval", *self.tie, self.alleged, self.number),
            number=self.number,
            happening=self.happening,
            last=stretch.last,
            drawn=_days(stretch.drawn),
            sure=_days(stretch.sure),
            relation=replace(relation, faded=self.faded),
        )

    @property
    def _extent(self) -> tuple[date, date]:
        """The days `[first, end)` that count when a span of days is asked for."""
        drawn = self.stretch.drawn
        if drawn is not None and not self.happening:
            return drawn
        # "Once an ally" is told of on the last day that its end may have been.
        when = self.stretch.until or self.stretch.since
        assert when.end is not None
        return (when.start if when.start is not None else when.end - DAY, when.end)


def history(drawing: Drawing, wanted: Wanted, *, known_by: date) -> History:
    """Every stretch that may lie in the days that are wanted.

    Args:
        drawing: of claims known by `known_by`; where an actor is wanted, those of the actor suffice.
    """
    near = (one for one in traced(drawing, wanted, known_by=known_by) if one.touches(wanted))
    found = [interval for one in near if wanted.takes(interval := one.interval())]
    return History(
        about=wanted.actor,
        since=wanted.since,
        until=wanted.until,
        known_by=known_by,
        intervals=tuple(sorted(found, key=lambda one: sort_key(one, drawing.cast))),
        actors=actors_of(found, drawing.cast),
        places=places_of(found, drawing),
    )


def traced(drawing: Drawing, wanted: Wanted, *, known_by: date) -> Iterator[Traced]:
    """The stretches of all days; an alleged one within a settled one says nothing new, and is left out."""
    for tie in _ties(drawing, wanted):
        settled = _traced(drawing, tie, known_by, alleged=False)
        yield from settled
        if wanted.alleged:
            for hedged in _traced(drawing, tie, known_by, alleged=True):
                if not any(hedged.within(one) for one in settled):
                    yield hedged


def sort_key(interval: Interval, cast: Cast) -> tuple[date, str, str, str, str]:
    """By the first day on which it may have begun, or else by the last; then by what, and by names."""
    relation = interval.relation
    since = relation.since
    assert since.end is not None
    other = cast.actors[relation.target].name if relation.target else relation.place or ""
    return (
        since.start if since.start is not None else since.end - DAY,
        relation.predicate,
        cast.actors[relation.source].name,
        other,
        interval.id,
    )


def actors_of(intervals: Iterable[Interval], cast: Cast) -> tuple[Actor, ...]:
    """The parties, by name."""
    relations = [one.relation for one in intervals]
    ids = {party for one in relations for party in (one.source, one.target) if party}
    return tuple(sorted((cast.actors[one] for one in ids), key=lambda one: (one.name, one.id)))


def places_of(intervals: Iterable[Interval], drawing: Drawing) -> tuple[Place, ...]:
    """The places, by name."""
    ids = {one.relation.place for one in intervals if one.relation.place}
    found = places(drawing) if ids else {}
    return tuple(sorted((found[one] for one in ids), key=lambda place: (place.name, place.id)))


def _ties(drawing: Drawing, wanted: Wanted) -> Iterator[Tie]:
    ties = dict.fromkeys(drawing.stretches(alleged=False))
    if wanted.alleged:
        ties.update(dict.fromkeys(drawing.stretches(alleged=True)))
    for tie in ties:
        of_kind = not wanted.kinds or tie.predicate in wanted.kinds
        if of_kind and wanted.actor in (None, tie.source, tie.target):
            yield tie


def _traced(drawing: Drawing, tie: Tie, known_by: date, *, alleged: bool) -> list[Traced]:
    stretches = drawing.stretches(alleged=alleged).get(tie, ())
    happening = drawing.kind(tie).nature == "change"
    return [
        Traced(tie, number, stretch, alleged, happening, known_by)
        for number, stretch in enumerate(stretches, 1)
    ]


def _days(days: tuple[date, date] | None) -> Days | None:
    return Days(days[0], days[1] if days[1] < date.max else None) if days is not None else None
