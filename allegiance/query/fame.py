"""How many reports name an actor, and by which names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
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


def fame(store: Store, referents: Collection[str]) -> Fame:
    """Of whoever these referents are."""
    counts = Counter(
        words for words, _ in {(w, article) for w, _, article in names_of(store, referents)}
    )
    named_in = witnesses_of(store, referents)
    names = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Fame(tuple(names), len(named_in), len(set(named_in.values())))
