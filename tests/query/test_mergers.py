"""What came of a merger, wherever a map, a history or a profile tells of one."""

from __future__ import annotations

import pytest

from allegiance.notebook.lists import changes_table
from allegiance.records.answer import Line
from allegiance.records.asked import Filter
from allegiance.records.history import Interval
from allegiance.session import Session
from tests.deciding import desk, holding
from tests.telling import Said, day, report

HILL, RIVER, SHORE, UNITED, OTHER = (
    "Hill Men", "River Guards", "Shore Watch", "United Guards", "Dawn Brigade",
)  # fmt: skip
MARCH = day("2014-03")
MERGED = report(
    "2014-04-01",
    Said(HILL, "merger", RIVER, "begins", when=MARCH, result=UNITED),
    Said(HILL, "merger", SHORE, "begins", when=MARCH, result=UNITED),
    Said(RIVER, "merger", SHORE, "begins", when=MARCH, result=UNITED),
)
PAIR = report("2014-04-01", Said(HILL, "merger", RIVER, "begins", when=MARCH, result=UNITED))
ELSE = report("2014-05-01", Said(UNITED, "rivalry", OTHER))


def of(session: Session, name: str) -> list[Line]:
    return [line for line in session.profile(name).lines if line.predicate == "merger"]


def results(session: Session, interval: Interval) -> list[str]:
    names = {one.id: one.name for one in session.history().actors}
    return [names[one] for one in interval.relation.results]


def test_the_new_body_stands_in_the_history_of_each_and_in_its_own() -> None:
    session = Session(holding(PAIR, ELSE))
    for name in (HILL, RIVER, UNITED):
        (interval,) = session.history(name, kinds=["merger"]).intervals
        assert results(session, interval) == [UNITED]
        assert interval.relation.since == MARCH


def test_the_new_body_stands_on_the_map_and_among_what_changed() -> None:
    session = Session(holding(PAIR, ELSE))
    drawn = session.network("2014-04-01", actor=UNITED, kinds=["merger"])
    assert [drawn.actor(one).name for one in drawn.relations[0].results] == [UNITED]
    changed = session.changes("2014-01-01", "2014-12-31", actor=UNITED, kinds=["merger"])
    (change,) = changed.changes
    assert [changed.actor(one).name for one in change.interval.relation.results] == [UNITED]


def test_a_row_of_changes_names_the_new_body() -> None:
    rows = Session(holding(PAIR, ELSE)).through(Filter(kinds=("merger",))).changes().rows
    assert {one.name for row in rows for one in row.results} == {UNITED}
    assert {cells["result_names"] for cells in changes_table(rows).rows} == {(UNITED,)}


def test_the_profile_of_the_new_body_tells_of_whom_it_was_formed_each_once() -> None:
    lines = of(Session(holding(MERGED, ELSE)), UNITED)
    assert sorted((line.what, line.other) for line in lines) == [
        ("formed from", HILL),
        ("formed from", RIVER),
        ("formed from", SHORE),
    ]
    assert {line.since for line in lines} == {MARCH}
    told = {one.id for one in MERGED.found.claims}
    assert all(set(line.claim_ids) <= told for line in lines)


def test_the_profile_of_each_party_tells_into_what_it_merged() -> None:
    (line,) = of(Session(holding(PAIR)), RIVER)
    assert (line.what, line.other) == ("merged with", HILL)
    assert [one.name for one in line.results] == [UNITED]


def test_the_lineage_leads_from_those_that_merged_to_the_new_body() -> None:
    later = report("2016-01-01", Said(OTHER, "succession", UNITED, "begins", when=day("2015")))
    session = Session(holding(MERGED, later))
    for name in (HILL, UNITED, OTHER):
        stages = session.profile(name).lineage
        assert [one.name for one in stages[-2:]] == [UNITED, OTHER]
        assert {one.name for one in stages[:3]} == {HILL, RIVER, SHORE}
        assert {(one.since, one.until) for one in stages[:3]} == {(None, MARCH)}
        assert (stages[3].since, stages[3].until) == (MARCH, day("2015"))


def test_whoever_takes_another_in_goes_on_and_is_not_formed_anew() -> None:
    taken = report("2014-04-01", Said(HILL, "merger", RIVER, "begins", when=MARCH, result=HILL))
    session = Session(holding(taken))
    assert [line.what for line in of(session, HILL)] == ["merged with"]
    assert [one.name for one in session.profile(HILL).lineage] == [RIVER, HILL]


@pytest.mark.parametrize(
    ("phase", "stance"), [("sought", "asserted"), ("begins", "planned"), ("begins", "denied")]
)
def test_nothing_comes_of_a_merger_that_did_not_happen(phase: str, stance: str) -> None:
    told = report(
        "2014-04-01",
        Said(HILL, "merger", RIVER, phase, stance, MARCH, result=UNITED),  # type: ignore[arg-type]
        Said(UNITED, "rivalry", OTHER),
    )
    session = Session(holding(told))
    assert of(session, UNITED) == []
    names = {one.name for one in session.history(alleged=True).actors}
    lineages = [stage.name for name in names for stage in session.profile(name).lineage]
    assert lineages == []


def test_whoever_merges_with_some_of_no_name_goes_on_in_what_comes_of_it() -> None:
    told = report(
        "2014-04-01", Said(HILL, "merger", "four other groups", "begins", when=MARCH, result=UNITED)
    )
    session = Session(holding(told))
    assert [one.name for one in session.profile(UNITED).lineage] == [HILL, UNITED]
    (interval,) = session.history(UNITED).intervals
    assert results(session, interval) == [UNITED]


def test_a_new_body_of_no_name_is_nobody() -> None:
    told = report("2014-04-01", Said(HILL, "merger", RIVER, "begins", result="a new front"))
    (interval,) = Session(holding(told)).history(kinds=["merger"]).intervals
    assert interval.relation.results == ()


def test_what_is_only_alleged_to_have_come_of_it_is_told_only_when_asked_for() -> None:
    told = report("2014-04-01", Said(HILL, "merger", RIVER, "begins", "alleged", result=UNITED))
    session = Session(holding(told, ELSE))
    assert session.history(UNITED, kinds=["merger"]).intervals == ()
    (interval,) = session.history(UNITED, kinds=["merger"], alleged=True).intervals
    assert interval.relation.alleged
    assert len(interval.relation.results) == 1


def test_who_is_judged_the_new_body_is_what_came_of_it() -> None:
    store = holding(PAIR, ELSE)
    desk(store).same(UNITED, OTHER)
    session = Session(store)
    (interval,) = session.history(OTHER, kinds=["merger"]).intervals
    assert len(interval.relation.results) == 1


def test_what_was_known_before_names_no_result() -> None:
    first = report("2014-03-20", Said(HILL, "merger", RIVER, "begins", when=MARCH))
    session = Session(holding(first, PAIR))
    (before,) = session.history(HILL, known_by="2014-03-25").intervals
    (after,) = session.history(HILL).intervals
    assert (len(before.relation.results), len(after.relation.results)) == (0, 1)
