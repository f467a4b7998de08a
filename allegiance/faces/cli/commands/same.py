"""`allegiance same`: two names mean one actor."""

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

EXAMPLES = (
    "allegiance same 'Hill Martyrs' 'Martyrs of the Hill' --why 'the 2013 charter names both'",
    "allegiance same 'Northern Front' 3f2a9c01:source",
)


def run(
    one: Annotated[
        str,
        typer.Argument(help="A name, an alias, an actor's id, or CLAIM:ROLE.", show_default=False),
    ],
    other: Annotated[str, typer.Argument(help="The same for the other.", show_default=False)],
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    by: By = None,
    why: Because = "",
) -> None:
    """Judge that two names mean one actor.

    It is appended with your name and the day, and can be undone with nothing lost. CLAIM:ROLE means whoever takes that part in a claim, "the rebels" of one article too.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    with session.open(db, create=False, lexicon=lexicon) as store:
        tell(store.desk(reviewer(by)).same(one, other, why), db)
