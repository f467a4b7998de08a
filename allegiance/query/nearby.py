"""Events of some claims, from others that are fetched as far as they are likened to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from allegiance.query.gathering import Gathering, key_of
from allegiance.query.happenings import Happening, Happenings
from allegiance.query.likely import likely
from allegiance.store.ledgers import Account


def nearby(
    gathering: Gathering, started: Iterable[Account], without: Collection[str]
) -> tuple[Happening, ...]:
    """Every event that one of these claims is of, with all whose claims are likened to its, directly or by way of others.

    Args:
        without: articles that say something else than the atlas has; what they say is among `started`.
    """
    actor_of, rules = gathering.cast.actor_of, gathering.ontology.sameness
    linked = {key_of(one): one for one in started}
    fetched = dict(linked)
    frontier = linked
    while frontier:
        keys = likely(gathering.store, frontier.values(), actor_of, rules)
        keys = {key for key in keys if key[1] not in without}
        if missing := keys - fetched.keys():
            fetched.update(gathering.deeds(missing))
        near = frontier | {key: fetched[key] for key in keys}
        grown = Happenings(near.values(), actor_of, rules).likened(frontier.keys())
        frontier = {key_of(one): one for one in grown if key_of(one) not in linked}
        linked = linked | frontier
    return Happenings(linked.values(), actor_of, rules).all
