"""Maps and histories as graphs of networkx."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allegiance.export._relations import Cell, Row
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.signs import Signs
from allegiance.notebook.frames import Table, library
from allegiance.notebook.tables import history_tables, network_tables
from allegiance.records.history import History
from allegiance.records.network import Network
from allegiance.wording import safe

if TYPE_CHECKING:  # Annotation only: large, and imported where it is asked for.
    import networkx

# Columns that say which nodes an edge joins; some files of graphs give these names a meaning of their own.
TOLD_BY_NODES = {"source", "source_name", "target", "target_name", "place", "place_name"}


def network_graph(network: Network, lexicon: Lexicon) -> networkx.MultiDiGraph:
    """An edge a relation.

    Raises:
        UsageError: networkx is not installed.
    """
    about = {"on": network.on.isoformat(), "known_by": network.known_by.isoformat()}
    return _graph(network_tables(network), "relation", about, lexicon)


def history_graph(history: History, lexicon: Lexicon) -> networkx.MultiDiGraph:
    """An edge an interval.

    Raises:
        UsageError: networkx is not installed.
    """
    about = {"known_by": history.known_by.isoformat()}
    return _graph(history_tables(history), "interval", about, lexicon)


def sign_of(predicate: str, signs: Signs) -> int:
    """1 for a bond, -1 for enmity, 0 for what is neither."""
    return (predicate in signs.positive) - (predicate in signs.negative)


def _graph(
    tables: Mapping[str, Table], key: str, about: dict[str, str], lexicon: Lexicon
) -> networkx.MultiDiGraph:
    """A node a row of `actors` and `places`, an edge a row of the table whose rows are told apart by `key`."""
    graph = library("networkx").MultiDiGraph(**about)
    for row in tables["actors"].rows:
        graph.add_node(row.pop("actor"), **_known(row))
    for row in tables["places"].rows:
        graph.add_node(row.pop("place"), kind="place", **_known(row))
    for row in tables[f"{key}s"].rows:
        predicate = str(row["predicate"])
        terms: Row = {
            "sign": sign_of(predicate, lexicon.signs),
            "symmetric": lexicon.ontology.relation(predicate).symmetric,
        }
        told = {name: cell for name, cell in row.items() if name not in TOLD_BY_NODES}
        target = row["target"] or row["place"]
        graph.add_edge(row["source"], target, key=row[key], **_known(told | terms))
    return graph


def _known(cells: Row) -> dict[str, str | int | float | bool]:
    """The cells that are not empty, as what files of graphs can hold: days as ISO 8601, several ids with spaces between, names
    without characters that XML has no way to write.
    """
    return {name: _plain(cell) for name, cell in cells.items() if cell is not None and cell != ()}


def _plain(cell: Cell) -> str | int | float | bool:
    if isinstance(cell, tuple):
        return " ".join(cell)
    return cell if isinstance(cell, int | float | bool) else safe(str(cell))
