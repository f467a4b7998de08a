"""Claims as lists show them: rows that SQLite chooses, counts and puts in order, kept in the atlas or laid out in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import TypeAlias

from allegiance.store.atlas import COLUMNS, Cells, rows
from allegiance.store.store import Store

TABLE = "atlas_listed"
# Answers a query on `TABLE`: its words, and the values of its parameters.
Asking: TypeAlias = "Callable[..., list[Cells]]"


def kept(store: Store) -> Asking:
    """Those of the atlas."""
    return lambda asked, *values: rows(store, asked, *values)


def laid_out(cells: Iterable[Cells]) -> Asking:
    """Those of another day: as long as somebody asks for them, they are in memory."""
    # One thread at a time asks, but not always the same.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    columns = COLUMNS["listed"]
    connection.execute(
        f"CREATE TABLE {TABLE} ({columns}, PRIMARY KEY (claim_id, article_id)) WITHOUT ROWID"
    )
    marks = ", ".join("?" for _ in columns.split(","))
    connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", cells)
    return lambda asked, *values: connection.execute(asked, values).fetchall()
