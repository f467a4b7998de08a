"""`allegiance timeline`: relations as stretches of time, with splits and successions, in the order of days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli import _json
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    Json,
    Kinds,
    KnownBy,
    Overlay,
    Store,
    kinds_in,
    naming,
)
from allegiance.faces.cli._screen import draw, say
from allegiance.faces.cli._tables import grid
from allegiance.records.history import History, Interval
from allegiance.wording import (
    TOLD_BY_DATES,
    count,
    notes,
    safe,
    short,
    since_words,
    source_name,
    target_words,
    until_words,
)

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from rich.table import Table

EXAMPLES = (
    "allegiance timeline 'Jabhat al-Nusra'",
    "allegiance timeline ISIS --from 2013-04-01 --to 2014-03-01 --kind alliance,split",
    "allegiance timeline --all --known-by 2013-12-31 --json",
)
SCHEMA = "allegiance.history/1"
HEADINGS = (
    "Since",
    "Until",
    "Source",
    "Relation",
    "Target",
    "Reports",
    "Independent",
    "Notes",
    "Why",
)
NUMBERS = ("Reports", "Independent")


def run(
    name: Annotated[
        str | None,
        typer.Argument(help="A name, an alias or an actor's id.", show_default=False),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help="Everybody's, instead of one actor's.")
    ] = False,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Leave out what was over before this day."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Leave out what began after this day."),
    ] = None,
    known_by: KnownBy = None,
    kind: Kinds = None,
    alleged: Annotated[
        bool, typer.Option("--alleged", help="Show what is only alleged, too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show relations as stretches of time, with splits, mergers, renamings and leaders, in the order of days.

    A time is never more exact than the reports: "between" two days, "by" a day, or a month or a year. "By" in the first column: it was there by then, and nobody says since when. No end: it goes on, as far as is known.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if everybody == (name is not None):
        raise UsageError("name one actor, or give --all for everybody's timeline")
    with session.open(db, create=False, lexicon=lexicon) as store:
        history = store.history(
            name,
            since=since,
            until=until,
            known_by=known_by,
            kinds=kinds_in(kind),
            alleged=alleged,
        )
    if as_json:
        _json.put(SCHEMA, history)
        return
    if history.intervals:
        draw(table(history))
    for line in footer(history, db):
        say(line)


def table(history: History) -> Table:
    """One row a stretch or a happening."""
    return grid(HEADINGS, [_row(one, history) for one in history.intervals], numbers=NUMBERS)


def _row(interval: Interval, history: History) -> tuple[str, ...]:
    relation = interval.relation
    return (
        since_words(interval),
        until_words(interval),
        safe(source_name(relation, history)),
        relation.predicate,
        safe(target_words(relation, history)),
        str(relation.reports),
        str(relation.witnesses),
        ", ".join(word for word in notes(relation) if word not in TOLD_BY_DATES),
        short(relation.claim_ids[0]),
    )


def footer(history: History, db: Path) -> list[str]:
    """What the table is of, and where the evidence is."""
    stretches = [one for one in history.intervals if not one.happening]
    happenings = len(history.intervals) - len(stretches)
    counts = f"{count(len(stretches), 'relation')} and {count(happenings, 'happening')}"
    lines = [f"{counts}{_span_words(history)}, as known by {history.known_by}."]
    if history.intervals:
        example = short(history.intervals[0].relation.claim_ids[0])
        lines.append(f"Evidence: allegiance why {example}{naming(db)}")
    return ["", *lines] if history.intervals else lines


def _span_words(history: History) -> str:
    since = f" from {history.since}" if history.since is not None else ""
    return since + (f" to {history.until}" if history.until is not None else "")
