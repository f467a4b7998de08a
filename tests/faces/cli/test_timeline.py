"""How the map over time looks, and how it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from allegiance.records.bundle import Bundle
from allegiance.store.store import open_store
from tests.faces.cli.conftest import Ran
from tests.telling import Said, day, keep, report

Call = Callable[..., Ran]
DAWN, FRONT = "Dawn Brigade", "Northern\x1b Front"
TOLD: tuple[Bundle, ...] = (
    report("2013-07-01", Said(DAWN, "alliance", FRONT, "begins", when=day("2013-04"))),
    report("2014-02-01", Said(DAWN, "alliance", FRONT), Said(DAWN, "rivalry", "Hill Guards")),
    report("2014-09-01", Said(DAWN, "alliance", FRONT, "ends")),
    report("2017-01-01", Said(DAWN, "split", FRONT, "begins", when=day("2016"))),
)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "made.db"
    store = open_store(path)
    keep(store, *TOLD)
    store.close()
    return path


def rows(ran: Ran) -> list[str]:
    assert ran.returncode == 0, ran.stderr
    return [" ".join(line.split()) for line in ran.stdout.decode().splitlines()]


def test_a_row_says_since_and_until_when_no_more_exactly_than_the_reports(
    called: Call, db: Path
) -> None:
    _, alliance, rivalry, split, _, footer, _ = rows(called("timeline", DAWN, "--db", db))
    assert alliance.startswith(
        "2013-04 between 2014-02-01 and 2014-09-01 Dawn Brigade alliance Northern\N{REPLACEMENT CHARACTER} Front 3 3"
    )
    assert rivalry.startswith(
        "by 2014-02-01 not told of after 2014-02-01 Dawn Brigade rivalry Hill Guards 1 1"
    )
    assert split.startswith("2016 Dawn Brigade split")
    assert footer == "2 relations and 1 happening, as known by 2017-01-01."


def test_days_and_kinds_narrow_the_timeline(called: Call, db: Path) -> None:
    ran = called(
        "timeline", "--all", "--from", "2016-05-01", "--to", "2016-06-01", "--db", db, "--kind", "split"
    )  # fmt: skip
    assert rows(ran)[-2] == (
        "0 relations and 1 happening from 2016-05-01 to 2016-06-01, as known by 2017-01-01."
    )


def test_json_is_the_whole_record(called: Call, db: Path) -> None:
    found = json.loads(called("timeline", "--all", "--json", "--db", db).stdout)
    assert found["schema"] == "allegiance.history/1"
    assert [one["relation"]["predicate"] for one in found["intervals"]] == [
        "alliance", "rivalry", "split"
    ]  # fmt: skip
    assert {actor["name"] for actor in found["actors"]} == {DAWN, FRONT, "Hill Guards"}


@pytest.mark.parametrize("words", [("timeline",), ("timeline", DAWN, "--all"), ("changes",)])
def test_a_call_that_asks_for_nothing_definite_is_refused(
    called: Call, db: Path, words: tuple[str, ...]
) -> None:
    ran = called(*words, "--db", db)
    assert ran.returncode == 2
    assert b"--" in ran.stderr


@pytest.mark.parametrize(
    "days",
    [("--from", "2014-01-01", "--to", "2013-01-01"), ("--from", "soon")],
)
def test_days_that_are_none_or_the_wrong_way_round_are_refused(
    called: Call, db: Path, days: tuple[str, ...]
) -> None:
    for words in (("timeline", "--all"), ("changes",)):
        ran = called(*words, *days, "--db", db)
        assert ran.returncode == 2
        assert days[1].encode() in ran.stderr


def test_an_actor_that_nobody_names_is_not_found(called: Call, db: Path) -> None:
    assert called("timeline", "Nobody At All", "--db", db).returncode == 1


def test_changes_in_the_world_are_rows_by_day(called: Call, db: Path) -> None:
    ran = called("changes", "--from", "2014-01-01", "--to", "2016-12-31", "--db", db)
    words = [row.partition(" Dawn Brigade ")[0] for row in rows(ran)[1:5]]
    assert words == [
        "by 2014-02-01 first-told",
        "between 2014-02-01 and 2014-09-01 ended",
        "2016 split",
        "2016-02-02 faded",
    ]


def test_changes_in_what_was_known_show_what_was_known_before(called: Call, db: Path) -> None:
    ran = called("changes", "--known-from", "2014-02-15", "--known-by", "2014-12-31", "--db", db)
    _, redated, _, footer, _ = rows(ran)
    assert redated.startswith("2014-09-01 redated Dawn Brigade alliance")
    assert "2013-04, ended between 2014-02-01 and 2014-09-01 2013-04 " in redated
    assert footer == "1 change in what was known, between 2014-02-15 and 2014-12-31."


def test_changes_as_json(called: Call, db: Path) -> None:
    ran = called("changes", "--from", "2016-01-01", "--kind", "split", "--json", "--db", db)
    found = json.loads(ran.stdout)
    assert found["schema"] == "allegiance.changes/1"
    assert [one["what"] for one in found["changes"]] == ["split"]
