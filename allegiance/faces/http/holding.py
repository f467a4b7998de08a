"""The one session of a server: used by one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from allegiance.faces.http.remembering import Answers
from allegiance.session import Session


class Held:
    """A session, and who decides where nobody else is named.

    Attributes:
        by: the name that stands on decisions.
        location, lexicon: where the store is, and the folder laid over the lexicon, for those who open it a second time.
        answers: the last ones; to be looked at while the session is held.
    """

    def __init__(
        self, session: Session, *, by: str, location: str, lexicon: Path | None = None
    ) -> None:
        self.by = by
        self.location = location
        self.lexicon = lexicon
        self.answers = Answers()
        self._session = session
        self._lock = Lock()

    @contextmanager
    def asking(self) -> Iterator[Session]:
        """The session, once nobody else is using it."""
        with self._lock:
            yield self._session
