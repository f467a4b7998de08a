"""`allegiance serve`: the web app and the HTTP API over a store, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from allegiance.faces.cli._options import DEFAULT_STORE, By, Overlay, Store, reviewer
from allegiance.faces.cli._screen import say

EXAMPLES = (
    "allegiance serve",
    "allegiance serve --db war.db --port 8080 --no-open",
    "allegiance serve --by Mara",
)
HOST, PORT = "127.0.0.1", 8000


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Where to listen. Anything but this machine lets others read and change the store: there are no passwords.",
        ),
    ] = HOST,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            metavar="N",
            help="The port; 0 for any.  [default: 8000, or the next that is free]",
            show_default=False,
        ),
    ] = None,
    browse: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open",
            help="Open the browser.  [default: at a terminal]",
            show_default=False,
        ),
    ] = None,
    by: By = None,
) -> None:
    """Serve the web app and the HTTP API over a store, until Ctrl-C.

    It listens on this machine alone, and asks nothing of the network. What is decided in the app is kept in the store at once, with the name of --by.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session
    from allegiance.faces.http.holding import Held
    from allegiance.faces.http.serving import Place, serve

    with session.open(db, create=False, lexicon=lexicon) as store:
        held = Held(store, by=reviewer(by), location=str(db), lexicon=lexicon)
        place = Place(host, port if port is not None else PORT, exact=port is not None)
        serve(held, place, say=say, browse=browse)
