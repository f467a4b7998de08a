"""Tables of typed cells as data frames of pandas and polars, whichever the caller has installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from allegiance.errors import UsageError
from allegiance.export._relations import CellType, Columns, Row

if TYPE_CHECKING:  # Annotation only: large, and imported where they are asked for.
    import pandas
    import polars

# Pandas' own types with a sign for "nothing known"; days by the second, as its finer times end in 2262.
PANDAS: Mapping[CellType, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "strings": "object",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a cell for each column.

    Attributes:
        rows: to be read once; they are made as they are read, so that a table which nobody takes costs nothing.
    """

    columns: Columns
    rows: Iterable[Row]


def table_named(tables: Mapping[str, Table], name: str | None) -> Table:
    """One of the tables; the first for None.

    Raises:
        UsageError: there is no such table; the message lists those there are.
    """
    if name is None:
        return next(iter(tables.values()))
    if name not in tables:
        raise UsageError(f"no table is called {name!r}; there are {', '.join(tables)}")
    return tables[name]


def pandas_frame(table: Table) -> pandas.DataFrame:
    """A row a row; columns have their types where there are no rows, too.

    Raises:
        UsageError: pandas is not installed.
    """
    pandas = library("pandas")
    cells = _cells(table)
    series = {
        name: pandas.Series(cells[name], dtype=PANDAS[kind]) for name, kind in table.columns.items()
    }
    return pandas.DataFrame(series)


def polars_frame(table: Table) -> polars.DataFrame:
    """A row a row; columns have their types where there are no rows, too.

    Raises:
        UsageError: polars is not installed.
    """
    module = library("polars")
    types = {
        "string": module.String,
        "integer": module.Int64,
        "number": module.Float64,
        "boolean": module.Boolean,
        "date": module.Date,
        "strings": module.List(module.String),
    }
    schema = {name: types[kind] for name, kind in table.columns.items()}
    frame: polars.DataFrame = module.DataFrame(_cells(table), schema=schema)
    return frame


def library(name: str) -> Any:  # Whatever a module holds.
    """An optional library, imported when it is asked for.

    Raises:
        UsageError: it is not installed; the message says how to.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise UsageError(
            f"to_{name}() needs {name}; install it by: pip install {name}"
            " (or all that a notebook can use: pip install 'allegiance[notebook]')"
        ) from error


def _cells(table: Table) -> dict[str, list[object]]:
    """By column; several ids in a cell as a list."""
    cells: dict[str, list[object]] = {name: [] for name in table.columns}
    for row in table.rows:
        for name, cell in row.items():
            cells[name].append(list(cell) if isinstance(cell, tuple) else cell)
    return cells
