"""What a server works out while nobody asks."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from allegiance import session
from allegiance.errors import UsageError
from allegiance.faces.http import warming as room
from allegiance.faces.http.holding import Held
from allegiance.session import Session

SECONDS = 60


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "IDLE_S", 0.01)


def until(holds: Callable[[], bool], seconds: float = SECONDS) -> bool:
    last = time.monotonic() + seconds
    while not holds() and time.monotonic() < last:
        time.sleep(0.01)
    return holds()


def test_it_asks_all_and_again_when_something_has_changed(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def failing(_: Session) -> None:
        asked.append("failing")
        raise UsageError("no such day")

    monkeypatch.setattr(room, "QUESTIONS", (failing, lambda _: asked.append("next")))
    with session.open(db, create=False) as store:
        held = Held(store, by="Mara", location=str(db))
        with room.warming(held):
            assert until(lambda: asked == ["failing", "next"])
            held.changed.set()
            assert until(lambda: asked == ["failing", "next"] * 2)


def test_what_has_more_is_asked_again_and_others_come_between(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: list[str] = []

    def part(_: Session) -> bool:
        parts.append("part")
        return len(parts) < 4

    monkeypatch.setattr(room, "QUESTIONS", (part, lambda _: parts.append("next")))
    with session.open(db, create=False) as store:
        held = Held(store, by="Mara", location=str(db))
        with held.asking(), room.warming(held):
            # Whoever asks is waited for, before each part.
            assert not until(lambda: bool(parts), seconds=0.1)
        parts.clear()
        with room.warming(held):
            assert until(lambda: parts == ["part"] * 4 + ["next"])


def test_every_question_is_one_that_a_store_answers(db: Path) -> None:
    with session.open(db, create=False) as store:
        for ask in room.QUESTIONS:
            ask(store)


def test_it_waits_for_whoever_is_asking(db: Path) -> None:
    with session.open(db, create=False) as store:
        held = Held(store, by="Mara", location=str(db))
        with held.asking():
            assert not held.is_idle(0)
        assert held.is_idle(0)
        assert not held.is_idle(SECONDS)
        with held.aside():
            assert held.is_idle(0)
