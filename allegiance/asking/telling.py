"""All claims of a store, read a part at a time: whoever asks for something else in between does not wait for the rest."""

from __future__ import annotations

from datetime import date

from allegiance.store.editions import article_ids, edition
from allegiance.store.ledgers import Account, accounts, by_claim
from allegiance.store.store import Store

# A quarter of a second, where a report makes some ten claims.
ARTICLES_AT_ONCE = 1_000


class Telling:
    """Every claim that articles make, of whatever day, remembered until something is added."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._edition: tuple[int, ...] | None = None
        self._unread: list[str] = []
        self._read: list[Account] = []

    def read_on(self) -> bool:
        """Read the next part of them; is there more?"""
        now = edition(self._store)
        if self._edition != now:
            self._edition, self._unread, self._read = now, article_ids(self._store), []
        part, self._unread = self._unread[:ARTICLES_AT_ONCE], self._unread[ARTICLES_AT_ONCE:]
        if part:
            self._read += accounts(self._store, date.max, articles=part)
            if not self._unread:
                self._read.sort(key=by_claim)
        return bool(self._unread)

    def all(self) -> list[Account]:
        """All of them, by claim id; what has been read is not read again."""
        while self.read_on():
            pass
        return self._read
