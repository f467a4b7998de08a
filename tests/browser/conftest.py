"""What the browser tests share: servers of the real kind over stores, one browser, and pages that are watched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from allegiance.store.store import open_store
from tests.browser.watching import Watch
from tests.export.told import REPORTS
from tests.telling import keep
from tools import browsing

ROOT = Path(__file__).parents[2]
# A store of the sample reports that is there already; reading them takes a minute.
VARIABLE = "ALLEGIANCE_SAMPLES"
# A busy machine takes its time.
WAIT_MS = 30_000
expect.set_options(timeout=WAIT_MS)
DESK = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser."""
    with browsing.browser() as running:
        yield running


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample reports; copy it before anything is written."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    if there := os.environ.get(VARIABLE):
        shutil.copy(there, path)
    else:
        browsing.read_reports(ROOT / "samples", path)
    return path


@pytest.fixture(scope="session")
def samples(sample_store: Path) -> Iterator[str]:
    """The address of a server over the sample reports, for tests that write nothing."""
    with browsing.served(sample_store) as address:
        yield address


@pytest.fixture(scope="session")
def told_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of reports made by hand; copy it before anything is written."""
    path = tmp_path_factory.mktemp("told") / "told.db"
    store = open_store(path)
    keep(store, *REPORTS)
    store.close()
    return path


@pytest.fixture(scope="module")
def growing(told_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a copy of it, for tests of one file that add to it: the reader is loaded once."""
    path = tmp_path_factory.mktemp("growing") / "told.db"
    shutil.copy(told_store, path)
    with browsing.served(path) as address:
        yield address


@pytest.fixture
def told(told_store: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server over a copy of it, for one test that writes."""
    path = tmp_path / "told.db"
    shutil.copy(told_store, path)
    with browsing.served(path) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a browser of one's own: `visit(samples + "/lanes", color_scheme="dark")`.

    Whatever goes wrong on the page, and whatever it asks of others than its own server, fails the test at its end.
    """
    contexts: list[tuple[BrowserContext, Watch]] = []

    def open_page(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        context.set_default_timeout(WAIT_MS)
        watch = Watch(address)
        contexts.append((context, watch))
        page = watch.over(context)
        page.goto(address)
        return page

    yield open_page
    for context, _ in contexts:
        context.close()
    for _, watch in contexts:
        watch.check()
