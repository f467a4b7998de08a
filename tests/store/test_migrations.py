"""A store of the form before this one is brought to it: what it keeps of its map and its conflicts is found anew, once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from allegiance.session import Session
from allegiance.store import _sqlite
from allegiance.store.contested import found_from
from allegiance.store.migrate import MIGRATIONS, NEWEST
from allegiance.store.store import Store, in_memory, open_store
from tests.telling import Said, keep, report

TOLD = (
    report("2014-05-01", Said("Hill Brigade", "affiliate", "Reed Front"), publisher="Wire"),
    report("2014-05-02", Said("Hill Brigade", "affiliate", "Reed Front", stance="denied")),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as r0006 made it, with what it kept of an atlas and of conflicts."""
    path = tmp_path / "old.db"
    engine = _sqlite.engine_for(path)
    script = ScriptDirectory(str(MIGRATIONS))
    steps = EnvironmentContext(
        Config(), script, fn=lambda have, _: script._upgrade_revs("r0006", have)
    )
    with _sqlite.writing(engine) as connection, steps:
        connection.exec_driver_sql(f"PRAGMA application_id = {_sqlite.APPLICATION_ID}")
        steps.configure(connection=connection)
        steps.run_migrations()
    store = Store(engine, str(path))
    keep(store, *TOLD)
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO atlas_head VALUES ('old', 2, 4, 0, 0)")
        connection.exec_driver_sql("INSERT INTO atlas_conflict_head VALUES ('old', 2, 4, 0)")
        connection.exec_driver_sql("INSERT INTO atlas_conflict VALUES (0, '[]')")
    store.close()
    return path


def form_of(path: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE name LIKE '%atlas%' ORDER BY name"
        ).fetchall()


def test_it_has_the_form_of_a_new_one_and_gives_its_answers(old: Path, tmp_path: Path) -> None:
    store = open_store(old)
    assert found_from(store) is None
    new = in_memory()
    keep(new, *TOLD)
    assert Session(store).conflicts() == Session(new).conflicts() != ()
    assert Session(store).network() == Session(new).network()
    store.close()
    open_store(tmp_path / "new.db").close()
    assert form_of(old) == form_of(tmp_path / "new.db")
    with sqlite3.connect(old) as connection:
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [(NEWEST,)]
