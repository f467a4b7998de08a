"""Places that a report holds without a name: kept with the claim, on no map."""

from __future__ import annotations

from allegiance.store.ledgers import _place


def test_the_town_of_one_report_is_no_place_of_the_map() -> None:
    nothing = (None, None, None, None, None)
    assert _place("the airport", *nothing) is None
    assert _place("Fort Reed", *nothing) == ("name:fort reed", "Fort Reed", None, None, None)
