"""`allegiance search`: full text over articles and claims."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._guard import NOT_FOUND
from allegiance.faces.cli._options import DEFAULT_STORE, Overlay, Store
from allegiance.faces.cli._screen import complain, lit, say, say_text
from allegiance.records.answer import Hit, Light
from allegiance.wording import report_words, short

EXAMPLES = (
    "allegiance search ceasefire",
    "allegiance search '\"official spokesman\" raqqa' --limit 5",
)


def run(
    words: Annotated[
        list[str],
        typer.Argument(
            help="All of them are wanted; quotation marks keep some together.", show_default=False
        ),
    ],
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 20,
) -> None:
    """Find articles and claims by their words, the best first."""
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    wanted = " ".join(words)
    with session.open(db, create=False, lexicon=lexicon) as store:
        hits = store.search(wanted, limit=limit)
    if not hits:
        complain(f"nothing holds all of {wanted!r}; try fewer words")
        raise typer.Exit(NOT_FOUND)
    for hit in hits:
        _tell(hit)


def _tell(hit: Hit) -> None:
    name = f"claim {short(hit.id)}" if hit.kind == "claim" else "article"
    say(f"{name}  {report_words(hit.report)}", bold=True)
    say_text(lit(hit.snippet, [Light(span, "hit") for span in hit.lights]), indent=2)
