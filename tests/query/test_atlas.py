"""What a store keeps of its map is what a fresh fold gives, whatever came in which order, and whatever persons decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import Phase as Stage
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.desk.desk import Desk
from allegiance.errors import AllegianceError
from allegiance.lexicon.lexicon import load
from allegiance.query.atlas import Atlas
from allegiance.query.casting import who_is_who
from allegiance.query.changes import changes
from allegiance.query.chart import Chart
from allegiance.query.claim_table import ClaimTable, kept_table, table_of
from allegiance.query.claim_table import Wanted as Asked
from allegiance.query.drawing import Drawing, draw
from allegiance.query.history import Wanted, history
from allegiance.query.network import Floor, network
from allegiance.query.profile import profile
from allegiance.query.survey import survey
from allegiance.records.asked import ANY_CLAIM, EVERYTHING, Claimed, Filter
from allegiance.records.bundle import Bundle
from allegiance.records.decision import Correction
from allegiance.records.listing import ClaimOrder
from allegiance.session import Session
from allegiance.store.atlas import COLUMNS, KEYS, rows
from allegiance.store.store import Store, in_memory, open_store
from tests.deciding import desk
from tests.telling import RUN, Said, day, keep, report

DAWN, FRONT, GUARDS, HILL = "Dawn Brigade", "Northern Front", "River Guards", "Hill Men of Essara"
LATE = date(2019, 12, 31)
DAYS = (date(2013, 12, 31), date(2014, 2, 5), date(2014, 8, 1), date(2016, 1, 1))
YEAR = (date(2014, 1, 1), date(2014, 12, 31))
TABLES = ("head", "count", *KEYS)


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the tables of the atlas; the order of rows means nothing."""
    return {name: sorted(rows(store, f"SELECT * FROM atlas_{name}"), key=repr) for name in TABLES}


def anew(store: Store) -> None:
    """Throw the atlas away, so that the next survey folds everything."""
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM atlas_head")


def answers(store: Store, chart: Chart) -> list[object]:
    """What can be asked of a chart."""
    told: list[object] = [
        network(chart, on=on, alleged=alleged, floor=floor, known_by=LATE)
        for on in DAYS
        for alleged in (False, True)
        for floor in (Floor(), Floor(reviewed_only=True), Floor(confidence=0.8, witnesses=2))
    ]
    told += [network(chart, on=DAYS[2], kinds=["rivalry", "control"], known_by=LATE)]
    for alleged in (False, True):
        for wanted in (Wanted(alleged=alleged), Wanted(None, *YEAR, alleged=alleged)):
            told.append(history(chart, wanted, known_by=LATE))
            told.append(changes(chart, wanted, earlier=None, known_from=None, known_by=LATE))
    told += [sorted(chart.seen_events(), key=lambda one: one.event.id), chart.radii()]
    for one in chart.cast.actors.values():
        told.append(profile(store, chart, one))
        told.append(network(chart, on=DAYS[2], actor=one.id, known_by=LATE))
        told.append(history(chart, Wanted(one.id), known_by=LATE))
    return told


def fresh(store: Store) -> Drawing:
    who = who_is_who(store, load(), date.max)
    return draw(store, who, load().ontology, known_by=date.max)


def check(store: Store) -> None:
    """The atlas, brought up to date, answers as a drawing does, and has what one made from nothing has."""
    survey(store, load())
    atlas, drawing = Atlas(store, load().ontology), fresh(store)
    assert answers(store, atlas) == answers(store, drawing)
    assert tables(store, kept_table(store, atlas)) == tables(
        store, table_of(store, drawing, date.max)
    )
    kept = contents(store)
    anew(store)
    survey(store, load())
    assert contents(store) == kept


def tables(store: Store, table: ClaimTable) -> list[object]:
    """What can be asked of a table of claims, a page at a time."""
    told: list[object] = []
    for order in get_args(ClaimOrder):
        after, more = None, True
        while more:
            page, after = table.page(ANY, order, after=after, limit=2)
            told += [(one, sorted(one.account.copies)) for one in page]
            more = after is not None
    for wanted in (ANY, *WANTED):
        told += [table.total(wanted), table.claim_ids(wanted), table.article_ids(wanted)]
        told += [table.facets(wanted)]
    return told


ANY = Asked(EVERYTHING, ANY_CLAIM, None)
WANTED = (
    Asked(Filter(kinds=("rivalry", "assault"), since=YEAR[0], until=DAYS[1]), ANY_CLAIM, None),
    Asked(Filter(reviewed_only=True), Claimed(states=("accepted", "rejected")), None),
    Asked(Filter(min_confidence=0.6), Claimed(phases=("holds",), stances=("asserted",)), None),
)
NAMES = st.sampled_from([DAWN, FRONT, GUARDS, HILL, "the rebels"])
EVENTS = ["assault", "assault", "agree"]
RELATIONS = ["affiliate", "alliance", "rivalry", "split", "truce", "succession", "leadership"]
SAID = st.one_of(
    st.builds(
        Said,
        source=NAMES,
        predicate=st.sampled_from([*RELATIONS, *EVENTS]),
        target=NAMES,
        phase=st.sampled_from(["holds", "begins", "ends", "sought"]),
        stance=st.sampled_from(["asserted", "asserted", "denied", "alleged"]),
        when=st.sampled_from([None, None, day("2013"), day("2014-01"), day("2014-01-15")]),
        place=st.sampled_from([None, "Essara", "Tarim"]),
        speaker=st.sampled_from([None, DAWN, GUARDS]),
        confidence=st.sampled_from([0.5, 0.9]),
    ),
    st.builds(
        Said,
        source=NAMES,
        predicate=st.just("control"),
        phase=st.sampled_from(["holds", "begins", "ends"]),
        place=st.sampled_from(["Essara", "Tarim"]),
        when=st.sampled_from([None, day("2014-01"), day("2014-01-15")]),
    ),
    st.builds(
        Said,
        source=NAMES,
        predicate=st.just("merger"),
        target=NAMES,
        phase=st.sampled_from(["begins", "holds", "ends"]),
        stance=st.sampled_from(["asserted", "denied", "alleged"]),
        when=st.sampled_from([None, day("2014-01"), day("2014-01-15")]),
        result=st.sampled_from([None, DAWN, HILL, "the rebels"]),
    ),
)
TOLD = st.builds(
    lambda month, said, publisher, known: report(
        f"2014-{month:02}-10", *said, publisher=publisher, known=known, country="SY"
    ),
    st.integers(1, 12),
    st.lists(SAID, min_size=1, max_size=3),
    st.sampled_from([None, "Wire", "Post"]),
    st.booleans(),
)
# Who comes after a report: nobody, a copy of it, another reading of it.
ADDED = st.tuples(TOLD, st.sampled_from(["alone", "copied", "reread"]))
Deed = Callable[[Desk, str, Random], object]
DECIDED: tuple[Deed, ...] = (
    lambda by, claim, _: by.accept(claim),
    lambda by, claim, _: by.reject(claim),
    lambda by, claim, _: by.correct(claim, Correction(stance="denied")),
    lambda by, claim, _: by.correct(claim, Correction(swapped=True)),
    lambda by, claim, _: by.correct(claim, Correction(when=day("2015"))),
    lambda by, claim, _: by.correct(claim, Correction(predicate="rivalry", phase="holds")),
    lambda by, *_: by.undo(),
    lambda by, _, chance: by.same(*chance.sample([DAWN, FRONT, GUARDS, HILL], 2)),
    lambda by, _, chance: by.different(*chance.sample([DAWN, FRONT, GUARDS, HILL], 2)),
)
STEPS = st.lists(st.one_of(ADDED, st.sampled_from(DECIDED)), min_size=2, max_size=7)


def test_folding_everything_leaves_every_index_as_it_was() -> None:
    store = in_memory()
    keep(store, report("2014-01-10", Said(DAWN, "rivalry", FRONT)))
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"
    there = rows(store, asked)
    survey(store, load())
    assert rows(store, asked) == there
    assert any(name == "ix_atlas_claim_unit" for name, _ in there)


def test_claims_that_stand_in_two_articles_are_counted_however_they_came(
    only_what_changed: None,
) -> None:
    told = report("2014-02-03", Said(DAWN, "rivalry", FRONT), Said(DAWN, "split", FRONT))
    assert told.article is not None
    again = [
        replace(told, article=replace(told.article, id=f"article-{number}")) for number in (1, 2)
    ]
    store = in_memory()
    many: list[int] = []
    for bundle, how in (
        (told, "alone"),
        (again[0], "alone"),
        (again[1], "alone"),
        (again[1], "reread"),
    ):
        _add(store, bundle, how)
        survey(store, load())
        many += rows(store, "SELECT twins FROM atlas_head")[0]
    assert many == [0, 2, 4, 3]
    check(store)


def _add(store: Store, bundle: Bundle, how: str) -> None:
    keep(store, bundle)
    assert bundle.article is not None
    if how == "copied":
        copy = replace(bundle.article, id=f"{bundle.article.id}-copy", reprint_of=bundle.article.id)
        keep(store, replace(bundle, article=replace(copy, publisher="Third")))
    elif how == "reread":
        fewer = replace(bundle.found, claims=bundle.found.claims[1:])
        keep(store, replace(bundle, found=fewer), run=replace(RUN, id="run-2"))


# Every example makes stores and asks all there is, so a failure is shown as found: making it smaller takes minutes.
@settings(max_examples=30, deadline=None, phases=(Stage.explicit, Stage.reuse, Stage.generate))
@given(STEPS, st.randoms(use_true_random=False))
def test_whatever_happens_the_atlas_is_as_a_fresh_fold(
    only_what_changed: None, steps: list[object], chance: Random
) -> None:
    store = in_memory()
    by = desk(store)
    claims: list[str] = []
    for step in steps:
        if isinstance(step, tuple):
            _add(store, *step)
            claims += [one.id for one in step[0].found.claims]
        elif claims:
            try:
                step(by, chance.choice(claims), chance)  # type: ignore[operator]
            except AllegianceError:
                continue
        survey(store, load())
    check(store)


@pytest.fixture(scope="module")
def only_what_changed() -> Iterator[None]:
    """However much has changed, only that is folded: stores of tests are small."""
    patch = pytest.MonkeyPatch()
    patch.setattr("allegiance.query.survey.MOST", 1.0)
    yield
    patch.undo()


def test_what_is_up_to_date_is_not_touched() -> None:
    store = in_memory()
    keep(store, report("2014-02-03", Said(DAWN, "rivalry", FRONT)))
    survey(store, load())
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE atlas_actor SET name = 'Nobody'")
    survey(store, load())
    assert {row[0] for row in rows(store, "SELECT name FROM atlas_actor")} == {"Nobody"}


def test_other_rules_make_another_atlas(monkeypatch: pytest.MonkeyPatch) -> None:
    store = in_memory()
    keep(store, report("2014-02-03", Said(DAWN, "rivalry", FRONT)))
    survey(store, load())
    monkeypatch.setattr("allegiance.query.survey.FORM", "another")
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE atlas_actor SET name = 'Nobody'")
    survey(store, load())
    assert {row[0] for row in rows(store, "SELECT name FROM atlas_actor")} == {DAWN, FRONT}


def test_a_store_that_may_only_be_read_answers_all_the_same(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.db")
    keep(store, report("2014-02-03", Said(DAWN, "rivalry", FRONT)))
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        assert len(Session(store).network("2014-02-03").relations) == 1
    store.close()


def test_a_page_of_claims_is_read_without_drawing_all(monkeypatch: pytest.MonkeyPatch) -> None:
    store = in_memory()
    keep(store, report("2014-02-03", Said(DAWN, "rivalry", FRONT), Said(FRONT, "assault", DAWN)))
    monkeypatch.setattr(Session, "_drawing", pytest.fail)
    view = Session(store).through(EVERYTHING)
    assert [one.predicate for one in view.claims(order="predicate").rows] == ["assault", "rivalry"]
    assert [one.count for one in view.claim_facets().actor] == [2, 2]


def test_the_tables_have_the_columns_that_are_written() -> None:
    store = in_memory()
    for table, columns in COLUMNS.items():
        found = [row[1] for row in rows(store, f"PRAGMA table_info(atlas_{table})")]
        assert found == [name.strip('" ') for name in columns.split(",")]
