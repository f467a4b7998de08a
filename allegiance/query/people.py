"""Who is who, as rows of the atlas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allegiance.lexicon.names import name_key
from allegiance.query.fame import NAMELESS, fames
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import Cells, rows
from allegiance.store.store import Store


@dataclass(frozen=True, slots=True)
class People:
    """Everybody, by key: actors as id, name, kind and knowledge id; of referents and groups the actor alone."""

    actors: dict[str, Cells]
    referents: dict[str, str]
    nodes: dict[str, str]


def of_cast(cast: Cast) -> People:
    """As the ledgers have them."""
    actors = {
        one.id: (one.id, one.name, one.kind, one.knowledge_id) for one in cast.actors.values()
    }
    groups = {key: actor for key, actor in cast.groups.items() if key not in cast.actor_of}
    return People(actors, dict(cast.actor_of), groups)


def of_atlas(store: Store) -> People:
    """As the atlas has them."""
    actors = rows(store, "SELECT id, name, kind, knowledge_id FROM atlas_actor")
    return People(
        {row[0]: row for row in actors},
        dict(rows(store, 'SELECT "key", actor FROM atlas_referent')),
        dict(rows(store, "SELECT id, actor FROM atlas_node")),
    )


def actor_rows(store: Store, people: People, wanted: Iterable[str]) -> Iterator[Cells]:
    """Some actors, with how many reports name them, and how."""
    asked = set(wanted)
    every = len(asked) == len(people.actors)
    own = {key: one for key, one in people.referents.items() if every or one in asked}
    found = fames(store, own)
    for actor in sorted(asked):
        names, reports, witnesses = found.get(actor, NAMELESS)
        row = people.actors[actor]
        yield (*row, name_key(row[1]), json.dumps(names, ensure_ascii=False), reports, witnesses)
