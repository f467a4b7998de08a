"""One contract over every kind of store: what is added is kept, once, and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from allegiance.records.bundle import Failure, Found
from allegiance.records.decision import Choice
from allegiance.records.signature import Signature
from allegiance.records.span import Span
from allegiance.records.statement import Via
from allegiance.records.when import DatePhrase
from allegiance.store import schema
from allegiance.store.decisions import decide
from allegiance.store.editions import last_known
from allegiance.store.fulltext import search
from allegiance.store.in_full import claim_in_store
from allegiance.store.ledgers import accounts
from allegiance.store.lookups import claims_beginning
from allegiance.store.store import Store, in_memory, open_store
from tests.telling import RUN, TODAY, Said, day, keep, report

LATE = date(2030, 1, 1)
DAWN, FRONT = "Dawn Brigade", "Northern Front"
TOLD = report(
    "2014-02-03",
    Said(DAWN, "affiliate", FRONT, speaker="River Guards"),
    Said(FRONT, "assault", DAWN, place="Essara", plover="ASSAULT/aerial"),
    publisher="Wire",
    title="Brigade under the Front",
)

NOON = datetime(2020, 1, 1, 12, tzinfo=UTC)
ONE = Choice("same", "actor-dawn-brigade", "actor-northern-front", "they are one")
LOSS = Failure(TOLD.source.id, "read", "a.txt: it is empty")
VIA = Via("Post", "quotation", Span(0, 4))
FULL = replace(
    TOLD,
    found=replace(
        TOLD.found,
        dates=(DatePhrase(Span(0, 4), day("2014-02")),),
        statements=tuple(replace(one, via=(VIA,)) for one in TOLD.found.statements),
    ),
)


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "a.db") if request.param == "file" else in_memory()
    yield made
    made.close()


def rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in schema.METADATA.tables.items()
        }


def test_a_claim_comes_back_as_it_went_in(store: Store) -> None:
    keep(store, TOLD)
    assert TOLD.article is not None
    for claim in TOLD.found.claims:
        kept = claim_in_store(store, claim.id)
        assert kept.claim == claim
        assert kept.text == TOLD.article.text
        assert kept.run == RUN
        assert kept.current


def test_a_statement_comes_back_with_whoever_passed_it_on(store: Store) -> None:
    keep(store, FULL)
    told = claim_in_store(store, FULL.found.claims[0].id)
    assert told.statement == FULL.found.statements[0]


def test_adding_twice_adds_nothing(store: Store) -> None:
    assert [one.news for one in keep(store, TOLD)] == ["new"]
    once = rows(store)
    assert [one.news for one in keep(store, TOLD)] == ["known"]
    assert rows(store) == once


def test_another_run_reads_anew_and_the_old_reading_stays(store: Store) -> None:
    keep(store, TOLD)
    fewer = replace(TOLD, found=replace(TOLD.found, claims=TOLD.found.claims[1:]))
    later = replace(RUN, id="run-2", code_version="0.2.0")
    assert [one.news for one in keep(store, fewer, run=later)] == ["reread"]
    assert [one.claim_id for one in accounts(store, LATE)] == [TOLD.found.claims[1].id]
    assert not claim_in_store(store, TOLD.found.claims[0].id).current
    assert rows(store)["article"] == 1


def test_a_loss_is_kept_with_its_reason_once(store: Store) -> None:
    lost = replace(TOLD, article=None, found=Found(), failures=(LOSS,))
    for _ in range(2):
        assert store.add(lost, RUN, today=TODAY).news == "failed"
    assert (rows(store)["failure"], rows(store)["article"]) == (1, 0)


@pytest.mark.parametrize("table", sorted(schema.METADATA.tables))
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
def test_the_ledgers_are_append_only(store: Store, table: str, change: str) -> None:
    keep(store, FULL)
    store.add(replace(TOLD, article=None, failures=(LOSS,)), RUN, today=TODAY)
    second = report("2014-02-05", Said(DAWN, "rivalry", FRONT))
    store.add(second, RUN, today=TODAY, signature=Signature("0" * 1024))
    decide(store, ONE, by="Mara", because="", now=NOON)
    assert rows(store)[table] > 0
    with pytest.raises(IntegrityError, match="append-only"), store.reading() as connection:
        connection.execute(text(change.format(table)))


def test_what_fails_in_the_middle_leaves_nothing(store: Store) -> None:
    keep(store, TOLD)
    before = rows(store)
    other = report("2014-02-04", Said(DAWN, "rivalry", FRONT))
    (claim,) = other.found.claims
    stranger = replace(claim.roles[0], actor="a99")
    broken = replace(other.found, claims=(replace(claim, roles=(stranger,)),))
    with pytest.raises(IntegrityError):
        keep(store, replace(other, found=broken))
    assert rows(store) == before


def test_only_claims_of_known_reports_and_asked_parties_are_fetched(store: Store) -> None:
    later = report("2014-05-01", Said("Hill Guards", "rivalry", FRONT))
    keep(store, TOLD, later)
    assert len(accounts(store, LATE)) == 3
    assert len(accounts(store, date(2014, 4, 30))) == 2
    assert [one.predicate for one in accounts(store, LATE, predicates=["rivalry"])] == ["rivalry"]
    (key,) = {one.source for one in accounts(store, LATE, predicates=["rivalry"])}
    assert [one.predicate for one in accounts(store, LATE, referents=[key or ""])] == ["rivalry"]


def test_the_last_report_is_the_last_one_with_a_day(store: Store) -> None:
    assert last_known(store, LATE) is None
    keep(store, report(None, Said(DAWN, "rivalry", FRONT)))
    assert last_known(store, LATE) == TODAY
    keep(store, TOLD)
    assert last_known(store, LATE) == date(2014, 2, 3)


def test_an_account_has_place_speaker_and_publisher(store: Store) -> None:
    keep(store, TOLD)
    by_predicate = {one.predicate: one for one in accounts(store, LATE)}
    assert by_predicate["assault"].place == ("name:essara", "Essara", "SY", 36.2, 37.1)
    assert by_predicate["assault"].plover == "ASSAULT/aerial"
    assert by_predicate["affiliate"].speaker is not None
    assert by_predicate["affiliate"].publisher == "Wire"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("brigade", {"article", "claim"}),
        ("BRIGADE essara", {"article", "claim"}),
        ("brigade nowhere", set()),
        ('"dawn brigade"', {"article", "claim"}),
        ('"brigade dawn"', set()),
        ("", set()),
        ("* AND (", set()),
        ("NEAR(dawn", set()),
        ("title:brigade", set()),
        ('dawn" OR 1', set()),
        ("'; DROP TABLE claim; --", set()),
    ],
)
def test_words_are_found_and_are_never_a_command(store: Store, words: str, found: set[str]) -> None:
    keep(store, TOLD)
    assert {hit.kind for hit in search(store, words, limit=10)} == found


def test_a_hit_shows_the_words_lit(store: Store) -> None:
    keep(store, TOLD)
    for hit in search(store, "essara", limit=10):
        assert [span.of(hit.snippet) for span in hit.lights] == ["Essara"]


def test_the_beginning_of_an_id_finds_the_claim(store: Store) -> None:
    keep(store, TOLD)
    claim = TOLD.found.claims[0].id
    assert claim in claims_beginning(store, claim[:12])
    assert claims_beginning(store, "claim-%") == ()


def test_every_view_can_be_read(store: Store) -> None:
    keep(store, TOLD)
    decide(store, ONE, by="Mara", because="", now=NOON)
    wanted = text("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
    with store.reading() as connection:
        views = connection.execute(wanted).scalars().all()
        found = {view: connection.execute(text(f"SELECT * FROM {view}")).all() for view in views}
    assert {view for view, rows in found.items() if not rows} == {"v_failures"}
    assert len(found["v_claims"]) == 2
