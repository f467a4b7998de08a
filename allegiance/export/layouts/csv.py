"""The relations of a map as a table; it drops the events, the kinds of actors and what was left out."""

from __future__ import annotations

from typing import BinaryIO

from allegiance.export._cells import harmless, row
from allegiance.export._relations import RELATION, Cell, names, relation_row
from allegiance.records.network import Network


def write(network: Network, out: BinaryIO) -> None:
    """Write a row a relation: days half-open as everywhere, claims by their ids with spaces between."""
    out.write(row(RELATION))
    named = names(network)
    for relation in network.relations:
        out.write(row(map(_text, relation_row(relation, named).values())))


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(" ".join(cell) if isinstance(cell, tuple) else str(cell))
