"""What tests of the API share: a store made by hand, in a file, and somebody who asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from allegiance import session
from allegiance.faces.http.app import build
from allegiance.faces.http.holding import Held
from allegiance.store.store import open_store
from tests.export.told import REPORTS
from tests.telling import keep

HERE = "http://localhost:8000"


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the made reports; copy it before anything is written."""
    path = tmp_path_factory.mktemp("told") / "told.db"
    store = open_store(path)
    keep(store, *REPORTS)
    store.close()
    return path


@pytest.fixture
def db(told: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    path = tmp_path / "war.db"
    path.write_bytes(told.read_bytes())
    return path


@pytest.fixture
def api(db: Path) -> Iterator[TestClient]:
    """Who asks a server over that store; Mara runs it."""
    yield from asking(db)


@pytest.fixture(scope="module")
def quiet(told: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The same for tests that write nothing, which share one."""
    path = tmp_path_factory.mktemp("quiet") / "war.db"
    path.write_bytes(told.read_bytes())
    yield from asking(path)


def asking(db: Path) -> Iterator[TestClient]:
    with session.open(db, create=False) as store:
        app = build(Held(store, by="Mara", location=str(db)))
        with TestClient(app, base_url=HERE) as client:
            yield client
