"""The palette, and the codebook that every label leads to."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import answer, details, ready

Visit = Callable[..., Page]


def test_the_palette_finds_an_actor_by_keyboard_from_anywhere(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/codebook"))
    actor = answer(samples, "actors", limit=1)["rows"][0]["actor"]
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Search").fill(actor["name"])
    expect(page.get_by_role("dialog").get_by_text(actor["name"]).first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/**")
    expect(page.get_by_role("heading", level=1)).to_have_text(actor["name"])


def test_the_palette_finds_pages_and_words_of_reports(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/network"))
    page.get_by_role("button", name="Search").click()
    search = page.get_by_role("textbox", name="Search")
    search.fill("conflicts")
    expect(page.get_by_role("dialog").get_by_text("Claims that cannot both hold")).to_be_visible()
    search.fill("ceasefire")
    expect(page.get_by_role("dialog").locator("mark").first).to_have_text(
        re.compile("cease-?fire", re.IGNORECASE)
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_label_leads_to_its_entry_in_the_codebook(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/{details(samples)['event']}"))
    link = page.locator('a[href*="/codebook#"], a[href*="/codebook?"]').first
    anchor = str(link.get_attribute("href")).partition("#")[2]
    link.click()
    entry = page.locator(f'[id="{anchor}"]')
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()


def test_the_codebook_tells_every_predicate(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/codebook"))
    predicates = answer(samples, "codebook")["predicates"]
    expect(page.locator("article")).to_have_count(len(predicates))
    for entry in predicates:
        expect(page.get_by_text(entry["definition"]).first).to_be_attached()
