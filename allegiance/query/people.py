"""Who is who, as rows of the atlas."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from allegiance.lexicon.names import name_key
from allegiance.query.fame import NAMELESS, fames
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import EACH, Cells, differing, listed, rows
from allegiance.store.store import Store

# Keys that are gone or changed, and pairs that are new or changed.
Difference: TypeAlias = "tuple[set[str], list[tuple[str, str]]]"


@dataclass(frozen=True, slots=True)
class People:
    """Everybody, by key: actors as id, name, kind and knowledge id; of referents and groups the actor alone."""

    actors: dict[str, Cells]
    referents: dict[str, str]
    nodes: dict[str, str]


class Moved(NamedTuple):
    """Who is somebody else than the atlas has it.

    Attributes:
        actors: by id, those that have changed, and those that other referents are now; as they are.
        lost: the ids of actors whose rows go.
        other_kinds: actors that are of another kind.
    """

    referents: Difference
    nodes: Difference
    actors: Mapping[str, Cells]
    lost: Set[str]
    other_kinds: Set[str]

    @property
    def keys(self) -> set[str]:
        """The referents that are somebody else."""
        gone, come = self.referents
        return gone | {key for key, _ in come}


def of_cast(cast: Cast) -> People:
    """As the ledgers have them."""
    actors = {
        one.id: (one.id, one.name, one.kind, one.knowledge_id) for one in cast.actors.values()
    }
    groups = {key: actor for key, actor in cast.groups.items() if key not in cast.actor_of}
    return People(actors, dict(cast.actor_of), groups)


def moved(store: Store, new: People) -> Moved:
    """What has changed of everybody."""
    old = _of_atlas(store)
    referents = gone, come = differing(old.referents, new.referents)
    # Whoever won or lost a referent is named by other reports now.
    touched = {old.referents[key] for key in gone} | {actor for _, actor in come}
    lost = {one for one, row in old.actors.items() if new.actors.get(one) != row}
    found = {one for one, row in new.actors.items() if old.actors.get(one) != row}
    return Moved(
        referents,
        differing(old.nodes, new.nodes),
        {one: new.actors[one] for one in found | (touched & new.actors.keys())},
        lost | touched,
        {one for one, row in new.actors.items() if old.actors.get(one, row)[2] != row[2]},
    )


def referents_now(store: Store, there: Moved) -> dict[str, str]:
    """All referents of the actors that have changed."""
    asked = f'SELECT "key", actor FROM atlas_referent WHERE actor {EACH}'
    gone, come = there.referents
    before = {key: actor for key, actor in rows(store, asked, listed(there.actors)) if key not in gone}  # fmt: skip
    return before | {key: actor for key, actor in come if actor in there.actors}


def actor_rows(
    store: Store, actors: Mapping[str, Cells], actor_of: Mapping[str, str]
) -> Iterator[Cells]:
    """Actors, with how many reports name them, and how; `actor_of` has all their referents."""
    found = fames(store, actor_of)
    for actor, row in sorted(actors.items()):
        names, reports, witnesses = found.get(actor, NAMELESS)
        yield (*row, name_key(row[1]), json.dumps(names, ensure_ascii=False), reports, witnesses)


def _of_atlas(store: Store) -> People:
    actors = rows(store, "SELECT id, name, kind, knowledge_id FROM atlas_actor")
    return People(
        {row[0]: row for row in actors},
        dict(rows(store, 'SELECT "key", actor FROM atlas_referent')),
        dict(rows(store, "SELECT id, actor FROM atlas_node")),
    )
