"""`allegiance export`: the map and its evidence in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    Kinds,
    KnownBy,
    Overlay,
    Store,
    kinds_in,
)
from allegiance.records.dossier import Dossier
from allegiance.wording import count

EXAMPLES = (
    "allegiance export csv -o map.zip",
    "allegiance export gexf --from 2012-01-01 --to 2014-12-31 -o war.gexf",
    "allegiance export html -o map.html",
    "allegiance export graphml --on 2014-02-10 --known-by 2014-03-01 -o february.graphml",
    "allegiance export acled --from 2014-01-01 -o - | head",
)
STANDARD_OUTPUT = "-"


def run(
    layout: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="acled, cameo, csv, followthemoney, geojson, gexf, graphml, html, jsonl, parquet, rdf, stix or webannotation.",
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to; - is standard output. csv and parquet: a name that ends with .zip, or a new folder.",
        ),
    ] = STANDARD_OUTPUT,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what the map of this day shows.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Leave out what was over before this day."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Leave out what began after this day."),
    ] = None,
    known_by: KnownBy = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this actor is a party to.")
    ] = None,
    kind: Kinds = None,
    alleged: Annotated[
        bool, typer.Option("--alleged", help="What is only alleged, too; it is marked.")
    ] = False,
    all_claims: Annotated[
        bool,
        typer.Option(
            "--all-claims",
            help="Claims that nothing drawn rests on, too: of nameless parties, denied, sought, planned.",
        ),
    ] = False,
) -> None:
    """Write the map with its evidence for another program.

    Without days, everything. Every relation and event keeps the ids of its claims, so that it leads back to its sources. A file is written whole or not at all.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if output == STANDARD_OUTPUT and not session.is_text(layout):
        raise UsageError(f"{layout} is nothing to print; say where to: -o map.zip, or -o FOLDER")
    with session.open(db, create=False, lexicon=lexicon) as store:
        dossier = store.dossier(
            on,
            since=since,
            until=until,
            known_by=known_by,
            actor=actor,
            kinds=kinds_in(kind),
            alleged=alleged,
            all_claims=all_claims,
        )
        if output == STANDARD_OUTPUT:
            store.export(layout, sys.stdout.buffer, dossier)
        else:
            store.export(layout, Path(output), dossier)
            print(f"{output}: {held(dossier)}.", file=sys.stderr)


def held(dossier: Dossier) -> str:
    """How much was written."""
    numbers = (
        (dossier.figures, "actor"),
        (dossier.intervals, "relation"),
        (dossier.incidents, "event"),
        (dossier.testimonies, "claim"),
        (dossier.references, "article"),
    )
    return ", ".join(count(len(several), one) for several, one in numbers)
