"""The rules that every row of `actors/*.csv` keeps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from allegiance.lexicon.actors import day_after, first_day, several
from allegiance.lexicon.index import name_keys, written_acronym
from allegiance.records.mention import ActorKind

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SEVERAL = ("aliases", "adjectives", "metonyms", "country")
_ORGANS = ("government", "military")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of actors, or of names, as it is written.

    Attributes:
        file: from the folder of data files on, with slashes.
        line: counted from 1.
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds several."""
        return several(self.cells[column])

    def says(self, problem: str) -> str:
        """A problem with its file, line and id."""
        own = self.cells.get("id") or self.cells.get("actor") or "row"
        return f"{self.file}:{self.line}: {own}: {problem}"


def problems_of_actors(
    rows: list[Row], ours: list[Row], countries: frozenset[str]
) -> Iterator[str]:
    """All problems, those of single rows first.

    Args:
        ours: rows that these are laid over; what these refer to may stand there.
        countries: the codes that a row may have.
    """
    for row in rows:
        for problem in problems_of_row(row, countries):
            yield row.says(problem)
    yield from _twice_or_unsorted(rows)
    yield from _bodies(rows, ours)
    yield from _organs(rows)


def ambiguous_names(rows: Sequence[Row], ours: Iterable[Row] = ()) -> Iterator[str]:
    """Names that two actors share whose countries and times overlap; which is meant is then left to context.

    Args:
        ours: rows that these are laid over; of names that only they share nothing is said.
    """
    owners: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    laid = {row["id"] for row in rows}
    for row in (*(one for one in ours if one["id"] not in laid), *rows):
        for name in {tuple(name_keys(name)) for name in (row["name"], *row.many("aliases"))}:
            owners[name].append(row)
    for name, sharers in sorted(owners.items()):
        first, *rest = sharers
        for row in rest:
            if row["id"] in laid and same_place(row, first) and same_time(row, first):
                yield row.says(
                    f"shares the name {' '.join(name)!r} with {first['id']} ({first.file}:{first.line})"
                )


def may_be_meant(one: Row, other: Row) -> bool:
    """May a name of both mean either: at one time, in one country, or one of whom the country is not known?"""
    unknown = not one["country"] or not other["country"]
    return (unknown or same_place(one, other)) and same_time(one, other)


def problems_of_row(row: Row, countries: frozenset[str]) -> Iterator[str]:
    """The problems of a row by itself."""
    if not _KEBAB.fullmatch(row["id"]):
        yield f"id {row['id']!r}; write small letters and digits, joined by hyphens"
    if row["kind"] not in get_args(ActorKind):
        yield f"kind {row['kind']!r}; take one of {', '.join(get_args(ActorKind))}"
    if not row["name"]:
        yield "no name; give the one that papers use most"
    yield from problems_of_source(row)
    yield from problems_of_space(row)
    for code in row.many("country"):
        if code not in countries:
            yield f"country {code!r}; give an ISO 3166-1 code of two letters, or the state that has it"
    yield from _problems_of_names(row)
    yield from problems_of_dates(row)


def problems_of_source(row: Row) -> Iterator[str]:
    """Is there no page where it can be checked?"""
    if not row["source"].startswith(("https://", "http://")):
        yield f"source {row['source']!r}; give the address of a page where the facts can be checked"


def problems_of_space(row: Row) -> Iterator[str]:
    """White space that nobody sees."""
    for column, cell in row.cells.items():
        if cell != cell.strip():
            yield f"white space around {column}; delete it"


def _problems_of_names(row: Row) -> Iterator[str]:
    for column in _SEVERAL:
        for part in row[column].split("|") if row[column] else ():
            if not part.strip():
                yield f"empty part in {column}; delete a '|'"
            elif part != part.strip():
                yield f"white space around {part.strip()!r} in {column}; delete it"
    seen = {as_matched(row["name"]): row["name"]}
    for alias in row.many("aliases"):
        if alias.casefold().startswith("the "):
            yield f"alias {alias!r} begins with an article; leave it out"
        elif not name_keys(alias):
            yield f"alias {alias!r} holds no word that could be found; delete it"
        elif earlier := seen.get(as_matched(alias)):
            yield f"alias {alias!r} is found wherever {earlier!r} is; delete it"
        seen.setdefault(as_matched(alias), alias)


def as_matched(name: str) -> tuple[tuple[str, ...], str | None]:
    """What two names share that are found in the same places: "NATO" has to be in capitals, "Nato" has not."""
    return tuple(name_keys(name.removeprefix("The "))), written_acronym(name)


def problems_of_dates(row: Row) -> Iterator[str]:
    """Days that are none, and an end before the start."""
    days = {column: _day(row[column]) for column in ("start", "end") if row[column]}
    for column, day in days.items():
        if day is None:
            yield f"{column} {row[column]!r} is no day; write 2013, 2013-04 or 2013-04-08"
    start, end = days.get("start"), days.get("end")
    if start and end and start > end and not row["start"].startswith(row["end"]):
        yield f"starts {row['start']} after it ends {row['end']}; swap or mend them"


def _day(cell: str) -> date | None:
    if not _DAY.fullmatch(cell):
        return None
    try:
        day_after(cell)
        return first_day(cell)
    except ValueError:
        return None


def _twice_or_unsorted(rows: list[Row]) -> Iterator[str]:
    seen: dict[str, Row] = {}
    last: Row | None = None
    for row in rows:
        if earlier := seen.get(row["id"]):
            yield row.says(
                f"id stands in {earlier.file}:{earlier.line} too; give another, or join the two"
            )
        seen.setdefault(row["id"], row)
        if last is not None and last.file == row.file and row["id"] < last["id"]:
            yield row.says(f"stands behind {last['id']}; sort the rows by id")
        last = row


def _bodies(rows: list[Row], ours: list[Row]) -> Iterator[str]:
    known = {row["id"] for row in (*rows, *ours)}
    for row in rows:
        if row["body"] and row["body"] not in known:
            yield row.says(f"body {row['body']!r} is no id of a row; mend it, or add that row")
        if row["body"] and row["body"] == row["id"]:
            yield row.says("is its own body; give the one above it, or none")


def _organs(rows: list[Row]) -> Iterator[str]:
    """A state has one government and one army at a time, so that "Syrian forces" and "the army" find them."""
    states = {row["id"] for row in rows if row["kind"] == "state"}
    seen: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["body"] in states and row["kind"] in _ORGANS:
            organs = seen[row["body"], row["kind"]]
            if earlier := next((one for one in organs if same_time(row, one)), None):
                yield row.says(
                    f"is a second {row['kind']} of {row['body']} beside {earlier['id']}; "
                    f"give {earlier['id']} as its body, or the days on which either was"
                )
            organs.append(row)


def same_place(one: Row, other: Row) -> bool:
    """Are two in one country?"""
    return bool(set(one.many("country")) & set(other.many("country")))


def same_time(one: Row, other: Row) -> bool:
    """Do two share a day? What has no start or no end is open there."""
    (start, end), (begun, over) = _days_of(one), _days_of(other)
    return start < over and begun < end


def _days_of(row: Row) -> tuple[date, date]:
    """The first day and the day after the last; an end that is no day is open."""
    first, last = (_day(row[column]) for column in ("start", "end"))
    return first or date.min, (day_after(row["end"]) if last else None) or date.max
