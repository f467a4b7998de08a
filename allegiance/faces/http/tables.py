"""Answers as tables in CSV: the same bytes for the same answer, and no text of strangers is a formula in them."""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.export._cells import row, text_of
from allegiance.notebook.frames import Table
from allegiance.notebook.lists import (
    actors_table,
    changes_table,
    claims_table,
    conflicts_table,
    days_table,
    events_table,
    places_table,
)
from allegiance.notebook.tables import history_tables, network_tables
from allegiance.records.history import History
from allegiance.records.network import Network

__all__ = [
    "actors_table",
    "changes_table",
    "claims_table",
    "conflicts_table",
    "days_table",
    "events_table",
    "intervals_table",
    "places_table",
    "relations_table",
    "written",
]


def relations_table(network: Network) -> Table:
    """A row a relation."""
    return network_tables(network)["relations"]


def intervals_table(history: History) -> Table:
    """A row a stretch of a relation."""
    return history_tables(history)["intervals"]


def written(table: Table, *, headed: bool = True) -> bytes:
    """The table in CSV, a heading a column."""
    return b"".join(_lines(table, headed=headed))


def _lines(table: Table, *, headed: bool) -> Iterable[bytes]:
    if headed:
        yield row(table.columns)
    for cells in table.rows:
        yield row(text_of(cells[name]) for name in table.columns)
