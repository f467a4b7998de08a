"""`allegiance add`: read reports into a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from allegiance.faces.cli._guard import SOME_FAILED
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    STANDARD_INPUT,
    Form,
    Inputs,
    Overlay,
    Published,
    Store,
    Workers,
    naming,
)
from allegiance.faces.cli._progress import bar
from allegiance.faces.cli._screen import complain, say
from allegiance.records.answer import Summary
from allegiance.wording import count

EXAMPLES = (
    "allegiance add reports/ --workers 4",
    "allegiance add page.html --db sahel.db --publisher 'Example Wire'",
    "cat reports.jsonl | allegiance add - --from jsonl",
)
# More would scroll the summary away; all are in the store.
MOST_REASONS = 10


def run(
    paths: Inputs = None,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    form: Form = "txt",
    published: Published = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The publisher of articles that name none.")
    ] = None,
    workers: Workers = None,
) -> None:
    """Read reports into a store.

    What it holds already is not added again. Without PATH, standard input is read. Stopping in the middle leaves whole articles.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    with session.open(db, lexicon=lexicon) as store, bar("Reading") as shown:
        summary = store.add(
            paths or [STANDARD_INPUT],
            published=published,
            publisher=publisher,
            form=form,
            workers=workers,
            progress=shown,
        )
    for line in told(summary, db):
        say(line)
    if summary.new:
        say(f"Next: allegiance network{naming(db)}")
    if summary.failures:
        complain("\n".join(reasons(summary)))
        raise typer.Exit(SOME_FAILED)


def told(summary: Summary, db: Path) -> list[str]:
    """What was done, in lines."""
    known = f"{summary.known:,} known" + (
        f", {summary.reread:,} read anew" if summary.reread else ""
    )
    lines = [
        f"{db}: {count(summary.new, 'new article')}, {known}",
        f"  {count(summary.claims, 'claim')} and {count(summary.actors, 'actor')} added",
    ]
    if summary.reprints:
        lines.append(f"  {count(summary.reprints, 'reprint')} linked to the first copy")
    return lines


def reasons(summary: Summary) -> list[str]:
    """What failed, and why."""
    shown = summary.failures[:MOST_REASONS]
    hidden = len(summary.failures) - len(shown)
    return [
        f"{count(len(summary.failures), 'source')} could not be read:",
        *(f"  {failure.reason}" for failure in shown),
        *([f"  and {hidden:,} more"] if hidden else []),
    ]
