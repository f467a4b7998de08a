"""`allegiance candidates`: actors that may be one, with the reasons."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._guard import NOT_FOUND
from allegiance.faces.cli._options import DEFAULT_STORE, Overlay, Store, naming
from allegiance.faces.cli._screen import complain, say
from allegiance.records.canonical import plain
from allegiance.records.deciding import Candidate
from allegiance.wording import safe

EXAMPLES = (
    "allegiance candidates",
    "allegiance candidates --actor 'Northern Front' --limit 5",
    "allegiance candidates --format json",
)
TABLE, JSON = "table", "json"


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only pairs that it is one of.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 20,
    layout: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table or json.")
    ] = TABLE,
) -> None:
    """Show pairs of actors that are possibly the same, the likeliest first.

    Each with a score and its reasons: names that are alike, an acronym, a leader or a company that both share. Nothing is joined until you say so; what you have decided is not asked again.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if layout not in (TABLE, JSON):
        raise UsageError(f"cannot write {layout!r}; there are {TABLE}, {JSON}")
    with session.open(db, create=False, lexicon=lexicon) as store:
        found = store.candidates(actor)
    if layout == JSON:
        typer.echo(json.dumps(plain(found[:limit]), ensure_ascii=False, indent=1))
        return
    if not found:
        complain("no two actors seem to be one; `allegiance same A B` joins those that you know of")
        raise typer.Exit(NOT_FOUND)
    for one in found[:limit]:
        _tell(one)
    first = found[0]
    say("")
    if len(found) > limit:
        say(f"{len(found) - limit:,} more are less likely (--limit shows them).")
    ids = f"{first.left.id} {first.right.id}{naming(db)}"
    say(f"Decide: allegiance same {ids}    or: allegiance different {ids}")


def _tell(one: Candidate) -> None:
    say(f"{one.score:.2f}  {safe(one.left.name)}  |  {safe(one.right.name)}", bold=True)
    say(f"      {'; '.join(map(safe, one.because))}")
    say(f"      {one.left.id}  {one.right.id}")
