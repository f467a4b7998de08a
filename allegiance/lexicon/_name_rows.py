"""The rules that every row of `names/*.csv` keeps."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from allegiance.lexicon._actor_rows import (
    Row,
    problems_of_dates,
    problems_of_source,
    problems_of_space,
    same_place,
    same_time,
)
from allegiance.lexicon.index import name_keys


def problems_of_names(
    rows: list[Row], laid_over: Iterable[Row], actors: list[Row]
) -> Iterator[str]:
    """All problems, those of single rows first.

    Args:
        laid_over: rows of names that these are laid over.
        actors: all rows of actors, these being laid over those.
    """
    by_id = {row["id"]: row for row in actors}
    for row in rows:
        for problem in _problems_of_row(row, by_id):
            yield row.says(problem)
    yield from _unsorted(rows)
    yield from _on_one_day(rows, laid_over)


def ambiguous_names(rows: Iterable[Row], actors: Iterable[Row]) -> Iterator[str]:
    """Names that somebody else of the same country has on all days of the time that he was there."""
    by_id = {row["id"]: row for row in actors}
    owners: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for one in by_id.values():
        for key in {_key(name) for name in (one["name"], *one.many("aliases"))}:
            owners[key].append(one)
    for row in rows:
        own = by_id.get(row["actor"])
        for other in owners[_key(row["name"])]:
            if (
                own is not None
                and other is not own
                and same_place(own, other)
                and same_time(row, other)
            ):
                where = f"{other['id']} ({other.file}:{other.line})"
                yield row.says(
                    f"shares the name {row['name']!r} with {where}, which has it on all days"
                )


def _problems_of_row(row: Row, actors: dict[str, Row]) -> Iterator[str]:
    name, own = row["name"], actors.get(row["actor"])
    if own is None:
        yield f"actor {row['actor']!r} is no id of a row of actors; mend it, or add that row"
    elif _key(name) in {_key(one) for one in (own["name"], *own.many("aliases"))}:
        where = f"{own.file}:{own.line}"
        yield f"{name!r} is a name of it on all days ({where}); delete it there, or here"
    if name.casefold().startswith("the "):
        yield f"name {name!r} begins with an article; leave it out"
    elif not _key(name):
        yield f"name {name!r} holds no word that could be found; delete the row"
    if not row["start"] and not row["end"]:
        yield "has neither start nor end; write the name among the aliases of its actor"
    yield from problems_of_source(row)
    yield from problems_of_space(row)
    yield from problems_of_dates(row)


def _on_one_day(rows: list[Row], laid_over: Iterable[Row]) -> Iterator[str]:
    """A name means one actor a day."""
    anew = {(row["actor"], _key(row["name"])) for row in rows}
    kept = [one for one in laid_over if (one["actor"], _key(one["name"])) not in anew]
    for row, other in meant_twice(rows, kept):
        where = f"{other['actor']} ({other.file}:{other.line})"
        yield row.says(f"{row['name']!r} means {where} on some of these days too; part their days")


def meant_twice(rows: Iterable[Row], before: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row with those before it that give its name to somebody on some of its days."""
    seen: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in before:
        seen[_key(row["name"])].append(row)
    for row in rows:
        earlier = seen[_key(row["name"])]
        yield from ((row, other) for other in earlier if same_time(row, other))
        earlier.append(row)


def _unsorted(rows: list[Row]) -> Iterator[str]:
    for last, row in itertools.pairwise(rows):
        if last.file == row.file and _order(row) < _order(last):
            yield row.says(
                f"{row['name']!r} stands behind {last['actor']}; sort the rows by actor, name and start"
            )


def _order(row: Row) -> tuple[str, str, str]:
    return row["actor"], row["name"], row["start"]


def _key(name: str) -> tuple[str, ...]:
    return tuple(name_keys(name.removeprefix("The ")))
