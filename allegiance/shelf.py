"""A folder as a registry: a file's name is the part's name, and nothing is imported until it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from types import ModuleType

from allegiance.errors import UsageError


def names(room: str) -> tuple[str, ...]:
    """The parts of a room (`allegiance.extract`), sorted; private modules are not parts."""
    entries = (entry.name for entry in files(room).iterdir())
    return tuple(
        sorted(name[:-3] for name in entries if name.endswith(".py") and not name.startswith("_"))
    )


def take(room: str, name: str) -> ModuleType:
    """Import one part.

    Raises:
        UsageError: the room has no such part; the message lists those it has.
    """
    if name not in names(room):
        raise UsageError(f"no {name!r} in {room}; available: {', '.join(names(room))}")
    return import_module(f"{room}.{name}")


def in_order(room: str) -> tuple[ModuleType, ...]:
    """All parts of a room, each after those that its `NEEDS` names; otherwise by name.

    Raises:
        UsageError: a part needs one that is absent, or two need each other.
    """
    return tuple(_ordered(room))


def _ordered(room: str) -> Iterator[ModuleType]:
    waiting = {name: take(room, name) for name in names(room)}
    done: set[str] = set()
    while waiting:
        ready = [name for name, part in waiting.items() if done.issuperset(part.NEEDS)]
        if not ready:
            raise UsageError(f"parts of {room} wait for each other or for an absent one: {waiting}")
        for name in ready:
            yield waiting.pop(name)
            done.add(name)
