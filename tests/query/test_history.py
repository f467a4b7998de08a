"""Relations as stretches of time, never more exact than what the reports say."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted, history
from allegiance.records.bundle import Bundle
from allegiance.records.claim import Phase
from allegiance.records.history import Days, History, Interval
from allegiance.records.when import When
from allegiance.resolve.actors import cast
from allegiance.store.identities import identities
from allegiance.store.store import in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
LATE = date(2019, 12, 31)


def traced(
    *bundles: Bundle,
    known_by: date = LATE,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    kinds: tuple[str, ...] = (),
    alleged: bool = False,
) -> History:
    store = in_memory()
    keep(store, *bundles)
    who = cast(identities(store, known_by), {})
    drawing = draw(store, who, load().ontology, known_by=known_by, actor=actor)
    first, last = (date.fromisoformat(one) if one else None for one in (since, until))
    wanted = Wanted(actor, first, last, frozenset(kinds), alleged)
    return history(drawing, wanted, known_by=known_by)


def only(found: History) -> Interval:
    (interval,) = found.intervals
    return interval


def predicates(found: History) -> list[str]:
    return [one.relation.predicate for one in found.intervals]


FROM_APRIL_TO_JUNE = When(date(2013, 4, 8), date(2013, 6, 11), "vague")


def test_a_beginning_and_an_end_keep_the_ranges_that_the_texts_give() -> None:
    interval = only(
        traced(
            report("2013-07-01", Said(DAWN, "alliance", FRONT, "begins", when=FROM_APRIL_TO_JUNE)),
            report("2015-01-05", Said(DAWN, "alliance", FRONT, "ends", when=day("2014"))),
        )
    )
    assert interval.relation.since == FROM_APRIL_TO_JUNE
    assert interval.relation.until is not None
    assert (interval.relation.until.start, interval.relation.until.end) == (
        date(2014, 1, 1),
        date(2015, 1, 1),
    )
    assert interval.drawn == Days(date(2013, 4, 8), date(2015, 1, 1))
    assert interval.sure == Days(date(2013, 6, 10), date(2014, 1, 1))
    assert interval.relation.certain


def test_what_a_report_says_holds_was_there_by_its_day_and_has_no_earlier_beginning() -> None:
    interval = only(traced(report("2014-02-03", Said(DAWN, "alliance", FRONT))))
    assert interval.relation.since == When(None, date(2014, 2, 4), "until")
    assert interval.relation.until is None
    assert interval.last == date(2014, 2, 3)


def test_a_state_that_nobody_renews_is_marked_as_faded_once_that_is_known() -> None:
    told = report("2013-01-01", Said(DAWN, "rivalry", FRONT))
    assert not only(traced(told, known_by=date(2014, 12, 1))).relation.faded
    faded = only(traced(told, known_by=date(2016, 1, 1)))
    assert faded.relation.faded
    assert faded.relation.until is None
    assert faded.drawn == Days(date(2013, 1, 1), date(2015, 1, 2))


def test_two_stretches_of_one_relation_are_two_intervals_with_ids_of_their_own() -> None:
    first, second = traced(
        report("2013-01-01", Said(DAWN, "membership", FRONT, "begins", when=day("2012-05-01"))),
        report("2014-01-01", Said(DAWN, "membership", FRONT, "ends", when=day("2013-12-30"))),
        report("2015-01-01", Said(DAWN, "membership", FRONT, "begins", when=day("2014-12-01"))),
    ).intervals
    assert (first.number, second.number) == (1, 2)
    assert first.relation.id == second.relation.id
    assert first.id != second.id


def test_a_split_is_a_happening_at_its_day_and_found_by_that_day_alone() -> None:
    told = report("2013-06-01", Said(DAWN, "split", FRONT, "begins", when=day("2013-05")))
    split = only(traced(told, since="2013-05-20", until="2013-05-20"))
    assert split.happening
    assert split.relation.since == day("2013-05")
    # A map shows a split for a year, but it happened in May.
    assert traced(told, since="2013-06-01").intervals == ()


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, "2012-12-31", False),
        (None, "2013-01-01", True),
        ("2014-03-31", None, True),
        ("2014-04-01", None, False),
        ("2013-06-01", "2013-06-02", True),
    ],
)
def test_a_span_of_days_takes_what_may_have_held_on_one_of_them(
    since: str | None, until: str | None, found: bool
) -> None:
    told = (
        report("2013-02-01", Said(DAWN, "truce", FRONT, "begins", when=day("2013-01"))),
        report("2014-04-05", Said(DAWN, "truce", FRONT, "ends", when=day("2014-03"))),
        report("2013-09-05", Said(DAWN, "truce", FRONT)),
    )
    assert bool(traced(*told, since=since, until=until).intervals) == found


def test_what_is_only_said_to_have_been_once_has_an_end_and_no_days() -> None:
    interval = only(traced(report("2014-02-03", Said(DAWN, "alliance", FRONT, "ends"))))
    assert interval.drawn is None
    assert interval.sure is None
    assert interval.relation.until == When(None, date(2014, 2, 4), "vague")


def test_the_history_of_an_actor_is_the_part_of_the_whole_that_names_it() -> None:
    told = (
        report("2013-01-01", Said(DAWN, "affiliate", FRONT), Said(GUARDS, "rivalry", FRONT)),
        report("2013-03-01", Said(DAWN, "control", place="Essara")),
        report("2013-04-01", Said(GUARDS, "control", None, "begins", place="Essara")),
    )
    whole = traced(*told)
    own = traced(*told, actor="actor-dawn-brigade")
    assert own.intervals == tuple(
        one
        for one in whole.intervals
        if "actor-dawn-brigade" in (one.relation.source, one.relation.target)
    )
    assert own.intervals[-1].relation.until is not None
    assert [actor.name for actor in own.actors] == [DAWN, FRONT]
    assert [place.name for place in own.places] == ["Essara"]


def test_what_is_alleged_comes_only_when_asked_for_and_not_within_what_is_settled() -> None:
    hedged = report("2014-01-01", Said(DAWN, "support", FRONT, stance="alleged"))
    assert traced(hedged).intervals == ()
    assert only(traced(hedged, alleged=True)).relation.alleged
    sure = report("2013-12-01", Said(DAWN, "support", FRONT))
    again = report("2016-02-01", Said(DAWN, "support", FRONT))
    assert not only(traced(sure, again, hedged, alleged=True)).relation.alleged


def test_intervals_come_in_the_order_of_days() -> None:
    found = traced(
        report("2015-01-01", Said(DAWN, "succession", FRONT, "begins", when=day("2011"))),
        report("2012-01-01", Said(DAWN, "alliance", GUARDS)),
        report("2014-01-01", Said(GUARDS, "split", FRONT, "begins", when=day("2010-05"))),
    )
    assert predicates(found) == ["split", "succession", "alliance"]


def test_kinds_leave_out_the_others() -> None:
    told = report("2014-01-01", Said(DAWN, "rivalry", FRONT), Said(DAWN, "support", GUARDS))
    assert predicates(traced(told, kinds=("support",))) == ["support"]


@pytest.mark.parametrize(
    ("named", "start", "end"),
    [
        ("2012-01-01", date(2012, 1, 1), date(2013, 1, 1)),
        ("2012-05-01", date(2012, 5, 1), date(2012, 6, 1)),
        ("2012-05-03", date(2012, 5, 3), date(2012, 5, 4)),
        ("2014-01-01", date(2014, 1, 1), date(2014, 2, 4)),
    ],
)
@pytest.mark.parametrize("phase", ["holds", "begins"])
def test_since_a_year_is_some_day_of_that_year_and_none_after_the_report(
    named: str, start: date, end: date, phase: Phase
) -> None:
    since = When(date.fromisoformat(named), None, "since")
    interval = only(traced(report("2014-02-03", Said(DAWN, "alliance", FRONT, phase, when=since))))
    assert (interval.relation.since.start, interval.relation.since.end) == (start, end)
    assert interval.last == date(2014, 2, 3)


def test_over_since_a_year_is_over_on_some_day_of_that_year() -> None:
    over = Said(DAWN, "truce", FRONT, "ends", when=When(date(2012, 1, 1), None, "since"))
    told = (report("2011-06-01", Said(DAWN, "truce", FRONT)), report("2014-02-03", over))
    until = only(traced(*told)).relation.until
    assert until is not None
    assert (until.start, until.end) == (date(2012, 1, 1), date(2013, 1, 1))


def test_after_a_silence_nobody_knows_whether_it_had_gone_on() -> None:
    first, second = traced(
        report("2010-01-01", Said(DAWN, "rivalry", FRONT)),
        report("2014-01-01", Said(DAWN, "rivalry", FRONT)),
    ).intervals
    assert first.relation.faded
    assert second.relation.since == When(None, date(2014, 1, 2), "until")


def test_an_end_that_is_told_of_after_a_silence_lies_where_its_report_says() -> None:
    interval = only(
        traced(
            report("2010-01-01", Said(DAWN, "truce", FRONT)),
            report("2014-01-01", Said(DAWN, "truce", FRONT, "ends", when=day("2012"))),
        )
    )
    assert interval.relation.until == day("2012")
    assert not interval.relation.faded


def test_of_two_reports_on_one_beginning_the_more_exact_counts() -> None:
    told = (
        report("2013-12-01", Said(DAWN, "truce", FRONT, "begins", when=day("2013"))),
        report("2014-01-01", Said(DAWN, "truce", FRONT, "begins", when=day("2013-05-03"))),
        report("2014-02-01", Said(DAWN, "truce", FRONT, "begins", when=day("2013-05"))),
        report("2014-03-01", Said(DAWN, "truce", FRONT, "begins", when=day("2013-06-03"))),
    )
    assert only(traced(*told[:1])).relation.since == day("2013")
    assert only(traced(*told)).relation.since == day("2013-05-03")
    assert only(traced(*reversed(told))).relation.witnesses == 4


def test_of_two_reports_on_one_end_the_more_exact_counts() -> None:
    told = (
        report("2013-01-01", Said(DAWN, "truce", FRONT)),
        report("2013-12-01", Said(DAWN, "truce", FRONT, "ends", when=day("2013"))),
        report("2014-01-01", Said(DAWN, "truce", FRONT, "ends", when=day("2013-05-03"))),
    )
    assert only(traced(*told[:2])).relation.until == day("2013")
    assert only(traced(*told)).relation.until == day("2013-05-03")


def test_a_temporary_split_is_a_split_between_two_stretches_of_membership() -> None:
    found = traced(
        report("2010-01-01", Said(DAWN, "membership", FRONT)),
        report("2011-06-01", Said(DAWN, "split", FRONT, "begins", when=day("2011-05"))),
        report("2012-09-01", Said(DAWN, "membership", FRONT, "begins", when=day("2012-08"))),
    )
    assert [
        (one.relation.predicate, one.relation.until, one.number) for one in found.intervals
    ] == [("membership", day("2011-05"), 1), ("split", None, 1), ("membership", None, 2)]
