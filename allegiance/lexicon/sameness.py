"""When claims of several reports are of one event: `same_event.toml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from allegiance.lexicon._tables import Table, read_table

Facet = Literal["who", "whom", "where", "when", "toll"]
FACETS: tuple[Facet, ...] = get_args(Facet)
MAY_DIFFER = ("who", "when", "toll")
# Claims are looked up by these, so a row needs two of them.
SOUGHT_BY: frozenset[str] = frozenset({"who", "whom", "where", "when"})
Rows: TypeAlias = "tuple[frozenset[str], ...]"
_NUMBERS = "days_apart days_exact days_vague days_reported km_apart km_exact toll_factor toll_slack"
_KEYS = (*_NUMBERS.split(), "enough", "enough_to_deny", "despite", "alike")


@dataclass(frozen=True, slots=True)
class Sameness:
    """The head of `same_event.toml` explains each field.

    Attributes:
        despite: by the facet that differs.
        sought: facets to look claims up by: whatever has enough that agrees shares all those of one row.
        sought_to_deny: the same for a claim and its denial.
        alike: the groups that a type belongs to; none for most.
    """

    days_apart: int
    days_exact: int
    days_vague: int
    days_reported: int
    km_apart: float
    km_exact: float
    toll_factor: float
    toll_slack: float
    enough: Rows
    enough_to_deny: Rows
    despite: Mapping[str, Rows]
    sought: Rows
    sought_to_deny: Rows
    alike: Mapping[str, frozenset[str]]

    def same_type(self, one: str, other: str) -> bool:
        """May two PLOVER types be words for one deed?"""
        if one == other or one == other.partition("/")[0] or other == one.partition("/")[0]:
            return True
        return bool(self.alike.get(one, frozenset()) & self.alike.get(other, frozenset()))


def load_sameness(path: Path, types: Collection[str]) -> Sameness:
    """Read the file.

    Args:
        types: all PLOVER types, with and without modes.

    Raises:
        LexiconError: a key is absent or not as wanted; says which.
    """
    table = read_table(path).only(_KEYS)
    despite = table.table("despite").only(MAY_DIFFER)
    groups: dict[str, frozenset[str]] = {}
    for row in table.tables("alike"):
        name = row.only(("id", "types")).text("id")
        for type_ in row.some_of("types", types):
            groups[type_] = groups.get(type_, frozenset()) | {name}
    enough, enough_to_deny = _rows(table, "enough"), _rows(table, "enough_to_deny")
    by_facet = {facet: _rows(despite, facet) for facet in MAY_DIFFER if despite.has(facet)}
    return Sameness(
        days_apart=table.days("days_apart"),
        days_exact=table.days("days_exact"),
        days_vague=table.days("days_vague"),
        days_reported=table.days("days_reported"),
        km_apart=table.number("km_apart"),
        km_exact=table.number("km_exact"),
        toll_factor=table.number("toll_factor", least=1),
        toll_slack=table.number("toll_slack"),
        enough=enough,
        enough_to_deny=enough_to_deny,
        despite=by_facet,
        sought=_least(enough + sum(by_facet.values(), ())),
        sought_to_deny=_least(enough_to_deny),
        alike=groups,
    )


def _rows(table: Table, key: str) -> Rows:
    rows = tuple(map(frozenset, table.several_of(key, FACETS)))
    for row in rows:
        if len(row & SOUGHT_BY) < 2:
            wanted = f"rows with two or more of {', '.join(sorted(SOUGHT_BY))}"
            raise table.wrong(key, sorted(row), wanted)
    return rows


def _least(rows: Rows) -> Rows:
    """What is looked up by, without rows that hold another: whoever shares those shares that one too."""
    sought = {row & SOUGHT_BY for row in rows}
    least = [row for row in sought if not any(other < row for other in sought)]
    return tuple(sorted(least, key=sorted))
