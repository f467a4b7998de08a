"""`allegiance different`: two names mean two actors."""

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
    "allegiance different 'Northern Front' 'Northern Front (Karvelia)'",
    "allegiance different 'Northern Front' 3f2a9c01:source --why 'a namesake of the 1980s'",
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
    """Judge that two names mean two actors.

    No rule will join them from then on. Where both names lead to one actor, whoever reports call by the second is parted from it; CLAIM:ROLE parts whoever takes that part in a claim.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    with session.open(db, create=False, lexicon=lexicon) as store:
        tell(store.desk(reviewer(by)).different(one, other, why), db)
