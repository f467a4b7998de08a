"""After a report that nobody has read before, who is who is what all judgements together give, and nobody else is looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.query.survey import survey
from allegiance.records.bundle import Bundle
from allegiance.store.atlas import rows
from allegiance.store.store import Store, in_memory
from tests.deciding import desk
from tests.query.test_atlas import anew, contents
from tests.telling import Said, keep, report

DAWN, FRONT = "Dawn Brigade", "Free Northern Front"
# One word needs a country and a known body beside it, two words either, three words neither.
CALLED = st.sampled_from([DAWN, "Dawn", FRONT, "Reed Front", "al-Qaida", "Hill Guards"])
KINDS = st.dictionaries(CALLED, st.sampled_from(["armed-group", "party", "person"]), max_size=2)
TOLD = st.builds(
    lambda month, one, other, tie, place, **others: report(
        f"2014-{month:02}-10", Said(one, tie, other, place=place), **others
    ),
    st.integers(1, 12),
    CALLED,
    CALLED,
    st.sampled_from(["rivalry", "alliance", "assault"]),
    # It lies in Syria: of one name, who was there and in Iraq is who was in either.
    st.sampled_from([None, "Essara"]),
    kinds=KINDS,
    known=st.sampled_from([True, False, False]),
    country=st.sampled_from([None, "SY", "IQ"]),
    publisher=st.sampled_from(["Wire", "Post"]),
)


@pytest.fixture(scope="module")
def only_what_changed() -> Iterator[None]:
    """However much has changed, only that is looked at: stores of tests are small."""
    patch = pytest.MonkeyPatch()
    patch.setattr("allegiance.query.survey.MOST", 1.0)
    yield
    patch.undo()


def _never(*_: object, **__: object) -> None:
    raise AssertionError("only who is new was to be looked at")


def kept(*told: Bundle) -> Store:
    store = in_memory()
    for one in told:
        keep(store, one)
        survey(store, load())
    return store


def check(store: Store) -> None:
    before = contents(store)
    anew(store)
    survey(store, load())
    assert contents(store) == before


@settings(max_examples=60, deadline=None, phases=(Stage.explicit, Stage.reuse, Stage.generate))
@given(st.lists(TOLD, min_size=2, max_size=7))
def test_one_report_after_the_other_gives_what_all_at_once_give(
    only_what_changed: None, told: list[Bundle]
) -> None:
    check(kept(*told))


def test_only_who_is_new_is_looked_at(only_what_changed: None) -> None:
    store = kept(report("2014-01-10", Said(DAWN, "rivalry", FRONT), country="SY"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("allegiance.query.survey.who_is_who", _never)
        keep(store, report("2014-02-10", Said(DAWN, "alliance", "Hill Guards"), country="SY"))
        survey(store, load())
    names = {row[0] for row in rows(store, "SELECT name FROM atlas_actor")}
    assert names == {DAWN, FRONT, "Hill Guards"}
    check(store)


@pytest.mark.parametrize("first", ["SY", "IQ"])
def test_two_that_become_one_are_one(only_what_changed: None, first: str) -> None:
    def told(month: str, *, country: str | None, place: str | None) -> Bundle:
        said = Said("Dawn Brigade", "rivalry", "Reed Front", place=place)
        return report(f"2014-{month}-10", said, known=False, country=country)

    there = [told("01", country="IQ", place=None), told("02", country=None, place="Essara")]
    store = kept(*(there if first == "IQ" else reversed(there)))
    assert len(rows(store, "SELECT id FROM atlas_actor")) == 4
    keep(store, told("03", country="IQ", place="Essara"))
    survey(store, load())
    assert len(rows(store, "SELECT id FROM atlas_actor")) == 2
    check(store)


@pytest.mark.parametrize("first", [True, False])
def test_another_id_of_one_is_the_same_one(only_what_changed: None, first: bool) -> None:
    """Of several ids the least is the actor's, whichever came first."""

    def told(month: str, name: str, *, country: str | None, place: str | None) -> Bundle:
        said = Said(name, "rivalry", "Great Reed Front", place=place)
        return report(f"2014-{month}-10", said, known=False, country=country)

    for name in ("Dawn Brigade", "Hill Guards", "Dusk Guards"):
        alone = told("01", name, country="IQ" if first else None, place=None if first else "Essara")
        store = kept(alone)
        keep(store, told("03", name, country="IQ", place="Essara"))
        survey(store, load())
        check(store)


def test_who_was_said_to_be_the_same_stays_so(only_what_changed: None) -> None:
    store = kept(report("2014-01-10", Said(DAWN, "rivalry", FRONT), country="SY"))
    desk(store).same(DAWN, FRONT)
    survey(store, load())
    keep(store, report("2014-02-10", Said(FRONT, "alliance", "Hill Guards"), country="SY"))
    survey(store, load())
    assert len(rows(store, "SELECT id FROM atlas_actor")) == 2
    check(store)
