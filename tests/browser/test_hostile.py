"""A report that was written to do harm: shown as the text that it is, everywhere, and without delay.

That nothing was asked of others, that no dialog opened and that the browser had nothing to refuse is seen to by the watch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from allegiance.records.bundle import Bundle
from allegiance.store.store import open_store
from tests.browser.looking import answer, evidence, ready
from tests.browser.watching import SENTINEL
from tests.telling import Said, keep, report
from tools import browsing

Visit = Callable[..., Page]
OVERRIDE = "\u202e"
NAME = f"Storm <img src=x onerror='window.{SENTINEL} = 5'>{OVERRIDE}Legion"
TITLE = f"<img src=x onerror=alert(4)>{OVERRIDE}eltit"
PUBLISHER = "<script>alert(5)</script>"
SCRIPT = f"<script>window.{SENTINEL} = 1; alert(1)</script>"
HARM = f"""\
{SCRIPT}<img src=x onerror="window.{SENTINEL} = 2">
<svg onload="window.{SENTINEL} = 3"><a href="javascript:window.{SENTINEL} = 4">here</a>
</script><script>alert(2)</script> {OVERRIDE}drow desrever a &lt;b&gt; ' " ` ${{7*7}} {{{{7*7}}}}
[link](javascript:alert(3)) <iframe src="https://example.invalid/"></iframe>
<style>body {{ display: none }}</style><meta http-equiv="refresh" content="0;url=https://example.invalid/">
\u2066\u200fmarks without an end, and an emoji \U0001f9e8

"""
# As long as a text may be.
LENGTH = 2_000_000
END = "\n\nThese are the last words of it."
# Somebody who opens it waits no longer than this, on a busy machine.
OPENING_MS = 20_000
PAGES = (
    "network?on=2014-02-10",
    "network?on=2014-02-10&as=table",
    "lanes",
    "actors",
    "claims",
    "articles",
    "conflicts",
    "changes",
    "review",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a store that holds it."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    store = open_store(path)
    keep(store, *written())
    store.close()
    with browsing.served(path) as address:
        yield address


def written() -> Iterator[Bundle]:
    """A long report and its denial, with harm in every field."""
    said = Said(NAME, "alliance", "Dawn Brigade", "begins", speaker="General Rook")
    for day, one in (("2014-02-04", said), ("2014-02-05", replace(said, stance="denied"))):
        bundle = report(day, one, publisher=PUBLISHER, title=TITLE)
        assert bundle.article is not None
        text = bundle.article.text + "\n\n" + HARM * (LENGTH // len(HARM) + 1)
        yield replace(bundle, article=replace(bundle.article, text=text[: LENGTH - len(END)] + END))


def article(address: str) -> str:
    """The address of the first of them."""
    rows = answer(address, "articles")["rows"]
    return f"{address}/articles/{rows[0]['report']['article_id']}"


def test_two_megabytes_of_it_are_text(hostile: str, visit: Visit) -> None:
    page = visit(article(hostile))
    text = page.get_by_role("region", name="The report and what was read in it")
    expect(text).to_contain_text(SCRIPT, timeout=OPENING_MS)
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=alert(4)>")
    # The text is drawn in parts, and to its end.
    expect(text).to_contain_text(END.strip(), timeout=OPENING_MS)
    harmless(page)


def test_its_evidence_opens_beside_it_and_it_still_scrolls(hostile: str, visit: Visit) -> None:
    page = visit(article(hostile))
    page.get_by_role("button", name="Evidence of ").first.click()
    expect(evidence(page).first).to_contain_text("onerror=")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    expect(page.get_by_role("table").first).to_be_visible(timeout=OPENING_MS)
    harmless(page)


@pytest.mark.parametrize("path", PAGES)
def test_it_harms_no_other_page(hostile: str, visit: Visit, path: str) -> None:
    page = visit(f"{hostile}/{path}")
    harmless(ready(page))


def test_the_palette_finds_it_as_text(hostile: str, visit: Visit) -> None:
    page = ready(visit(f"{hostile}/codebook"))
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Search").fill("Storm")
    expect(page.get_by_role("dialog").get_by_text("onerror=").first).to_be_visible()
    harmless(page)


def harmless(page: Page) -> None:
    """Nothing of it ran, and no override of the direction of writing got onto the page."""
    assert page.evaluate(f"typeof window.{SENTINEL}") == "undefined"
    assert page.locator("main img, main iframe, main script, main svg[onload]").count() == 0
    assert OVERRIDE not in page.locator("body").inner_text()
