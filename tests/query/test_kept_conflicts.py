"""Conflicts that a store keeps are those that would be found anew, whatever came in between; and they are found once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import AllegianceError
from allegiance.lexicon.lexicon import DATA, load
from allegiance.query.casting import who_is_who
from allegiance.query.conflicts import conflicts
from allegiance.query.drawing import draw
from allegiance.records.asked import Filter
from allegiance.records.conflict import Conflict
from allegiance.session import Session
from allegiance.store.atlas import Head, rows
from allegiance.store.contested import keep_conflicts
from allegiance.store.ledgers import edition
from allegiance.store.store import Store, in_memory, open_store
from tests.deciding import desk
from tests.query.test_atlas import STEPS, _add
from tests.query.test_conflicts import DAWN, FRONT, GUARDS, HILLS, raid
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
    monkeypatch.setattr("allegiance.asking.ground.conflicts", _never)
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
    monkeypatch.setattr("allegiance.asking.ground.conflicts", _never)
    assert asked(store) == ()


@settings(max_examples=25, deadline=None, phases=(Stage.explicit, Stage.reuse, Stage.generate))
@given(STEPS, st.randoms(use_true_random=False))
def test_whatever_happens_they_are_those_found_anew(steps: list[object], chance: Random) -> None:
    store = in_memory()
    keep(store, *TOLD)
    by = desk(store)
    claims = [one.id for told in TOLD for one in told.found.claims]
    for step in steps:
        asked(store)
        if isinstance(step, tuple):
            _add(store, *step)
        else:
            try:
                step(by, chance.choice(claims), chance)  # type: ignore[operator]
            except AllegianceError:
                continue
    found = anew(store)
    assert asked(store) == found
    assert asked(store) == found


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
    written: list[Conflict] = []

    def interrupted(one: Conflict) -> str:
        written.append(one)
        if len(written) > 2:
            raise KeyboardInterrupt
        return "[]"

    with monkeypatch.context() as patch:
        patch.setattr("allegiance.query.kept_conflicts._body", interrupted)
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
    keep_conflicts(store, now, [])
    assert in_store(store) == before


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
