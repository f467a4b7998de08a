"""What tests of decisions share: a desk over a store made by hand, and all that a user can see of it, as bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from allegiance.desk.desk import Desk
from allegiance.lexicon.lexicon import load
from allegiance.records.bundle import Bundle
from allegiance.records.canonical import canonical
from allegiance.session import Session, write
from allegiance.store.store import Store, in_memory
from tests.telling import keep

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)


def clock(start: datetime = NOON) -> Callable[[], datetime]:
    """A clock that goes on by a second whenever it is looked at."""
    seconds = iter(range(1_000_000))
    return lambda: start + timedelta(seconds=next(seconds))


def holding(*bundles: Bundle) -> Store:
    """A store in memory of these reports."""
    store = in_memory()
    keep(store, *bundles)
    return store


def desk(store: Store, by: str = "Mara", start: datetime = NOON) -> Desk:
    """A person's desk."""
    return Desk(store, load(), by=by, now=clock(start))


def seen(store: Store, on: str | None = None) -> bytes:
    """The map with all that may be drawn, and the profiles of all its actors."""
    session = Session(store)
    network = session.network(on, alleged=True)
    out = io.BytesIO()
    write(network, out, "json")
    profiles = [canonical(session.profile(actor.id)) for actor in network.actors]
    return out.getvalue() + "\n".join(profiles).encode()
