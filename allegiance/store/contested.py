"""Conflicts as a store keeps them: as they were last found, with what they were found from and what each depends on.

As the atlas, whose companions they are, they are no source. They are found when somebody asks for them, not whenever
the atlas is brought up to date, as that takes as long again. In between the atlas notes what has changed, so that only
what depends on it has to be found anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Set
from datetime import date
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection

from allegiance.store.atlas import EACH, Head, driver_of, listed, rows
from allegiance.store.editions import edition_of
from allegiance.store.store import Store

# What it is, and which: a unit, an event or an actor.
Key: TypeAlias = "tuple[str, str]"
_TABLES = ("conflict", "conflict_of", "rival", "one_side")


class Shelved(NamedTuple):
    """A conflict as it is kept.

    Attributes:
        first, end: the days `[first, end)` that its claims may speak of, as ordinals.
        depends: units, events, and all actors that its claims name.
    """

    kind: str
    first: int
    end: int
    body: str
    depends: Collection[Key]


class Contested(NamedTuple):
    """What is to be kept of some conflicts.

    Attributes:
        rivals: pairs of events that may be one, told of two doers; each both ways round.
        one_side: pairs of actors that are one side.
    """

    conflicts: Iterable[Shelved]
    rivals: Collection[tuple[str, str]]
    one_side: Collection[tuple[str, str]]


class Outdated(NamedTuple):
    """What goes before some are kept.

    Attributes:
        conflicts: those that depend on one of these.
        events: whose pairs go.
        one_side: pairs of actors that are one side no more.
    """

    conflicts: Collection[Key]
    events: Collection[str]
    one_side: Collection[tuple[str, str]]


def found_from(store: Store) -> Head | None:
    """What the conflicts that are kept were found from; None where none are."""
    found = rows(store, "SELECT form, reading, judgement, decision FROM atlas_conflict_head")
    return Head(*found[0]) if found else None


def changed(store: Store) -> list[Key]:
    """What has changed since."""
    return [(what, key) for what, key in rows(store, 'SELECT what, "key" FROM atlas_changed')]


class Sought(NamedTuple):
    """Which conflicts are asked for; more may be given.

    Attributes:
        actor: an actor's id: only those whose claims name it; None for all.
        kinds: none for all.
        since, until: only what may have been on one of these days, both included; None: no bound.
    """

    actor: str | None = None
    kinds: Collection[str] = ()
    since: date | None = None
    until: date | None = None


ALL = Sought()


def kept_conflicts(store: Store, now: Head, sought: Sought = ALL) -> list[str] | None:
    """The bodies, in no order; None where none are kept, or they were found from something else."""
    wanted = ["TRUE"]
    values: list[object] = []
    if sought.actor is not None:
        wanted.append(f"number IN ({_DEPENDING})")
        values += ["actor", listed([sought.actor])]
    if sought.kinds:
        wanted.append(f"kind {EACH}")
        values.append(listed(sought.kinds))
    if sought.since is not None:
        wanted.append('"end" > ?')
        values.append(sought.since.toordinal())
    if sought.until is not None:
        wanted.append("first <= ?")
        values.append(sought.until.toordinal())
    # In one statement, so that another program cannot replace them in between; at least one row wherever they are kept.
    asked = (
        f"SELECT body FROM atlas_conflict_head LEFT JOIN atlas_conflict ON {' AND '.join(wanted)}"
        " WHERE (form, reading, judgement, decision) = (?, ?, ?, ?)"
    )
    bodies = [body for (body,) in rows(store, asked, *values, *now)]
    return [body for body in bodies if body is not None] if bodies else None


def keys_beside(store: Store, keys: Iterable[Key]) -> set[Key]:
    """What conflicts that depend on one of these depend on."""
    asked = (
        f'SELECT DISTINCT beside.what, beside."key" FROM ({_DEPENDING}) AS depending'
        " JOIN atlas_conflict_of AS beside ON beside.conflict = depending.conflict"
    )
    return {(what, key) for what, key in _by_what(store, asked, keys)}


def keys_of_both(store: Store, one: str, other: str) -> set[Key]:
    """What conflicts that name two actors depend on."""
    asked = (
        'SELECT DISTINCT beside.what, beside."key" FROM atlas_conflict_of AS mine'
        " JOIN atlas_conflict_of AS theirs ON theirs.conflict = mine.conflict"
        ' AND theirs.what = mine.what AND theirs."key" = ?'
        " JOIN atlas_conflict_of AS beside ON beside.conflict = mine.conflict"
        " WHERE mine.what = 'actor' AND mine.\"key\" = ?"
    )
    return {(what, key) for what, key in rows(store, asked, other, one)}


def rivals_of(store: Store, events: Collection[str]) -> list[tuple[str, str]]:
    """Pairs of rival events of which the first is one of these."""
    found = rows(store, f"SELECT event, other FROM atlas_rival WHERE event {EACH}", listed(events))
    return [(event, other) for event, other in found]


def with_rivals(store: Store, events: Set[str]) -> set[str]:
    """These events, and the rivals of each."""
    return {*events, *(other for _, other in rivals_of(store, events))}


def one_sides(store: Store) -> set[tuple[str, str]]:
    """Pairs of actors that were one side when conflicts were last found."""
    return {(one, other) for one, other in rows(store, "SELECT one, other FROM atlas_one_side")}


def keep_conflicts(
    store: Store, now: Head, kept: Contested, outdated: Outdated | None = None
) -> None:
    """Replace what is kept, in one transaction; nothing if the ledgers have grown in the meantime.

    Args:
        now: what they were found from.
        outdated: what goes; None for all.

    Raises:
        StoreError: it cannot be written.
    """
    with store.writing() as connection:
        if edition_of(connection) != now[1:]:
            return
        _clear(connection) if outdated is None else _remove(connection, outdated)
        connection.exec_driver_sql("DELETE FROM atlas_conflict_head")
        connection.exec_driver_sql("DELETE FROM atlas_changed")
        connection.exec_driver_sql("INSERT INTO atlas_conflict_head VALUES (?, ?, ?, ?)", now)
        _insert(driver_of(connection), kept)


_DEPENDING = f'SELECT conflict FROM atlas_conflict_of WHERE what = ? AND "key" {EACH}'


def _by_what(store: Store, asked: str, keys: Iterable[Key]) -> Iterator[tuple[str, ...]]:
    for what, several in _sorted_out(keys).items():
        yield from rows(store, asked, what, listed(several))


def _sorted_out(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for what, key in keys:
        found.setdefault(what, []).append(key)
    return found


def _clear(connection: Connection) -> None:
    for table in _TABLES:
        connection.exec_driver_sql(f"DELETE FROM atlas_{table}")


def _remove(connection: Connection, outdated: Outdated) -> None:
    gone: set[int] = set()
    for what, several in _sorted_out(outdated.conflicts).items():
        found = connection.exec_driver_sql(_DEPENDING, (what, listed(several)))
        gone.update(found.scalars())
    events = listed(outdated.events)
    for asked, values in (
        (f"DELETE FROM atlas_conflict WHERE number {EACH}", listed(gone)),
        (f"DELETE FROM atlas_conflict_of WHERE conflict {EACH}", listed(gone)),
        (f"DELETE FROM atlas_rival WHERE (event, other) IN (SELECT other, event FROM atlas_rival WHERE event {EACH})", events),
        (f"DELETE FROM atlas_rival WHERE event {EACH}", events),
    ):  # fmt: skip
        connection.exec_driver_sql(asked, (values,))
    parted = "DELETE FROM atlas_one_side WHERE (one, other) = (?, ?)"
    driver_of(connection).executemany(parted, sorted(outdated.one_side))


def _insert(driver: sqlite3.Connection, kept: Contested) -> None:
    (last,) = driver.execute("SELECT coalesce(max(number), 0) FROM atlas_conflict").fetchone()
    depends: list[tuple[str, str, int]] = []

    def numbered() -> Iterator[tuple[object, ...]]:
        for number, one in enumerate(kept.conflicts, last + 1):
            depends.extend((*key, number) for key in one.depends)
            yield (number, *one[:4])

    driver.executemany("INSERT INTO atlas_conflict VALUES (?, ?, ?, ?, ?)", numbered())
    driver.executemany("INSERT INTO atlas_conflict_of VALUES (?, ?, ?)", sorted(depends))
    driver.executemany("INSERT OR IGNORE INTO atlas_rival VALUES (?, ?)", sorted(kept.rivals))
    driver.executemany("INSERT INTO atlas_one_side VALUES (?, ?)", sorted(kept.one_side))  # fmt: skip
