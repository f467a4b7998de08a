"""The map over time: the folded stretches as records, those of one actor or of all, in the order of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from allegiance.query.drawing import Drawing, places
from allegiance.query.fold import Stretch
from allegiance.query.network import relation_of
from allegiance.query.signals import DAY, Tie
from allegiance.records.canonical import digest
from allegiance.records.history import Days, History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Place
from allegiance.resolve.actors import Cast


class Traced(NamedTuple):
    """A stretch as a record, beside the stretch with its signals."""

    interval: Interval
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for of the map over time.

    Attributes:
        actor: an actor's id: only what it is a party to; None for everybody.
        since, until: the first and the last day in the world; None where open.
        kinds: predicates of relations; none for all.
        alleged: what is only alleged, too.
    """

    actor: str | None = None
    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = frozenset()
    alleged: bool = False


def history(drawing: Drawing, wanted: Wanted, *, known_by: date) -> History:
    """Every stretch that may lie in the days that are wanted.

    Args:
        drawing: of claims known by `known_by`; where an actor is wanted, those of the actor suffice.
    """
    found = [
        one.interval
        for one in traced(drawing, wanted, known_by=known_by)
        if touches(one.interval, wanted)
    ]
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
                if not any(_within(hedged.interval.drawn, one.interval.drawn) for one in settled):
                    yield hedged


def first_day(interval: Interval) -> date:
    """The first day on which it may have begun; where nobody says, the last: by then it was there."""
    since = interval.relation.since
    assert since.end is not None
    return since.start if since.start is not None else since.end - DAY


def touches(interval: Interval, wanted: Wanted) -> bool:
    """May it lie in the wanted days? A happening by when it happened, a state by the days that maps draw it."""
    first, end = _extent(interval)
    begun = wanted.until is None or first <= wanted.until
    return begun and (wanted.since is None or end is None or end > wanted.since)


def sort_key(interval: Interval, cast: Cast) -> tuple[date, str, str, str, str]:
    """By the day; then by what, and by names."""
    relation = interval.relation
    other = cast.actors[relation.target].name if relation.target else relation.place or ""
    return (
        first_day(interval),
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
    happening = drawing.ontology.relation(tie.predicate).nature == "change"
    return [
        Traced(
            _interval(tie, number, stretch, known_by, happening=happening, alleged=alleged), stretch
        )
        for number, stretch in enumerate(stretches, 1)
    ]


def _interval(
    tie: Tie, number: int, stretch: Stretch, known_by: date, *, happening: bool, alleged: bool
) -> Interval:
    # Asked for the first day on which it was there for sure, `certain` tells whether there is any.
    relation = relation_of(tie, stretch, stretch.since_hi - DAY, alleged=alleged)
    silent = stretch.until_hi is None and stretch.expires <= known_by and not happening
    return Interval(
        id=digest("interval", *tie, alleged, number),
        number=number,
        happening=happening,
        last=stretch.last,
        drawn=_days(stretch.drawn),
        sure=_days(stretch.sure),
        relation=replace(relation, faded=stretch.faded or silent),
    )


def _days(days: tuple[date, date] | None) -> Days | None:
    return Days(days[0], days[1] if days[1] < date.max else None) if days is not None else None


def _extent(interval: Interval) -> tuple[date, date | None]:
    """The days that count when a span of days is asked for."""
    if interval.happening or interval.drawn is None:
        # "Once an ally" is told of on the last day that its end may have been.
        when = interval.relation.until or interval.relation.since
        assert when.end is not None
        return (when.start if when.start is not None else when.end - DAY, when.end)
    return (interval.drawn.start, interval.drawn.end)


def _within(inner: Days | None, outer: Days | None) -> bool:
    if inner is None or outer is None:
        return inner is None
    begins_within = outer.start <= inner.start
    return begins_within and (
        outer.end is None or (inner.end is not None and inner.end <= outer.end)
    )
