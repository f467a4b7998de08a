"""A store is opened, made, brought up to date; what is not ours is left alone."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from allegiance.errors import NewerStore, NotAStore, StoreBusy, StoreError
from allegiance.store import _sqlite, schema
from allegiance.store.migrate import NEWEST
from allegiance.store.store import Store, in_memory, open_store
from tests.telling import Said, keep, report

TOLD = report("2014-02-03", Said("Dawn Brigade", "affiliate", "Northern Front"))


def test_an_absent_store_is_made_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    keep(store, TOLD)
    store.close()
    again = open_store(path)
    assert [one.news for one in keep(again, TOLD)] == ["known"]
    again.close()


def test_an_absent_store_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "a.db", create=False)
    assert list(tmp_path.iterdir()) == []


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")


@pytest.mark.parametrize(
    "make",
    [
        another_database,
        lambda path: path.write_text("Dear diary"),
        lambda path: path.write_bytes(b"SQLite format 3\0 and then nonsense"),
        lambda path: path.write_bytes(bytes(5000)),
    ],
)
def test_what_is_not_ours_is_not_touched(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(NotAStore, match="not touched"):
        open_store(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_store_of_a_later_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'r9999'")
    with pytest.raises(NewerStore, match="r9999"):
        open_store(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("r9999",)]


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    keep(store, TOLD)
    store.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        open_store(path)


@pytest.mark.parametrize("name", ["nowhere/a.db", "."])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match=r"folder|file"):
        open_store(tmp_path / name)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    open_store(path).close()
    assert path.stat().st_size > 0


def test_the_migrations_make_what_the_schema_says() -> None:
    store = in_memory()
    with store.reading() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, schema.METADATA)
    # The full text index has tables of its own, which are SQLite's business; those of the atlas have a test of theirs.
    told = [one for one in differences if "_words" not in str(one) and "atlas_" not in str(one)]
    assert told == []


def test_the_newest_migration_is_named() -> None:
    versions = files("allegiance.store.migrations.versions").iterdir()
    names = sorted(one.name for one in versions if one.name.startswith("r"))
    assert names[-1].startswith(NEWEST)


def test_a_full_disk_is_told_and_leaves_the_store_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    store = open_store(path)
    keep(store, TOLD)
    with store.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    long = report("2014-02-04", *[Said("Dawn Brigade", "rivalry", "Northern Front")] * 500)
    with pytest.raises(StoreError, match="disk is full"):
        keep(store, long)
    store.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM article").fetchall() == [(1,)]


def test_a_store_that_somebody_else_writes_to_is_busy(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    engine = _sqlite.engine_for(path, busy_ms=50)
    store = Store(engine, str(path))
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="try again"):
            keep(store, TOLD)
        other.execute("ROLLBACK")
    assert [one.news for one in keep(store, TOLD)] == ["new"]
    store.close()


def test_a_store_that_somebody_else_makes_at_this_moment_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path).close()
    # As it is between being made and being given its log.
    with sqlite3.connect(path, isolation_level=None, check_same_thread=False) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")
        release = Timer(0.3, other.execute, ["ROLLBACK"])
        release.start()
        store = open_store(path)
        release.join()
    assert [one.news for one in keep(store, TOLD)] == ["new"]
    store.close()


def test_a_store_of_the_first_form_gets_what_is_new_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    script = (files("allegiance.store.migrations.versions") / "r0001_ledgers.sql").read_text()
    with sqlite3.connect(path) as connection:
        for statement in script.split("\n\n"):
            connection.execute(statement)
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('r0001')")
        connection.execute(f"PRAGMA application_id = {_sqlite.APPLICATION_ID}")
        connection.execute("INSERT INTO run VALUES ('run-0', '0.1.0', 's', 'l', '[]')")
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT id FROM run").fetchall() == [("run-0",)]
        assert connection.execute("SELECT * FROM decision").fetchall() == []
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(NEWEST,)]
