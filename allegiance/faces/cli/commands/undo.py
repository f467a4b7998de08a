"""`allegiance undo`: take a decision back."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._judged import tell
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    Because,
    By,
    Overlay,
    Store,
    reviewer,
)

EXAMPLES = ("allegiance undo", "allegiance undo 5be01c77 --why 'the charter is a forgery'")


def run(
    decision: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A decision's id, or how it begins; without it, your last that stands.",
            show_default=False,
        ),
    ] = None,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    by: By = None,
    why: Because = "",
) -> None:
    """Take a decision back.

    Every answer is then as if it had never been made; the decision and its undoing stay on record. Undoing an undoing brings the decision back.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    with session.open(db, create=False, lexicon=lexicon) as store:
        tell(store.desk(reviewer(by)).undo(decision, why), db)
