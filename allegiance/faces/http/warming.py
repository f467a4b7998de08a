"""Works out, while nobody asks for anything, what most answers rest on: the first look at a list of a large store need not wait for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from allegiance.errors import AllegianceError
from allegiance.faces.http.holding import Held
from allegiance.records.asked import EVERYTHING, Filter
from allegiance.session import Session

# Nobody has asked for so long: then a page has most likely got all that it wants.
IDLE_S = 3.0
# The page asks for the first ones at once; of the others those that are wanted most, and cost least, go first.
QUESTIONS: tuple[Callable[[Session], object], ...] = (
    lambda session: session.holdings(),
    lambda session: session.codebook(),
    lambda session: session.through(EVERYTHING).clipped(1),
    lambda session: session.through(EVERYTHING).days("year"),
    lambda session: session.through(EVERYTHING).claims(limit=1),
    lambda session: session.through(EVERYTHING).actors(limit=1),
    lambda session: session.through(EVERYTHING).places(),
    lambda session: session.through(EVERYTHING).queue("", limit=1),
    # What any other day of knowledge is drawn from.
    lambda session: session.through(_day_before(session)).clipped(1),
    lambda session: session.through(EVERYTHING).conflicts(limit=1),
)
log = logging.getLogger("uvicorn.error")


@contextmanager
def warming(held: Held) -> Iterator[None]:
    """Ask them one after the other now, and again whenever something was decided, until the block is left."""
    ended = Event()
    # What it has under way when the server ends is of use to nobody, so nobody waits for it.
    thread = Thread(target=_warm, args=(held, ended), name="warming", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        held.changed.set()


def _warm(held: Held, ended: Event) -> None:
    while not ended.is_set():
        held.changed.clear()
        for ask in QUESTIONS:
            while not held.is_idle(IDLE_S):
                ended.wait(IDLE_S)
            if ended.is_set() or held.changed.is_set():
                break
            _asked(held, ask)
        else:
            held.changed.wait()


def _day_before(session: Session) -> Filter:
    """Everything that was known before the last reports came."""
    last = session.holdings().last_day
    return Filter(known_by=last - timedelta(days=1)) if last is not None else EVERYTHING


def _asked(held: Held, ask: Callable[[Session], object]) -> None:
    """Ask for the sake of what is remembered; what is wrong will be told to whoever asks in earnest."""
    try:
        with held.aside() as session:
            ask(session)
    except AllegianceError as problem:
        log.debug("not worked out: %s", problem)
