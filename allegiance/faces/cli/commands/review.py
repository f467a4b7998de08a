"""`allegiance review`: one claim at a time, the most uncertain first, one key a decision."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._guard import NOT_FOUND
from allegiance.faces.cli._keys import keys
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    Because,
    By,
    Overlay,
    Store,
    naming,
    reviewer,
)
from allegiance.faces.cli._reviewing import Review
from allegiance.faces.cli._screen import complain, say

EXAMPLES = (
    "allegiance review",
    "allegiance review --kind alliance,affiliate --actor 'Northern Front' --limit 50",
    "allegiance review --second --by Mara",
    "allegiance review 3f2a9c01",
)


def run(
    claims: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID]...",
            help="Claims to review, by their ids or how these begin; without them, the most uncertain.",
            show_default=False,
        ),
    ] = None,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND,...", help="Only these, for example alliance,assault."),
    ] = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only claims with a part of this actor.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many.")] = 20,
    second: Annotated[
        bool,
        typer.Option("--second", help="Claims that others have decided and you have not."),
    ] = False,
    by: By = None,
    why: Because = "",
) -> None:
    """Review claims one at a time, disputed ones first, then those that the reader is least sure of.

    Keys: a accept, r reject, c correct, s skip, u undo, q quit. Each decision is kept at once, with your name; a rejected claim leaves no trace in any answer, a corrected one is shown as corrected. Keys may come from a pipe.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    kinds = tuple(word.strip() for word in kind.split(",") if word.strip()) if kind else ()
    with session.open(db, create=False, lexicon=lexicon) as store:
        desk = store.desk(reviewer(by))
        wanted = claims or desk.queue(limit=limit, kinds=kinds, actor=actor, second=second)
        if not wanted:
            complain("nothing is left to review here; other filters may find more")
            raise typer.Exit(NOT_FOUND)
        review = Review(desk, keys(), because=why, blind=second)
        review.run(wanted)
    say("")
    say(review.summary())
    say(f"What was decided: allegiance decisions{naming(db)}")
