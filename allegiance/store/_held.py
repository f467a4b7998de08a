"""Values of rows that recur: each is held once, however many rows have it."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from sys import intern


def once(word: str | None) -> str | None:
    """The word, kept in memory once however many claims bear it."""
    return intern(word) if word is not None else None


@lru_cache(maxsize=65536)
def day_of(written: str) -> date:
    """A day as ISO writes it."""
    return date.fromisoformat(written)
