"""The map of one day as another day knew it: claims, folded into dated relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from allegiance.query.chart import Asked, Chart
from allegiance.query.lineage import called
from allegiance.query.signals import Fate
from allegiance.query.states import State
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, LeftOut, Network, Place, Relation
from allegiance.resolve.actors import Cast


@dataclass(frozen=True, slots=True)
class Floor:
    """How well founded a relation or an event has to be.

    Attributes:
        reviewed_only: rest on claims alone that a reviewer has accepted or corrected.
        confidence: at least so sure, 0 to 1.
        witnesses: told by at least so many.
    """

    reviewed_only: bool = False
    confidence: float = 0.0
    witnesses: int = 0

    def bears(self, confidence: float, witnesses: int) -> bool:
        """Is what has so much confidence and so many witnesses well founded?"""
        return confidence >= self.confidence and witnesses >= self.witnesses


NO_FLOOR = Floor()


def network(
    chart: Chart,
    *,
    on: date,
    known_by: date,
    actor: str | None = None,
    kinds: Collection[str] = (),
    alleged: bool = False,
    floor: Floor = NO_FLOOR,
) -> Network:
    """Relations that hold on a day.

    Args:
        chart: of claims known by `known_by`; where `actor` is given, those of the actor suffice.
        actor: an actor's id: only what it is a party to, or came of.
        kinds: predicates, of relations or of events; none for all.
        alleged: draw what is only alleged, too.
        floor: draw only what is at least so well founded.
    """
    cast = chart.cast
    whole, chart = chart, chart.reviewed() if floor.reviewed_only else chart
    asked = Asked(actor, frozenset(kinds))
    held = [one for one in _held(chart, on, alleged) if asked.wants(one)]
    shown = [one for one in held if floor.bears(one.confidence, one.witnesses)]
    # A name that was taken is told by the name itself.
    relations = [one.relation(on) for one in shown if one.tie.names is None]
    names = called(chart, on)
    events = _events(chart, on, kinds)
    if actor is not None:
        events = tuple(one for one in events if actor in (one.source, one.target))
    events = well_founded(events, chart, floor)
    return Network(
        on=on,
        known_by=known_by,
        actors=tuple(
            replace(one, name=names.get(one.id, one.name))
            for one in _actors_of(relations, events, cast)
        ),
        places=_places_of(relations, chart),
        relations=tuple(sorted(relations, key=lambda one: _sort_key(one, cast))),
        events=events,
        left_out=_left_out(whole, floor, held, shown, asked),
    )


def _held(chart: Chart, on: date, alleged: bool) -> list[State]:
    held = list(chart.held(on, alleged=False))
    if alleged:
        settled = {one.tie for one in held}
        held += [one for one in chart.held(on, alleged=True) if one.tie not in settled]
    return held


def _events(chart: Chart, on: date, kinds: Collection[str]) -> tuple[Event, ...]:
    if not kinds:
        return chart.recent_events(on)
    if not any(kind.predicate in kinds for kind in chart.ontology.events):
        return ()
    return tuple(one for one in chart.recent_events(on) if one.predicate in kinds)


def well_founded(told: Sequence[Event], chart: Chart, floor: Floor) -> tuple[Event, ...]:
    """Events by the surest of their claims, and their witnesses."""
    if floor == NO_FLOOR:
        return tuple(told)
    sure = chart.confidences({claim for one in told for claim in one.claim_ids})
    return tuple(
        one for one in told if floor.bears(max(map(sure.__getitem__, one.claim_ids)), one.witnesses)
    )


def _left_out(
    chart: Chart, floor: Floor, held: list[State], shown: list[State], asked: Asked
) -> LeftOut:
    """Why each claim that is not shown is not; `held` is what would be, were there no floor."""
    hidden = chart.fates(shown, kinds=asked.kinds, actor=asked.actor)
    others = chart.fates(held, kinds=asked.kinds, actor=asked.actor) if held != shown else hidden
    if floor.reviewed_only:
        unreviewed = sum(many for (_, reviewed), many in hidden.items() if not reviewed)
        hidden, others = _of_reviewed(hidden), _of_reviewed(others)
    else:
        unreviewed = 0
    counts: Counter[Fate] = Counter()
    for (fate, _), many in others.items():
        counts[fate] += many
    return LeftOut(
        nameless=counts["nameless"],
        unsettled=counts["unsettled"],
        alleged=counts["alleged"],
        denied=counts["denied"],
        over=counts["drawn"],
        weak=hidden.total() - others.total(),
        unreviewed=unreviewed,
    )


def _of_reviewed(fates: Counter[tuple[Fate, bool]]) -> Counter[tuple[Fate, bool]]:
    return Counter({key: many for key, many in fates.items() if key[1]})


def _actors_of(
    relations: Iterable[Relation], events: Iterable[Event], cast: Cast
) -> tuple[Actor, ...]:
    ids = {party for one in relations for party in one.parties}
    ids.update(party for one in events for party in (one.source, one.target) if party)
    return tuple(sorted((cast.actors[one] for one in ids), key=lambda one: (one.name, one.id)))


def _places_of(relations: Iterable[Relation], chart: Chart) -> tuple[Place, ...]:
    found = chart.places({one.place for one in relations if one.place})
    return tuple(sorted(found.values(), key=lambda place: (place.name, place.id)))


def _sort_key(relation: Relation, cast: Cast) -> tuple[str, str, str, str]:
    other = cast.actors[relation.target].name if relation.target else relation.place or ""
    return (relation.predicate, cast.actors[relation.source].name, other, relation.id)
