"""`allegiance changes`: what changed between two days, in the world or in what was known of it."""

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
    Overlay,
    Store,
    kinds_in,
    naming,
)
from allegiance.faces.cli._screen import draw, say
from allegiance.faces.cli._tables import grid
from allegiance.records.changes import Change, Changes
from allegiance.wording import (
    count,
    interval_words,
    notes,
    safe,
    short,
    source_name,
    target_words,
    time_words,
)

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from rich.table import Table

EXAMPLES = (
    "allegiance changes --from 2013-01-01 --to 2013-12-31",
    "allegiance changes --known-from 2014-01-31 --known-by 2014-06-30 --actor ISIS",
    "allegiance changes --from 2013-01-01 --to 2013-12-31 --known-from 2014-12-31 --json",
)
SCHEMA = "allegiance.changes/1"
IN_THE_WORLD = ("When", "What", "Source", "Relation", "Target", "Notes", "Why")
IN_KNOWLEDGE = ("Known on", "What", "Source", "Relation", "Target", "Now", "Before", "Notes", "Why")


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day in the world.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="The last day in the world.")
    ] = None,
    known_from: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Show what was learned since this day, about those days or all."
        ),
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Use only what was published up to this day.  [default: all]"
        ),
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only relations of this actor.")
    ] = None,
    kind: Kinds = None,
    alleged: Annotated[
        bool, typer.Option("--alleged", help="Show what is only alleged, too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what began, ended, was disputed or renamed between two days.

    With --known-from: not what changed in the world, but what became known of it between two days of knowledge, was redated, disputed or withdrawn. Days are included.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if since is None and until is None and known_from is None:
        raise UsageError("between which days? give --from and --to, or --known-from, or both")
    with session.open(db, create=False, lexicon=lexicon) as store:
        changes = store.changes(
            since,
            until,
            known_from=known_from,
            known_by=known_by,
            actor=actor,
            kinds=kinds_in(kind),
            alleged=alleged,
        )
    if as_json:
        _json.put(SCHEMA, changes)
        return
    if changes.changes:
        draw(table(changes))
    for line in footer(changes, db):
        say(line)


def table(changes: Changes) -> Table:
    """One row a change."""
    if changes.known_from is None:
        return grid(IN_THE_WORLD, [_in_the_world(one, changes) for one in changes.changes])
    return grid(IN_KNOWLEDGE, [_in_knowledge(one, changes) for one in changes.changes])


def _in_the_world(change: Change, changes: Changes) -> tuple[str, ...]:
    return (
        time_words(change.when, point=True),
        change.what,
        *_parties(change, changes),
        ", ".join(_notes(change)),
        _evidence(change),
    )


def _in_knowledge(change: Change, changes: Changes) -> tuple[str, ...]:
    gone = change.what == "withdrawn"
    before = change.before if change.what != "disputed" else None
    return (
        str(change.known_on or ""),
        change.what,
        *_parties(change, changes),
        "" if gone else interval_words(change.interval),
        interval_words(before) if before is not None else "",
        ", ".join(_notes(change)),
        _evidence(change),
    )


def _parties(change: Change, changes: Changes) -> tuple[str, str, str]:
    relation = change.interval.relation
    source = safe(source_name(relation, changes))
    return (source, relation.predicate, safe(target_words(relation, changes)))


def _evidence(change: Change) -> str:
    """A claim that brings the change; of what was withdrawn, one that it rested on."""
    return short((change.claim_ids or change.interval.relation.claim_ids)[0])


def _notes(change: Change) -> list[str]:
    """What a reader has to know; that it is disputed or faded is told by the change itself."""
    told = {change.what, "faded", "day uncertain"}
    words = [word for word in notes(change.interval.relation) if word not in told]
    # A time that may lie elsewhere is no sure part of the days asked for.
    return words if change.sure or change.what == "first-told" else [*words, "perhaps outside"]


def footer(changes: Changes, db: Path) -> list[str]:
    """What the table is of, and where the evidence is."""
    shown = count(len(changes.changes), "change")
    days = [f"from {changes.since}"] if changes.since is not None else []
    days += [f"to {changes.until}"] if changes.until is not None else []
    if changes.known_from is None:
        lines = [" ".join([shown, *days]) + f", as known by {changes.known_by}."]
    else:
        about = f" about the days {' '.join(days)}" if days else ""
        known = f"between {changes.known_from} and {changes.known_by}"
        lines = [f"{shown} in what was known{about}, {known}."]
    if changes.changes:
        lines.append(f"Evidence: allegiance why {_evidence(changes.changes[0])}{naming(db)}")
    return ["", *lines] if changes.changes else lines
