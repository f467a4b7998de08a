"""Who is tied to whom, and who must not be."""

from __future__ import annotations

from collections import defaultdict


class Ties:
    """Union-find with path halving; the root of a set is its least member, so that order never shows."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, *several: str) -> None:
        """Know them; each is a set of its own unless it was known before."""
        for one in several:
            self._parent.setdefault(one, one)

    def find(self, one: str) -> str:
        """The root of a member's set."""
        parent = self._parent
        above = parent.setdefault(one, one)
        while above != one:
            parent[one] = above = parent[above]
            one, above = above, parent[above]
        return one

    def join(self, one: str, other: str) -> None:
        """Make two sets one; what had to stay apart from either has to stay apart from both."""
        low, high = self.find(one), self.find(other)
        if low == high:
            return
        if high < low:
            low, high = high, low
        self._parent[high] = low
        for foe in self._apart.pop(high, ()):
            self._apart[foe].discard(high)
            self._apart[foe].add(low)
            self._apart[low].add(foe)

    def part(self, one: str, other: str) -> None:
        """Never let two sets be one from here on; for sets that are not one yet."""
        first, second = self.find(one), self.find(other)
        self._apart[first].add(second)
        self._apart[second].add(first)

    @property
    def parted(self) -> bool:
        """Was anybody parted from anybody?"""
        return bool(self._apart)

    def may_join(self, one: str, other: str) -> bool:
        """Has nobody parted them?"""
        if not self._apart:
            return True
        return self.find(other) not in self._apart.get(self.find(one), ())

    def sets(self) -> dict[str, list[str]]:
        """Members by root."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one in list(self._parent):
            found[self.find(one)].append(one)
        return found
