"""A client that goes before it is answered: the filter was changed again, or the page closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from starlette.types import Message

from allegiance import session
from allegiance.faces.http.app import build
from allegiance.faces.http.holding import Held, NobodyWaits
from allegiance.session import Session

# Far longer than it takes.
SECONDS = 60
# From announcing that it asks to finding that others have the session.
BETWEEN_S = 0.1


def test_work_that_nobody_waits_for_any_more_is_not_begun(db: Path) -> None:
    with session.open(db, create=False) as store:
        held = Counted(store, by="Mara", location=str(db))
        statuses = asyncio.run(asked_and_left(held, "/api/v1/network"))
        assert statuses == [499]
        assert held.lent == 0


def test_somebody_who_waits_is_answered(db: Path) -> None:
    with session.open(db, create=False) as store:
        held = Counted(store, by="Mara", location=str(db))
        assert asyncio.run(asked_and_left(held, "/api/v1/network", leaves=False)) == [200]
        assert held.lent == 1


def test_a_change_is_made_though_whoever_asked_for_it_has_gone(db: Path) -> None:
    with session.open(db, create=False) as store:
        held = Counted(store, by="Mara", location=str(db))
        body = b'{"decision_ids": []}'
        assert asyncio.run(asked_and_left(held, "/api/v1/undo/bulk", body)) != [499]


def test_others_get_the_session_after_one_who_has_gone(db: Path) -> None:
    with session.open(db, create=False) as store:
        held = Held(store, by="Mara", location=str(db))
        with held.aside():
            gone = Thread(target=leaving, args=(held,))
            gone.start()
        gone.join(SECONDS)
        with held.asking() as lent:
            assert lent is store


def leaving(held: Held) -> None:
    with pytest.raises(NobodyWaits), held.asking(lambda: True):
        pass


class Counted(Held):
    """Tells when somebody waits, and counts to how many who asked the session was lent."""

    def __init__(self, store: Session, *, by: str, location: str) -> None:
        super().__init__(store, by=by, location=location)
        self.waits = Event()
        self.lent = 0

    @contextmanager
    def asking(self, has_gone: Callable[[], bool] = lambda: False) -> Iterator[Session]:
        """The session, counted."""
        self.waits.set()
        with super().asking(has_gone) as lent:
            self.lent += 1
            yield lent


async def asked_and_left(
    held: Counted, path: str, body: bytes = b"", *, leaves: bool = True
) -> list[int]:
    """The statuses of the answer to a request whose client leaves while others have the session."""
    statuses: list[int] = []
    messages: list[Message] = []
    if body:
        messages.append({"type": "http.request", "body": body, "more_body": False})

    async def receive() -> Message:
        if messages:
            return messages.pop()
        if not leaves:
            await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST" if body else "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")],
    }
    with held.aside():
        asking = asyncio.create_task(build(held)(scope, receive, send))
        await asyncio.to_thread(held.waits.wait, SECONDS)
        await asyncio.sleep(BETWEEN_S)
    await asyncio.wait_for(asking, SECONDS)
    return statuses
