"""A map of no more actors than can be drawn: those with the most independent witnesses are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from allegiance.records.listing import Clipped, Hidden
from allegiance.records.network import Event, Network, Relation


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


def _best(network: Network, most: int, keep: str | None) -> frozenset[str]:
    """By the witnesses of all that an actor is a party to; of equal ones the first by name."""
    told: Counter[str] = Counter()
    drawn: tuple[Relation | Event, ...] = (*network.relations, *network.events)
    for one in drawn:
        for party in {one.source, one.target}:
            if party is not None:
                told[party] += one.witnesses
    ranked = sorted(
        network.actors, key=lambda one: (one.id != keep, -told[one.id], one.name, one.id)
    )
    return frozenset(one.id for one in ranked[:most])


def _told_of(relation: Relation, kept: frozenset[str]) -> Relation:
    """The relation, with nothing said of who is not shown."""
    if kept.issuperset(relation.results):
        return relation
    return replace(relation, results=tuple(one for one in relation.results if one in kept))


def _between(one: Relation | Event, kept: frozenset[str]) -> bool:
    return all(party is None or party in kept for party in (one.source, one.target))
