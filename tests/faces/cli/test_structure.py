"""`allegiance conflicts` and `allegiance balance`, on a store made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from allegiance.store.store import open_store
from tests.faces.cli.conftest import call
from tests.telling import Said, day, keep, report

DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"
FIRST = day("2014-02-01")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two doers of one deed, a denial, and three who cannot all be friends."""
    path = tmp_path_factory.mktemp("structure") / "war.db"
    store = open_store(path)
    keep(
        store,
        report(
            "2014-02-02",
            Said(DAWN, "assault", "Hill Guards", when=FIRST, place="Essara", toll=(12, 12)),
            publisher="Wire",
            title="Attack \x1b[2Jat dawn",
        ),
        report(
            "2014-02-03",
            Said(GUARDS, "assault", "Hill Guards", when=FIRST, place="Essara", toll=(12, 12)),
            publisher="Post",
        ),
        report(
            "2014-02-04",
            Said(DAWN, "assault", "Hill Guards", stance="denied", speaker=DAWN, toll=None),
            Said(DAWN, "alliance", FRONT),
            Said(FRONT, "alliance", GUARDS),
            Said(DAWN, "rivalry", GUARDS),
            publisher="Sun",
        ),
    )
    store.close()
    return path


def said(db: Path, *words: str) -> str:
    ran = call(*words, "--db", db)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return ran.stdout.decode()


def rows(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_conflicts_stand_side_by_side_with_weights_and_reasons(db: Path) -> None:
    shown = rows(said(db, "conflicts"))
    assert shown[0] == "who: assault Hill Guards in Essara, 2014-02-01"
    assert f"{DAWN} did it (weight 0.81: 1 report, 1 independent)" in shown
    assert f"{GUARDS} did it (weight 0.81: 1 report, 1 independent)" in shown
    assert f"{DAWN} did not do it (weight 0.18: 1 report, 1 independent)" in shown
    own = next(row for row in shown if "own-denial" in row)
    assert own.startswith(f"0.18 {DAWN} its own denial: whoever did it would deny it too")
    assert "read with confidence 0.90 Sun, 2014-02-04" in own
    assert "1 conflict." in shown
    assert any(row.startswith("Evidence: allegiance why ") for row in shown)


def test_a_title_cannot_steer_the_terminal(db: Path) -> None:
    assert "\x1b" not in said(db, "conflicts")


def test_conflicts_as_json_hold_the_same(db: Path) -> None:
    written = json.loads(said(db, "conflicts", "--json"))
    assert written["schema"] == "allegiance.conflicts/1"
    (conflict,) = written["conflicts"]
    assert [(side["holds"], side["reports"], side["witnesses"]) for side in conflict["sides"]] == [
        (True, 1, 1),
        (True, 1, 1),
        (False, 1, 1),
    ]
    claim = conflict["sides"][0]["voices"][0]["claim_id"]
    assert claim in said(db, "why", claim)


def test_without_conflicts_that_is_said(db: Path) -> None:
    assert said(db, "conflicts", "--from", "2015-01-01") == "0 conflicts.\n"
    assert json.loads(said(db, "conflicts", "--kind", "toll", "--json"))["conflicts"] == []


def test_balance_names_the_triad_that_must_give(db: Path) -> None:
    shown = rows(said(db, "balance", "--on", "2014-02-04"))
    assert any(row.startswith("Something must give:") for row in shown)
    assert any(row.startswith(f"{DAWN} against {GUARDS} (rivalry; ") for row in shown)
    assert any(row.startswith("Frustration: ") and "(exact)" in row for row in shown)


def test_balance_over_time_is_a_table_or_json(db: Path) -> None:
    period = ("--from", "2014-02-01", "--to", "2014-02-04", "--step", "day")
    shown = rows(said(db, "balance", *period))
    assert shown[0].startswith("Day Actors With Against Triads Balanced")
    assert [row.split()[0] for row in shown[1:]] == [f"2014-02-0{n}" for n in range(1, 5)]
    written = json.loads(said(db, "balance", *period, "--json"))
    assert [one["on"] for one in written["balances"]] == [f"2014-02-0{n}" for n in range(1, 5)]
    assert written["balances"][-1]["triads"][0]["balanced"] is False


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("conflicts", "Nobody At All"), 1, "Nobody At All"),
        (("conflicts", "--kind", "what"), 2, "there are who, tie, toll, when"),
        (("conflicts", "--from", "soon"), 2, "soon"),
        (("balance", "--from", "2014-01-01"), 2, "--from and --to together"),
        (("balance", "--on", "2014-01-01", "--from", "2014-01-01", "--to", "2014-02-01"), 2, "--on alone"),
        (("balance", "--from", "2014-01-01", "--to", "2014-02-01", "--step", "hour"), 2, "day, week"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_told_in_one_message(
    db: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    ran = call(*words, "--db", db)
    assert ran.returncode == status
    assert told in ran.stderr.decode()
    assert ran.stdout == b""
