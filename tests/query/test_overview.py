"""A profile by the part is the profile, and its stretches are those of the history."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.records.answer import Profile
from allegiance.records.overview import Overview
from allegiance.session import Session
from allegiance.store.store import in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
ALL = 1_000


@pytest.fixture
def told() -> Session:
    """Of the brigade: an alliance that many tell of, a rivalry that one does, a merger, an alleged tie, a raid."""
    store = in_memory()
    for month in range(1, 7):
        alliance = Said(DAWN, "alliance", FRONT, when=day("2014-01"))
        keep(store, report(f"2014-{month:02}-10", alliance, publisher=f"Wire {month}"))
    keep(
        store,
        report("2014-03-01", Said(DAWN, "rivalry", GUARDS)),
        report("2014-03-02", Said(DAWN, "alliance", GUARDS, stance="alleged", when=day("2013"))),
        report("2014-04-01", Said(DAWN, "assault", GUARDS, when=day("2014-03-30"))),
        report("2014-05-01", Said(FRONT, "succession", DAWN, phase="begins")),
    )
    return Session(store)


def lines_of(part: Overview) -> list[object]:
    return [one.line for section in part.sections for one in section.lines]


@pytest.mark.parametrize("known_by", [None, date(2014, 4, 15)])
def test_all_parts_together_are_the_profile(told: Session, known_by: date | None) -> None:
    whole: Profile = told.profile(DAWN, known_by=known_by)
    part = told.overview(DAWN, known_by=known_by, lines=ALL, reports=ALL)
    assert tuple(lines_of(part)) == whole.lines
    assert (part.actor, part.names, part.lineage) == (whole.actor, whole.names, whole.lineage)
    assert (part.reports, part.witnesses) == (whole.reports, whole.witnesses)


@pytest.mark.parametrize("known_by", [None, date(2014, 4, 15)])
def test_each_line_has_its_stretch_of_the_history(told: Session, known_by: date | None) -> None:
    history = told.history(DAWN, known_by=known_by, alleged=True)
    part = told.overview(DAWN, known_by=known_by)
    shown = [one for section in part.sections for one in section.lines]
    assert {one.interval.id for one in shown if one.interval} == {
        one.id for one in history.intervals
    }
    for one in shown:
        assert (one.interval is None) == (one.line.section == "events")
        if one.interval is not None:
            assert one.interval in history.intervals
            assert one.interval.relation.claim_ids == one.line.claim_ids


def test_a_long_section_begins_with_what_most_tell_and_says_how_much_there_is(
    told: Session,
) -> None:
    (allies,) = told.overview(DAWN, lines=1, section="allies").sections
    assert allies.total == 2
    assert [(one.line.other, one.line.witnesses) for one in allies.lines] == [(FRONT, 6)]
    assert [one.lines for one in told.overview(DAWN, lines=0).sections] == [()] * len(
        told.overview(DAWN).sections
    )


def test_of_events_the_latest_come_first_however_few_tell_them() -> None:
    store = in_memory()
    raid, parley = (
        Said(DAWN, what, GUARDS, when=day(on))
        for what, on in (("assault", "2014-01-02"), ("consult", "2014-03-02"))
    )
    keep(store, *(report(f"2014-01-{at:02}", raid, publisher=f"Wire {at}") for at in range(3, 6)))
    keep(store, report("2014-03-03", parley))
    (events,) = Session(store).overview(DAWN, lines=1, section="events").sections
    assert events.total == 2
    assert [one.line.predicate for one in events.lines] == ["consult"]


def test_sources_are_those_of_so_many_claims_of_each_line(told: Session) -> None:
    part = told.overview(DAWN, section="allies", reports=2)
    (allies,) = part.sections
    cited = {claim: one.report for one in part.sources for claim in one.claim_ids}
    for one in allies.lines:
        assert set(one.line.claim_ids[:2]) <= cited.keys()
        assert cited[one.line.claim_id] == one.line.report
    assert len(cited) == 3
    every = told.overview(DAWN, section="allies", reports=ALL).sources
    assert len(every) == 7
    assert [one.report for one in every][:2] == [one.line.report for one in allies.lines]
