"""Claims that are read a part at a time are those that would be read at once."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.asking import telling as room
from allegiance.asking.telling import Telling
from allegiance.records.asked import Filter
from allegiance.session import Session
from allegiance.store.ledgers import accounts
from allegiance.store.store import Store, in_memory
from tests.telling import Said, keep, report

DAWN, FRONT = "Dawn Brigade", "Northern Front"
REPORTS = [report(f"2014-02-{day:02}", Said(DAWN, "alliance", FRONT)) for day in range(1, 8)]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(room, "ARTICLES_AT_ONCE", 2)
    store = in_memory()
    keep(store, *REPORTS[:6])
    return store


def test_all_is_what_is_read_at_once_however_far_it_was_read_before(store: Store) -> None:
    telling = Telling(store)
    assert [telling.read_on() for _ in range(4)] == [True, True, False, False]
    assert telling.all() == Telling(store).all() == accounts(store, date.max)
    begun = Telling(store)
    begun.read_on()
    assert begun.all() == accounts(store, date.max)


def test_what_was_added_between_two_parts_is_not_left_out(store: Store) -> None:
    telling = Telling(store)
    telling.read_on()
    keep(store, REPORTS[6])
    assert telling.all() == accounts(store, date.max)
    assert len(telling.all()) == 7


def test_a_session_that_has_read_on_answers_as_one_that_has_not(store: Store) -> None:
    wanted = Filter(known_by=date(2014, 2, 3))
    begun = Session(store)
    assert begun.read_on()
    assert begun.through(wanted).history() == Session(store).through(wanted).history()
