"""Who is who as a store keeps it: single ones are looked up, and only who asks for all of them waits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from allegiance.records.judgement import Actor
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import EACH, Cells, listed, rows
from allegiance.store.store import Store

V = TypeVar("V")
# Who looks up more than so many, one by one, is better off with the whole table.
FEW = 500


def in_memory(cast: Cast) -> Cast:
    """The same cast, for who looks everybody up."""
    return Cast(dict(cast.actors.items()), dict(cast.actor_of.items()), dict(cast.groups.items()))


class _Table(Mapping[str, V]):
    """A table of the atlas as a mapping."""

    ALL: str
    SOME: str
    SEVERAL: str

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, V | None] = {}
        self._laid: dict[str, V] = {}
        self._asked = 0

    def __getitem__(self, key: str) -> V:
        if key in self._laid:
            return self._laid[key]
        if self._asked > FEW:
            return self._all[key]
        if key not in self._known:
            self._asked += 1
            found = rows(self._store, self.SOME, key)
            self._known[key] = self._value(found[0]) if found else None
        value = self._known[key]
        if value is None:
            raise KeyError(key)
        return value

    def lay(self, others: Mapping[str, V]) -> None:
        """Have others in the place of what the table has, or beside it."""
        self._laid.update(others)

    def look_up(self, keys: Collection[str]) -> None:
        """Get these at once."""
        self._known.update(dict.fromkeys(keys))
        for row in rows(self._store, self.SEVERAL, listed(keys)):
            self._known[row[0]] = self._value(row)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def items(self) -> Any:
        """All of them."""
        return self._all.items()

    def values(self) -> Any:
        """All of them."""
        return self._all.values()

    @cached_property
    def _all(self) -> dict[str, V]:
        return {row[0]: self._value(row) for row in rows(self._store, self.ALL)} | self._laid

    def _value(self, row: Cells) -> V:
        raise NotImplementedError


class Actors(_Table[Actor]):
    """Actors by id."""

    ALL = "SELECT id, name, kind, knowledge_id FROM atlas_actor ORDER BY id"
    SOME = "SELECT id, name, kind, knowledge_id FROM atlas_actor WHERE id = ?"
    SEVERAL = f"SELECT id, name, kind, knowledge_id FROM atlas_actor WHERE id {EACH}"

    def _value(self, row: Cells) -> Actor:
        return Actor(*row)


class Referents(_Table[str]):
    """The ids of actors by the keys of referents."""

    ALL = 'SELECT "key", actor FROM atlas_referent'
    SOME = f'{ALL} WHERE "key" = ?'
    SEVERAL = f'{ALL} WHERE "key" {EACH}'

    def _value(self, row: Cells) -> str:
        return str(row[1])


class Groups(_Table[str]):
    """The ids of actors by those that judgements and decisions speak of."""

    ALL = 'SELECT id, actor FROM atlas_node UNION ALL SELECT "key", actor FROM atlas_referent'
    SOME = f"SELECT * FROM ({ALL}) WHERE id = ?"
    SEVERAL = f"SELECT * FROM ({ALL}) WHERE id {EACH}"

    def _value(self, row: Cells) -> str:
        return str(row[1])
