"""The one session of a server: used by one thread at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock

from allegiance.faces.http.remembering import Answers
from allegiance.session import Session


class NobodyWaits(Exception):
    """Whoever asked has gone before the session was free: another filter was chosen, or a page closed."""


class Held:
    """A session, and who decides where nobody else is named.

    Attributes:
        by: the name that stands on decisions.
        location, lexicon: where the store is, and the folder laid over the lexicon, for those who open it a second time.
        answers: the last ones; to be looked at while the session is held.
        changed: set once something was done to the store.
    """

    def __init__(
        self, session: Session, *, by: str, location: str, lexicon: Path | None = None
    ) -> None:
        self.by = by
        self.location = location
        self.lexicon = lexicon
        self.answers = Answers()
        self.changed = Event()
        self._session = session
        self._lock = Lock()
        self._waiting = 0
        self._counting = Lock()
        self._last_s = time.monotonic()

    @contextmanager
    def asking(self, has_gone: Callable[[], bool] = lambda: False) -> Iterator[Session]:
        """The session, once nobody else is using it.

        Args:
            has_gone: does nobody want the answer any more? Looked at where others had to be waited for.

        Raises:
            NobodyWaits: nobody does.
        """
        self._count(1)
        waited = not self._lock.acquire(blocking=False)
        if waited:
            self._lock.acquire()
        try:
            if waited and has_gone():
                raise NobodyWaits
            yield self._session
        finally:
            self._lock.release()
            self._count(-1)

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """The same for work that nobody waits for."""
        with self._lock:
            yield self._session

    def is_free(self) -> bool:
        """Is nobody using the session, or waiting for it?"""
        with self._counting:
            return not self._waiting and not self._lock.locked()

    def is_idle(self, seconds: float) -> bool:
        """Has nobody been asking for so long?"""
        with self._counting:
            return not self._waiting and time.monotonic() - self._last_s >= seconds

    def _count(self, more: int) -> None:
        with self._counting:
            self._waiting += more
            self._last_s = time.monotonic()
