"""The measure of speed: its stores are what it says, its questions are answered, and its command draws what it found."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from allegiance import session
from allegiance.lexicon.lexicon import load
from allegiance.query.atlas import Atlas
from allegiance.query.chart import EVERYTHING, Asked
from allegiance.query.survey import survey
from allegiance.records.claim import Claim
from allegiance.store.atlas import rows
from allegiance.store.ledgers import accounts
from allegiance.store.store import Store, in_memory
from benchmarks.speed.__main__ import main
from benchmarks.speed.asking import ON, questions
from benchmarks.speed.making import add, make
from benchmarks.speed.reports import reports

CLAIMS = 2000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("speed") / "a.db"
    make(path, CLAIMS)
    return path


def test_a_seed_gives_the_same_reports_and_another_seed_others() -> None:
    assert list(reports(200, 1)) == list(reports(200, 1))
    assert list(reports(200, 1)) != list(reports(200, 2))


def test_every_claim_has_its_words_in_the_text() -> None:
    for bundle in reports(500, 0):
        assert bundle.article is not None
        text = bundle.article.text
        names = {one.id: one.name for one in bundle.found.referents}
        for claim in bundle.found.claims:
            (evidence,) = claim.evidence
            assert claim.predicate in evidence.span.of(text)
            for role in claim.roles:
                assert evidence.span.start <= role.span.start < role.span.end <= evidence.span.end
                assert role.actor is None or role.span.of(text) == names[role.actor]


def test_reports_are_of_all_that_a_map_knows() -> None:
    told = list(reports(CLAIMS, 0))
    claims: list[Claim] = [claim for one in told for claim in one.found.claims]
    assert len(claims) == CLAIMS
    assert len({claim.id for claim in claims}) == CLAIMS
    assert {claim.kind for claim in claims} == {"relation", "event"}
    assert {"asserted", "denied", "alleged"} <= {claim.stance for claim in claims}
    assert {"begins", "holds", "ends"} <= {claim.phase for claim in claims}
    assert any(claim.toll for claim in claims)
    assert any(claim.where for claim in claims)
    assert any(claim.statement for claim in claims)
    assert any(one.article and one.article.reprint_of for one in told)
    degrees = Counter(
        one.knowledge_id or one.name for bundle in told for one in bundle.found.referents
    )
    assert degrees.most_common(1)[0][1] > 20 * sorted(degrees.values())[len(degrees) // 2]


def test_every_question_has_an_answer(store: Path) -> None:
    with session.open(store, create=False) as asked:
        network = asked.network(ON)
        assert len(network.relations) > 10
        name = network.actors[0].id
        for turns in questions(name, name).values():
            assert turns(0)(asked) is not None
        assert asked.conflicts()


def steps(store: Store, ask: Callable[[], object]) -> int:
    """How much SQLite has to do until something is answered."""
    work = [0]

    def count() -> int:
        work[0] += 1
        return 0

    with store.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.set_progress_handler(count, 100)
        assert ask()
        driver.set_progress_handler(None, 100)
    return work[0]


def test_some_claims_are_not_sought_for_longer_than_all() -> None:
    store = in_memory()
    for bundle in reports(CLAIMS, 0):
        add(store, bundle)

    def claims(**wanted: Sequence[str]) -> int:
        return steps(store, lambda: accounts(store, date.max, **wanted))

    every = claims()
    assert claims(predicates=["control", "succession"]) < every / 5
    assert claims(referents=rows(store, 'SELECT "key" FROM referent LIMIT 1')[0]) < every / 10


def test_what_is_told_of_one_actor_is_not_sought_among_all() -> None:
    store = in_memory()
    for bundle in reports(CLAIMS, 0):
        add(store, bundle)
    survey(store, load())
    ((actor,),) = rows(store, "SELECT source FROM atlas_state ORDER BY source LIMIT 1")

    def states(asked: Asked) -> int:
        atlas = Atlas(store, load().ontology)
        return steps(store, lambda: [*atlas.states(asked, alleged=False), "or none"])

    every = states(EVERYTHING)
    assert states(Asked(actor)) < every / 5
    kinds = frozenset(kind.predicate for kind in load().ontology.relations)
    assert states(Asked(actor, kinds)) < every / 5


def test_the_command_tells_how_long_questions_take(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, picture = tmp_path / "figures.json", tmp_path / "speed.svg"
    call = ["ask", str(store), "--question", "search", "--json", str(figures)]
    assert main(call) == 0
    assert "| search |" in capsys.readouterr().out
    kept = json.loads(figures.read_text())
    assert kept.keys() == {str(CLAIMS)}
    figures.write_text(json.dumps(kept | {"20000": kept[str(CLAIMS)]}))
    assert main(["plot", str(figures), str(picture)]) == 0
    words = "".join(ElementTree.parse(picture).getroot().itertext())
    assert "search" in words
    assert "n log n" in words


def test_a_store_that_is_there_is_not_overwritten(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.read_bytes()
    assert main(["make", "100", str(store)]) == 2
    assert "there already" in capsys.readouterr().err
    assert store.read_bytes() == before
