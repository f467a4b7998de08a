"""The relations of a map as a table; it drops the events, the kinds of actors and what was left out."""

from __future__ import annotations

from typing import BinaryIO

from allegiance.export._cells import row, text_of
from allegiance.export._relations import RELATION, names, relation_row
from allegiance.records.network import Network


def write(network: Network, out: BinaryIO) -> None:
    """Write a row a relation: days half-open as everywhere, claims by their ids with spaces between."""
    out.write(row(RELATION))
    named = names(network)
    for relation in network.relations:
        out.write(row(map(text_of, relation_row(relation, named).values())))
