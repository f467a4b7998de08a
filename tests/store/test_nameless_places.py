"""Places that a report holds without a name: kept with the claim, on no map."""

from __future__ import annotations

from datetime import date

from allegiance.store.ledgers import accounts
from allegiance.store.store import in_memory
from tests.telling import Said, keep, report

PLACES = ("the airport", "Fort Rook")


def test_the_town_of_one_report_is_no_place_of_the_map() -> None:
    store = in_memory()
    keep(
        store,
        report("2014-02-03", *(Said("Dawn Brigade", "control", place=place) for place in PLACES)),
    )
    places = [account.place for account in accounts(store, date.max)]
    assert len(places) == 2
    assert set(places) == {None, ("name:fort rook", "Fort Rook", None, None, None)}
