"""Long lists a page at a time: the next one begins behind the key of the last row, whatever was added in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from allegiance.errors import UsageError
from allegiance.records.listing import Key

T = TypeVar("T")


def cut(
    rows: Sequence[T],
    key: Callable[[T], Key],
    *,
    after: Key | None,
    limit: int,
    descending: bool = False,
) -> tuple[Sequence[T], Key | None]:
    """The rows behind a key, at most so many, and the key of the last of them if others follow.

    Args:
        rows: sorted by the key, no two of which are equal.

    Raises:
        UsageError: `after` is no key of such a list.

    >>> cut([2, 3, 5, 7], lambda row: (row,), after=(3,), limit=1)
    ([5], (5,))
    """
    start = _behind(rows, key, after, descending=descending) if after is not None else 0
    chosen = rows[start : start + limit]
    return chosen, key(chosen[-1]) if start + limit < len(rows) else None


def _behind(rows: Sequence[T], key: Callable[[T], Key], after: Key, *, descending: bool) -> int:
    """Where the first row behind a key stands."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        here = key(rows[middle])
        try:
            passed = here >= after if descending else here <= after
        except TypeError as error:
            raise UsageError("the cursor is none of this list; begin without one") from error
        low, high = (middle + 1, high) if passed else (low, middle)
    return low
