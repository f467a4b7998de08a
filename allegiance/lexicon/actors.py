"""Actors that the knowledge base knows, and names that mean one on some days alone: one CSV row a fact."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar, cast, get_args

from allegiance.errors import LexiconError
from allegiance.records.mention import ActorKind

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class DatedName:
    """A row of `data/names/*.csv`: a name that means an actor on some days.

    Attributes:
        start: the first day; None where unknown.
        end: the day after the last; None where it still does.
    """

    name: str
    start: date | None
    end: date | None

    def is_borne(self, first: date, after: date) -> bool:
        """Does it mean the actor on some day of `[first, after)`? Where that is unknown, yes."""
        return _meet(self.start, self.end, first, after)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A row of `data/actors/*.csv`.

    Attributes:
        aliases: names in the spellings that papers use, the main name left out.
        adjectives: "Syrian", for states; used before a noun ("Syrian forces") or for its people.
        metonyms: "Damascus", "the Kremlin": places whose name stands for its government.
        country: ISO 3166-1 alpha-2; several where active in several.
        start: first day it existed, or held office; None where unknown.
        end: the day after the last; None where it still is.
        body: for persons, the id of the body they led or spoke for; for forces and governments, the state.
        office: for persons, "leader", "president", "foreign minister", ...
        source: where the fact can be checked.
        dated: names that it has on some days alone; the others are its own on all days.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    metonyms: tuple[str, ...]
    country: tuple[str, ...]
    start: date | None
    end: date | None
    body: str | None
    office: str | None
    source: str
    dated: tuple[DatedName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names on whatever day, the main one first."""
        return (self.name, *self.aliases, *(one.name for one in self.dated))

    def is_active(self, first: date, after: date) -> bool:
        """Did it exist, or hold its office, on some day of `[first, after)`? Where that is unknown, yes."""
        return _meet(self.start, self.end, first, after)


def _meet(start: date | None, end: date | None, first: date, after: date) -> bool:
    """Do `[start, end)` and `[first, after)` share a day? What is None is open."""
    return (start is None or start < after) and (end is None or first < end)


COLUMNS = "id name kind aliases adjectives metonyms country start end body office source".split()
NAME_COLUMNS = "actor name start end source".split()


def load_actors(folder: Path) -> tuple[KnownActor, ...]:
    """All rows of all files of a folder, in the order of file names and rows.

    Raises:
        LexiconError: a row cannot be understood; says file, line and remedy.
    """
    return tuple(actor for path in sorted(folder.glob("*.csv")) for actor in _rows(path))


def load_names(folder: Path) -> Mapping[str, tuple[DatedName, ...]]:
    """The dated names of all files of a folder, by the actor's id, in the order of file names and rows.

    Raises:
        LexiconError: a row cannot be understood; says file, line and remedy.
    """
    found: defaultdict[str, tuple[DatedName, ...]] = defaultdict(tuple)
    for path in sorted(folder.glob("*.csv")):
        for actor, name in _read(path, NAME_COLUMNS, _dated_name):
            found[actor] += (name,)
    return found


def _rows(path: Path) -> Iterator[KnownActor]:
    return _read(path, COLUMNS, _actor)


def _read(path: Path, columns: list[str], made: Callable[[dict[str, str]], _Row]) -> Iterator[_Row]:
    """What is made of the rows of a file, each under the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if lines.fieldnames != columns:
            raise LexiconError(f"{path.name}: columns are {lines.fieldnames}; wanted {columns}")
        for number, row in enumerate(lines, start=1):
            try:
                yield made(row)
            except (TypeError, ValueError) as error:
                raise LexiconError(
                    f"{path.name}: row {number} ({row.get(columns[0])}): {error}"
                ) from error


def _dated_name(row: dict[str, str]) -> tuple[str, DatedName]:
    name = DatedName(row["name"], first_day(row["start"]), day_after(row["end"]))
    return row["actor"], name


def _actor(row: dict[str, str]) -> KnownActor:
    kind = row["kind"]
    if kind not in get_args(ActorKind):
        raise ValueError(f"kind {kind!r}; wanted one of {', '.join(get_args(ActorKind))}")
    return KnownActor(
        id=row["id"],
        name=row["name"],
        kind=cast(ActorKind, kind),
        aliases=several(row["aliases"]),
        adjectives=several(row["adjectives"]),
        metonyms=several(row["metonyms"]),
        country=several(row["country"]),
        start=first_day(row["start"]),
        end=day_after(row["end"]),
        body=row["body"] or None,
        office=row["office"] or None,
        source=row["source"],
    )


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell, `a|b|c`."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def first_day(cell: str) -> date | None:
    """`2013`, `2013-04` or `2013-04-08` as its first day."""
    if not cell:
        return None
    year, month, day = [*map(int, cell.split("-")), 1, 1][:3]
    return date(year, month, day)


def day_after(cell: str) -> date | None:
    """`2013`, `2013-04` or `2013-04-08` as the day after its last."""
    first = first_day(cell)
    if first is None:
        return None
    if cell.count("-") == 2:
        return date.fromordinal(first.toordinal() + 1)
    if cell.count("-") == 1:
        return date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return date(first.year + 1, 1, 1)
