"""What tables an export has, and what each column says: `formats/tables.toml`; its head explains it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from allegiance.errors import LexiconError

Type = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        of: the table whose `id` it holds; None where it holds none.
    """

    name: str
    type: Type
    says: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table, with its columns in their order."""

    name: str
    says: str
    columns: tuple[Column, ...]


def load_tables(path: Path) -> tuple[Table, ...]:
    """The tables, in their order.

    Raises:
        LexiconError: the file is no TOML, lacks a key, or refers to a table that is not there; says which.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        tables = tuple(map(_table, written["table"]))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    except (KeyError, TypeError) as error:
        raise LexiconError(f"{path.name}: {error} is absent or not as wanted") from error
    for table in tables:
        _check(path.name, table, {one.name for one in tables})
    return tables


# The values of a TOML file are whatever its writer put there: `Any` until a table has been checked.
def _table(row: dict[str, Any]) -> Table:
    return Table(row["name"], row["says"], tuple(Column(**column) for column in row["column"]))


def _check(file: str, table: Table, names: set[str]) -> None:
    for column in table.columns:
        where = f"{file}: {table.name}.{column.name}"
        if column.type not in get_args(Type):
            raise LexiconError(f"{where}: type {column.type!r}; wanted one of {get_args(Type)}")
        if column.of is not None and column.of not in names:
            raise LexiconError(f"{where}: no table {column.of!r}; wanted one of {sorted(names)}")
