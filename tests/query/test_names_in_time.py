"""Names of one actor in time, where reports tell that it took another."""

from __future__ import annotations

import pytest

from allegiance.faces.cli.commands.conflicts import headline
from allegiance.lexicon.lexicon import load
from allegiance.records.bundle import Bundle
from allegiance.session import Session
from allegiance.store.ledgers import RENAMING
from allegiance.store.store import Store
from tests.deciding import desk, holding
from tests.telling import Said, day, report

OLD, MIDDLE, NEW, OTHER = "Dawn Brigade", "Dawn Front", "Dawn Army", "River Guards"
FIRST = report("2013-02-01", Said(MIDDLE, RENAMING, OLD, "begins", when=day("2013-01")))
SECOND = report("2016-08-01", Said(NEW, RENAMING, MIDDLE, "begins", when=day("2016-07-28")))
FOES = report("2012-12-01", Said(OLD, "rivalry", OTHER))
AGAIN = report("2014-11-01", Said(MIDDLE, "rivalry", OTHER))
LAST = report("2016-12-01", Said(NEW, "rivalry", OTHER))


def one_actor(*told: Bundle) -> Store:
    """A store in which a person has said that the three names are one actor's."""
    store = holding(*told)
    desk(store).same(OLD, MIDDLE)
    desk(store).same(OLD, NEW)
    return store


ALL = (FIRST, SECOND, FOES, AGAIN, LAST)


def test_what_the_store_takes_for_a_renaming_is_what_the_ontology_does() -> None:
    assert [kind.predicate for kind in load().ontology.relations if kind.renames] == [RENAMING]


def test_the_profile_tells_what_it_was_called_and_until_when() -> None:
    profile = Session(one_actor(*ALL)).profile(OLD)
    assert [(one.name, one.since, one.until) for one in profile.lineage] == [
        (OLD, None, day("2013-01")),
        (MIDDLE, day("2013-01"), day("2016-07-28")),
        (NEW, day("2016-07-28"), None),
    ]
    assert {one.actor_id for one in profile.lineage} == {profile.actor.id}
    changes = [(line.what, line.other) for line in profile.of("changes")]
    assert changes == [("successor of", OLD), ("successor of", MIDDLE)]


def test_the_history_and_what_changed_have_both_names() -> None:
    session = Session(one_actor(*ALL))
    told = [one.relation for one in session.history(OLD, kinds=[RENAMING]).intervals]
    assert [one.names for one in told] == [(MIDDLE, OLD), (NEW, MIDDLE)]
    assert all(one.source == one.target for one in told)
    (change,) = session.changes("2016-01-01", "2016-12-31", kinds=[RENAMING]).changes
    assert (change.what, change.interval.relation.names) == ("renamed", (NEW, MIDDLE))


@pytest.mark.parametrize(
    ("on", "name"),
    [
        ("2012-12-31", OLD),
        ("2013-01-31", MIDDLE),
        ("2014-07-01", MIDDLE),
        ("2016-07-27", MIDDLE),
        ("2016-07-28", NEW),
        ("2017-01-01", NEW),
    ],
)
def test_a_map_has_the_name_of_its_day_under_one_id(on: str, name: str) -> None:
    session = Session(one_actor(*ALL))
    network = session.network(on)
    (actor,) = (one for one in network.actors if one.name != OTHER)
    assert actor.name == name
    assert actor.id == session.profile(OLD).actor.id
    assert [one.predicate for one in network.relations] == ["rivalry"]


def test_on_a_day_on_which_it_may_have_been_renamed_it_has_its_main_name() -> None:
    store = one_actor(*ALL)
    names = {one.name for one in Session(store).network("2013-01-10").actors}
    assert names == {Session(store).profile(OLD).actor.name, OTHER}
    month = report("2016-08-01", Said(NEW, RENAMING, MIDDLE, "begins", when=day("2016-07")))
    since = Said(NEW, "rivalry", OTHER, "begins", when=day("2015-11"))
    store = one_actor(FIRST, month, report("2016-12-01", since), report("2016-12-02", since))
    assert Session(store).profile(OLD).actor.name == NEW
    for on, name in (("2016-06-30", MIDDLE), ("2016-07-01", NEW), ("2016-07-31", NEW)):
        assert {one.name for one in Session(store).network(on).actors} == {name, OTHER}


def test_a_renaming_of_unknown_day_says_nothing_of_the_days_before() -> None:
    told = report("2016-08-01", Said(NEW, RENAMING, OLD, "begins"))
    store = holding(told, FOES, LAST)
    desk(store).same(OLD, NEW)
    session = Session(store)
    before, after = session.network("2012-12-15"), session.network("2016-12-15")
    assert session.profile(OLD).actor.name in {one.name for one in before.actors}
    assert NEW in {one.name for one in after.actors}


def test_a_renaming_not_known_yet_names_nobody() -> None:
    session = Session(one_actor(*ALL))
    names = {one.name for one in session.network("2016-09-15", known_by="2014-12-31").actors}
    assert MIDDLE in names


def test_a_renaming_that_somebody_disputes_names_nobody() -> None:
    denied = report("2016-09-01", Said(NEW, RENAMING, MIDDLE, "begins", "denied"))
    store = one_actor(FIRST, SECOND, denied, LAST)
    assert MIDDLE in {one.name for one in Session(store).network("2016-12-15").actors}


def test_a_disputed_renaming_is_told_by_both_names_and_no_other_is_in_conflict() -> None:
    denied = report("2016-09-01", Said(NEW, RENAMING, MIDDLE, "begins", "denied"))
    store = one_actor(FIRST, SECOND, denied, LAST)
    found = Session(store).conflicts()
    assert [(one.kind, one.names) for one in found] == [("tie", (NEW, MIDDLE))]
    (headed,) = map(headline, found)
    assert headed.startswith(f"tie: {NEW} {RENAMING} {MIDDLE}, ")
    # As the store keeps them.
    assert Session(store).conflicts() == found


def test_names_taken_one_after_the_other_and_back_are_no_conflict() -> None:
    back = report("2018-01-05", Said(OLD, RENAMING, NEW, "begins", when=day("2018-01")))
    assert Session(one_actor(*ALL, back)).conflicts() == ()


def test_one_name_for_another_spelling_of_it_is_no_renaming() -> None:
    told = report("2016-08-01", Said("Dawn  Army", RENAMING, "DAWN ARMY", "begins"))
    store = holding(told, LAST)
    desk(store).same("actor-dawn--army", "actor-dawn-army")
    session = Session(store)
    assert session.history(kinds=[RENAMING]).intervals == ()


def test_what_a_judgement_joined_and_another_parts_are_two_again() -> None:
    store = one_actor(*ALL)
    by = desk(store)
    by.undo()
    profile = Session(store).profile(NEW)
    assert {one.actor_id for one in profile.lineage} != {profile.actor.id}
