"""A user's lexicon folder reaches everything that reads: each process, the run's record, the map."""

from __future__ import annotations

from pathlib import Path

import pytest

import allegiance
from allegiance.errors import LexiconError
from allegiance.lexicon.actors import COLUMNS, NAME_COLUMNS
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.keep import run_of_today
from tests.faces.cli.conftest import call

HEAD = f"# Invented rows.\n{','.join(COLUMNS)}\n"
REPORT = "The Zorvan Column attacked the army near Aleppo on Monday, a spokesman said.\n"


@pytest.fixture
def overlay(tmp_path: Path) -> Path:
    folder = tmp_path / "words"
    (folder / "actors").mkdir(parents=True)
    row = "zc,Zorvan People's Column,armed-group,Zorvan Column,,,SY,,,,,https://a.example\n"
    (folder / "actors" / "mine.csv").write_text(HEAD + row, encoding="utf-8")
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(REPORT)
    return folder


def test_every_worker_reads_with_the_folder(overlay: Path, reports: Path) -> None:
    lines = list(allegiance.read(reports, lexicon=overlay, workers=2))
    known = [{actor["knowledge_id"] for actor in line["actors"]} for line in lines]  # type: ignore[call-overload, index, union-attr]
    assert ["zc" in ids for ids in known] == [True, True]


def test_another_folder_is_another_run_that_names_it(overlay: Path) -> None:
    ours, theirs = run_of_today(load()), run_of_today(load(overlay))
    assert ours.id != theirs.id
    assert theirs.lexicon_sha256 == f"{ours.lexicon_sha256}+{load(overlay).overlay}"
    assert "+" not in ours.lexicon_sha256


def test_a_store_read_with_another_folder_is_read_anew(overlay: Path, reports: Path) -> None:
    db = reports.parent / "reports.db"
    with allegiance.open(db) as store:
        assert store.add(reports / "0.txt", published="2014-02-03").new == 1
    with allegiance.open(db, lexicon=overlay) as store:
        added = store.add(reports / "0.txt", published="2014-02-03")
        assert (added.new, added.reread) == (0, 1)
        assert store.add(reports / "0.txt", published="2014-02-03").known == 1
        assert store.profile("Zorvan Column").actor.name == "Zorvan People's Column"


def test_a_wrong_folder_leaves_no_store_behind(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no folder"):
        allegiance.open(tmp_path / "new.db", lexicon=tmp_path / "none")
    assert not (tmp_path / "new.db").exists()


def test_the_command_takes_the_folder_from_its_option_or_the_variable(
    overlay: Path, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_option = call("extract", reports / "0.txt", "--lexicon", overlay)
    monkeypatch.setenv("ALLEGIANCE_LEXICON", str(overlay))
    by_variable = call("extract", reports / "0.txt")
    assert by_option.stdout == by_variable.stdout
    assert b'"knowledge_id": "zc"' in by_option.stdout


def test_a_broken_row_is_told_and_ends_with_two(overlay: Path, reports: Path) -> None:
    (overlay / "actors" / "mine.csv").write_text(
        HEAD + "zc,Zorvan,gang,,,,,,,,,https://a.example\n"
    )
    ran = call("add", reports, "--db", reports.parent / "r.db", "--lexicon", overlay)
    assert ran.returncode == 2
    assert b"mine.csv: row 1 (zc): kind 'gang'" in ran.stderr


def test_an_actor_is_found_by_a_name_that_it_has_on_some_days(overlay: Path, reports: Path) -> None:
    (overlay / "names").mkdir()
    row = "zc,Lake League,2010,2011,https://a.example\n"
    (overlay / "names" / "mine.csv").write_text(f"# Made up.\n{','.join(NAME_COLUMNS)}\n{row}")
    with allegiance.open(reports.parent / "reports.db", lexicon=overlay) as store:
        store.add(reports / "0.txt", published="2014-02-03")
        assert store.profile("Lake League").actor.name == "Zorvan People's Column"
