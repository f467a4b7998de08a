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
IDLE_S = 1.0
# The page asks for the first ones at once; of the others those that are wanted most, and cost least, go first. Whoever asks waits
# for one of them at most, so none is long; what answers True is asked again until it does not.
QUESTIONS: tuple[Callable[[Session], object], ...] = (
    lambda session: session.holdings(),
    lambda session: session.codebook(),
    lambda session: session.through(EVERYTHING).clipped(1),
    lambda session: session.through(EVERYTHING).days("year"),
    # What any other day of knowledge is drawn from, and lists of claims, too.
    lambda session: session.read_on(),
    lambda session: session.through(EVERYTHING).queue("", limit=1),
    lambda session: session.through(_day_before(session)),
    lambda session: session.through(_day_before(session)).clipped(1),
    lambda session: session.through(_day_before(session)).days("year"),
    lambda session: session.through(EVERYTHING).claim_facets(),
    lambda session: session.through(EVERYTHING).claims(limit=1),
    lambda session: session.through(EVERYTHING).places(),
    lambda session: session.through(EVERYTHING).actors(limit=1),
    lambda session: session.through(EVERYTHING).conflicts(limit=1),
    lambda session: session.through(_day_before(session)).conflicts(limit=1),
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
        if all(_asked_through(held, ask, ended) for ask in QUESTIONS):
            held.changed.wait()


def _asked_through(held: Held, ask: Callable[[Session], object], ended: Event) -> bool:
    """Ask until there is no more; False where the server ends, or all has to be asked anew."""
    more: object = True
    while more is True:
        while not held.is_idle(IDLE_S):
            ended.wait(IDLE_S)
        if ended.is_set() or held.changed.is_set():
            return False
        more = _asked(held, ask)
    return True


def _day_before(session: Session) -> Filter:
    """Everything that was known before the last reports came."""
    last = session.holdings().last_day
    return Filter(known_by=last - timedelta(days=1)) if last is not None else EVERYTHING


def _asked(held: Held, ask: Callable[[Session], object]) -> object:
    """Ask for the sake of what is remembered; what is wrong will be told to whoever asks in earnest."""
    try:
        with held.aside() as session:
            return ask(session)
    except AllegianceError as problem:
        log.debug("not worked out: %s", problem)
        return None
