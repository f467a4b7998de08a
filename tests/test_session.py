"""The Python API from end to end: a report goes in, the map comes out; and what happens when something is wrong."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import allegiance
from allegiance.errors import AmbiguousName, NameProblem, UnknownName, UsageError
from allegiance.session import Session
from allegiance.store.store import in_memory
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"


@pytest.fixture
def told() -> Session:
    """A store with some years of a war."""
    store = in_memory()
    keep(
        store,
        report(
            "2013-05-01",
            Said(DAWN, "affiliate", FRONT),
            Said("Adan Tor", "leadership", DAWN, when=day("2012")),
            publisher="Wire",
            title="A new brigade",
            kinds={"Adan Tor": "person"},
        ),
        report(
            "2014-02-03",
            Said(DAWN, "split", FRONT, "begins", when=day("2014-02-01")),
            Said(DAWN, "control", phase="begins", place="Essara", when=day("2014-01")),
            Said(GUARDS, "rivalry", DAWN, speaker=GUARDS),
            Said(DAWN, "assault", GUARDS, when=day("2014-02-02")),
            publisher="Post",
            title="The brigade leaves",
        ),
    )
    return Session(store)


def test_importing_is_instant_and_loads_no_model() -> None:
    code = "import sys, allegiance; print([m for m in ('spacy', 'sqlalchemy') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_by_default_the_map_is_that_of_the_last_report(told: Session) -> None:
    found = told.network()
    assert (found.on, found.known_by) == (date(2014, 2, 3), date(2014, 2, 3))
    assert {one.predicate for one in found.relations} == {
        "control",
        "leadership",
        "rivalry",
        "split",
    }


def test_a_map_of_an_earlier_day_may_use_later_reports_or_not(told: Session) -> None:
    assert "control" in {one.predicate for one in told.network("2014-01-31").relations}
    assert "control" not in {
        one.predicate for one in told.network("2014-01-31", known_by="2014-01-31").relations
    }


@pytest.mark.parametrize("on", ["yesterday", "2014-02-30", "2014"])
def test_a_day_that_is_none_is_refused(told: Session, on: str) -> None:
    with pytest.raises(UsageError, match="no day"):
        told.network(on)


def test_a_kind_that_is_none_is_refused_with_those_there_are(told: Session) -> None:
    with pytest.raises(UsageError, match=r"friendship.*alliance"):
        told.network(kinds=["friendship"])


def test_a_profile_has_a_fixed_order_and_cites_every_line(told: Session) -> None:
    found = told.profile("the dawn brigade")
    assert [(one.section, one.what, one.other) for one in found.lines] == [
        ("leaders", "led by", "Adan Tor"),
        ("above", "affiliate of", FRONT),
        ("rivals", "rival of", GUARDS),
        ("places", "holds", "Essara"),
        ("changes", "split from", FRONT),
        ("events", "assault on", GUARDS),
    ]
    assert all(one.claim_id and one.report.publisher for one in found.lines)
    assert [one.other for one in found.of("above")] == [FRONT]
    assert found.lines[1].until == day("2014-02-01")


def test_the_other_side_of_a_relation_is_told_from_its_side(told: Session) -> None:
    found = told.profile(FRONT)
    assert [(one.section, one.what, one.other) for one in found.lines] == [
        ("below", "has as affiliate", DAWN),
        ("changes", "lost by a split", DAWN),
    ]


def test_a_history_is_of_everybody_or_of_one_by_any_of_its_names(told: Session) -> None:
    assert len(told.history().intervals) > len(told.history("Adan Tor").intervals) == 1
    own = told.history(DAWN.upper(), since="2014-02-02", until=date(2014, 2, 2))
    assert {one.relation.predicate for one in own.intervals} == {"control", "leadership", "rivalry"}
    assert (own.about, own.known_by) == ("actor-dawn-brigade", date(2014, 2, 3))


def test_changes_are_of_the_world_or_of_what_was_known(told: Session) -> None:
    world = told.changes("2014-01-01", "2014-02-28", actor=DAWN, kinds=["split", "affiliate"])
    assert [one.what for one in world.changes] == ["split", "ended"]
    knowledge = told.changes(known_from="2013-12-31", kinds=["affiliate"])
    assert [one.what for one in knowledge.changes] == ["redated"]
    assert knowledge.known_by == date(2014, 2, 3)
    # What is drawn for a comparison is not what later questions are answered from.
    assert "control" in {one.predicate for one in told.network("2014-01-31").relations}


@pytest.mark.parametrize(
    ("words", "told_why"),
    [
        ({"since": "2014-02-01", "until": "2014-01-31"}, "2014-02-01 comes after 2014-01-31"),
        ({"known_from": "2014-02-01", "known_by": "2014-01-31"}, "comes after"),
        ({"since": "spring"}, "spring"),
        ({"kinds": ["friendship"]}, "friendship.*alliance"),
    ],
)
def test_changes_of_what_cannot_be_are_refused(
    told: Session, words: dict[str, Any], told_why: str
) -> None:
    with pytest.raises(UsageError, match=told_why):
        told.changes(**words)


def test_a_profile_known_by_a_day_knows_nothing_later(told: Session) -> None:
    found = told.profile(DAWN, known_by="2013-12-31")
    assert [one.section for one in found.lines] == ["leaders", "above"]
    assert found.lines[1].until is None


def test_an_unknown_name_suggests_near_ones(told: Session) -> None:
    with pytest.raises(UnknownName, match=DAWN) as caught:
        told.profile("Dwan Brigad")
    assert caught.value.candidates[0] == DAWN


def test_an_ambiguous_name_lists_those_to_choose_from_and_their_ids_work() -> None:
    store = in_memory()
    first = report("2014-01-01", Said("Hawks", "rivalry", FRONT), known=False, country="ML")
    other = report("2014-01-02", Said("Hawks", "rivalry", FRONT), known=False, country="PH")
    keep(store, first, other)
    with pytest.raises(AmbiguousName) as caught:
        Session(store).profile("hawks")
    assert len(caught.value.candidates) == 2
    chosen = caught.value.candidates[0].split()[0]
    assert Session(store).profile(chosen).actor.name == "Hawks"


def test_why_shows_the_sentence_with_the_words_lit_and_who_says_it(told: Session) -> None:
    (rivalry,) = told.network(kinds=["rivalry"]).relations
    found = told.why(rivalry.claim_ids[-1][:12])
    lit = {light.what: light.span.of(found.sentence) for light in found.lights}
    assert found.sentence == f"{GUARDS} says that {GUARDS} rivalry {DAWN}."
    assert (lit["source"], lit["target"], lit["cue"]) == (GUARDS, DAWN, "says that")
    assert found.saying is not None
    assert found.saying.speaker == GUARDS
    assert found.report.title == "The brigade leaves"
    assert [one.actor.name for one in found.parties if one.actor] == [GUARDS, DAWN]
    assert found.definition.startswith("Two bodies fight")
    assert found.current


@pytest.mark.parametrize("claim_id", ["claim-zzz", "zzz", "claim-"])
def test_an_id_that_leads_to_no_claim_or_to_several_is_told(told: Session, claim_id: str) -> None:
    with pytest.raises(NameProblem, match="begin"):
        told.why(claim_id)


def test_search_finds_articles_and_claims(told: Session) -> None:
    assert {hit.kind for hit in told.search('"northern front"')} == {"article", "claim"}
    assert len(told.search("brigade", limit=1)) == 1


def write(folder: Path, count: int = 3) -> Path:
    """Some reports, each a file of JSON lines with one article."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.jsonl").write_text(
            f'{{"id": "{number}", "published": "2014-02-03", "publisher": "Wire", "text": '
            f'"Al Qaeda attacked Hezbollah in Beirut on Monday, witnesses said. It was attack {number} of the year."}}\n',
            encoding="utf-8",
        )
    return folder


def test_a_report_goes_in_and_the_map_comes_out(tmp_path: Path) -> None:
    folder = write(tmp_path / "in")
    (folder / "empty.txt").touch()
    done: list[int] = []
    with allegiance.open(tmp_path / "a.db") as store:
        first = store.add(folder, progress=lambda count, _: done.append(count))
        assert (first.new, first.known, len(first.failures)) == (3, 0, 1)
        assert first.claims > 0
        assert first.actors >= 2
        assert done == [1, 2, 3, 4]
        again = store.add(folder)
        assert (again.new, again.known, again.claims, again.actors) == (0, 3, 0, 0)
        found = store.network(on="2014-02-10")
        assert [one.predicate for one in found.relations] == ["rivalry"]
        assert store.profile("al-Qaida").reports == 3
        assert store.why(found.relations[0].claim_ids[0]).rules[0].file is not None


def test_several_workers_add_what_one_does(tmp_path: Path) -> None:
    folder = write(tmp_path / "in")
    with allegiance.open(":memory:") as alone, allegiance.open(":memory:") as together:
        assert alone.add(folder) == together.add(folder, workers=2)
        assert alone.network() == together.network()


def test_an_article_from_another_file_is_known(tmp_path: Path) -> None:
    first, second = write(tmp_path / "in"), write(tmp_path / "copy")
    with allegiance.open(":memory:") as store:
        assert store.add(first).new == 3
        assert store.add(second).known == 3


def test_a_reprint_is_linked_and_is_no_second_witness(tmp_path: Path) -> None:
    text = (
        "Al Qaeda attacked Hezbollah in Beirut on Monday, officials said. The attack began at dawn near the harbour. "
        "Residents of the district heard gunfire for hours, and schools stayed closed for the whole of the day."
    )
    for publisher, title in (("Wire", "Attack"), ("Paper", "Attack in Beirut")):
        row = {"text": text, "published": "2014-02-03", "publisher": publisher, "title": title}
        (tmp_path / f"{publisher}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with allegiance.open(":memory:") as store:
        assert store.add(tmp_path).reprints == 1
        (rivalry,) = store.network(kinds=["rivalry"]).relations
        assert (rivalry.reports, rivalry.witnesses) == (2, 1)


def test_a_publication_day_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with allegiance.open(":memory:") as store, pytest.raises(UsageError, match="no day"):
        store.add(write(tmp_path / "in"), published="soon")


ADD = (
    "import sys, allegiance\n"
    "with allegiance.open(sys.argv[1]) as store:\n"
    "    print(store.add(sys.argv[2], progress=lambda done, _: print('done', done, flush=True)).new)\n"
)


def adding(store: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADD, str(store), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def half_written(path: Path) -> list[tuple[object, ...]]:
    """Articles that lack a reading, and readings whose claims lack evidence."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return connection.execute(
            "SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM reading)"
            " UNION ALL SELECT id FROM reading WHERE id NOT IN (SELECT reading_id FROM claim)"
            " UNION ALL SELECT id FROM claim WHERE id NOT IN (SELECT claim_id FROM evidence)"
        ).fetchall()


def test_stopping_in_the_middle_leaves_whole_articles(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.db", write(tmp_path / "in", 400)
    process = adding(path, folder)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("done")
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert "KeyboardInterrupt" in complaint
    assert half_written(path) == []
    with allegiance.open(path) as store:
        summary = store.add(write(tmp_path / "in", 400))
    assert summary.known > 0
    assert summary.new > 0
    assert summary.new + summary.known == 400


def test_two_may_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    both = [adding(path, write(tmp_path / name, 40)) for name in ("one", "two")]
    new = 0
    for process in both:
        told, complaint = process.communicate(timeout=120)
        assert process.returncode == 0, complaint
        new += int(told.split()[-1])
    assert new == 40
    assert half_written(path) == []
