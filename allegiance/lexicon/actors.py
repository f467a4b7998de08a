"""Actors that the knowledge base knows: one CSV row a fact."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast, get_args

from allegiance.errors import LexiconError
from allegiance.records.mention import ActorKind


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

    def is_active(self, first: date, after: date) -> bool:
        """Did it exist, or hold its office, on some day of `[first, after)`? Where that is unknown, yes."""
        begun = self.start is None or self.start < after
        return begun and (self.end is None or first < self.end)


COLUMNS = "id name kind aliases adjectives metonyms country start end body office source".split()


def load_actors(folder: Path) -> tuple[KnownActor, ...]:
    """All rows of all files of a folder, in the order of file names and rows.

    Raises:
        LexiconError: a row cannot be understood; says file, line and remedy.
    """
    return tuple(actor for path in sorted(folder.glob("*.csv")) for actor in _rows(path))


def _rows(path: Path) -> Iterator[KnownActor]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if lines.fieldnames != COLUMNS:
            raise LexiconError(f"{path.name}: columns are {lines.fieldnames}; wanted {COLUMNS}")
        for number, row in enumerate(lines, start=1):
            try:
                yield _actor(row)
            except (TypeError, ValueError) as error:
                raise LexiconError(
                    f"{path.name}: row {number} ({row.get('id')}): {error}"
                ) from error


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
