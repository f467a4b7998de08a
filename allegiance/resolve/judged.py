"""Judgements on actors, laid out so that who is who on another day need not look at each of them again.

Nearly every referent is tied by one rule to one actor, and nobody is tied to it: it joins nobody else, and is whoever
that actor is. Only the others have to be folded; of these the last judgement on the same two sides counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from allegiance.records.judgement import Call, Identity


class Leaves(NamedTuple):
    """Referents that are tied to one actor and to nobody else, by the day on which their articles were known.

    Attributes:
        keys, calls: of each, how judgements call it, and its name, kind and id of the knowledge base.
    """

    days: tuple[date, ...]
    keys: tuple[str, ...]
    calls: tuple[Call, ...]

    def known(self, known_by: date) -> Leaves:
        """Those that were known by a day."""
        end = bisect_right(self.days, known_by)
        return Leaves(self.days[:end], self.keys[:end], self.calls[:end])


class Judged:
    """Judgements in the order in which they were made, each with the day on which it was known; None: always.

    What speaks of one referent is of one day, that of its article.
    """

    def __init__(self, every: Iterable[tuple[date | None, Identity]]) -> None:
        last = {(one.left, one.right): (day, one) for day, one in every}
        many = Counter(left for left, _ in last)
        stems = {right for _, right in last}
        leaves: defaultdict[str, list[tuple[date, str, Call]]] = defaultdict(list)
        self._others: list[tuple[date | None, Identity]] = []
        for day, one in last.values():
            alone = many[one.left] == 1 and one.left not in stems
            if alone and one.verdict == "same" and one.name is not None and one.kind is not None:
                call = (one.name, one.kind, one.knowledge_id)
                leaves[one.right].append((day or date.min, one.left, call))
            else:
                self._others.append((day, one))
        self._leaves = {
            stem: Leaves(*zip(*sorted(several, key=_first_two), strict=True))
            for stem, several in leaves.items()
        }

    def others(self, known_by: date) -> list[Identity]:
        """Judgements known by a day, but for those on leaves."""
        return [one for day, one in self._others if day is None or day <= known_by]

    def leaves(self, known_by: date) -> Iterator[tuple[str, Leaves]]:
        """The leaves known by a day, by whom they are tied to."""
        for stem, every in self._leaves.items():
            known = every.known(known_by)
            if known.keys:
                yield stem, known

    def all(self, known_by: date) -> list[Identity]:
        """All judgements known by a day."""
        return self.others(known_by) + [
            Identity(key, stem, "same", *call)
            for stem, known in self.leaves(known_by)
            for key, call in zip(known.keys, known.calls, strict=True)
        ]


def _first_two(leaf: tuple[date, str, Call]) -> tuple[date, str]:
    return leaf[:2]
