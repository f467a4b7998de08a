"""From what a user types to one actor; never to one of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from allegiance.errors import AmbiguousName, UnknownName
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.names import name_key
from allegiance.records.judgement import Actor, known_actor_id
from allegiance.resolve.actors import Cast
from allegiance.store.lookups import referents_named
from allegiance.store.store import Store

NEAR = 5
# Below this likeness (0-100) a name only shares letters; set by hand.
NEAR_ENOUGH = 70


def actor_named(name: str, store: Store, cast: Cast, lexicon: Lexicon) -> Actor:
    """The one actor of that name.

    Looked for in this order, and the first that finds any decides: an actor's id, its main name, the knowledge base's
    aliases, the names that reports use.

    Raises:
        UnknownName: with near names.
        AmbiguousName: with the ids of those to choose from, and their names.
    """
    for found in _tiers(name, store, cast, lexicon):
        if len(found) == 1:
            return cast.actors[found[0]]
        if found:
            raise _ambiguous(name, [cast.actors[one] for one in found])
    raise _unknown(name, cast, lexicon)


def _tiers(name: str, store: Store, cast: Cast, lexicon: Lexicon) -> Iterator[list[str]]:
    key = name_key(name)
    # What was joined with another is found by its old id, too.
    ids = [cast.groups.get(one, one) for one in (name, known_actor_id(name))]
    yield [one for one in ids if one in cast.actors][:1]
    yield [one.id for one in cast.actors.values() if name_key(one.name) == key]
    aliased = [row.id for row in lexicon.actors if key in map(name_key, row.names)]
    yield _there(map(known_actor_id, aliased), cast)
    keys = referents_named(store, key)
    yield _there((cast.actor_of[one] for one in keys if one in cast.actor_of), cast)


def _there(ids: Iterable[str], cast: Cast) -> list[str]:
    return sorted({one for one in ids if one in cast.actors})


def _ambiguous(name: str, actors: list[Actor]) -> AmbiguousName:
    candidates = tuple(f"{one.id} ({one.name}, {one.kind})" for one in actors)
    return AmbiguousName(
        f"{name!r} may be {len(actors)} actors; name one by its id: {', '.join(candidates)}",
        candidates,
    )


def _unknown(name: str, cast: Cast, lexicon: Lexicon) -> UnknownName:
    names = {name_key(one.name): one.name for one in cast.actors.values()}
    for row in lexicon.actors:
        if known_actor_id(row.id) in cast.actors:
            names.update((name_key(alias), row.name) for alias in row.names[1:])
    near = process.extract(
        name_key(name), list(names), scorer=fuzz.WRatio, limit=2 * NEAR, score_cutoff=NEAR_ENOUGH
    )
    likely = tuple(dict.fromkeys(names[key] for key, _, _ in near))[:NEAR]
    hint = f"; did you mean {', '.join(likely)}?" if likely else "; `search` looks in the texts"
    return UnknownName(f"no report in this store names {name!r}{hint}", likely)
