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
from allegiance.faces.cli._screen import draw, safe, say
from allegiance.faces.cli._tables import grid
from allegiance.faces.cli._wording import count, short, time_words
from allegiance.records.network import LeftOut, Network, Relation

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
# What each count of claims that are not drawn means to a reader.
LEFT_OUT = {
    "nameless": "of parties without a name",
    "unsettled": "only sought, refused, planned, threatened or requested",
    "alleged": "only alleged (--alleged shows them)",
    "denied": "only denied",
    "over": "of another time",
    "weak": "of relations that are less sure, or told by fewer, than asked",
    "unreviewed": "not reviewed",
}


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
    target = (
        network.actor(relation.target).name
        if relation.target is not None
        else network.place(relation.place or "").name
    )
    return (
        safe(network.actor(relation.source).name),
        relation.predicate,
        safe(target),
        time_words(relation.since, point=True),
        time_words(relation.until, point=True),
        str(relation.reports),
        str(relation.witnesses),
        ", ".join(notes(relation)),
        short(relation.claim_ids[0]),
    )


def notes(relation: Relation) -> list[str]:
    """What a reader has to know before relying on it."""
    return [
        word
        for word, holds in (
            ("disputed", relation.disputed),
            ("alleged", relation.alleged),
            ("by one side's word", relation.attributed),
            ("from events", relation.derived),
            ("faded", relation.faded),
            ("day uncertain", not relation.certain),
        )
        if holds
    ]


def footer(network: Network, db: Path) -> list[str]:
    """What the map is of, what it hides, and where the evidence is."""
    shown = count(len(network.relations), "relation")
    lines = [f"{shown} on {network.on}, as known by {network.known_by}."]
    hidden = ", ".join(left_out(network.left_out))
    if hidden:
        lines.append(f"Claims not shown: {hidden}.")
    if network.relations:
        example = short(network.relations[0].claim_ids[0])
        lines.append(
            f"Evidence: allegiance why {example}{naming(db)}    Profile: allegiance show NAME{naming(db)}"
        )
    return ["", *lines] if network.relations else lines


def left_out(hidden: LeftOut) -> list[str]:
    """How many claims are not drawn, by reason."""
    counts = ((getattr(hidden, reason), words) for reason, words in LEFT_OUT.items())
    return [f"{number:,} {words}" for number, words in counts if number]
