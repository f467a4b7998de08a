"""What changed in the world between two days, and in what was known between two days of knowledge."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.query.changes import changes
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted
from allegiance.records.bundle import Bundle
from allegiance.records.changes import Change, Changes
from allegiance.resolve.actors import cast
from allegiance.store.identities import identities
from allegiance.store.store import in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
LATE = "2019-12-31"


def compared(
    *bundles: Bundle,
    since: str | None = None,
    until: str | None = None,
    known_from: str | None = None,
    known_by: str = LATE,
    alleged: bool = False,
) -> Changes:
    store = in_memory()
    keep(store, *bundles)
    first, last, before, after = (
        date.fromisoformat(one) if one else None for one in (since, until, known_from, known_by)
    )
    assert after is not None
    who = cast(identities(store, after), {})
    ontology = load().ontology
    return changes(
        draw(store, who, ontology, known_by=after),
        Wanted(None, first, last, frozenset(), alleged),
        known_by=after,
        known_from=before,
        earlier=draw(store, who, ontology, known_by=before) if before else None,
    )


def told(found: Changes) -> list[str]:
    return [f"{one.what} {one.interval.relation.predicate}" for one in found.changes]


def only(found: Changes) -> Change:
    (change,) = found.changes
    return change


def test_what_begins_and_ends_in_the_days_is_told_in_their_order() -> None:
    reports = (
        report("2013-02-01", Said(DAWN, "alliance", FRONT, "begins", when=day("2013-01-15"))),
        report("2013-09-01", Said(DAWN, "alliance", FRONT, "ends", when=day("2013-08"))),
        report("2013-05-01", Said(DAWN, "split", GUARDS, "begins", when=day("2013-04"))),
        report("2013-07-01", Said(FRONT, "succession", GUARDS, "begins", when=day("2013-06"))),
        report("2013-10-01", Said(FRONT, "merger", DAWN, "begins", when=day("2013-09-30"))),
    )
    assert told(compared(*reports, since="2013-01-01", until="2013-12-31")) == [
        "began alliance",
        "split split",
        "renamed succession",
        "ended alliance",
        "merged merger",
    ]
    assert told(compared(*reports, since="2013-08-10", until="2013-08-20")) == ["ended alliance"]


@pytest.mark.parametrize(
    ("since", "until", "sure"),
    [
        ("2013-04-01", "2013-04-30", True),
        ("2013-04-15", None, False),
        (None, "2013-04-15", False),
        ("2013-03-01", "2013-05-15", True),
    ],
)
def test_a_time_that_may_lie_outside_is_marked(
    since: str | None, until: str | None, sure: bool
) -> None:
    split = report("2013-05-01", Said(DAWN, "split", GUARDS, "begins", when=day("2013-04")))
    assert only(compared(split, since=since, until=until)).sure == sure


def test_what_is_only_said_to_hold_did_not_begin_when_it_was_first_told_of() -> None:
    ally = report("2013-05-01", Said(DAWN, "alliance", GUARDS))
    assert told(compared(ally, since="2013-05-01", until="2013-05-01")) == ["first-told alliance"]
    assert told(compared(ally, since="2013-05-02", until="2013-12-31")) == []


def test_what_no_report_renews_fades_on_the_day_maps_cease_to_draw_it() -> None:
    rival = report("2013-05-01", Said(DAWN, "rivalry", GUARDS))
    assert told(compared(rival, since="2015-01-01", until="2015-12-31")) == ["faded rivalry"]
    assert told(compared(rival, since="2015-01-01", known_by="2015-02-01")) == []


def test_a_denial_is_a_change_of_its_own_with_the_claim_that_denies() -> None:
    reports = (
        report("2013-05-01", Said(DAWN, "support", GUARDS)),
        report("2013-08-01", Said(DAWN, "support", GUARDS, stance="denied")),
    )
    found = only(compared(*reports, since="2013-07-01", until="2013-12-31"))
    assert found.what == "disputed"
    assert found.claim_ids == found.interval.relation.disputed_by


def test_a_report_of_2016_on_2013_is_news_of_2016_about_2013() -> None:
    reports = (
        report("2013-05-01", Said(DAWN, "alliance", GUARDS)),
        report("2016-03-01", Said(DAWN, "alliance", GUARDS, "ends", when=day("2013-08"))),
        report("2016-03-02", Said(FRONT, "split", DAWN, "begins", when=day("2013-09"))),
    )
    first, last = "2013-01-01", "2013-12-31"
    found = compared(
        *reports, known_from="2014-12-31", known_by="2016-12-31", since=first, until=last
    )
    assert told(found) == ["redated alliance", "learned split"]
    redated = found.changes[0]
    assert redated.before is not None
    assert redated.before.relation.until is None
    assert redated.interval.relation.until is not None
    assert redated.known_on == date(2016, 3, 1)
    assert told(compared(*reports, known_from="2014-12-31", known_by="2015-12-31")) == []
    assert told(compared(*reports, known_from="2014-12-31", since="2017-01-01")) == []
    assert told(compared(*reports, known_by="2015-12-31", since=first, until=last)) == [
        "first-told alliance"
    ]


def test_a_later_denial_disputes_what_was_known() -> None:
    reports = (
        report("2013-05-01", Said(DAWN, "support", GUARDS)),
        report("2014-08-01", Said(DAWN, "support", GUARDS, stance="denied")),
    )
    found = only(compared(*reports, known_from="2013-12-31"))
    assert (found.what, found.known_on) == ("disputed", date(2014, 8, 1))
    assert found.claim_ids == found.interval.relation.disputed_by


def test_what_was_alleged_and_is_asserted_later_is_settled() -> None:
    reports = (
        report("2013-05-01", Said(DAWN, "support", GUARDS, stance="alleged")),
        report("2014-08-01", Said(DAWN, "support", GUARDS, when=day("2013-05-01"))),
    )
    assert told(compared(*reports, known_from="2013-12-31", alleged=True)) == ["settled support"]
    assert told(compared(*reports, known_from="2013-12-31")) == ["learned support"]


def test_what_later_reports_show_to_have_been_over_before_is_withdrawn() -> None:
    """By two words to one of the time it had not ended, so the second stretch was none."""
    reports = (
        report("2013-01-01", Said(DAWN, "membership", GUARDS), publisher="A"),
        report("2013-06-01", Said(DAWN, "membership", GUARDS, "ends"), publisher="A"),
        report("2013-08-01", Said(DAWN, "membership", GUARDS), publisher="B"),
        report("2013-09-01", Said(DAWN, "membership", GUARDS), publisher="C"),
        report("2014-09-01", Said(DAWN, "membership", GUARDS, "ends", when=day("2013-06-02")), publisher="D"),
        report("2014-09-02", Said(DAWN, "membership", GUARDS, "ends", when=day("2013-06-02")), publisher="E"),
    )  # fmt: skip
    found = compared(*reports, known_from="2013-12-31")
    assert "withdrawn membership" in told(found)
    gone = next(one for one in found.changes if one.what == "withdrawn")
    assert gone.before == gone.interval
    assert gone.claim_ids == ()


def test_nothing_changes_between_a_day_of_knowledge_and_itself() -> None:
    reports = (
        report("2013-05-01", Said(DAWN, "support", GUARDS), Said(DAWN, "rivalry", FRONT)),
        report("2014-08-01", Said(DAWN, "support", GUARDS, stance="denied")),
    )
    assert told(compared(*reports, known_from="2014-12-31", known_by="2014-12-31")) == []
