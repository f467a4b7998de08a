"""`allegiance add` by real runs: what is kept, what is refused, and what an interruption leaves."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faces.cli.conftest import Ran, environment

Run = Callable[..., Ran]
# Several batches, so that there is a middle to stop in.
MANY = 160
REPORT = (
    "BEIRUT - Jabhat al-Nusra, an ally of Ahrar al-Sham, attacked ISIS fighters near Raqqa on Monday, activists said. "
    "The attack, number {number}, was the latest in a series, and nobody knows how many will follow."
)


def reports(count: int, start: int = 0) -> bytes:
    rows: list[dict[str, Any]] = [
        {
            "id": str(number),
            "text": REPORT.format(number=number),
            "published": "2014-02-03",
            "publisher": f"Wire {number}",
        }
        for number in range(start, start + count)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def articles(db: Path) -> int:
    with sqlite3.connect(db) as connection:
        (number,) = connection.execute("SELECT count(*) FROM article").fetchone()
    return int(number)


def sound(db: Path) -> bool:
    """Is the file whole, and does every row that points to another find it?"""
    with sqlite3.connect(db) as connection:
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    return checked == [("ok",)] and dangling == []


def test_adding_twice_adds_nothing(called: Run, tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_bytes(reports(3))
    first = called("add", "reports.jsonl")
    again = called("add", "reports.jsonl")
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout.startswith(b"allegiance.db: 3 new articles, 0 known\n")
    assert again.stdout.startswith(
        b"allegiance.db: 0 new articles, 3 known\n  0 claims and 0 actors"
    )
    assert articles(tmp_path / "allegiance.db") == 3


def test_the_store_is_named_by_option_or_variable(allegiance: Run, tmp_path: Path) -> None:
    given = reports(1)
    by_option = allegiance("add", "--from", "jsonl", "--db", "one.db", given=given)
    by_variable = allegiance("add", "-", "--from", "jsonl", given=given, ALLEGIANCE_DB="two.db")
    assert b"allegiance network --db one.db\n" in by_option.stdout
    assert b"allegiance network\n" in by_variable.stdout
    assert articles(tmp_path / "one.db") == articles(tmp_path / "two.db") == 1


def test_what_fails_is_told_with_its_reason_and_the_rest_is_kept(
    called: Run, tmp_path: Path
) -> None:
    given = reports(1) + b"no json\n" + reports(1, start=1)
    ran = called("add", "--from", "jsonl", given=given)
    assert ran.returncode == 3
    assert b"1 source could not be read:\n  -:2: " in ran.stderr
    assert articles(tmp_path / "allegiance.db") == 2


def test_publisher_and_day_are_those_of_articles_that_name_none(
    called: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(REPORT.format(number=1))
    called("add", "a.txt", "--publisher", "Example Wire", "--published", "2014-02-03")
    assert b"Example Wire, 2014-02-03" in called("search", "latest").stdout


@pytest.mark.parametrize(
    "command",
    [("add", "a.txt"), ("network",), ("show", "ISIS"), ("why", "0123"), ("search", "word")],
    ids=lambda command: command[0],
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(
    called: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "notes.db").write_text("my notes")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (words TEXT)")
    before = other.read_bytes()
    for name in ("notes.db", "other.db"):
        ran = called(*command, "--db", name)
        assert ran.returncode == 2
        assert name.encode() in ran.stderr
        assert b"Traceback" not in ran.stderr
    assert (tmp_path / "notes.db").read_text() == "my notes"
    assert other.read_bytes() == before


def test_a_store_of_a_later_version_is_refused(called: Run, tmp_path: Path) -> None:
    called("add", "--from", "jsonl", given=reports(1))
    with sqlite3.connect(tmp_path / "allegiance.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in (("add", "--from", "jsonl"), ("network",)):
        ran = called(*command, given=reports(1))
        assert ran.returncode == 2
        assert b"later version" in ran.stderr


def test_asking_an_absent_store_makes_none(called: Run, tmp_path: Path) -> None:
    ran = called("network", "--db", "gone.db")
    assert ran.returncode == 2
    assert b"gone.db" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def adding(folder: Path, name: str, count: int, start: int = 0) -> subprocess.Popen[bytes]:
    """A process that adds reports."""
    (folder / name).write_bytes(reports(count, start))
    return subprocess.Popen(
        [sys.executable, "-m", "allegiance", "add", name],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_an_interrupt_leaves_whole_articles_and_the_rest_can_be_added(
    allegiance: Run, tmp_path: Path
) -> None:
    db = tmp_path / "allegiance.db"
    with adding(tmp_path, "many.jsonl", MANY) as running:
        wait_until(lambda: db.exists() and articles_or_none(db) > 0)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in told
    kept = articles(db)
    assert 0 < kept < MANY
    assert sound(db)
    again = allegiance("add", "many.jsonl")
    assert f"{MANY - kept} new articles, {kept} known".encode() in again.stdout
    assert articles(db) == MANY


def wait_until(done: Callable[[], bool]) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it never happened")


def articles_or_none(db: Path) -> int:
    """Articles, as far as the store is made yet."""
    try:
        return articles(db)
    except sqlite3.OperationalError:
        return 0


def test_two_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    with adding(tmp_path, "a.jsonl", 40) as one, adding(tmp_path, "b.jsonl", 60, 20) as two:
        told = [one.communicate(timeout=120), two.communicate(timeout=120)]
    assert (one.returncode, two.returncode) == (0, 0), told
    assert articles(tmp_path / "allegiance.db") == 80
    assert sound(tmp_path / "allegiance.db")


SMALL_DISK = "mount -t tmpfs -o size=1500k none {folder} && cd {folder} && exec {command}"


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a disk of its own")
def test_a_full_disk_is_told_and_leaves_whole_articles(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "many.jsonl").write_bytes(reports(MANY))
    script = SMALL_DISK.format(
        folder=tmp_path / "disk",
        command="bash -c '" + f"{sys.executable} -m allegiance add {tmp_path}/many.jsonl; "
        f"echo $? > {tmp_path}/status; cp allegiance.db* {tmp_path}'",
    )
    ran = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "bash", "-c", script],
        capture_output=True,
        env=environment(),
        timeout=120,
        check=False,
    )
    if not (tmp_path / "status").exists():
        pytest.skip(f"no disk of its own: {ran.stderr.decode()}")
    assert (tmp_path / "status").read_text() == "2\n"
    assert b"full" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert sound(tmp_path / "allegiance.db")
    assert 0 < articles(tmp_path / "allegiance.db") < MANY
