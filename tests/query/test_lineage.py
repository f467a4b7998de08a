"""The names of one body in time."""

from __future__ import annotations

import pytest

from allegiance.records.bundle import Bundle
from allegiance.session import Session
from tests.deciding import desk, holding
from tests.telling import Said, day, report

OLD, MIDDLE, NEW, OTHER = "Dawn Brigade", "Dawn Front", "Dawn Army", "River Guards"
FIRST = report("2013-02-01", Said(MIDDLE, "succession", OLD, "begins", when=day("2013-01")))
SECOND = report("2016-08-01", Said(NEW, "succession", MIDDLE, "begins", when=day("2016-07-28")))
ELSE = report("2016-08-02", Said(OTHER, "alliance", NEW))


def names(*told: Bundle, of: str) -> list[str]:
    profile = Session(holding(*told)).profile(of)
    return [stage.name for stage in profile.lineage]


@pytest.mark.parametrize("of", [OLD, MIDDLE, NEW])
def test_every_name_of_a_lineage_leads_to_all_of_it_the_oldest_first(of: str) -> None:
    assert names(FIRST, SECOND, ELSE, of=of) == [OLD, MIDDLE, NEW]
    assert names(ELSE, SECOND, FIRST, of=of) == [OLD, MIDDLE, NEW]


def test_each_name_has_its_days_and_what_tells_them() -> None:
    profile = Session(holding(FIRST, SECOND)).profile(MIDDLE)
    old, middle, new = profile.lineage
    assert (old.since, old.until) == (None, day("2013-01"))
    assert (middle.since, middle.until) == (day("2013-01"), day("2016-07-28"))
    assert (new.since, new.until) == (day("2016-07-28"), None)
    assert [old.claim_id, middle.claim_id, new.claim_id] == [
        FIRST.found.claims[0].id,
        FIRST.found.claims[0].id,
        SECOND.found.claims[0].id,
    ]


def test_whoever_never_changed_its_name_has_no_lineage() -> None:
    assert names(FIRST, SECOND, ELSE, of=OTHER) == []


def test_a_name_that_is_taken_back_is_no_endless_row() -> None:
    back = report("2018-01-01", Said(OLD, "succession", NEW, "begins", when=day("2018-01-01")))
    assert sorted(names(FIRST, SECOND, back, of=OLD)) == sorted([OLD, MIDDLE, NEW])


def test_a_name_known_later_is_no_part_of_what_was_known() -> None:
    profile = Session(holding(FIRST, SECOND)).profile(OLD, known_by="2014-01-01")
    assert [stage.name for stage in profile.lineage] == [OLD, MIDDLE]


def test_two_names_that_a_person_joined_are_two_names_of_one_actor() -> None:
    store = holding(FIRST, SECOND)
    desk(store).same(MIDDLE, NEW)
    old, middle, new = Session(store).profile(OLD).lineage
    assert [old.name, middle.name, new.name] == [OLD, MIDDLE, NEW]
    assert old.actor_id != middle.actor_id == new.actor_id
    assert (middle.since, middle.until) == (day("2013-01"), day("2016-07-28"))
