"""The last answers as they were sent: a reader who goes to and fro asks the same again, and nothing has changed."""

from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

# A history of a hundred thousand claims has seven.
MOST_BYTES = 64 * 1024 * 1024


class Sent(NamedTuple):
    """An answer, without the headers that all have.

    Attributes:
        link: where the next page is; empty where there is none.
    """

    body: bytes
    link: str


class Answers:
    """Answers by their tag and their address; the one that was not asked for longest goes first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._sent: OrderedDict[tuple[str, str], Sent] = OrderedDict()

    def find(self, tag: str, address: str) -> Sent | None:
        """The answer that was sent; None where it is not remembered."""
        found = self._sent.get((tag, address))
        if found is not None:
            self._sent.move_to_end((tag, address))
        return found

    def keep(self, tag: str, address: str, sent: Sent) -> None:
        """Remember an answer, if there is room for it at all."""
        if len(sent.body) > self._most or (tag, address) in self._sent:
            return
        self._sent[tag, address] = sent
        self._bytes += len(sent.body)
        while self._bytes > self._most:
            _, gone = self._sent.popitem(last=False)
            self._bytes -= len(gone.body)
