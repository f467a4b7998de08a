"""How many reports name an actor, and by which names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from allegiance.lexicon.names import name_key
from allegiance.store.lookups import names_of, witnesses_of
from allegiance.store.store import Store


class Fame(NamedTuple):
    """What reports call an actor.

    Attributes:
        names: as written, with the number of articles that write so; the most frequent first.
        reports: articles that name it, copies too.
        witnesses: how many of them are independent.
    """

    names: tuple[tuple[str, int], ...]
    reports: int
    witnesses: int

    def others(self, main: str) -> tuple[str, ...]:
        """The names but for the main one; spellings that differ in case or article alone are one."""
        best: dict[str, str] = {}
        for words, _ in self.names:
            best.setdefault(name_key(words), " ".join(words.split()))
        best.pop(name_key(main), None)
        return tuple(best.values())


NAMELESS = Fame((), 0, 0)


def fames(store: Store, actor_of: Mapping[str, str]) -> dict[str, Fame]:
    """Of each actor, by id; `actor_of` has all its referents."""
    written: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for words, key, article in names_of(store, actor_of):
        written[actor_of[key]].add((words, article))
    named_in: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, article, witness in witnesses_of(store, actor_of):
        named_in[actor_of[key]][article] = witness
    return {
        actor: Fame(_by_use(written[actor]), len(several), len(set(several.values())))
        for actor, several in named_in.items()
    }


def _by_use(written: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(words for words, _ in written)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
