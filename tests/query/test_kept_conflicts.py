"""Conflicts that a store keeps are those that would be found anew, whatever came in between; and they are found once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import AllegianceError
from allegiance.lexicon.lexicon import DATA, load
from allegiance.query.casting import who_is_who
from allegiance.query.conflict_bodies import conflicts_of
from allegiance.query.conflicts import Found, among
from allegiance.query.contradictions import conflicts
from allegiance.query.drawing import draw
from allegiance.query.kept_conflicts import KeptConflicts
from allegiance.records.asked import Filter
from allegiance.records.conflict import Conflict
from allegiance.session import Session
from allegiance.store.atlas import Head, rows
from allegiance.store.contested import Contested, keep_conflicts
from allegiance.store.editions import edition
from allegiance.store.store import Store, in_memory, open_store
from tests.deciding import desk
from tests.query.test_atlas import ADDED, DECIDED, _add
from tests.query.test_conflicts import AGENCY, DAWN, FRONT, GUARDS, HILLS, raid
from tests.telling import Said, day, keep, report

# One of every kind.
TOLD = (
    raid(DAWN, "Wire"),
    raid(GUARDS, "Post"),
    raid(DAWN, "Sun", toll=(15, 15)),
    raid(DAWN, "Star", when=day("2014-02-02")),
    report("2014-05-01", Said(HILLS, "affiliate", FRONT), publisher="Wire"),
    report("2014-05-02", Said(HILLS, "affiliate", FRONT, stance="denied", speaker=HILLS)),
    report("2014-02-01", Said(DAWN, "control", place="Essara"), publisher="Wire"),
    report("2014-02-02", Said(FRONT, "control", place="Essara"), publisher="Post"),
)


@pytest.fixture
def store() -> Iterator[Store]:
    made = in_memory()
    keep(made, *TOLD)
    yield made
    made.close()


def asked(store: Store) -> tuple[Conflict, ...]:
    """As a new process would."""
    return Session(store).conflicts()


def anew(store: Store) -> tuple[Conflict, ...]:
    """Found in the ledgers alone."""
    lexicon = load()
    who = who_is_who(store, lexicon, date.max)
    drawing = draw(store, who, lexicon.ontology, known_by=date.max)
    return conflicts(store, drawing, lexicon.conflicting)


def in_store(store: Store) -> list[tuple[object, ...]]:
    return rows(store, "SELECT * FROM atlas_conflict_head, atlas_conflict ORDER BY number")


@pytest.fixture
def found_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> tuple[Conflict, ...]:
    """What is kept, where nobody may find any more."""
    found = asked(store)
    monkeypatch.setattr("allegiance.query.kept_conflicts.every_conflict", _never)
    return found


def _never(*_: object) -> None:
    raise AssertionError("they were to be read, not found")


def test_what_is_kept_is_read_as_it_was_found(
    store: Store, found_once: tuple[Conflict, ...]
) -> None:
    assert {one.kind for one in found_once} == {"who", "tie", "toll", "when"}
    assert asked(store) == found_once == anew(store)
    assert Session(store).through(Filter()).conflicts().rows == found_once


def test_that_there_are_none_is_kept_too(monkeypatch: pytest.MonkeyPatch) -> None:
    store = in_memory()
    keep(store, TOLD[0])
    assert asked(store) == ()
    monkeypatch.setattr("allegiance.query.kept_conflicts.every_conflict", _never)
    assert asked(store) == ()


# One deed told in many ways: other doers, days, numbers; who is of one side with whom; who denies it.
DOERS = st.sampled_from([DAWN, GUARDS, HILLS])
RAIDED = st.builds(
    lambda by, publisher, month, facets: raid(
        by, publisher, published=f"2014-{month}-08", **facets
    ),
    DOERS,
    st.sampled_from(["Wire", "Post", "Sun"]),
    st.sampled_from(["02", "03"]),
    st.fixed_dictionaries(
        {
            "when": st.sampled_from([day("2014-02-01"), day("2014-02-02"), day("2014-02"), None]),
            "place": st.sampled_from(["Essara", "Essara", "Tarim", None]),
            "toll": st.sampled_from([(12, 12), (15, 15), None]),
            "stance": st.sampled_from(["asserted", "asserted", "denied"]),
            "speaker": st.sampled_from([None, DAWN, GUARDS]),
        }
    ),
)
SIDED = st.builds(
    lambda one, tie, other: report("2014-06-01", Said(one, tie, other)),
    DOERS,
    st.sampled_from(["affiliate", "membership", "rivalry"]),
    st.sampled_from([DAWN, FRONT, GUARDS]),
)
HOLDING = st.builds(
    lambda one: report("2014-02-03", Said(one, "control", place="Essara"), publisher="Sun"), DOERS
)
RETOLD = st.tuples(
    st.one_of(RAIDED, RAIDED, SIDED, HOLDING),
    st.sampled_from(["alone", "alone", "copied", "reread"]),
)
CHANGES = st.lists(
    st.one_of(RETOLD, RETOLD, ADDED, st.sampled_from(DECIDED)), min_size=2, max_size=8
)


@pytest.fixture(scope="module")
def only_what_changed() -> Iterator[None]:
    """However much has changed, only that is looked at: stores of tests are small."""
    patch = pytest.MonkeyPatch()
    patch.setattr("allegiance.query.survey.MOST", 1.0)
    patch.setattr("allegiance.query.reopened.MOST", 1.0)
    yield
    patch.undo()


@settings(max_examples=40, deadline=None, phases=(Stage.explicit, Stage.reuse, Stage.generate))
@given(CHANGES, st.booleans(), st.randoms(use_true_random=False))
def test_whatever_happens_they_are_those_found_anew(
    only_what_changed: None, steps: list[object], each_time: bool, chance: Random
) -> None:
    store = in_memory()
    keep(store, *TOLD)
    asked(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("allegiance.query.kept_conflicts.every_conflict", _never)
        _take(store, steps, each_time, chance)
        kept = asked(store)
        assert asked(store) == kept
    assert kept == anew(store)


def _take(store: Store, steps: list[object], each_time: bool, chance: Random) -> None:
    """Go through the steps, asking for the map after each, and for conflicts perhaps."""
    by = desk(store)
    claims = [one.id for told in TOLD for one in told.found.claims]
    for step in steps:
        if isinstance(step, tuple):
            _add(store, *step)
            claims += [one.id for one in step[0].found.claims]
        else:
            with suppress(AllegianceError):
                step(by, chance.choice(claims), chance)  # type: ignore[operator]
        asked(store) if each_time else Session(store).network()


def test_another_table_of_weights_gives_other_conflicts(store: Store, tmp_path: Path) -> None:
    ours = (DATA / "conflicts.toml").read_text(encoding="utf-8")
    mine = tmp_path / "conflicts.toml"
    mine.write_text(ours.replace("weight = 0.9", "weight = 0.6"), encoding="utf-8")
    found = asked(store)
    others = Session(store, tmp_path).conflicts()
    assert [one.id for one in others] == [one.id for one in found]
    assert others != found
    assert Session(store, tmp_path).conflicts() == others
    mine.write_text(ours.replace('because = "the report', 'because = "our report'), "utf-8")
    reworded = Session(store, tmp_path).conflicts()
    assert any("our report" in voice.because for one in reworded for side in one.sides for voice in side.voices)  # fmt: skip
    assert asked(store) == found


def test_whoever_interrupts_leaves_what_there_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(store)
    before = in_store(store)
    keep(store, raid(HILLS, "Star"))
    written: list[Found] = []

    def interrupted(one: Found) -> str:
        written.append(one)
        if len(written) > 2:
            raise KeyboardInterrupt
        return "[]"

    with monkeypatch.context() as patch:
        patch.setattr("allegiance.query.conflict_bodies.body", interrupted)
        with pytest.raises(KeyboardInterrupt):
            asked(store)
    assert in_store(store) == before
    assert asked(store) == anew(store)
    assert in_store(store) != before


def test_what_was_found_before_something_was_added_is_not_kept(store: Store) -> None:
    asked(store)
    before = in_store(store)
    now = Head("any", *edition(store))
    keep(store, raid(HILLS, "Star"))
    keep_conflicts(store, now, Contested((), (), ()))
    assert in_store(store) == before


def test_what_comes_between_the_map_and_its_conflicts_is_found_too(
    store: Store, only_what_changed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(store)
    keep(store, raid(HILLS, "Star"))

    class Late(KeptConflicts):
        def __init__(self, *of: Any) -> None:
            keep(store, raid(HILLS, "Star", toll=(90, 90)))
            super().__init__(*of)

    with monkeypatch.context() as patch:
        patch.setattr("allegiance.asking.ground.KeptConflicts", Late)
        asked(store)
    assert asked(store) == anew(store)


@pytest.mark.parametrize(
    "narrow",
    [
        {"since": "2014-04-01"},
        {"until": "2014-02-01"},
        {"since": "2014-02-03", "until": "2014-05-01"},
        {"kinds": ["toll", "when"]},
        {"name": HILLS},
    ],
)
def test_of_some_days_kinds_or_somebody_only_those_are_read(
    store: Store, found_once: tuple[Conflict, ...], monkeypatch: pytest.MonkeyPatch, narrow: Any
) -> None:
    read: list[int] = []

    def told(bodies: Collection[str], *others: Any) -> list[Conflict]:
        read.append(len(bodies))
        return conflicts_of(bodies, *others)

    monkeypatch.setattr("allegiance.query.kept_conflicts.conflicts_of", told)
    found = Session(store).conflicts(**narrow)
    dates: dict[str, Any] = {
        key: date.fromisoformat(narrow[key]) for key in ("since", "until") if key in narrow
    }
    actor = next((one.id for told in found_once for one in told.actors if one.name == HILLS), None)
    wanted = {"kinds": narrow.get("kinds", ()), "actor": actor if "name" in narrow else None}
    assert found == among(found_once, **dates, **wanted)
    assert 0 < read[0] < len(found_once)


def test_a_store_that_may_only_be_read_answers_all_the_same(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    keep(store, *TOLD)
    Session(store).network()
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert asked(store) == anew(store)
    assert in_store(store) == []
    store.close()


@pytest.mark.parametrize(
    "narrower", [Filter(publishers=("Wire", "Post")), Filter(reviewed_only=True)]
)
def test_a_filter_of_claims_finds_anew(store: Store, narrower: Filter) -> None:
    every = asked(store)
    narrow = Session(store).through(narrower).conflicts().rows
    assert len(narrow) < len(every)
    assert {voice.report.publisher for one in narrow for side in one.sides for voice in side.voices} <= {"Wire", "Post"}  # fmt: skip


def test_an_earlier_day_of_knowledge_is_found_and_not_kept(store: Store) -> None:
    every = asked(store)
    before = in_store(store)
    early = Session(store).conflicts(known_by="2014-02-02")
    assert 0 < len(early) < len(every)
    assert in_store(store) == before


def test_who_were_rivals_of_what_is_no_more_still_are_of_each_other(
    store: Store, only_what_changed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    third = raid(HILLS, "Star")
    keep(store, third)
    before = asked(store)
    monkeypatch.setattr("allegiance.query.kept_conflicts.every_conflict", _never)
    desk(store).reject(third.found.claims[0].id)
    assert asked(store) == anew(store)
    assert [len(one.sides) for one in before if one.kind == "who"] == [3]
    assert [len(one.sides) for one in asked(store) if one.kind == "who"] == [2]


def test_a_speaker_of_another_kind_weighs_another(
    only_what_changed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = in_memory()
    keep(store, raid(DAWN, "Wire", speaker="Relief Board"), raid(GUARDS, "Post"))
    before = asked(store)
    monkeypatch.setattr("allegiance.query.kept_conflicts.every_conflict", _never)
    for number, publisher in enumerate(("Wire", "Post", "Sun")):
        said = Said("Relief Board", "alliance", FRONT)
        day_of_month = f"2014-05-0{number + 1}"
        keep(store, report(day_of_month, said, publisher=publisher, kinds=AGENCY))  # type: ignore[arg-type]
    assert asked(store) == anew(store)
    assert asked(store)[0].sides != before[0].sides
