"""Fold judgements into actors: whoever is tied together is one. Nothing is merged for good; the fold is done anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allegiance.records.canonical import digest
from allegiance.records.judgement import Actor, Identity


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who.

    Attributes:
        actors: by id.
        actor_of: an actor's id for every referent key; nameless referents have none.
    """

    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]

    def referents_of(self, actor_id: str) -> tuple[str, ...]:
        """The keys of an actor's referents, sorted."""
        return tuple(sorted(key for key, actor in self.actor_of.items() if actor == actor_id))


def cast(identities: Iterable[Identity], known_names: Mapping[str, str]) -> Cast:
    """Actors from judgements; on the same two sides the last judgement counts.

    Args:
        known_names: main names by knowledge id.
    """
    last = {(one.left, one.right): one for one in identities}
    ties = _Ties()
    for one in last.values():
        ties.add(one.left, one.right)
        if one.verdict == "same":
            ties.join(one.left, one.right)
    ids = _ids(ties)
    referents = {one.left: one for one in last.values() if one.name is not None}
    actor_of = {key: ids[ties.find(key)] for key in referents}
    together: defaultdict[str, list[Identity]] = defaultdict(list)
    for key, actor_id in actor_of.items():
        together[actor_id].append(referents[key])
    actors = {name: _actor(name, parts, known_names) for name, parts in sorted(together.items())}
    return Cast(actors, actor_of)


class _Ties:
    """Union-find with path halving; the root of a set is its least member, so that order never shows."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, *several: str) -> None:
        for one in several:
            self._parent.setdefault(one, one)

    def find(self, one: str) -> str:
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def sets(self) -> dict[str, list[str]]:
        """Members by root."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in list(self._parent):
            found[self.find(one)].append(one)
        return found


def _ids(ties: _Ties) -> dict[str, str]:
    """The actor id of every root: the knowledge base's if there is one, else the least.

    Whoever was parted from everybody is an actor by itself.
    """
    ids = {}
    for root, members in ties.sets().items():
        names = [one for one in members if one.startswith("actor-")]
        ids[root] = min(names or [digest("actor", root)], key=lambda name: (_is_hash(name), name))
    return ids


def _is_hash(actor_id: str) -> bool:
    tail = actor_id.removeprefix("actor-")
    return len(tail) == 16 and all(digit in "0123456789abcdef" for digit in tail)


def _actor(actor_id: str, parts: list[Identity], known_names: Mapping[str, str]) -> Actor:
    """Named and sorted as most reports do; of equally many the longer, then the first of the alphabet."""
    known = next((one.knowledge_id for one in parts if one.knowledge_id is not None), None)
    names = Counter(one.name for one in parts if one.name is not None)
    kinds = Counter(one.kind for one in parts if one.kind is not None)
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return Actor(actor_id, known_names.get(known or "", name), kind, known)
