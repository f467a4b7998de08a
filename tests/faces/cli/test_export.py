"""`export` as its users run it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from allegiance import session
from allegiance.store.store import open_store
from tests.export.told import REPORTS
from tests.faces.cli.conftest import Ran
from tests.telling import keep


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A store of made reports, where the command looks for one."""
    path = tmp_path / "allegiance.db"
    store = open_store(path, create=True)
    keep(store, *REPORTS)
    store.close()
    return path


def records(ran: Ran) -> list[str]:
    return [json.loads(line)["record"] for line in ran.stdout.splitlines()]


def test_text_goes_to_standard_output(db: Path, called: Callable[..., Ran]) -> None:
    for words in ((), ("-o", "-")):
        ran = called("export", "jsonl", *words)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert records(ran)[0] == "export"
        assert "claim" in records(ran)


def test_a_file_is_written_and_what_it_holds_is_told(
    db: Path, called: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = called("export", "gexf", "-o", "war.gexf")
    assert (ran.returncode, ran.stdout) == (0, b"")
    assert (tmp_path / "war.gexf").read_bytes().startswith(b"<?xml")
    assert b"war.gexf: " in ran.stderr
    assert b" relations, " in ran.stderr


def test_tables_go_to_a_folder_or_an_archive(
    db: Path, called: Callable[..., Ran], tmp_path: Path
) -> None:
    assert called("export", "csv", "-o", "map").returncode == 0
    assert (tmp_path / "map" / "datapackage.json").exists()
    assert called("export", "csv", "-o", "map.zip").returncode == 0
    assert (tmp_path / "map.zip").read_bytes().startswith(b"PK")


def test_a_day_a_span_and_the_day_of_knowledge_are_heeded(
    db: Path, called: Callable[..., Ran]
) -> None:
    def predicates(*words: str) -> set[str]:
        lines = [json.loads(line) for line in called("export", "jsonl", *words).stdout.splitlines()]
        return {line["predicate"] for line in lines if line["record"] == "relation"}

    assert "split" in predicates("--on", "2014-02-10")
    assert "affiliate" not in predicates("--on", "2014-02-10")
    assert predicates("--to", "2013-04-30") == {"affiliate"}
    assert "split" not in predicates("--known-by", "2013-12-31")
    assert "support" in predicates("--alleged") - predicates()
    assert predicates("--kind", "rivalry, assault") == {"rivalry"}
    assert "alliance" in predicates("--actor", "River Guards") - {"affiliate"}


def test_all_claims_has_those_that_nothing_rests_on(db: Path, called: Callable[..., Ran]) -> None:
    few, all_ = called("export", "jsonl"), called("export", "jsonl", "--all-claims")
    assert records(all_).count("claim") > records(few).count("claim")


def test_rows_of_events_are_a_table(db: Path, called: Callable[..., Ran]) -> None:
    text = called("export", "acled", "--from", "2013-05-01", "--to", "2013-05-31").stdout.decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["sub_event_type"] == "Air/drone strike"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("xml",), b"available: acled, cameo, csv"),
        (("csv",), b"say where to: -o map.zip"),
        (("parquet", "-o", "-"), b"say where to: -o map.zip"),
        (("rdf", "--on", "2014-02-10", "--from", "2014-01-01"), b"not both"),
        (("rdf", "--from", "2014-02-10", "--to", "2014-01-01"), b"the earlier day has to come first"),
        (("rdf", "--on", "soon"), b"soon"),
        (("rdf", "--kind", "feud"), b"no relation is called feud"),
        (("rdf", "-o", "nowhere/map.ttl"), b"no such folder"),
    ],
)  # fmt: skip
def test_an_unusable_call_says_what_would_help(
    db: Path, called: Callable[..., Ran], words: tuple[str, ...], message: bytes
) -> None:
    ran = called("export", *words)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert message in ran.stderr


def test_an_unknown_actor_suggests_near_ones(db: Path, called: Callable[..., Ran]) -> None:
    ran = called("export", "rdf", "--actor", "River Guard")
    assert ran.returncode == 1
    assert b"River Guards" in ran.stderr


def test_the_help_names_every_format(called: Callable[..., Ran]) -> None:
    words = called("export", "--help").stdout.decode().replace(",", " ").replace(".", " ").split()
    assert set(session.exports()) <= set(words)


def test_no_store_is_made(called: Callable[..., Ran], tmp_path: Path) -> None:
    assert called("export", "rdf").returncode == 2
    assert list(tmp_path.iterdir()) == []
