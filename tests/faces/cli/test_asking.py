"""`network`, `show`, `why` and `search` on a real store, by real runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faces.cli.conftest import call, environment

REPORTS = (
    {
        "id": "1",
        "title": "Al Qaeda \x1b[2Jcuts ties",
        "publisher": "Example Wire",
        "published": "2014-02-03",
        "text": "Al Qaeda's general command said on Monday that ISIS was not a branch of Al Qaeda. Jabhat al-Nusra is "
        "Al Qaeda's official branch in Syria.",
    },
    {
        "id": "2",
        "publisher": "Other Paper",
        "published": "2014-02-05",
        "text": "Jabhat al-Nusra, an ally of Ahrar al-Sham, attacked ISIS fighters near Raqqa on Tuesday.",
    },
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two reports."""
    db = tmp_path_factory.mktemp("asking") / "reports.db"
    given = "".join(json.dumps(report) + "\n" for report in REPORTS).encode()
    ran = call("add", "--from", "jsonl", "--db", db, given=given)
    assert ran.returncode == 0, ran.stderr
    return db


def said(db: Path, *words: str) -> str:
    ran = call(*words, "--db", db)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return ran.stdout.decode()


def painted(db: Path, *words: str, **variables: str) -> str:
    """What a process of its own prints that takes its output for a terminal."""
    shown = environment(FORCE_COLOR="1", TERM="xterm-256color", **variables)
    command = [sys.executable, "-m", "allegiance", *words, "--db", str(db)]
    return subprocess.run(command, capture_output=True, env=shown, check=True).stdout.decode()


def rows(table: str) -> list[str]:
    return [" ".join(line.split()) for line in table.splitlines()]


def test_the_map_is_that_of_the_last_report(db: Path) -> None:
    shown = said(db, "network")
    assert "on 2014-02-05, as known by 2014-02-05." in shown
    assert any(row.startswith("Al Nusra Front affiliate Al Qaeda") for row in rows(shown))
    assert any("alliance" in row and "Ahrar al-Sham" in row for row in rows(shown))


def test_a_map_knows_nothing_published_later(db: Path) -> None:
    assert "Ahrar al-Sham" not in said(db, "network", "--known-by", "2014-02-04")


def test_a_map_can_be_of_one_actor_and_some_kinds(db: Path) -> None:
    shown = said(db, "network", "--actor", "Jabhat al-Nusra", "--kind", "alliance, affiliate")
    assert {row.split()[-1] for row in rows(shown) if "rivalry" in row} == set()
    assert "2 relations" in shown


def test_a_map_as_json_and_as_csv_has_the_same_relations(db: Path) -> None:
    network = json.loads(said(db, "network", "--format", "json"))
    lines = said(db, "network", "--format", "csv").splitlines()
    assert [relation["id"] for relation in network["relations"]] == [
        line.split(",")[0] for line in lines[1:]
    ]


def test_a_claim_of_the_map_leads_to_its_sentence(db: Path) -> None:
    network = json.loads(said(db, "network", "--format", "json", "--kind", "affiliate"))
    claim = network["relations"][0]["claim_ids"][0]
    shown = said(db, "why", claim.removeprefix("claim-")[:8])
    assert claim in shown
    assert "[source: Jabhat al-Nusra]" in shown
    assert "[target: Al Qaeda]'s official branch" in shown
    assert re.search(r"^ +frames/.*, line \d+$|^ +languages/.*, line \d+$", shown, re.MULTILINE)
    assert "Example Wire, 2014-02-03" in shown
    assert "en-core-web-sm" in shown


def test_colours_need_no_brackets(db: Path) -> None:
    network = json.loads(said(db, "network", "--format", "json", "--kind", "affiliate"))
    claim = network["relations"][0]["claim_ids"][0]
    coloured = painted(db, "why", claim)
    assert "\x1b[" in coloured
    assert "[source:" not in coloured
    by_option = painted(db, "--no-color", "why", claim)
    by_variable = painted(db, "why", claim, NO_COLOR="1")
    assert by_option == by_variable
    assert "[source:" in by_option
    assert "\x1b[3" not in by_option


def test_letters_that_a_terminal_lacks_are_shown_by_number(db: Path) -> None:
    command = [sys.executable, "-m", "allegiance", "search", "raqqa", "--db", str(db)]
    ascii_only = environment(PYTHONIOENCODING="ascii")
    ran = subprocess.run(command, capture_output=True, env=ascii_only, check=True)
    assert ran.stdout.isascii()


def test_a_profile_tells_names_allies_and_rivals_with_their_reports(db: Path) -> None:
    shown = said(db, "show", "Jabhat al-Nusra")
    headings = [line for line in shown.splitlines()[1:] if line and not line.startswith(" ")]
    assert headings == [
        heading
        for heading in ("Above it", "Allies", "Rivals", "Latest events")
        if heading in headings
    ]
    assert {"Above it", "Allies"} <= set(headings)
    assert "Other Paper, 2014-02-05" in shown


def test_a_search_finds_articles_and_claims(db: Path) -> None:
    shown = said(db, "search", "official", "branch")
    assert "article  Example Wire" in shown
    assert "[official] [branch]" in shown
    assert re.search(r"^claim [0-9a-f]{8}  Example Wire", shown, re.MULTILINE)


@pytest.mark.parametrize("words", [("show", "Al Qaeda"), ("search", "official"), ("network",)])
def test_a_title_cannot_steer_the_terminal(db: Path, words: tuple[str, ...]) -> None:
    assert "\x1b" not in said(db, *words)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("show", "Nobody At All"), 1, "Nobody At All"),
        (("show", "Jabhat al-Nsura"), 1, "Nusra"),
        (("why", "ffffffff"), 1, "ffffffff"),
        (("search", "zebra"), 1, "zebra"),
        (("network", "--actor", "Nobody At All"), 1, "Nobody At All"),
        (("network", "--on", "2014-02-30"), 2, "2014-02-30"),
        (("network", "--known-by", "soon"), 2, "soon"),
        (("network", "--kind", "friendship"), 2, "alliance"),
        (("network", "--format", "xml"), 2, "table, csv, json"),
        (("show", "ISIS", "--known-by", "soon"), 2, "soon"),
        (("search", "word", "--limit", "0"), 2, "0"),
        (("show",), 2, "NAME"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_message(
    db: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    ran = call(*words, "--db", db)
    assert ran.returncode == status
    assert told in ran.stderr.decode()
    assert ran.stdout == b""
    assert b"Traceback" not in ran.stderr
