"""`allegiance lexicon`, by real runs. All rows are invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faces.cli.conftest import Ran
from tests.lexicon.importing.listed import GUARDS, HEAD, OWN

Run = Callable[..., Ran]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "list.csv").write_text(f"{HEAD}\n{GUARDS}\n", encoding="utf-8")
    return tmp_path


def imported(called: Run, *words: str) -> Ran:
    return called(
        "lexicon", "import", "list.csv", "--mapping", "mine.toml", "--into", "words", *words
    )


def test_an_import_says_what_went_in_and_what_comes_next(called: Run, here: Path) -> None:
    ran = imported(called)
    assert (ran.returncode, ran.stderr) == (0, b"")
    first, *_, last = ran.stdout.decode().splitlines()
    assert first == "words/actors/mine.csv: 1 of 1 row taken"
    assert last == "Next: allegiance lexicon check words"
    checked = called("lexicon", "check", "words")
    assert (checked.returncode, checked.stdout) == (0, b"")


def test_rows_that_are_not_taken_are_told_and_end_with_three(called: Run, here: Path) -> None:
    with (here / "list.csv").open("a") as file:
        file.write("k,\x1b[31mZorva Men,,militia,,,,,\n" * 25)
    ran = imported(called)
    told = ran.stderr.decode().splitlines()
    assert ran.returncode == 3
    assert told[0] == "allegiance: 25 rows not taken:"
    assert told[1].startswith("  line 3: kind 'militia'; take one of")
    assert told[-1] == "  and 5 more; --json tells all"
    assert "\x1b" not in ran.stderr.decode() + ran.stdout.decode()
    assert len(json.loads(imported(called, "--json").stdout)["left"]) == 25


def test_names_of_ours_are_told_and_may_be_joined(called: Run, here: Path) -> None:
    (here / "list.csv").write_text(f"{HEAD}\nx,Hamas,Zorvan Column,gang,PS,,,,\n")
    ran = imported(called)
    assert ran.returncode == 0
    assert "line 2: has the name 'Hamas' of hamas" in ran.stdout.decode()
    assert not (here / "words").exists()
    assert b"1 of them take the place of ours" in imported(called, "--shared", "join").stdout


def test_a_dry_run_writes_nothing(called: Run, here: Path) -> None:
    ran = imported(called, "--dry-run")
    assert b"1 of 1 row to be taken" in ran.stdout
    assert not (here / "words").exists()


def test_json_is_one_object(called: Run, here: Path) -> None:
    found = json.loads(imported(called, "--json").stdout)
    assert found["schema"] == "allegiance.intake/1"
    assert (found["file"], found["read"], found["taken"]) == ("words/actors/mine.csv", 1, 1)


def test_a_list_may_come_through_a_pipe_by_a_saved_mapping(called: Run, here: Path) -> None:
    (here / "words" / "imports").mkdir(parents=True)
    (here / "mine.toml").rename(here / "words" / "imports" / "mine.toml")
    given = (here / "list.csv").read_bytes()
    ran = called("lexicon", "import", "-", "--as", "mine", "--into", "words", given=given)
    assert ran.returncode == 0
    head = (here / "words" / "actors" / "mine.csv").read_text().splitlines()[0]
    assert head == "# Imported from standard input as mine."


def test_a_mapping_is_printed_to_be_copied(called: Run, here: Path) -> None:
    assert b'id = "ucdp"' in called("lexicon", "mapping", "ucdp").stdout
    names = [line.split()[0] for line in called("lexicon", "mapping").stdout.decode().splitlines()]
    assert names == ["acled", "followthemoney", "petrarch", "ucdp", "wikidata"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("import", "--into", "w", "--as", "ucdp"), "import what?"),
        (("import", "list.csv", "--as", "ucdp"), "into which folder? name it by --into"),
        (("import", "list.csv", "--into", "w"), "by --as NAME, or by --mapping FILE"),
        (("import", "list.csv", "--into", "w", "--as", "ucdp", "--mapping", "m"), "by --as NAME, or"),
        (("import", "list.csv", "--into", "w", "--as", "gtd"), "no mapping 'gtd'; there are acled"),
        (("import", "list.csv", "--into", "w", "--as", "ucdp"), "no column 'NameData' as ucdp has it"),
        (("import", "none.csv", "--into", "w", "--as", "ucdp"), "none.csv: No such file"),
        (("import", "list.csv", "--into", "w", "--mapping", "none.toml"), "put the file there"),
        (("check", "none"), "none: no folder; give one that holds data files"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_understood_ends_with_two(
    called: Run, here: Path, words: tuple[str, ...], told: str
) -> None:
    ran = called("lexicon", *words)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert told in ran.stderr.decode()
    assert not (here / "w").exists()


def test_the_variable_names_the_folder(
    called: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALLEGIANCE_LEXICON", "words")
    ran = called("lexicon", "import", "list.csv", "--mapping", "mine.toml")
    assert ran.returncode == 0
    (here / "words" / "actors" / "mine.csv").write_text("no head\n")
    checked = called("lexicon", "check")
    assert checked.returncode == 1
    assert b"actors/mine.csv:1: no head" in checked.stdout
    assert b"problems" in checked.stderr


def test_the_check_notes_names_that_ours_have_too(called: Run, here: Path) -> None:
    (here / "list.csv").write_text(f"{HEAD}\nx,Hamas,,gang,PS,,,,\n")
    imported(called, "--shared", "add")
    checked = called("lexicon", "check", "words")
    assert checked.returncode == 0
    assert b"note: actors/mine.csv:4: x: shares the name 'hamas' with hamas" in checked.stdout
