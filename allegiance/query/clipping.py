"""Maps and histories of no more actors than can be drawn: those with the most independent witnesses are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from allegiance.query.chart import Chart
from allegiance.query.history import Traced, Wanted, found, recorded
from allegiance.records.listing import Clipped, ClippedHistory, Hidden, Unshown
from allegiance.records.network import Event, Network, Relation

# As the lists of actors have it.
PERSON = "person"


def clipped(network: Network, most: int, *, keep: str | None = None) -> Clipped:
    """The best-witnessed actors with all that is between them.

    Args:
        most: so many actors.
        keep: an actor's id that stays in any case.
    """
    if len(network.actors) <= most:
        return Clipped(network, Hidden(0, 0, 0))
    kept = _best(network, most, keep)
    relations = tuple(_told_of(one, kept) for one in network.relations if _between(one, kept))
    events = tuple(one for one in network.events if _between(one, kept))
    held = {one.place for one in relations}
    return Clipped(
        replace(
            network,
            actors=tuple(one for one in network.actors if one.id in kept),
            places=tuple(one for one in network.places if one.id in held),
            relations=relations,
            events=events,
        ),
        Hidden(
            actors=len(network.actors) - len(kept),
            relations=len(network.relations) - len(relations),
            events=len(network.events) - len(events),
        ),
    )


def clipped_history(
    chart: Chart,
    wanted: Wanted,
    most: int,
    *,
    known_by: date,
    keep: Collection[str] = (),
    places: bool = True,
) -> ClippedHistory:
    """The history of the best-witnessed actors, and of the persons tied to them, with all that is between them.

    Args:
        most: so many actors, besides such persons.
        keep: ids of actors that come first; those tied to them come next.
        places: relations to places, too; without them, they do not count for who is witnessed best either.
    """
    every = list(found(chart, wanted, known_by=known_by))
    whole = [one for one in every if places or one.state.tie.target is not None]
    together = {one.state.parties for one in whole}
    told: Counter[str] = Counter()
    for one in whole:
        for party in one.state.parties:
            told[party] += one.state.witnesses
    near = _tied_to(frozenset(keep), together)
    named = {party for one in every for party in one.state.parties}
    actors = [chart.cast.actors[one] for one in sorted(named)]
    ranked = sorted(
        actors,
        key=lambda one: (one.id not in keep, one.id not in near, -told[one.id], one.name, one.id),
    )
    best = frozenset(one.id for one in ranked[:most])
    beside = _tied_to(best, together)
    kept = best | {one.id for one in actors if one.kind == PERSON and one.id in beside}
    shown = [_traced_of(one, kept) for one in whole if kept.issuperset(one.state.tie.parties)]
    history = recorded(shown, chart, wanted, known_by=known_by)
    there = {one.id for one in history.actors}
    gone = Counter(one.kind == PERSON for one in actors if one.id not in there)
    held = (one for one in every if one.state.tie.target is None)
    to_places = 0 if places else sum(one.state.tie.source in kept for one in held)
    return ClippedHistory(
        history,
        Unshown(gone[False], gone[True], len(every) - len(shown) - to_places, to_places),
    )


def _tied_to(some: frozenset[str], together: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Whoever one relation names together with one of these, and they."""
    return frozenset(one for parties in together if not some.isdisjoint(parties) for one in parties)


def _best(network: Network, most: int, keep: str | None) -> frozenset[str]:
    """By the witnesses of all that names an actor; of equal ones the first by name."""
    told: Counter[str] = Counter()
    for relation in network.relations:
        told.update(dict.fromkeys(relation.parties, relation.witnesses))
    for event in network.events:
        told.update(dict.fromkeys(filter(None, (event.source, event.target)), event.witnesses))
    ranked = sorted(
        network.actors, key=lambda one: (one.id != keep, -told[one.id], one.name, one.id)
    )
    return frozenset(one.id for one in ranked[:most])


def _told_of(relation: Relation, kept: frozenset[str]) -> Relation:
    """The relation, with nothing said of who is not shown."""
    if kept.issuperset(relation.results):
        return relation
    return replace(relation, results=_kept(relation.results, kept))


def _traced_of(traced: Traced, kept: frozenset[str]) -> Traced:
    """The stretch, likewise."""
    state = traced.state
    if kept.issuperset(state.results):
        return traced
    return traced._replace(state=state._replace(results=_kept(state.results, kept)))


def _kept(several: tuple[str, ...], kept: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in several if one in kept)


def _between(one: Relation | Event, kept: frozenset[str]) -> bool:
    return all(party is None or party in kept for party in (one.source, one.target))
