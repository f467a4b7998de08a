"""`allegiance decisions`: what persons decided; hand it on, or take over what others decided."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._guard import NOT_FOUND, SOME_FAILED
from allegiance.faces.cli._options import DEFAULT_STORE, STANDARD_INPUT, Overlay, Store
from allegiance.faces.cli._screen import complain, say
from allegiance.records.canonical import plain
from allegiance.records.deciding import Imported, Standing
from allegiance.records.decision_line import line_of
from allegiance.wording import count, safe, short, short_decision

EXAMPLES = (
    "allegiance decisions",
    "allegiance decisions export > mine.jsonl",
    "allegiance decisions import colleague.jsonl",
    "allegiance decisions import colleague.db --db ours.db",
)
TABLE, JSON = "table", "json"
STATES = {
    "stands": "",
    "undone": "undone",
    "set-aside": "set aside",
    "outdone": "a later word counts",
    "unmatched": "about nothing that is read here",
}


class Action(StrEnum):
    """What to do with decisions."""

    LIST = "list"
    EXPORT = "export"
    IMPORT = "import"


def run(
    action: Annotated[
        Action, typer.Argument(help="list, export or import.", show_default=False)
    ] = Action.LIST,
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]",
            help="For import: a colleague's store, a file of JSON lines, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    layout: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table or json; for list.")
    ] = TABLE,
) -> None:
    """Show what persons decided, hand it on as JSON lines, or take over what others decided.

    An import keeps names and days, takes nothing twice, and tells what it finds no claim for.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    _check(action, source, layout)
    with session.open(db, create=False, lexicon=lexicon) as store:
        if action is Action.IMPORT:
            taken = sys.stdin.buffer if source == STANDARD_INPUT else Path(source or "")
            _tell_import(store.take_decisions(taken))
            return
        found = store.decisions()
    if action is Action.EXPORT:
        for one in found:
            sys.stdout.buffer.write(line_of(one.decision).encode() + b"\n")
    elif layout == JSON:
        typer.echo(json.dumps(plain(found), ensure_ascii=False, indent=1))
    else:
        _tell(found)


def _check(action: Action, source: str | None, layout: str) -> None:
    if layout not in (TABLE, JSON):
        raise UsageError(f"cannot write {layout!r}; there are {TABLE}, {JSON}")
    if action is Action.IMPORT and source is None:
        raise UsageError("import what? name a store, a file of JSON lines, or - for standard input")
    if action is not Action.IMPORT and source is not None:
        raise UsageError(f"{action} takes no FILE; write its output where you want it with > FILE")


def _tell(found: tuple[Standing, ...]) -> None:
    if not found:
        complain("nobody has decided anything yet; `allegiance review` begins")
        raise typer.Exit(NOT_FOUND)
    for one in found:
        say(line(one))


def line(one: Standing) -> str:
    """A decision and what became of it."""
    made = one.decision
    claim = f" {short(made.choice.left)}" if made.choice.anchor else ""
    because = f": {safe(made.because)}" if made.because else ""
    state = STATES[one.state] + (f" by {short_decision(one.by[0].id)}" if one.by else "")
    head = f"{short_decision(made.id)}  {made.made_at.date()}  {safe(made.by)}"
    return f"{head}  {safe(made.choice.what)}{claim}{because}{f'  [{state}]' if state else ''}"


def _tell_import(found: Imported) -> None:
    say(f"{count(found.new, 'new decision')}, {found.known:,} known")
    if found.unmatched:
        say(
            f"{count(len(found.unmatched), 'new decision')} about nothing that is read here (kept):"
        )
        for one in found.unmatched:
            say(f"  {short_decision(one.id)}  {safe(one.by)}  {safe(one.choice.what)}")
    for aside in found.set_aside:
        say(f"set aside, as later decisions leave no room for it: {line(aside)}")
    if found.disputed:
        claims = ", ".join(map(short, found.disputed))
        say(
            f"reviewers differ on {count(len(found.disputed), 'claim')}; the later word counts: {claims}"
        )
    if found.bad:
        reasons = [f"  line {bad.number}: {bad.reason}" for bad in found.bad]
        complain("\n".join([f"{count(len(found.bad), 'line')} not taken:", *reasons]))
        raise typer.Exit(SOME_FAILED)
