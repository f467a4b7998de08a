"""Claims that cannot both hold, on stores made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import UnknownName, UsageError
from allegiance.lexicon.lexicon import load
from allegiance.records.asked import Filter
from allegiance.records.bundle import Bundle
from allegiance.records.conflict import Conflict, Side
from allegiance.session import Session
from allegiance.store.store import in_memory
from tests.query.test_map import QUICK, REPORTS, _known_on
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS, HILLS = "Dawn Brigade", "Northern Front", "River Guards", "Hill Guards"
FIRST = day("2014-02-01")
AGENCY = {"Relief Board": "intergovernmental"}


def session(*bundles: Bundle) -> Session:
    store = in_memory()
    keep(store, *bundles)
    return Session(store)


def found(*bundles: Bundle) -> tuple[Conflict, ...]:
    return session(*bundles).conflicts()


def only(*bundles: Bundle) -> Conflict:
    (conflict,) = found(*bundles)
    return conflict


def sides(conflict: Conflict) -> list[tuple[str | None, bool]]:
    return [
        (conflict.actor(side.actor).name if side.actor else None, side.holds)
        for side in conflict.sides
    ]


def raid(by: str, publisher: str, *, published: str = "2014-02-02", **facets: object) -> Bundle:
    facts = {"when": FIRST, "place": "Essara", "toll": (12, 12), **facets}
    return report(published, Said(by, "assault", FRONT, **facts), publisher=publisher)  # type: ignore[arg-type]


def test_two_doers_of_one_deed_stand_side_by_side() -> None:
    conflict = only(raid(DAWN, "Wire"), raid(GUARDS, "Post"), raid(GUARDS, "Sun"))
    assert (conflict.kind, conflict.predicate, conflict.place) == ("who", "assault", "Essara")
    assert sides(conflict) == [(GUARDS, True), (DAWN, True)]
    assert [(side.reports, side.witnesses) for side in conflict.sides] == [(2, 2), (1, 1)]
    assert conflict.source is None
    assert conflict.when == FIRST


@pytest.mark.parametrize(
    "facets",
    [{"place": "Tarim"}, {"when": day("2014-02-05")}, {"toll": (90, 90)}],
)
def test_two_doers_of_two_deeds_are_no_conflict(facets: dict[str, object]) -> None:
    assert found(raid(DAWN, "Wire"), raid(GUARDS, "Post", **facets)) == ()  # type: ignore[arg-type]


def test_who_did_it_together_is_no_conflict() -> None:
    said = [Said(by, "assault", FRONT, when=FIRST, place="Essara", toll=(12, 12)) for by in (DAWN, GUARDS)]  # fmt: skip
    assert found(report("2014-02-02", *said, publisher="Wire"), raid(GUARDS, "Post")) == ()


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        (Filter(), 1),
        (Filter(min_witnesses=1), 1),
        # The one side has two witnesses, the other one.
        (Filter(min_witnesses=2), 0),
        (Filter(min_confidence=0.5), 1),
        (Filter(min_confidence=0.99), 0),
    ],
)
def test_a_conflict_is_listed_where_two_sides_are_told_well_enough(
    asked: Filter, listed: int
) -> None:
    told = session(raid(DAWN, "Wire"), raid(GUARDS, "Post"), raid(GUARDS, "Sun"))
    assert told.through(asked).conflicts().total == listed


def test_two_who_blame_each_other_in_one_report_are_a_conflict() -> None:
    facts = {"when": FIRST, "place": "Essara", "toll": (12, 12)}
    told = report(
        "2014-02-02",
        Said(DAWN, "assault", FRONT, speaker=GUARDS, **facts),  # type: ignore[arg-type]
        Said(GUARDS, "assault", FRONT, speaker=DAWN, **facts),  # type: ignore[arg-type]
    )
    conflict = only(told)
    assert sorted(name or "" for name, _ in sides(conflict)) == [DAWN, GUARDS]
    assert {voice.rule for side in conflict.sides for voice in side.voices} == {"third-party"}


def test_a_wing_and_its_parent_are_one_side() -> None:
    wing = report("2014-01-01", Said(DAWN, "affiliate", GUARDS), publisher="Wire")
    assert found(wing, raid(DAWN, "Wire"), raid(GUARDS, "Post")) == ()


def test_an_own_denial_weighs_little_and_says_why() -> None:
    denial = report(
        "2014-02-03",
        Said(DAWN, "assault", FRONT, stance="denied", speaker=DAWN, toll=None),
        publisher="Post",
    )
    conflict = only(raid(DAWN, "Wire"), denial)
    assert sides(conflict) == [(DAWN, True), (DAWN, False)]
    yes, no = conflict.sides
    assert yes.weight == pytest.approx(0.9 * 0.9)
    (voice,) = no.voices
    assert (voice.rule, voice.standing, voice.weight) == ("own-denial", "source", 0.18)
    assert conflict.actor(voice.speaker or "").name == DAWN
    assert "would deny it too" in voice.because


@pytest.mark.parametrize(
    ("speaker", "kinds", "rule"),
    [
        (FRONT, {}, "victims-word"),
        (HILLS, {}, "third-party"),
        ("Relief Board", AGENCY, "observer"),
        ("witnesses", {}, "unnamed"),
        (None, {}, "report"),
        (DAWN, {}, "own-claim"),
        ("Adan Tor", {}, "own-claim"),
    ],
)
def test_a_voice_weighs_by_how_the_speaker_stands_to_the_deed(
    speaker: str | None, kinds: dict[str, object], rule: str
) -> None:
    said = Said(DAWN, "assault", FRONT, when=FIRST, place="Essara", toll=(12, 12), speaker=speaker)
    led = report(
        "2014-01-01", Said("Adan Tor", "leadership", DAWN), publisher="A", kinds={"Adan Tor": "person"}
    )  # fmt: skip
    told = report("2014-02-02", said, publisher="Wire", kinds={"Adan Tor": "person", **kinds})  # type: ignore[dict-item]
    conflict = only(led, told, raid(GUARDS, "Post"))
    (voice,) = next(side for side in conflict.sides if sides_actor(conflict, side) == DAWN).voices
    assert voice.rule == rule


def sides_actor(conflict: Conflict, side: Side) -> str:
    return conflict.actor(side.actor or "").name


def test_the_table_of_weights_can_be_edited() -> None:
    rules = load().conflicting
    first, *others = rules.voices
    edited = replace(rules, voices=(replace(first, weight=0.6), *others))
    assert edited.voice("who", "source", "denied", "armed-group").weight == 0.6
    assert rules.voice("who", "source", "denied", "armed-group").weight == 0.2


def test_a_copy_adds_a_report_and_no_weight() -> None:
    first = raid(DAWN, "Wire")
    assert first.article is not None
    said = Said(DAWN, "assault", FRONT, when=FIRST, place="Essara", toll=(12, 12))
    copy = report("2014-02-03", said, publisher="Paper", reprint_of=first.article.id)
    alone, copied = only(first, raid(GUARDS, "Post")), only(first, copy, raid(GUARDS, "Post"))
    mine = [next(s for s in one.sides if sides_actor(one, s) == DAWN) for one in (alone, copied)]
    assert [(side.reports, side.witnesses) for side in mine] == [(1, 1), (2, 1)]
    assert mine[0].weight == mine[1].weight


@pytest.mark.parametrize(
    ("toll", "conflicts"),
    [((15, 15), True), ((15, None), True), ((10, None), False), ((10, 14), False), (None, False)],
)
def test_tolls_that_no_number_reconciles_are_a_conflict(
    toll: tuple[int, int | None] | None, conflicts: bool
) -> None:
    told = found(raid(DAWN, "Wire"), raid(DAWN, "Post", toll=toll))
    assert [one.kind for one in told] == (["toll"] if conflicts else [])
    if conflicts:
        tolls = [side.toll for side in told[0].sides if side.toll]
        assert sorted((one.low, one.high or 0) for one in tolls) == [(12, 12), (15, toll[1] or 0)]  # type: ignore[index]


def test_a_paper_that_corrects_its_number_contradicts_nobody() -> None:
    later = raid(DAWN, "Wire", published="2014-02-04", toll=(15, 15))
    assert found(raid(DAWN, "Wire"), later) == ()
    assert only(raid(DAWN, "Wire"), later, raid(DAWN, "Post")).kind == "toll"


def test_days_of_one_event_that_do_not_meet_are_a_conflict() -> None:
    conflict = only(raid(DAWN, "Wire"), raid(DAWN, "Post", when=day("2014-02-02")))
    assert conflict.kind == "when"
    assert sorted(str(side.when) for side in conflict.sides) == sorted(
        map(str, (FIRST, day("2014-02-02")))
    )


def test_a_tie_asserted_and_denied_is_a_conflict() -> None:
    yes = report("2014-02-01", Said(DAWN, "affiliate", FRONT), publisher="Wire")
    no = report("2014-02-10", Said(FRONT, "affiliate", DAWN, stance="denied", speaker=FRONT), publisher="Post")  # fmt: skip
    conflict = only(yes, no)
    assert (conflict.kind, conflict.predicate) == ("tie", "affiliate")
    assert [(side.holds, side.phase) for side in conflict.sides] == [(True, "holds"), (False, "holds")]  # fmt: skip
    assert [side.voices[0].rule for side in conflict.sides] == ["report", "own-word"]


def test_what_ended_between_the_two_is_no_conflict() -> None:
    told = (
        report("2013-09-01", Said(DAWN, "affiliate", FRONT)),
        report("2014-01-01", Said(DAWN, "affiliate", FRONT, "ends")),
        report("2014-02-01", Said(DAWN, "affiliate", FRONT, stance="denied")),
    )
    assert found(*told) == ()
    assert len(found(told[0], told[2])) == 1


def test_what_is_years_apart_is_no_conflict() -> None:
    yes = report("2010-02-01", Said(DAWN, "affiliate", FRONT))
    assert found(yes, report("2014-02-10", Said(DAWN, "affiliate", FRONT, stance="denied"))) == ()


def test_a_denied_end_contradicts_an_end() -> None:
    ended = report("2014-02-01", Said(DAWN, "alliance", FRONT, "ends"))
    denied = report("2014-02-10", Said(FRONT, "alliance", DAWN, "ends", "denied", speaker=FRONT))
    conflict = only(ended, denied)
    assert {(side.holds, side.phase) for side in conflict.sides} == {(True, "ends"), (False, "ends")}  # fmt: skip


def test_allied_and_at_odds_at_one_time_is_a_conflict_but_a_change_is_none() -> None:
    allied = report("2014-02-01", Said(DAWN, "alliance", FRONT), publisher="Wire")
    odds = report("2014-02-10", Said(FRONT, "rivalry", DAWN), publisher="Post")
    conflict = only(allied, odds)
    assert {side.predicate for side in conflict.sides} == {"alliance", "rivalry"}
    turned = report("2014-02-10", Said(FRONT, "rivalry", DAWN, "begins", when=day("2014-02-09")))
    ended = report("2014-02-05", Said(DAWN, "alliance", FRONT, "ends"))
    assert found(allied, turned) == ()
    assert found(allied, ended, odds) == ()
    assert found(allied, report("2014-12-10", Said(FRONT, "rivalry", DAWN))) == ()


def test_two_who_hold_one_town_on_one_day_are_a_conflict() -> None:
    mine = report("2014-02-01", Said(DAWN, "control", place="Essara"), publisher="Wire")
    theirs = report("2014-02-02", Said(FRONT, "control", place="Essara"), publisher="Post")
    conflict = only(mine, theirs)
    assert (conflict.place, conflict.source) == ("Essara", None)
    assert sorted(name or "" for name, _ in sides(conflict)) == [DAWN, FRONT]
    both = report(
        "2014-02-01", Said(DAWN, "control", place="Essara"), Said(FRONT, "control", place="Essara")
    )
    assert found(both) == ()


def test_one_split_with_two_days_is_a_conflict() -> None:
    told = [
        report("2014-02-01", Said(DAWN, "split", FRONT, "begins", when=when), publisher=publisher)
        for when, publisher in ((day("2011"), "Wire"), (day("2013-05"), "Post"))
    ]
    conflict = only(*told)
    assert {side.when for side in conflict.sides} == {day("2011"), day("2013-05")}
    assert found(told[0], report("2014-02-01", Said(DAWN, "split", FRONT, "begins"))) == ()
    early = report("2012-02-01", Said(DAWN, "split", FRONT, "begins"))
    assert [one.kind for one in found(told[1], early)] == ["when"]


def test_conflicts_can_be_of_one_actor_some_kinds_and_some_days() -> None:
    store = session(
        raid(DAWN, "Wire"),
        raid(GUARDS, "Post"),
        report("2014-05-01", Said(HILLS, "affiliate", FRONT)),
        report("2014-05-02", Said(HILLS, "affiliate", FRONT, stance="denied")),
    )
    assert [one.kind for one in store.conflicts()] == ["who", "tie"]
    assert [one.kind for one in store.conflicts(GUARDS)] == ["who"]
    assert [one.kind for one in store.conflicts(FRONT)] == ["who", "tie"]
    assert [one.kind for one in store.conflicts(kinds=["tie"])] == ["tie"]
    assert [one.kind for one in store.conflicts(since="2014-05-02")] == ["tie"]
    assert [one.kind for one in store.conflicts(until="2014-04-30")] == ["who"]
    assert [one.kind for one in store.conflicts(known_by="2014-05-01")] == ["who"]


def test_what_cannot_be_asked_is_told() -> None:
    store = session(raid(DAWN, "Wire"))
    with pytest.raises(UsageError, match="there are who, tie, toll, when"):
        store.conflicts(kinds=["what"])
    with pytest.raises(UsageError, match="the earlier day has to come first"):
        store.conflicts(since="2014-05-02", until="2014-05-01")
    with pytest.raises(UnknownName):
        store.conflicts("Nobody At All")


@settings(max_examples=20, deadline=None, phases=QUICK)
@given(REPORTS, st.randoms())
def test_the_order_of_reports_never_shows(reports: list[Bundle], chance: object) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert found(*shuffled) == found(*reports)


@settings(max_examples=20, deadline=None, phases=QUICK)
@given(REPORTS)
def test_every_conflict_has_two_sides_that_rest_on_different_claims(reports: list[Bundle]) -> None:
    for conflict in found(*reports):
        ids = [{voice.claim_id for voice in side.voices} for side in conflict.sides]
        assert len(ids) >= 2
        assert all(ids)
        assert len(set().union(*ids)) == sum(map(len, ids))
        assert all(0 <= side.weight <= 1 for side in conflict.sides)
        assert all(side.witnesses <= side.reports for side in conflict.sides)


@settings(max_examples=20, deadline=None, phases=QUICK)
@given(REPORTS)
def test_what_is_published_later_changes_no_conflict(reports: list[Bundle]) -> None:
    known_by = date(2014, 6, 30)
    early = [one for one in reports if _known_on(one) <= known_by]
    assert session(*reports).conflicts(known_by=known_by) == found(*early)


def test_who_denies_a_tie_is_no_side_of_it() -> None:
    denied = report("2014-01-01", Said(GUARDS, "affiliate", DAWN, stance="denied", speaker=GUARDS))
    kinds = [one.kind for one in found(denied, raid(DAWN, "Wire"), raid(GUARDS, "Post"))]
    assert kinds == ["who"]
