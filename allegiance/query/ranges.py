"""Ranges that one number reconciles, and those that none does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
# At least, at most (None: no upper bound), and what says so.
Ranged = tuple[int, int | None, T]


def irreconcilable(ranges: Sequence[Ranged[T]]) -> list[list[T]]:
    """As few groups as can be, such that one number lies in all ranges of a group; none where one group is enough.

    What several of the groups could mean takes no side, and is left out.

    >>> irreconcilable([(12, 12, "a"), (15, 15, "b"), (15, 20, "c"), (10, None, "d")])
    [['a'], ['b', 'c']]
    >>> irreconcilable([(12, 12, "a"), (10, None, "b")])
    []
    """
    numbers: list[int] = []
    bounded = [(high, low) for low, high, _ in ranges if high is not None]
    for high, low in sorted(bounded):
        if not numbers or numbers[-1] < low:
            numbers.append(high)
    # What has no upper bound meets the greatest of them, or lies above all.
    above = [low for low, high, _ in ranges if high is None and numbers and low > numbers[-1]]
    numbers += [max(above)] if above else []
    if len(numbers) < 2:
        return []
    groups: list[list[T]] = [[] for _ in numbers]
    for low, most, says in ranges:
        first = bisect_left(numbers, low)
        after = len(numbers) if most is None else bisect_right(numbers, most)
        if after - first == 1:
            groups[first].append(says)
    return groups
