"""The page that is handed on: opened from disk, with no server, and with no network to ask."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import grave
from tests.browser.looking import SECONDS, evidence
from tools.browsing import ROOT

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def handed_on(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("handed-on") / "map.html"
    words = ["export", "html", "--db", str(sample_store), "-o", str(path)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "allegiance", *words], check=True, env=env, timeout=SECONDS * 5
    )
    return path


@pytest.fixture
def page(handed_on: Path, visit: Visit) -> Page:
    """The page, without a network."""
    return visit(handed_on.as_uri(), offline=True)


def test_every_part_opens_from_disk(page: Page) -> None:
    parts = page.get_by_role("navigation", name="Parts").get_by_role("link")
    expect(parts.first).to_be_visible()
    for number in range(parts.count()):
        parts.nth(number).click()
        expect(page.get_by_role("heading").first).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
    assert parts.count() >= 4


def test_it_says_that_it_reports_and_does_not_establish(page: Page) -> None:
    expect(page.get_by_role("banner").or_(page.locator("header")).first).to_contain_text(
        re.compile("not established|reported", re.IGNORECASE)
    )


def test_a_mark_leads_to_its_sentence_and_report(page: Page) -> None:
    mark = page.get_by_role("group", name="Marks, each opens its evidence").get_by_role("button")
    mark.first.focus()
    mark.first.press("Enter")
    expect(evidence(page).first.locator("mark").first).to_be_visible()


def test_its_tables_lead_to_the_evidence_too(page: Page) -> None:
    page.get_by_role("navigation", name="Parts").get_by_role("link", name="Tables").click()
    page.get_by_role("button", name=re.compile(r"^\d+ claims?$")).first.click()
    expect(evidence(page).first).to_be_visible()


def test_it_has_no_serious_fault(page: Page) -> None:
    expect(page.get_by_role("heading").first).to_be_visible()
    assert grave(page) == []
