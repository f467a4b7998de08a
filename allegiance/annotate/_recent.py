"""What was worked out last, as long as there is room for it."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Values by key, for several threads; the one asked for the longest ago goes first.

    Args:
        room: the most that all values together may take, in the unit of `keep`.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Key, tuple[Value, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> Value | None:
        """The value, if it is still here."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: Key, value: Value, size: int) -> None:
        """Keep a value, which takes `size`."""
        with self._lock:
            self._kept[key] = (value, size)
            self._kept.move_to_end(key)
            while sum(size for _, size in self._kept.values()) > self._room:
                self._kept.popitem(last=False)
