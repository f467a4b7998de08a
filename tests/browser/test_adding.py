"""Adding reports: pasted, and as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import answer, evidence, ready

Visit = Callable[..., Page]
# The reader is loaded first, which takes a busy machine its time.
READING_MS = 180_000
SAYS = "On Monday the Dawn Brigade pledged allegiance to the Northern Front in Aleppo, a spokesman said."


@pytest.fixture
def adding(growing: str, visit: Visit) -> tuple[str, Page]:
    """The server, and its page for adding."""
    return growing, ready(visit(f"{growing}/add"))


def test_a_pasted_text_is_read_and_leads_to_its_article(adding: tuple[str, Page]) -> None:
    address, page = adding
    before = answer(address, "about")["articles"]
    page.get_by_role("textbox", name="Text").fill(SAYS)
    page.get_by_label("Title").fill("A pledge")
    page.get_by_label("Published on").last.fill("2014-02-04")
    page.get_by_role("button", name="Read it").click()
    job = page.get_by_role("article", name="Pasted text")
    link = job.get_by_role("link", name="A pledge")
    link.wait_for(timeout=READING_MS)
    assert answer(address, "about")["articles"] == before + 1
    link.click()
    text = page.get_by_role("region", name="The report and what was read in it")
    expect(text).to_contain_text("pledged allegiance to the Northern Front")
    page.get_by_role("button", name="Evidence of ").first.click()
    expect(evidence(page).first).to_contain_text("Dawn Brigade")


def test_files_are_read_and_what_cannot_be_is_named_with_what_to_do(
    adding: tuple[str, Page], tmp_path: Path
) -> None:
    _, page = adding
    good, bad, other = tmp_path / "good.txt", tmp_path / "bad.jsonl", tmp_path / "film.mp4"
    good.write_text(SAYS, encoding="utf-8")
    bad.write_text("{broken\n", encoding="utf-8")
    other.write_bytes(b"\0")
    page.locator('input[type="file"]').set_input_files([good, bad, other])
    expect(page.get_by_role("alert")).to_contain_text("film.mp4")
    page.get_by_role("button", name="Read 2 files").click()
    job = page.get_by_role("article", name="good.txt and 1 more")
    job.get_by_role("link").first.wait_for(timeout=READING_MS)
    expect(job.get_by_role("alert")).to_contain_text("bad.jsonl", timeout=READING_MS)


def test_a_day_that_is_none_is_refused_before_anything_is_sent(adding: tuple[str, Page]) -> None:
    _, page = adding
    page.get_by_role("textbox", name="Text").fill(SAYS)
    page.get_by_label("Published on").last.fill("last week")
    expect(page.get_by_text("Write it as 2014-02-10")).to_be_visible()
    expect(page.get_by_role("button", name="Read it")).to_be_disabled()
