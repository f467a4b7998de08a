"""What holds on a day, by what was known until another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted, history
from allegiance.query.network import network
from allegiance.records.bundle import Bundle
from allegiance.records.claim import Phase, Stance
from allegiance.records.history import History
from allegiance.records.network import Network, Relation
from allegiance.resolve.actors import cast
from allegiance.store.identities import identities
from allegiance.store.store import Store, in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
LATE = date(2019, 12, 31)


def drawn(*bundles: Bundle, on: str, known_by: date = LATE, alleged: bool = False) -> Network:
    store = in_memory()
    keep(store, *bundles)
    return ask(store, on=on, known_by=known_by, alleged=alleged)


def ask(
    store: Store,
    *,
    on: str,
    known_by: date = LATE,
    actor: str | None = None,
    kinds: tuple[str, ...] = (),
    alleged: bool = False,
) -> Network:
    who = cast(identities(store, known_by), {})
    return network(
        draw(store, who, load().ontology, known_by=known_by, actor=actor),
        on=date.fromisoformat(on),
        known_by=known_by,
        actor=actor,
        kinds=kinds,
        alleged=alleged,
    )


def lines(found: Network) -> list[str]:
    return [
        f"{found.actor(one.source).name} {one.predicate} "
        + (found.actor(one.target).name if one.target else found.place(one.place or "").name)
        for one in found.relations
    ]


def only(found: Network) -> Relation:
    (relation,) = found.relations
    return relation


def test_what_a_report_says_holds_is_drawn_from_its_day_on() -> None:
    told = report("2014-02-03", Said(DAWN, "affiliate", FRONT))
    assert lines(drawn(told, on="2014-02-02")) == []
    assert lines(drawn(told, on="2014-02-03")) == ["Dawn Brigade affiliate Northern Front"]


def test_the_day_of_a_report_is_never_given_as_the_beginning() -> None:
    since = only(drawn(report("2014-02-03", Said(DAWN, "affiliate", FRONT)), on="2014-03-01")).since
    assert (since.start, since.end) == (None, date(2014, 2, 4))


def test_a_beginning_keeps_its_grain_and_is_uncertain_inside_of_it() -> None:
    told = report("2014-02-03", Said(DAWN, "alliance", FRONT, "begins", when=day("2013")))
    assert only(drawn(told, on="2014-01-05")).since == day("2013")
    assert only(drawn(told, on="2014-01-05")).certain
    assert not only(drawn(told, on="2013-05-01")).certain
    assert lines(drawn(told, on="2012-12-31")) == []


def test_an_end_closes_and_its_day_is_no_longer_sure() -> None:
    told = (
        report("2013-05-01", Said(DAWN, "affiliate", FRONT)),
        report("2014-02-03", Said(DAWN, "affiliate", FRONT, "ends", when=day("2014-02"))),
    )
    assert only(drawn(*told, on="2014-01-31")).certain
    assert not only(drawn(*told, on="2014-02-01")).certain
    assert lines(drawn(*told, on="2014-03-01")) == []


def test_a_former_relation_is_never_drawn() -> None:
    told = report("2014-02-03", Said(DAWN, "alliance", FRONT, "ends"))
    for on in ("2013-01-01", "2014-02-03", "2014-02-04"):
        assert lines(drawn(told, on=on)) == []


def test_one_late_word_does_not_undo_an_end_but_more_witnesses_do() -> None:
    before = report("2013-05-01", Said(DAWN, "affiliate", FRONT), publisher="A")
    end = report("2014-02-03", Said(DAWN, "affiliate", FRONT, "ends"), publisher="A")
    stale = report("2014-03-01", Said(DAWN, "affiliate", FRONT), publisher="B")
    second = report("2014-04-01", Said(DAWN, "affiliate", FRONT), publisher="C")
    years_later = report("2016-01-01", Said(DAWN, "affiliate", FRONT), publisher="B")
    assert lines(drawn(before, end, stale, on="2014-05-01")) == []
    back = only(drawn(before, end, stale, second, on="2014-05-01"))
    assert back.disputed
    assert back.witnesses == 2
    assert only(drawn(before, end, years_later, on="2016-01-01")).disputed


@pytest.mark.parametrize(
    ("predicate", "target", "place"),
    [("affiliate", FRONT, None), ("membership", FRONT, None)],
)
def test_a_split_ends_what_bound_the_splinter(
    predicate: str, target: str, place: str | None
) -> None:
    told = (
        report("2013-05-01", Said(DAWN, predicate, target, place=place)),
        report("2014-02-03", Said(DAWN, "split", FRONT, "begins", when=day("2014-02-01"))),
    )
    assert lines(drawn(*told, on="2014-01-31")) == [f"{DAWN} {predicate} {FRONT}"]
    assert lines(drawn(*told, on="2014-02-03")) == [f"{DAWN} split {FRONT}"]


def test_a_split_is_drawn_for_a_year_only() -> None:
    told = report("2014-02-03", Said(DAWN, "split", FRONT, "begins", when=day("2014-02-01")))
    assert lines(drawn(told, on="2015-01-31")) == [f"{DAWN} split {FRONT}"]
    assert lines(drawn(told, on="2015-03-01")) == []


def test_a_truce_leaves_the_rivalry() -> None:
    told = (
        report("2014-01-01", Said(DAWN, "rivalry", FRONT)),
        report("2014-02-03", Said(DAWN, "truce", FRONT, "begins")),
    )
    assert lines(drawn(*told, on="2014-02-05")) == [
        f"{DAWN} rivalry {FRONT}",
        f"{DAWN} truce {FRONT}",
    ]


def test_a_symmetric_relation_is_one_whoever_is_named_first() -> None:
    told = (
        report("2014-01-01", Said(DAWN, "rivalry", FRONT), publisher="A"),
        report("2014-02-03", Said(FRONT, "rivalry", DAWN), publisher="B"),
    )
    assert only(drawn(*told, on="2014-02-05")).witnesses == 2


@pytest.mark.parametrize(
    ("speaker", "holds", "disputed"),
    [(FRONT, False, False), (DAWN, True, True), (GUARDS, True, True), (None, True, True)],
)
def test_a_denial_weighs_by_who_denies(speaker: str | None, holds: bool, disputed: bool) -> None:
    """The superior's word ends an affiliation, anybody else's disputes it."""
    told = (
        report("2013-05-01", Said(DAWN, "affiliate", FRONT)),
        report("2014-02-03", Said(DAWN, "affiliate", FRONT, stance="denied", speaker=speaker)),
    )
    found = drawn(*told, on="2014-02-05")
    assert bool(found.relations) == holds
    if holds:
        assert only(found).disputed == disputed


def test_it_does_not_matter_which_side_the_words_put_first_when_ties_are_cut() -> None:
    told = (
        report("2013-05-01", Said(DAWN, "affiliate", FRONT)),
        report("2014-02-03", Said(FRONT, "affiliate", DAWN, "ends")),
    )
    assert lines(drawn(*told, on="2014-02-05")) == []


@pytest.mark.parametrize(
    ("phase", "stance"),
    [
        ("sought", "asserted"),
        ("refused", "asserted"),
        ("begins", "planned"),
        ("begins", "threatened"),
        ("holds", "requested"),
        ("holds", "denied"),
        ("holds", "alleged"),
    ],
)
def test_what_is_not_settled_is_never_drawn(phase: Phase, stance: Stance) -> None:
    told = report("2014-02-03", Said(DAWN, "alliance", FRONT, phase, stance))
    found = drawn(told, on="2014-02-05")
    assert lines(found) == []
    left = found.left_out
    assert left.unsettled + left.alleged + left.denied == 1


def test_the_alleged_is_drawn_when_asked_for_and_marked() -> None:
    told = (
        report("2014-02-03", Said(DAWN, "support", FRONT, stance="alleged")),
        report("2014-02-04", Said(DAWN, "rivalry", GUARDS)),
    )
    found = drawn(*told, on="2014-02-05", alleged=True)
    assert {one.predicate: one.alleged for one in found.relations} == {
        "rivalry": False,
        "support": True,
    }


def test_an_assault_speaks_for_a_rivalry_for_a_year() -> None:
    told = report("2014-02-03", Said(DAWN, "assault", FRONT, when=day("2014-02-01")))
    rivalry = only(drawn(told, on="2014-06-01"))
    assert rivalry.derived
    assert rivalry.predicate == "rivalry"
    assert lines(drawn(told, on="2014-01-31")) == []
    assert lines(drawn(told, on="2015-03-01")) == []


@pytest.mark.parametrize(("predicate"), ["threaten", "accuse", "cooperate", "aid", "agree"])
def test_weak_events_begin_no_relation(predicate: str) -> None:
    assert (
        drawn(report("2014-02-03", Said(DAWN, predicate, FRONT)), on="2014-02-04").relations == ()
    )


def test_an_assault_on_people_is_no_rivalry() -> None:
    told = report(
        "2014-02-03", Said(DAWN, "assault", "Villagers"), kinds={"Villagers": "population"}
    )
    found = drawn(told, on="2014-02-04")
    assert found.relations == ()
    assert len(found.events) == 1


def test_whoever_takes_a_place_ends_the_others_hold_on_it() -> None:
    told = (
        report("2014-01-01", Said(DAWN, "control", place="Essara")),
        report("2014-02-01", Said(FRONT, "control", phase="begins", place="Essara")),
        report("2014-02-02", Said(GUARDS, "control", place="Tarim")),
    )
    assert lines(drawn(*told, on="2014-01-15")) == [f"{DAWN} control Essara"]
    assert lines(drawn(*told, on="2014-02-05")) == [
        f"{FRONT} control Essara",
        f"{GUARDS} control Tarim",
    ]


def test_a_rivalry_that_nobody_renews_fades() -> None:
    told = report("2014-01-01", Said(DAWN, "rivalry", FRONT))
    assert lines(drawn(told, on="2015-12-01")) == [f"{DAWN} rivalry {FRONT}"]
    assert lines(drawn(told, on="2016-02-01")) == []


@pytest.mark.parametrize(
    ("predicate", "days"),
    [
        (kind.predicate, kind.fades_days)
        for kind in load().ontology.relations
        if kind.fades_days is not None
    ],
)
def test_every_state_is_drawn_for_as_many_days_after_its_last_report_as_its_kind_says(
    predicate: str, days: int
) -> None:
    place = "Essara" if predicate == "control" else None
    target = FRONT if place is None else None
    told = report("2004-01-01", Said(DAWN, predicate, target, place=place))
    last = date(2004, 1, 1) + timedelta(days=days)
    assert lines(drawn(told, on=str(last)))
    assert not lines(drawn(told, on=str(last + timedelta(days=1))))


def test_an_assault_on_an_ally_disputes_the_alliance_and_does_not_end_it() -> None:
    told = (
        report("2014-01-01", Said(DAWN, "alliance", FRONT), Said(DAWN, "truce", FRONT)),
        report("2014-02-03", Said(FRONT, "assault", DAWN, when=day("2014-02-01"))),
    )
    found = {one.predicate: one for one in drawn(*told, on="2014-02-05").relations}
    assert set(found) == {"alliance", "rivalry", "truce"}
    assert found["alliance"].disputed
    assert found["truce"].disputed
    assert not found["rivalry"].disputed


def test_those_who_take_a_place_together_hold_it_together() -> None:
    took = report(
        "2014-02-02",
        Said(DAWN, "control", phase="begins", place="Essara", when=day("2014-02-01")),
        Said(FRONT, "control", phase="begins", place="Essara", when=day("2014-02-01")),
    )
    again = report(
        "2014-02-03", Said(FRONT, "control", phase="begins", place="Essara", when=day("2014-02-01"))
    )
    lost = report("2014-05-02", Said(GUARDS, "control", phase="begins", place="Essara"))
    both = [f"{DAWN} control Essara", f"{FRONT} control Essara"]
    assert lines(drawn(took, again, lost, on="2014-03-01")) == both
    assert lines(drawn(took, again, lost, on="2014-06-01")) == [f"{GUARDS} control Essara"]


def test_a_report_of_2016_on_2013_changes_2013_as_known_in_2016_alone() -> None:
    told = (
        report("2013-05-01", Said(DAWN, "alliance", FRONT)),
        report(
            "2016-03-01",
            Said(DAWN, "alliance", FRONT, "ends", when=day("2013-08")),
            Said(DAWN, "rivalry", FRONT, "begins", when=day("2013-09")),
            Said(GUARDS, "affiliate", FRONT, when=day("2013")),
        ),
    )
    in_2014 = drawn(*told, on="2013-12-31", known_by=date(2014, 12, 31))
    assert lines(in_2014) == [f"{DAWN} alliance {FRONT}"]
    assert only(in_2014).until is None
    in_2016 = drawn(*told, on="2013-12-31", known_by=date(2016, 3, 1))
    assert lines(in_2016) == [f"{GUARDS} affiliate {FRONT}", f"{DAWN} rivalry {FRONT}"]
    assert lines(drawn(*told, on="2013-12-31", known_by=date(2016, 2, 29))) == lines(in_2014)


def test_the_others_refusal_undoes_a_merger_that_one_side_announced() -> None:
    told = (
        report("2013-04-09", Said(DAWN, "merger", FRONT, "begins", when=day("2013-04-08"))),
        report("2013-04-11", Said(FRONT, "merger", DAWN, "refused")),
    )
    assert lines(drawn(*told, on="2013-04-09")) == [f"{DAWN} merger {FRONT}"]
    assert lines(drawn(*told, on="2013-04-20")) == []


def test_one_event_in_many_reports_is_one_with_many_witnesses() -> None:
    raid = Said(DAWN, "assault", FRONT, when=day("2014-02-01"), place="Essara")
    told = (
        report("2014-02-02", raid, publisher="Wire"),
        report("2014-02-03", raid, publisher="Post"),
        report("2014-02-20", Said(DAWN, "assault", FRONT, place="Essara"), publisher="Sun"),
    )
    found = drawn(*told, on="2014-02-21").events
    assert sorted(one.witnesses for one in found) == [1, 2]


def test_a_reprint_is_no_witness_of_its_own() -> None:
    first = report("2014-01-01", Said(DAWN, "rivalry", FRONT), publisher="Wire")
    assert first.article is not None
    copy = report(
        "2014-01-02", Said(DAWN, "rivalry", FRONT), publisher="Paper", reprint_of=first.article.id
    )
    other = report("2014-01-03", Said(FRONT, "rivalry", DAWN), publisher="Post")
    copied = only(drawn(first, copy, on="2014-02-01"))
    assert (copied.reports, copied.witnesses) == (2, 1)
    told_twice = only(drawn(first, copy, other, on="2014-02-01"))
    assert (told_twice.reports, told_twice.witnesses) == (3, 2)


def test_two_reports_of_one_publisher_are_one_witness() -> None:
    told = (
        report("2014-01-01", Said(DAWN, "rivalry", FRONT), publisher="Wire"),
        report("2014-01-05", Said(FRONT, "rivalry", DAWN), publisher="Wire"),
    )
    relation = only(drawn(*told, on="2014-02-01"))
    assert (relation.reports, relation.witnesses) == (2, 1)


def test_who_has_no_name_is_not_drawn_but_counted() -> None:
    found = drawn(report("2014-01-01", Said("the rebels", "rivalry", FRONT)), on="2014-01-02")
    assert found.relations == ()
    assert found.left_out.nameless == 1


def test_a_claim_in_somebodys_mouth_is_marked() -> None:
    told = report("2014-01-01", Said(DAWN, "rivalry", FRONT, speaker=GUARDS))
    assert only(drawn(told, on="2014-01-02")).attributed


def test_a_report_without_a_day_is_known_from_the_day_it_was_added() -> None:
    told = report(None, Said(DAWN, "rivalry", FRONT))
    assert lines(drawn(told, on="2020-01-01", known_by=date(2019, 12, 31))) == []
    assert lines(drawn(told, on="2020-01-01", known_by=date(2020, 1, 1))) != []


def test_a_map_of_one_actor_is_a_part_of_the_whole_map() -> None:
    store = in_memory()
    keep(
        store,
        report("2014-01-01", Said(DAWN, "control", place="Essara"), Said(DAWN, "rivalry", GUARDS)),
        report("2014-02-01", Said(FRONT, "control", phase="begins", place="Essara")),
        report("2014-02-02", Said(GUARDS, "alliance", FRONT)),
    )
    whole = ask(store, on="2014-02-05")
    dawn = ask(store, on="2014-02-05", actor="actor-dawn-brigade")
    wanted = [one for one in whole.relations if "actor-dawn-brigade" in (one.source, one.target)]
    assert list(dawn.relations) == wanted != []
    assert {
        one.predicate for one in ask(store, on="2014-02-05", kinds=("alliance",)).relations
    } == {"alliance"}


def _known_on(bundle: Bundle) -> date:
    assert bundle.article is not None
    assert bundle.article.published is not None
    assert bundle.article.published.start is not None
    return bundle.article.published.start


# Every example makes two stores, so a failure is shown as found: making it smaller takes minutes.
QUICK = (Stage.explicit, Stage.reuse, Stage.generate)
NAMES = st.sampled_from([DAWN, FRONT, GUARDS])
SAID = st.builds(
    Said,
    source=NAMES,
    predicate=st.sampled_from(["affiliate", "alliance", "rivalry", "split", "truce", "assault"]),
    target=NAMES,
    phase=st.sampled_from(["holds", "begins", "ends", "sought"]),
    stance=st.sampled_from(["asserted", "asserted", "denied", "alleged"]),
    when=st.sampled_from([None, day("2013"), day("2014-01"), day("2014-01-15")]),
    speaker=st.sampled_from([None, DAWN, GUARDS]),
)
REPORTS = st.lists(
    st.builds(
        lambda month, said, publisher: report(f"2014-{month:02}-10", *said, publisher=publisher),
        st.integers(1, 12),
        st.lists(SAID, min_size=1, max_size=3),
        st.sampled_from([None, "Wire", "Post"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(REPORTS, st.randoms())
def test_the_order_of_reports_never_shows_and_adding_twice_adds_nothing(
    reports: list[Bundle], chance: object
) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    once = drawn(*reports, on="2014-08-01")
    assert drawn(*shuffled, *reports, on="2014-08-01") == once


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(REPORTS)
def test_what_is_published_later_changes_nothing(reports: list[Bundle]) -> None:
    known_by = date(2014, 6, 30)
    early = [one for one in reports if _known_on(one) <= known_by]
    assert drawn(*reports, on="2014-06-01", known_by=known_by) == drawn(
        *early, on="2014-06-01", known_by=known_by
    )


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(REPORTS)
def test_what_is_published_later_changes_no_history(reports: list[Bundle]) -> None:
    known_by = date(2014, 6, 30)
    early = [one for one in reports if _known_on(one) <= known_by]
    assert told_by(known_by, *reports) == told_by(known_by, *early)


def told_by(known_by: date, *bundles: Bundle) -> History:
    store = in_memory()
    keep(store, *bundles)
    who = cast(identities(store, known_by), {})
    drawing = draw(store, who, load().ontology, known_by=known_by)
    return history(drawing, Wanted(alleged=True), known_by=known_by)


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(REPORTS, st.integers(1, 12))
def test_every_relation_rests_on_claims(reports: list[Bundle], month: int) -> None:
    claims = {claim.id for one in reports for claim in one.found.claims}
    for relation in drawn(*reports, on=f"2014-{month:02}-20", alleged=True).relations:
        assert relation.claim_ids
        assert claims.issuperset(relation.claim_ids)
        assert relation.source != relation.target
