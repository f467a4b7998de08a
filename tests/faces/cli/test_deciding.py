"""`same`, `different`, `undo`, `candidates`, `review`, `decisions` and `agreement` as their users type them."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from allegiance.store.store import open_store
from tests.faces.cli.conftest import Ran, call, environment
from tests.telling import Said, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River \x1b[2JGuards"
TOLD = (
    report("2014-01-01", Said(DAWN, "alliance", FRONT, confidence=0.5), publisher="Wire"),
    report("2014-01-02", Said(DAWN, "affiliate", GUARDS, confidence=0.6), publisher="Post"),
    report("2014-01-03", Said(FRONT, "rivalry", GUARDS, confidence=0.8), publisher="Sun"),
)
CLAIMS = [bundle.found.claims[0].id for bundle in TOLD]


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of three reports, and a person who is logged in."""
    monkeypatch.setenv("ALLEGIANCE_REVIEWER", "Mara")
    monkeypatch.setenv("ALLEGIANCE_DB", str(tmp_path / "a.db"))
    store = open_store(tmp_path / "a.db")
    keep(store, *TOLD)
    store.close()
    return tmp_path / "a.db"


def said(*words: str | Path, given: bytes = b"") -> str:
    ran = call(*words, given=given)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"\x1b" not in ran.stdout
    return ran.stdout.decode()


def failed(*words: str, given: bytes = b"") -> Ran:
    ran = call(*words, given=given)
    assert ran.returncode != 0
    assert b"Traceback" not in ran.stderr
    return ran


def test_two_are_judged_one_and_two_again(db: Path) -> None:
    before = said("network", "--format", "json")
    told = said("same", DAWN, FRONT, "--why", "one charter")
    assert told.startswith("Dawn Brigade is the same as Northern Front (Mara, ")
    assert said("network", "--format", "json") != before
    undo = told.splitlines()[-1].removeprefix("Take it back: allegiance ").split()
    assert said(*undo).startswith("undone: Dawn Brigade is the same as")
    assert said("network", "--format", "json") == before
    assert "one charter" in said("decisions")


def test_nothing_to_judge_is_said_and_adds_nothing(db: Path) -> None:
    said("same", DAWN, FRONT)
    assert "one already; nothing was added" in said("same", DAWN, FRONT)
    assert len(said("decisions").splitlines()) == 1


def test_a_contradiction_is_told_with_what_to_undo(db: Path) -> None:
    said("same", DAWN, FRONT)
    said("different", FRONT, GUARDS)
    ran = failed("same", DAWN, GUARDS)
    assert ran.returncode == 2
    assert b"earlier decisions leave no room for it" in ran.stderr
    assert b"allegiance undo ID" in ran.stderr


def test_a_decision_that_is_not_there_cannot_be_undone(db: Path) -> None:
    ran = failed("undo", "ffff")
    assert (ran.returncode, b"no decision" in ran.stderr) == (1, True)


def test_who_decides_is_an_option_before_the_variable_before_the_login(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "(Timo, " in said("same", DAWN, FRONT, "--by", "Timo")
    assert "(Mara, " in said("undo", "--by", "Mara", _last())
    monkeypatch.delenv("ALLEGIANCE_REVIEWER")
    monkeypatch.delenv("GIT_AUTHOR_NAME", raising=False)
    monkeypatch.setenv("LOGNAME", "ines")
    assert "(ines, " in said("same", DAWN, FRONT)


def _last() -> str:
    return said("decisions").splitlines()[-1].split()[0]


def test_keys_from_a_pipe_decide_and_each_shows_the_sentence_with_its_roles(db: Path) -> None:
    shown = said("review", given=b"a\nr\ns\n")
    assert "1 of 3  claim" in shown
    assert "[source: Dawn Brigade] alliance [target: Northern Front]." in shown
    assert "2 decisions: 1 accepted, 1 rejected, 1 skipped." in shown
    assert [one["decision"]["choice"]["left"] for one in _decisions()] == CLAIMS[:2]
    network = json.loads(said("network", "--format", "json"))
    assert {one["predicate"] for one in network["relations"]} == {"alliance", "rivalry"}
    assert "1 relation" in said("network", "--reviewed-only")


def _decisions() -> list[dict[str, dict[str, dict[str, str]]]]:
    found: list[dict[str, dict[str, dict[str, str]]]] = json.loads(
        said("decisions", "--format", "json")
    )
    return found


def test_a_claim_is_corrected_field_by_field(db: Path) -> None:
    keys = b"c p merger\n h beg\n t alleg\n w d 2013-05\n k q"
    shown = said("review", given=keys)
    assert "now: merger, begins, alleged, source and target swapped, 2013-05" in shown
    told = said("why", CLAIMS[0])
    assert "merger begins, alleged" in told
    assert "as read     alliance holds, asserted (confidence 0.50)" in told
    assert (
        "corrected to merger, begins, alleged, source and target swapped, 2013-05 by Mara" in told
    )
    assert "[target: Dawn Brigade] alliance [source: Northern Front]." in told


def test_accepting_what_somebody_corrected_keeps_the_correction(db: Path) -> None:
    said("review", CLAIMS[0], given=b"c p merger\n k")
    before = said("network", "--format", "json")
    shown = said("review", CLAIMS[0], "--by", "Timo", given=b"a")
    assert "merger holds, asserted" in shown
    assert "reviewed    corrected to merger by Mara" in shown
    assert said("network", "--format", "json") == before
    assert "alliance holds" in said("review", "--second", "--by", "Ines", given=b"q")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (b"z q", "no key 'z'"),
        (b"u q", "nothing to undo here"),
        (b"c p friend\n x q", "'friend' is not one predicate"),
        (b"c p s\n x q", "'s' is not one predicate"),
        (b"c d soon\n x q", "'soon' is no day"),
        (b"c k x q", "nothing is corrected"),
        (b"c p split\n k x q", "split has no phase 'holds'"),
        (b"c z x q", "no key 'z'"),
        (b"c", "0 decisions."),
    ],
)
def test_what_a_key_cannot_do_is_told_and_the_claim_stays(db: Path, keys: bytes, told: str) -> None:
    shown = said("review", given=keys)
    assert told in shown
    assert "0 decisions." in shown
    assert failed("decisions").returncode == 1


def test_undo_goes_back_to_the_claim_before(db: Path) -> None:
    before = said("network", "--format", "json")
    shown = said("review", given=b"ruuq")
    assert shown.count("1 of 3") == 2
    assert "undone: rejected: Dawn Brigade alliance holds Northern Front, asserted" in shown
    assert said("network", "--format", "json") == before


def test_without_keys_it_says_how_to_give_some(db: Path) -> None:
    ran = failed("review")
    assert (ran.returncode, b"echo aars | allegiance review" in ran.stderr) == (2, True)


def test_named_claims_alone_are_reviewed(db: Path) -> None:
    shown = said("review", CLAIMS[2][:14], "--why", "checked", given=b"a")
    assert "1 of 1" in shown
    assert "accepted by Mara" in said("why", CLAIMS[2])
    assert failed("review", "ffff", given=b"a").returncode == 1


def test_filters_that_leave_nothing_are_told(db: Path) -> None:
    assert failed("review", "--kind", "truce", given=b"a").returncode == 1
    assert b"alliance" in failed("review", "--kind", "friendship", given=b"a").stderr


def test_a_second_reviewer_decides_blind_and_their_agreement_is_told(db: Path) -> None:
    assert failed("agreement").returncode == 1
    said("review", given=b"aar")
    shown = said("review", "--second", "--by", "Timo", given=b"aaa")
    assert "reviewed" not in shown
    told = said("agreement")
    assert "Krippendorff's alpha 0.000" in told
    assert "3 claims decided by two or more of Mara, Timo; on 2 all agree" in told
    assert "rejected by Mara" in told
    found = json.loads(said("agreement", "--format", "json"))
    assert (found["claims"], found["agreed"]) == (3, 2)


def test_decisions_go_out_and_come_in_once(db: Path, tmp_path: Path) -> None:
    said("review", given=b"arq")
    lines = said("decisions", "export")
    other = tmp_path / "other.db"
    store = open_store(other)
    keep(store, TOLD[1])
    store.close()
    told = said("decisions", "import", "-", "--db", other, given=lines.encode())
    assert "2 new decisions, 0 known" in told
    assert "1 new decision about nothing that is read here (kept):" in told
    assert "0 new decisions, 2 known" in said("decisions", "import", db, "--db", other)
    assert said("decisions", "export", "--db", other) == lines


def test_bad_lines_are_told_by_number_and_the_rest_is_taken(db: Path) -> None:
    said("review", given=b"aq")
    lines = said("decisions", "export").encode()
    ran = failed("decisions", "import", "-", given=b"{}\n" + lines)
    assert ran.returncode == 3
    assert b"line 1: schema is None" in ran.stderr
    assert b"0 new decisions, 1 known" in ran.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("decisions", "import"), "import what?"),
        (("decisions", "export", "mine.jsonl"), "> FILE"),
        (("decisions", "burn"), "burn"),
        (("decisions", "import", "nowhere.jsonl"), "cannot be read"),
        (("decisions", "--format", "xml"), "table, json"),
        (("candidates", "--format", "xml"), "table, json"),
        (("agreement", "--format", "xml"), "table, json"),
        (("network", "--min-confidence", "2"), "2"),
        (("same", DAWN, FRONT, "--by", " "), "needs the name"),
        (("different", DAWN, "dawn brigade"), "3f2a9c01:source"),
    ],
)
def test_a_call_that_cannot_be_used_is_told_in_one_message(
    db: Path, words: tuple[str, ...], told: str
) -> None:
    ran = failed(*words)
    assert ran.returncode == 2
    assert told in ran.stderr.decode()
    assert ran.stdout == b""


def test_candidates_come_with_their_reasons_and_what_to_type(tmp_path: Path, db: Path) -> None:
    store = open_store(db)
    for number, name in enumerate(("Hill Martyrs Band", "Hill Martyr Band"), start=1):
        keep(store, report(f"2014-02-0{number}", Said(name, "rivalry", "Ab"), known=False))
    store.close()
    told = said("candidates", "--actor", "Hill Martyrs Band")
    assert "'Hill Martyr Band' is like 'Hill Martyrs Band'" in told
    decide = told.splitlines()[-1].partition("or: allegiance ")[2].split()
    found = json.loads(said("candidates", "--format", "json", "--actor", "Hill Martyrs Band"))
    assert {found[0]["left"]["id"], found[0]["right"]["id"]} == set(decide[1:])
    said(*decide)
    assert failed("candidates", "--actor", "Hill Martyrs Band").returncode == 1


def test_ctrl_c_leaves_what_was_decided_and_a_whole_store(db: Path) -> None:
    """At a terminal, where keys are single and no line is ended."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "allegiance", "review", "--db", str(db), "--by", "Mara"]
    shown = environment(TERM="xterm", NO_COLOR="1")
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=shown
    ) as running:
        os.close(follower)
        assert b"[q]uit" in _read_until(leader, b"[q]uit")
        _press_until(leader, b"a", b"2 of 3")
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 130
    os.close(leader)
    with sqlite3.connect(db) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        made = connection.execute("SELECT verdict FROM decision").fetchall()
    assert made
    assert set(made) == {("accepted",)}


def _read_until(terminal: int, wanted: bytes, *, seconds: float = 60) -> bytes:
    """What the terminal shows up to some words, or for so long."""
    told, until = b"", time.monotonic() + seconds
    while wanted not in told and time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            told += os.read(terminal, 4096)
    return told


def _press_until(terminal: int, key: bytes, wanted: bytes) -> None:
    """Press a key until it is answered: one that is pressed before the program listens is lost."""
    for _ in range(30):
        os.write(terminal, key)
        if wanted in _read_until(terminal, wanted, seconds=2):
            return
    raise AssertionError(f"no answer to {key!r}")
