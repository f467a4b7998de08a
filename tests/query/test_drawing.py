"""What is told of claims, whether worked out anew or taken from another day's drawing as far as it is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.drawing import Drawing, draw, drawn
from allegiance.query.history import Wanted, history
from allegiance.query.network import network
from allegiance.records.bundle import Bundle
from allegiance.records.judgement import Identity
from allegiance.resolve.actors import Cast, cast
from allegiance.store.identities import identities
from allegiance.store.ledgers import accounts
from allegiance.store.store import Store, in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, HILL = "Dawn Brigade", "Northern Front", "Hill Men of Essara"
RAID = Said(DAWN, "assault", FRONT, when=day("2014-01-14"), place="Essara", toll=(3, 3))
DAYS = (date(2014, 3, 31), date(2014, 7, 31), date(2019, 12, 31))


def told(*bundles: Bundle) -> Store:
    store = in_memory()
    keep(store, *bundles)
    return store


def who(store: Store, known_by: date, **changed: str) -> Cast:
    """Who is who by a day; `hill="actor-dawn-brigade"` takes some for others, `kind="party"` for something else."""
    ones: Sequence[Identity] = identities(store, known_by)
    if "hill" in changed:
        ones = [one._replace(right=changed["hill"]) if one.name == HILL else one for one in ones]
    if "kind" in changed:
        ones = [one._replace(kind=changed["kind"]) for one in ones]  # type: ignore[arg-type]
    return cast(ones, {})


def by(store: Store, known_by: date, cast: Cast, like: Drawing | None = None) -> Drawing:
    every = accounts(store, date.max)
    return draw(store, cast, load().ontology, known_by=known_by, every=every, like=like)


def answers(drawing: Drawing, known_by: date) -> list[object]:
    found: list[object] = [drawing.heard, sorted(map(str, drawing.seen_events()))]
    found += [drawing.happenings.all, sorted(map(str, drawing.happenings.rivals))]
    found.append([drawing.events_of(actor, 3) for actor in sorted(drawing.cast.actors)])
    for alleged in (False, True):
        found.append(network(drawing, on=date(2014, 6, 20), known_by=known_by, alleged=alleged))
        found.append(history(drawing, Wanted(alleged=alleged), known_by=known_by))
    return found


NAMES = st.sampled_from([DAWN, FRONT, HILL])
SAID = st.one_of(
    st.builds(
        Said,
        source=NAMES,
        predicate=st.sampled_from(["alliance", "rivalry", "split", "merger", "assault", "agree"]),
        target=NAMES,
        phase=st.sampled_from(["holds", "begins", "ends"]),
        stance=st.sampled_from(["asserted", "asserted", "denied", "alleged"]),
        when=st.sampled_from([None, day("2014-01"), day("2014-01-15")]),
        speaker=st.sampled_from([None, DAWN, HILL]),
    ),
    st.builds(
        Said,
        source=NAMES,
        predicate=st.just("assault"),
        target=st.sampled_from([None, DAWN, FRONT]),
        stance=st.sampled_from(["asserted", "asserted", "denied"]),
        when=st.sampled_from([None, day("2014-01-14"), day("2014-01-15"), day("2014-01-16")]),
        place=st.sampled_from(["Essara", "Tarim", None]),
        toll=st.sampled_from([(3, None), (3, 3), (12, 12)]),
    ),
    st.builds(
        Said,
        source=NAMES,
        predicate=st.just("control"),
        phase=st.sampled_from(["holds", "begins"]),
        place=st.sampled_from(["Essara", "Tarim"]),
    ),
)
TOLD = st.lists(
    st.builds(
        lambda month, said: report(f"2014-{month:02}-10", *said),
        st.integers(1, 12),
        st.lists(SAID, min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=5,
)
CHANGED = st.sampled_from([{}, {}, {"hill": "actor-dawn-brigade"}, {"kind": "person"}])
# Every example makes a store, so a failure is shown as found: making it smaller takes minutes.
QUICK = (Stage.explicit, Stage.reuse, Stage.generate)


@settings(max_examples=60, deadline=None, phases=QUICK)
@given(TOLD, st.sampled_from(DAYS), st.sampled_from(DAYS), CHANGED)
def test_what_is_taken_from_another_day_is_what_would_be_worked_out(
    bundles: list[Bundle], before: date, now: date, changed: dict[str, str]
) -> None:
    store = told(*bundles)
    like = by(store, before, who(store, before, **changed))
    cast_now = who(store, now)
    assert answers(by(store, now, cast_now, like), now) == answers(by(store, now, cast_now), now)


def test_who_is_somebody_else_now_is_heard_anew() -> None:
    store = told(report("2014-01-10", Said(HILL, "alliance", FRONT)))
    like = by(store, DAYS[0], who(store, DAYS[0], hill="actor-dawn-brigade"))
    (tie,) = by(store, DAYS[0], who(store, DAYS[0]), like).ties()
    assert "actor-dawn-brigade" not in tie.parties


def test_what_becomes_of_a_claim_is_judged_anew_where_a_party_is_of_another_kind() -> None:
    store = told(report("2014-01-10", Said(DAWN, "assault", FRONT)))
    like = by(store, DAYS[0], who(store, DAYS[0], kind="person"))
    assert by(store, DAYS[0], who(store, DAYS[0]), like).ties() != like.ties()


def test_relations_of_which_nothing_new_is_told_are_not_folded_again() -> None:
    store = told(
        report("2014-01-10", Said(DAWN, "alliance", FRONT), Said(DAWN, "rivalry", HILL)),
        report("2014-06-10", Said(DAWN, "rivalry", HILL, phase="ends")),
    )
    early, late = DAYS[0], DAYS[2]
    like = by(store, late, who(store, late))
    drawing = by(store, early, who(store, early), like)
    before = {one.tie.predicate: one for one in like.states(alleged=False)}
    now = {one.tie.predicate: one for one in drawing.states(alleged=False)}
    assert now["alliance"] is before["alliance"]
    assert now["rivalry"] is not before["rivalry"]
    assert now["rivalry"].until is None


def test_events_of_which_nothing_new_is_told_are_not_judged_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = told(
        report("2014-01-17", RAID, Said(HILL, "agree", FRONT, when=day("2014-01-15"))),
        report("2014-01-18", RAID),
        report("2014-06-10", RAID),
    )
    early, late = DAYS[0], DAYS[2]
    like = by(store, late, who(store, late))
    drawing = by(store, early, who(store, early), like)
    before = {one.predicate: one for one, *_ in like.seen_events()}
    held: list[str] = []
    monkeypatch.setattr("allegiance.resolve.happenings.compare", lambda *_: held.append("again"))
    now = {one.predicate: one for one, *_ in drawing.seen_events()}
    assert now["agree"] is before["agree"]
    assert (now["assault"].reports, before["assault"].reports) == (2, 3)
    assert not held


def test_a_report_that_is_not_known_yet_holds_no_events_together() -> None:
    """A raid on the 14th, one on the 16th, and one in between that may be either."""
    raids = [replace(RAID, when=day(f"2014-01-{number}")) for number in (13, 14, 15)]
    store = told(
        report("2014-01-17", raids[0]),
        report("2014-06-10", raids[1]),
        report("2014-01-17", raids[2]),
    )
    early, late = DAYS[0], DAYS[2]
    like = by(store, late, who(store, late))
    drawing = by(store, early, who(store, early), like)
    assert len(like.happenings.all) < 3
    assert drawing.happenings.all == by(store, early, who(store, early)).happenings.all


def test_an_event_is_where_the_reports_that_are_known_say_it_was() -> None:
    store = told(report("2014-01-17", RAID), report("2014-06-10", replace(RAID, source=HILL)))
    early, late = accounts(store, DAYS[0])[0], accounts(store, DAYS[2])
    assert early.place is not None
    spelt = (early.place[0], "Assara", *early.place[2:])
    every = [one if one == early else one._replace(place=spelt) for one in late]
    cast_now = who(store, DAYS[2])
    like = drawn(every, cast_now, load().ontology)
    drawing = drawn([early], cast_now, load().ontology, like)
    assert {site and site.name for _, site, _ in like.seen_events()} == {"Assara"}
    assert [site and site.name for _, site, _ in drawing.seen_events()] == ["Essara"]
