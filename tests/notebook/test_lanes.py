"""A history as lanes: what is not known exactly is not drawn exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.notebook._lanes import SHOWN_LANES, lanes_of
from allegiance.notebook._pieces import (
    Piece,
    View,
    began_before,
    goes_on,
    moment,
    pieces,
    view_of,
)
from allegiance.notebook._scale import Scale
from allegiance.notebook.answers import ShownHistory
from allegiance.records.bundle import Bundle
from allegiance.records.claim import Phase
from allegiance.records.when import When
from tests.notebook.parsed import all_of, drawings, parsed, rows, text, titles
from tests.notebook.told import DAWN, FRONT, GUARDS, LEAGUE, session
from tests.telling import Said, day, report


def ally(published: str, phase: Phase = "holds", when: When | None = None) -> Bundle:
    return report(published, Said(DAWN, "alliance", FRONT, phase, when=when), publisher=published)


def cut(*reports: Bundle, known_by: str | None = None) -> list[Piece]:
    """The pieces of the only interval."""
    history = session(*reports).history(known_by=known_by)
    view = view_of(history)
    (interval,) = history.intervals
    assert view is not None
    return list(pieces(interval, view))


def test_days_on_which_it_may_have_begun_or_ended_are_unsure_and_those_between_are_sure() -> None:
    spring = When(date(2013, 4, 8), date(2013, 6, 11), "vague")
    assert cut(ally("2013-07-01", "begins", spring), ally("2015-01-05", "ends", day("2014"))) == [
        Piece(date(2013, 4, 8), date(2013, 6, 10), "unsure"),
        Piece(date(2013, 6, 10), date(2014, 1, 1), "sure"),
        Piece(date(2014, 1, 1), date(2015, 1, 1), "unsure"),
    ]


def test_what_no_report_renews_is_quiet_after_the_last_that_tells_of_it() -> None:
    sure, quiet = cut(
        ally("2013-02-01", "begins", day("2013-01-10")), ally("2014-02-03"), known_by="2014-12-31"
    )
    assert sure == Piece(date(2013, 1, 10), date(2014, 2, 4), "sure")
    assert quiet == Piece(date(2014, 2, 4), date(2015, 1, 1), "quiet")


def test_what_a_report_ends_is_not_quiet_before_its_end() -> None:
    assert [one.how for one in cut(ally("2013-02-01", "begins", day("2013-01-10")))] == [
        "sure",
        "quiet",
    ]
    ended = cut(
        ally("2013-02-01", "begins", day("2013-01-10")),
        ally("2014-12-31", "ends", day("2014-12-30")),
    )
    assert ended[0] == Piece(date(2013, 1, 10), date(2014, 12, 30), "sure")
    assert "quiet" not in {one.how for one in ended}


def test_pieces_end_at_the_edges_of_the_days_asked_for() -> None:
    store = session(ally("2013-02-01", "begins", day("2013-01-10")), ally("2014-02-03"))
    history = store.history(since="2013-03-01", until="2013-12-31")
    view = view_of(history)
    assert view == View(date(2013, 3, 1), date(2014, 1, 1))
    (interval,) = history.intervals
    assert list(pieces(interval, view)) == [Piece(*view, "sure")]
    assert began_before(interval, view)
    assert goes_on(interval, view)


def test_what_was_there_by_a_day_began_before_and_what_faded_does_not_go_on() -> None:
    history = session(ally("2013-02-01")).history(known_by="2019-12-31")
    view = view_of(history)
    (interval,) = history.intervals
    assert view is not None
    assert began_before(interval, view)
    assert not goes_on(interval, view)


def test_a_happening_and_what_was_only_once_so_are_moments() -> None:
    split = report("2014-02-03", Said(DAWN, "split", FRONT, "begins", when=day("2013")))
    former = report("2014-02-03", Said(DAWN, "alliance", GUARDS, "ends"))
    lasting = report("2014-02-03", Said(DAWN, "alliance", LEAGUE))
    history = session(split, former, lasting).history()
    found = {
        (one.relation.predicate, one.happening, one.drawn is None): moment(one)
        for one in history.intervals
    }
    assert found["split", True, False] == day("2013")
    once = found["alliance", False, True]
    assert once is not None
    assert once.start is None
    assert found["alliance", False, False] is None
    assert len(history.intervals) == 3


@pytest.mark.parametrize("known_by", ["2014-12-31", "9999-12-31"])
def test_the_last_day_shown_is_one_that_something_is_known_of(known_by: str) -> None:
    history = session(ally("2013-02-01", "begins", day("2013-01-10"))).history(known_by=known_by)
    view = view_of(history)
    assert view is not None
    assert view.first == date(2013, 1, 10)
    assert view.end.year < 2020


@pytest.mark.parametrize("since", [date.min, date.max])
def test_a_history_from_any_day_can_be_drawn(since: date) -> None:
    asked = replace(session().history(), since=since)
    assert len(drawings(parsed(asked._repr_html_()))) == 1


def test_what_is_told_of_days_to_come_is_in_view() -> None:
    assert cut(
        ally("2013-02-01", "begins", day("2013-05-01")),
        ally("2013-02-01", "ends", day("2014-05-01")),
        known_by="2013-03-01",
    ) == [
        Piece(date(2013, 5, 1), date(2014, 5, 1), "sure"),
        Piece(date(2014, 5, 1), date(2014, 5, 2), "unsure"),
    ]


def test_marks_stand_at_round_months_or_years_and_are_few() -> None:
    def marks(first: date, end: date) -> list[str]:
        return [words for _, words in Scale(View(first, end), 0, 100).marks()]

    assert marks(date(2013, 1, 15), date(2013, 4, 2)) == ["2013-02", "2013-03", "2013-04"]
    assert marks(date(2012, 11, 3), date(2014, 6, 1))[:2] == ["2013-01", "2013-04"]
    assert marks(date(2001, 5, 1), date(2012, 1, 1)) == ["2002", "2004", "2006", "2008", "2010"]
    for last in (2, 5, 30, 300, 3000, 9998):
        assert len(marks(date(1, 1, 1), date(1 + last, 12, 31))) <= 11


def test_days_have_their_places_in_order_and_none_is_outside() -> None:
    scale = Scale(View(date(2013, 1, 1), date(2014, 1, 1)), 100, 465)
    assert scale.x(date(2013, 1, 1)) == 100
    assert scale.x(date(2013, 1, 11)) == 110
    assert scale.x(date(1990, 1, 1)) == 100
    assert scale.x(date.max) == 465


def test_stretches_of_one_relation_share_a_lane_and_what_is_alleged_has_its_own() -> None:
    store = session(
        ally("2013-02-01", "begins", day("2013-01-10")),
        ally("2013-06-01", "ends", day("2013-05-01")),
        ally("2015-02-01", "begins", day("2015-01-10")),
        report("2012-01-01", Said(DAWN, "alliance", FRONT, stance="alleged"), publisher="Wire"),
    )
    history = store.history(alleged=True)
    lanes, total = lanes_of(history, load())
    assert total == 2
    assert {(lane.alleged, len(lane.intervals)) for lane in lanes} == {(False, 2), (True, 1)}
    page = text(parsed(history._repr_html_()))
    assert "(alleged)" in page
    assert "only alleged" in page


def test_a_lane_says_what_the_actor_is_to_the_other() -> None:
    store = session()
    labels = {lane.label for lane in lanes_of(store.history(DAWN), load())[0]}
    assert labels == {
        f"ally of {GUARDS} (disputed)",
        "led by Colonel Vale",
        f"rival of {FRONT}",
        f"split from {LEAGUE}",
    }
    everybody = {lane.label for lane in lanes_of(store.history(), load())[0]}
    assert f"control: {FRONT} > Essara" in everybody


def test_who_points_at_a_bar_reads_what_it_is_and_what_says_so() -> None:
    history = session().history(DAWN, kinds=["rivalry"])
    (interval,) = history.intervals
    (drawing,) = drawings(parsed(history._repr_html_()))
    claim = interval.relation.claim_ids[0].removeprefix("claim-")[:8]
    assert f"rivalry: {DAWN} > {FRONT}, 2014-01, 1 report, 1 independent, claims {claim}" in titles(
        drawing
    )


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    page = text(parsed(session(ally("2013-02-01")).history()._repr_html_()))
    assert "nobody says since when" in page
    assert "only alleged" not in page
    assert "happened on" not in page


def test_uncertain_days_are_drawn_pale_and_as_wide_as_they_are_many() -> None:
    history = session(ally("2014-07-01", "begins", day("2013")), ally("2014-12-31")).history(
        known_by="2014-12-31"
    )
    (drawing,) = drawings(parsed(history._repr_html_()))
    unsure, sure = (
        (float(str(one.get("width"))), one.get("fill-opacity")) for one in all_of(drawing, "rect")
    )
    assert unsure[1] == "0.25"
    assert sure[1] == "1"
    assert unsure[0] == pytest.approx(sure[0], rel=0.01)


def test_of_very_many_lanes_those_that_begin_first_are_drawn() -> None:
    reports = [
        report(f"{2000 + number % 20}-01-01", Said(f"Group {number}", "alliance", DAWN))
        for number in range(SHOWN_LANES + 5)
    ]
    history = session(*reports).history()
    assert isinstance(history, ShownHistory)
    root = parsed(history._repr_html_())
    assert len(lanes_of(history, load())[0]) == SHOWN_LANES
    assert f"the {SHOWN_LANES} of {SHOWN_LANES + 5} lanes" in text(root)
    assert len(rows(root, "Relations over time")) == SHOWN_LANES + 5
