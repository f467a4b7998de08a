"""A reviewer accepts, rejects and corrects claims; every answer follows, and undoing leaves no trace."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import UnknownName, UsageError
from allegiance.query.reviewing import REVIEWED
from allegiance.records.asked import Filter
from allegiance.records.bundle import Bundle
from allegiance.records.canonical import digest
from allegiance.records.claim import Claim, Evidence
from allegiance.records.decision import Correction
from allegiance.records.network import Network
from allegiance.records.span import Span
from allegiance.session import Session
from allegiance.store.store import Store
from tests.deciding import desk, holding, seen
from tests.telling import RUN, Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
TOLD = (
    report("2014-01-01", Said(DAWN, "alliance", FRONT), publisher="Wire"),
    report("2014-01-02", Said(DAWN, "affiliate", GUARDS), publisher="Post"),
    report("2014-01-03", Said(FRONT, "assault", GUARDS, when=day("2014-01-02")), publisher="Sun"),
    report("2014-01-04", Said(DAWN, "control", phase="begins", place="Essara"), publisher="Sun"),
    report("2014-01-05", Said(DAWN, "affiliate", GUARDS, stance="denied"), publisher="Wire"),
)


def claim_of(bundle: Bundle) -> str:
    return bundle.found.claims[0].id


def network(store: Store, **options: object) -> Network:
    return Session(store).network("2014-01-10", **options)  # type: ignore[arg-type]


def drawn(store: Store, **options: object) -> set[tuple[str, str, str]]:
    found = network(store, **options)
    names = {one.id: one.name for one in found.actors} | {one.id: one.name for one in found.places}
    return {
        (names[one.source], one.predicate, names[one.target or one.place or ""])
        for one in found.relations
    }


@pytest.mark.parametrize("rejected", range(len(TOLD)))
def test_a_rejected_claim_leaves_no_trace_in_any_answer(rejected: int) -> None:
    """What is seen is what would be, had the report said nothing."""
    bundle = TOLD[rejected]
    silent = replace(bundle, found=replace(bundle.found, claims=()))
    store = holding(*TOLD)
    desk(store).reject(claim_of(bundle))
    assert seen(store) == seen(holding(*(silent if one is bundle else one for one in TOLD)))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(TOLD) - 1), st.sampled_from(["accept", "reject", "correct"])),
        max_size=6,
    )
)
def test_undoing_everything_in_any_order_gives_back_every_byte(
    acts: list[tuple[int, str]],
) -> None:
    store = holding(*TOLD)
    before = seen(store)
    at = desk(store)
    made = []
    for which, act in acts:
        correction = (Correction(stance="alleged"),) if act == "correct" else ()
        made.append(getattr(at, act)(claim_of(TOLD[which]), *correction).decision)
    for decision in sorted(made, key=lambda one: one.id):
        at.undo(decision.id)
    assert seen(store) == before


def test_an_accepted_claim_is_as_sure_as_reading_can_be() -> None:
    store = holding(*TOLD[:1])
    (before,) = network(store).relations
    desk(store).accept(claim_of(TOLD[0]))
    (after,) = network(store).relations
    assert before.confidence == 0.9
    assert after.confidence == pytest.approx(min(REVIEWED, 0.99))


def test_a_corrected_claim_is_drawn_as_corrected_and_the_original_is_kept() -> None:
    store = holding(*TOLD[1:2])
    correction = Correction(predicate="support", phase="begins", swapped=True, when=day("2013-05"))
    desk(store).correct(claim_of(TOLD[1]), correction, "the verb is 'armed'")
    (relation,) = network(store).relations
    assert drawn(store) == {(GUARDS, "support", DAWN)}
    assert relation.since == day("2013-05")
    told = Session(store).why(claim_of(TOLD[1]))
    assert told.claim.predicate == "affiliate"
    assert told.corrected is not None
    assert told.corrected.predicate == "support"
    assert [party.words for party in told.parties if party.role == "source"] == [GUARDS]
    assert [(one.by, one.because) for one in told.decisions] == [("Mara", "the verb is 'armed'")]


def test_a_correction_to_a_hold_on_a_place_ends_that_of_others() -> None:
    """The profile of whoever held it needs a claim that was read as something else."""
    taken = report("2014-01-06", Said(FRONT, "rivalry", GUARDS, place="Essara"), publisher="Wire")
    store = holding(TOLD[3], taken)
    correction = Correction(predicate="control", phase="begins")
    desk(store).correct(claim_of(taken), correction)
    (line,) = Session(store).profile(DAWN).of("places")
    assert line.until is not None
    assert drawn(store) == {(FRONT, "control", "Essara")}


@pytest.mark.parametrize(
    ("bundle", "correction", "told"),
    [
        (TOLD[0], Correction(), "nothing is corrected"),
        (TOLD[0], Correction(predicate="friendship"), "alliance"),
        (TOLD[0], Correction(predicate="split"), "split has no phase 'holds'; it has begins"),
        (TOLD[0], Correction(predicate="control"), "needs a place"),
        (TOLD[3], Correction(predicate="rivalry", phase="holds"), "needs a target"),
        (TOLD[3], Correction(swapped=True), "has not both"),
        (TOLD[2], Correction(phase="ends"), "an event has no phase"),
        (TOLD[2], Correction(predicate="rivalry"), "no event is called 'rivalry'"),
    ],
)
def test_a_correction_that_no_text_could_say_is_refused(
    bundle: Bundle, correction: Correction, told: str
) -> None:
    store = holding(*TOLD)
    before = seen(store)
    with pytest.raises(UsageError, match=told):
        desk(store).correct(claim_of(bundle), correction)
    assert seen(store) == before


def test_an_event_of_another_type_has_no_mode_of_the_old() -> None:
    raid = report("2014-01-03", Said(DAWN, "assault", FRONT, plover="ASSAULT/aerial"))
    store = holding(raid)
    desk(store).correct(claim_of(raid), Correction(predicate="threaten"))
    (event,) = network(store).events
    assert (event.predicate, event.mode) == ("threaten", None)


def test_the_last_word_counts_whoever_speaks_it() -> None:
    store = holding(*TOLD)
    desk(store).reject(claim_of(TOLD[0]))
    desk(store, by="Timo").accept(claim_of(TOLD[0]))
    assert (DAWN, "alliance", FRONT) in drawn(store)
    assert [one.state for one in Session(store).decisions()] == ["outdone", "stands"]


def reread(bundle: Bundle, **changes: object) -> Bundle:
    """The report as another version reads it: longer evidence, other words for a side, other numbers, other ids."""
    assert bundle.article is not None
    (claim,) = bundle.found.claims
    (referent, *others) = bundle.found.referents
    (first, *roles) = claim.roles
    moved = replace(first, actor="a7", span=Span(first.span.start + 2, first.span.end))
    evidence = (Evidence(Span(claim.evidence[0].span.start, claim.evidence[0].span.end - 1), "x"),)
    made = replace(claim, roles=(moved, *roles), evidence=evidence, **changes)  # type: ignore[arg-type]
    found = replace(
        bundle.found,
        referents=(replace(referent, id="a7"), *others),
        claims=(_with_id(made, bundle.article.id),),
    )
    return replace(bundle, found=found)


def _with_id(claim: Claim, article: str) -> Claim:
    return replace(claim, id=digest("claim", article, claim))


LATER = replace(RUN, id="run-2", code_version="0.2.0")


@pytest.mark.parametrize("act", ["reject", "accept", "correct"])
def test_a_decision_outlives_another_reading_of_its_article(act: str) -> None:
    store = holding(*TOLD[:2])
    correction = (Correction(predicate="rivalry"),) if act == "correct" else ()
    getattr(desk(store), act)(claim_of(TOLD[0]), *correction)
    before = drawn(store, reviewed_only=act != "reject")
    keep(store, reread(TOLD[0]), run=LATER)
    assert drawn(store, reviewed_only=act != "reject") == before
    assert [one.state for one in Session(store).decisions()] == ["stands"]


@pytest.mark.parametrize(
    "changes", [{"phase": "ends"}, {"stance": "denied"}, {"predicate": "truce"}]
)
def test_a_decision_is_none_on_what_another_reading_understands_otherwise(
    changes: dict[str, str],
) -> None:
    store = holding(TOLD[0])
    desk(store).reject(claim_of(TOLD[0]))
    again = reread(TOLD[0], **changes)
    keep(store, again, run=LATER)
    assert [one.state for one in Session(store).decisions()] == ["unmatched"]
    assert Session(store).why(claim_of(again)).decisions == ()


def test_a_copy_of_a_report_follows_what_was_decided_on_the_original() -> None:
    assert TOLD[0].article is not None
    copy = report(
        "2014-01-03",
        Said(DAWN, "alliance", FRONT),
        publisher="Sun",
        reprint_of=TOLD[0].article.id,
    )
    store = holding(TOLD[0], copy)
    desk(store).reject(claim_of(TOLD[0]))
    assert drawn(store) == set()
    desk(store).undo()
    desk(store).correct(claim_of(TOLD[0]), Correction(predicate="rivalry"))
    assert drawn(store) == {(DAWN, "rivalry", FRONT)}
    (relation,) = network(store).relations
    assert (relation.reports, relation.witnesses) == (2, 1)


def test_disputed_claims_come_first_then_the_least_sure() -> None:
    unsure = report("2014-01-07", Said(GUARDS, "truce", FRONT, confidence=0.52))
    surer = report("2014-01-08", Said(GUARDS, "truce", "Hill Martyrs", confidence=0.4))
    store = holding(*TOLD, surer, unsure)
    found = desk(store).queue(limit=9)
    assert set(found[:2]) == {claim_of(TOLD[1]), claim_of(TOLD[4])}
    assert found[2:4] == (claim_of(unsure), claim_of(surer))
    assert len(found) == 7


def test_the_queue_can_be_of_some_kinds_of_one_actor_and_short() -> None:
    at = desk(holding(*TOLD))
    assert at.queue(limit=9, kinds=("assault",)) == (claim_of(TOLD[2]),)
    assert set(at.queue(limit=9, actor=FRONT)) == {claim_of(TOLD[0]), claim_of(TOLD[2])}
    assert len(at.queue(limit=2)) == 2
    with pytest.raises(UsageError, match="assault"):
        at.queue(limit=9, kinds=("friendship",))


def test_what_is_decided_is_asked_again_of_a_second_reviewer_alone() -> None:
    store = holding(*TOLD)
    desk(store).accept(claim_of(TOLD[0]))
    timo = desk(store, by="Timo")
    assert claim_of(TOLD[0]) not in timo.queue(limit=9)
    assert timo.queue(limit=9, second=True) == (claim_of(TOLD[0]),)
    assert desk(store).queue(limit=9, second=True) == ()
    timo.reject(claim_of(TOLD[0]))
    assert timo.queue(limit=9, second=True) == ()


def test_a_second_reviewer_is_asked_of_rejected_and_corrected_claims_too() -> None:
    store = holding(*TOLD)
    desk(store).reject(claim_of(TOLD[0]))
    desk(store).correct(claim_of(TOLD[1]), Correction(predicate="support"))
    timo = desk(store, by="Timo")
    assert set(timo.queue(limit=9, second=True)) == {claim_of(TOLD[0]), claim_of(TOLD[1])}
    assert timo.queue(limit=9, second=True, kinds=("affiliate",)) == (claim_of(TOLD[1]),)


def test_a_map_of_reviewed_claims_says_how_many_are_not() -> None:
    store = holding(*TOLD)
    desk(store).accept(claim_of(TOLD[0]))
    found = network(store, reviewed_only=True)
    assert [one.predicate for one in found.relations] == ["alliance"]
    assert found.events == ()
    assert found.left_out.unreviewed == 3
    assert found.left_out.over == 0


@pytest.mark.parametrize(
    ("options", "shown", "weak"),
    [
        ({"min_confidence": 0.9}, {"alliance", "control"}, 2),
        ({"min_confidence": 0.91}, set(), 4),
        ({"min_witnesses": 2}, {"alliance"}, 3),
        ({}, {"alliance", "control", "affiliate", "rivalry"}, 0),
    ],
)
def test_a_map_of_what_is_well_founded_says_how_much_is_not(
    options: dict[str, float], shown: set[str], weak: int
) -> None:
    second = report("2014-01-06", Said(FRONT, "alliance", DAWN), publisher="Post")
    told = (*TOLD, second) if "min_witnesses" in options else TOLD
    found = network(holding(*told), **options)
    assert {one.predicate for one in found.relations} == shown
    assert found.left_out.weak == weak


def test_a_claim_that_is_not_there_cannot_be_reviewed() -> None:
    with pytest.raises(UnknownName, match="ffff"):
        desk(holding(*TOLD)).accept("ffff")


def test_a_party_is_corrected_by_the_words_that_name_it() -> None:
    """The picked words may be more than the name, and less."""
    told = report(
        "2014-01-01",
        Said(DAWN, "alliance", FRONT),
        Said(GUARDS, "rivalry", FRONT),
        publisher="Wire",
    )
    store = holding(told)
    guards = next(
        role.span
        for claim in told.found.claims
        for role in claim.roles
        if claim.predicate == "rivalry" and role.role == "source"
    )
    claim_id = next(one.id for one in told.found.claims if one.predicate == "alliance")
    before = seen(store)
    at = desk(store)
    at.correct(claim_id, Correction(target=Span(guards.start + 1, guards.end + 2)))
    assert (DAWN, "alliance", GUARDS) in drawn(store) or (GUARDS, "alliance", DAWN) in drawn(store)
    explained = at.why(claim_id)
    assert [party.actor and party.actor.name for party in explained.parties] == [DAWN, GUARDS]
    assert explained.corrected is not None
    target = explained.corrected.role("target")
    assert target is not None
    assert target.actor is not None
    rows = Session(store).through(Filter()).claims().rows
    (row,) = [one for one in rows if one.id == claim_id]
    assert [(one.role, one.actor and one.actor.name) for one in row.parties] == [
        ("source", DAWN),
        ("target", GUARDS),
    ]
    profile = Session(store).profile(GUARDS)
    assert any(line.predicate == "alliance" and line.other == DAWN for line in profile.lines)
    at.undo()
    assert seen(store) == before


def test_words_that_name_nobody_are_no_party() -> None:
    store = holding(TOLD[0])
    end = len(TOLD[0].article.text if TOLD[0].article is not None else "")
    with pytest.raises(UsageError, match="nobody is named at characters"):
        desk(store).correct(claim_of(TOLD[0]), Correction(source=Span(end + 1, end + 5)))


def test_many_decisions_are_taken_back_at_once_or_none() -> None:
    store = holding(*TOLD)
    before = seen(store)
    at = desk(store)
    made = [one.id for one in at.review_all("rejected", [claim_of(one) for one in TOLD])]
    assert seen(store) != before
    with pytest.raises(UnknownName, match="no decision is 'decision-0'"):
        at.undo_all([made[0], "decision-0"])
    assert len(at.undo_all(made, "a slip")) == len(TOLD)
    assert seen(store) == before
    with pytest.raises(UsageError, match="undone already, by Mara"):
        at.undo_all(made[:1])
