"""`allegiance network`: who stands with, under and against whom on a day."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    Kinds,
    KnownBy,
    Overlay,
    Store,
    kinds_in,
    naming,
)
from allegiance.faces.cli._screen import draw, say
from allegiance.faces.cli._tables import grid
from allegiance.records.network import Network, Relation
from allegiance.wording import count, left_out, notes, safe, short, target_words, time_words

if TYPE_CHECKING:  # Annotation only: JSON and CSV need no tables.
    from rich.table import Table

EXAMPLES = (
    "allegiance network --on 2014-02-10",
    "allegiance network --actor ISIS --kind alliance,rivalry --known-by 2013-12-31",
    "allegiance network --reviewed-only --min-witnesses 2",
    "allegiance network --format csv > relations.csv",
)
TABLE = "table"
HEADINGS = (
    "Source",
    "Relation",
    "Target",
    "Since",
    "Until",
    "Reports",
    "Independent",
    "Notes",
    "Why",
)
NUMBERS = ("Reports", "Independent")


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day in the world.  [default: of the last report]"),
    ] = None,
    known_by: KnownBy = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only relations of this actor.")
    ] = None,
    kind: Kinds = None,
    alleged: Annotated[
        bool, typer.Option("--alleged", help="Show what is only alleged, too.")
    ] = False,
    reviewed_only: Annotated[
        bool,
        typer.Option("--reviewed-only", help="Use only claims that a reviewer has taken."),
    ] = False,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, metavar="SHARE", help="Show only what is at least so sure."),
    ] = 0.0,
    min_witnesses: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show only what so many independent tell.")
    ] = 0,
    layout: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, json or csv.")
    ] = TABLE,
) -> None:
    """Show who stands with, under and against whom on a day."""
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if layout not in (TABLE, *session.layouts()):
        known = ", ".join((TABLE, *session.layouts()))
        raise UsageError(f"cannot write {layout!r}; there are {known}")
    with session.open(db, create=False, lexicon=lexicon) as store:
        network = store.network(
            on,
            known_by,
            actor=actor,
            kinds=kinds_in(kind),
            alleged=alleged,
            reviewed_only=reviewed_only,
            min_confidence=min_confidence,
            min_witnesses=min_witnesses,
        )
    if layout != TABLE:
        session.write(network, sys.stdout.buffer, layout)
        return
    if network.relations:
        draw(table(network))
    for line in footer(network, db):
        say(line)


def table(network: Network) -> Table:
    """One row a relation; a column that says nothing is left out."""
    return grid(HEADINGS, [_row(one, network) for one in network.relations], numbers=NUMBERS)


def _row(relation: Relation, network: Network) -> tuple[str, ...]:
    return (
        safe(network.actor(relation.source).name),
        relation.predicate,
        safe(target_words(relation, network)),
        time_words(relation.since, point=True),
        time_words(relation.until, point=True),
        str(relation.reports),
        str(relation.witnesses),
        ", ".join(notes(relation)),
        short(relation.claim_ids[0]),
    )


def footer(network: Network, db: Path) -> list[str]:
    """What the map is of, what it hides, and where the evidence is."""
    shown = count(len(network.relations), "relation")
    lines = [f"{shown} on {network.on}, as known by {network.known_by}."]
    hidden = ", ".join(left_out(network.left_out, to_see_alleged="--alleged"))
    if hidden:
        lines.append(f"Claims not shown: {hidden}.")
    if network.relations:
        example = short(network.relations[0].claim_ids[0])
        lines.append(
            f"Evidence: allegiance why {example}{naming(db)}    Profile: allegiance show NAME{naming(db)}"
        )
    return ["", *lines] if network.relations else lines
