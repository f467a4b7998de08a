"""Adding reports: pasted, as files, and such as were written to do harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import SECONDS, answer, evidence, ready
from tests.browser.watching import SENTINEL

Visit = Callable[..., Page]
# The reader is loaded first, which takes a busy machine its time.
READING_MS = 180_000
SAYS = "On Monday the Dawn Brigade pledged allegiance to the Northern Front in Aleppo, a spokesman said."
OVERRIDE = "\u202e"
HOSTILE = f"""\
<script>window.{SENTINEL} = 1; alert(1)</script><img src=x onerror="window.{SENTINEL} = 2">
<svg onload="window.{SENTINEL} = 3"><a href="javascript:window.{SENTINEL} = 4">here</a>
</script><script>alert(2)</script> {OVERRIDE}drow desrever a{OVERRIDE} &lt;b&gt; ' " ` ${{7*7}} {{{{7*7}}}}
[link](javascript:alert(3)) <iframe src="https://example.invalid/"></iframe>
<style>body {{ display: none }}</style><meta http-equiv="refresh" content="0;url=https://example.invalid/">
"""
PARAGRAPH = f"{SAYS} {HOSTILE}\n\n"
TWO_MEGABYTES = 2 * 1024 * 1024


@pytest.fixture
def adding(told: str, visit: Visit) -> tuple[str, Page]:
    return told, ready(visit(f"{told}/add"))


def test_a_pasted_text_is_read_and_leads_to_its_article(adding: tuple[str, Page]) -> None:
    address, page = adding
    before = answer(address, "about")["articles"]
    page.get_by_label("Text").fill(SAYS)
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
    page.get_by_label("Text").fill(SAYS)
    page.get_by_label("Published on").last.fill("last week")
    expect(page.get_by_text("Write it as 2014-02-10")).to_be_visible()
    expect(page.get_by_role("button", name="Read it")).to_be_disabled()


def test_a_hostile_report_is_shown_as_the_text_that_it_is(adding: tuple[str, Page]) -> None:
    """Two megabytes of it; that nothing was asked of others and no dialog opened is seen to by the watch."""
    address, page = adding
    report = {
        "text": (PARAGRAPH * (TWO_MEGABYTES // len(PARAGRAPH) + 1))[:TWO_MEGABYTES],
        "title": f"<img src=x onerror=alert(4)>{OVERRIDE}eltit",
        "publisher": "<script>alert(5)</script>",
        "published": "2014-02-04",
        "url": "https://example.invalid/",
    }
    article = added(address, report)
    page.goto(f"{address}/articles/{article}")
    text = page.get_by_role("region", name="The report and what was read in it")
    expect(text).to_contain_text(
        "<script>window.hostile = 1; alert(1)</script>", timeout=READING_MS
    )
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=alert(4)>")
    for path in ("articles", "claims", "network?on=2014-02-10&as=table", "conflicts"):
        page.goto(f"{address}/{path}")
        ready(page)
    assert OVERRIDE not in page.content()
    assert page.evaluate(f"typeof window.{SENTINEL}") == "undefined"


def added(address: str, report: dict[str, str]) -> str:
    """Add a report by the API; the id of its article, once it is read."""
    sent = httpx.post(
        f"{address}/api/v1/articles", json=report, headers={"Origin": address}, timeout=SECONDS
    )
    sent.raise_for_status()
    while True:
        job = answer(address, f"jobs/{sent.json()['job']}")
        if job["state"] not in ("waiting", "reading"):
            assert job["state"] == "done", job
            return str(job["articles"][0]["article_id"])
