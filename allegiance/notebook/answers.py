"""Maps, histories and profiles that show themselves in a notebook and turn into data frames and graphs.

They are the records of the same names and nothing beside: equal fields, equal JSON. The records themselves stay plain, as
they stand on the ground floor and know nothing of drawings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol

from allegiance.lexicon.lexicon import load
from allegiance.notebook._pages import history_page, network_page, profile_page
from allegiance.notebook._words import history_words, network_words, profile_words
from allegiance.notebook.frames import Table, pandas_frame, polars_frame, table_named
from allegiance.notebook.graphs import history_graph, network_graph
from allegiance.notebook.tables import history_tables, network_tables, profile_tables
from allegiance.records.answer import Profile
from allegiance.records.history import History
from allegiance.records.network import Network
from allegiance.wording import safe

if TYPE_CHECKING:  # Annotation only: large, and imported where they are asked for.
    import networkx
    import pandas
    import polars


class Printer(Protocol):
    """What IPython hands to `_repr_pretty_`."""

    def text(self, text: str) -> None:
        """Print it."""


class _Tabled:
    """Whatever has tables."""

    __slots__ = ()

    def _tables(self) -> Mapping[str, Table]:
        raise NotImplementedError

    def to_pandas(self, table: str | None = None) -> pandas.DataFrame:
        """One of its tables as a data frame; an `_end` is the day after the last, NaT where open.

        Args:
            table: its name; by default the first.

        Raises:
            UsageError: it has no such table, or pandas is not installed.
        """
        return pandas_frame(table_named(self._tables(), table))

    def to_polars(self, table: str | None = None) -> polars.DataFrame:
        """One of its tables as a data frame; an `_end` is the day after the last, null where open.

        Args:
            table: its name; by default the first.

        Raises:
            UsageError: it has no such table, or polars is not installed.
        """
        return polars_frame(table_named(self._tables(), table))


class ShownNetwork(_Tabled, Network):
    """A map of one day; tables: `relations`, `events`, `actors`, `places`."""

    __slots__ = ()

    @classmethod
    def showing(cls, network: Network) -> ShownNetwork:
        """The same map."""
        return cls(**_values(network))

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Actors and places held as nodes, relations as edges with their ids as keys.

        Attributes are texts, numbers and truth values, and absent where nothing is known, so that networkx can write them to files.
        `sign` is 1, -1 or 0, as `signs.toml` says; a symmetric relation is one edge, with `symmetric`.

        Raises:
            UsageError: networkx is not installed.
        """
        return network_graph(self, load())

    def _tables(self) -> Mapping[str, Table]:
        return network_tables(self)

    def _repr_html_(self) -> str:
        return network_page(self, load())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(safe(network_words(self)))


class ShownHistory(_Tabled, History):
    """Relations as stretches of time; tables: `intervals`, `actors`, `places`."""

    __slots__ = ()

    @classmethod
    def showing(cls, history: History) -> ShownHistory:
        """The same history."""
        return cls(**_values(history))

    def to_networkx(self) -> networkx.MultiDiGraph:
        """Actors and places held as nodes, intervals as edges with their ids as keys; else as a map's.

        Raises:
            UsageError: networkx is not installed.
        """
        return history_graph(self, load())

    def _tables(self) -> Mapping[str, Table]:
        return history_tables(self)

    def _repr_html_(self) -> str:
        return history_page(self, load())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(safe(history_words(self)))


class ShownProfile(_Tabled, Profile):
    """All that reports say of one actor; tables: `lines`, `lineage`."""

    __slots__ = ()

    @classmethod
    def showing(cls, profile: Profile) -> ShownProfile:
        """The same profile."""
        return cls(**_values(profile))

    def _tables(self) -> Mapping[str, Table]:
        return profile_tables(self)

    def _repr_html_(self) -> str:
        return profile_page(self)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        printer.text(safe(profile_words(self)))


def _values(record: Network | History | Profile) -> dict[str, Any]:  # Each of its field's type.
    return {field.name: getattr(record, field.name) for field in fields(record)}
