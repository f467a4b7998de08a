"""Answers as tables in CSV, with names beside ids; texts of strangers are no formulas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegiance.records.changes import Changes
from allegiance.records.conflict import Conflict
from allegiance.records.history import History
from allegiance.records.listing import ActorRow, ClaimRow, DayCount, EventRow, PlacesSeen
from allegiance.records.network import Network


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its columns, and rows with a cell for each."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[object]]


def written(sheet: Sheet) -> bytes:
    """The table in CSV."""
    raise NotImplementedError


def relations_sheet(network: Network) -> Sheet:
    """A row a relation."""
    raise NotImplementedError


def intervals_sheet(history: History) -> Sheet:
    """A row a stretch."""
    raise NotImplementedError


def changes_sheet(changes: Changes) -> Sheet:
    """A row a change."""
    raise NotImplementedError


def conflicts_sheet(rows: Iterable[Conflict]) -> Sheet:
    """A row a voice."""
    raise NotImplementedError


def actors_sheet(rows: Iterable[ActorRow]) -> Sheet:
    """A row an actor."""
    raise NotImplementedError


def claims_sheet(rows: Iterable[ClaimRow]) -> Sheet:
    """A row a claim."""
    raise NotImplementedError


def events_sheet(rows: Iterable[EventRow]) -> Sheet:
    """A row an event."""
    raise NotImplementedError


def places_sheet(found: PlacesSeen) -> Sheet:
    """A row a place."""
    raise NotImplementedError


def days_sheet(rows: Iterable[DayCount]) -> Sheet:
    """A row a stretch of days."""
    raise NotImplementedError
