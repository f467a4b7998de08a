"""Reviewing by keyboard: decisions land in the store, and are taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import answer, ready

Visit = Callable[..., Page]


def test_decisions_by_keyboard_land_in_the_store_and_are_taken_back(
    told: str, visit: Visit
) -> None:
    page = begun(told, visit)
    page.keyboard.press("a")
    expect(acts(page)).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Undo: accepted"))).to_be_visible()
    assert states(told) == [("accepted", "stands", "Noor")]
    page.keyboard.press("r")
    expect(page.get_by_role("button", name=re.compile("^Undo: rejected"))).to_be_visible()
    assert len(states(told)) == 2
    page.keyboard.press("u")
    expect(page.get_by_text(re.compile("^undone, rejected"))).to_be_visible()
    assert ("rejected", "undone", "Noor") in states(told)
    page.keyboard.press("u")
    expect(page.get_by_text(re.compile("^undone, accepted"))).to_be_visible()
    assert {state for verdict, state, _ in states(told) if verdict == "accepted"} == {"undone"}


def test_what_was_undone_comes_up_again(told: str, visit: Visit) -> None:
    page = begun(told, visit)
    words = claim(page)
    page.keyboard.press("r")
    expect(acts(page)).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Undo: rejected"))).to_be_visible()
    assert claim(page) != words
    page.keyboard.press("u")
    expect(page.get_by_role("main").locator("article")).to_have_text(words)


def test_a_skipped_claim_is_not_decided(told: str, visit: Visit) -> None:
    page = begun(told, visit)
    words = claim(page)
    page.keyboard.press("s")
    expect(acts(page)).to_have_count(1)
    assert claim(page) != words
    assert states(told) == []


def test_keys_do_nothing_while_somebody_types(told: str, visit: Visit) -> None:
    page = begun(told, visit)
    page.get_by_role("combobox", name="Actor").press_sequentially("ara")
    expect(acts(page)).to_have_count(0)
    assert states(told) == []


def test_a_correction_is_kept_and_listed_among_the_decisions(told: str, visit: Visit) -> None:
    page = begun(told, visit)
    page.keyboard.press("c")
    form = page.get_by_role("form").or_(page.locator("form")).first
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Correct")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_role("button", name=re.compile("^Undo: accepted"))).to_be_visible()
    page.get_by_role("link", name="All decisions").click()
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(2)
    page.get_by_role("button", name=re.compile("^Undo: ")).click()
    expect(page.get_by_text("undone", exact=True)).to_be_visible()
    assert ("accepted", "undone", "Noor") in states(told)


def begun(address: str, visit: Visit) -> Page:
    """At the desk, signed in as Noor, with a claim to decide."""
    page = ready(visit(f"{address}/review"))
    page.get_by_role("combobox", name="Your name").or_(page.get_by_label("Your name")).first.fill(
        "Noor"
    )
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("toolbar", name="Decide")).to_be_visible()
    return page


def claim(page: Page) -> str:
    """Which claim is shown, with its report."""
    return str(page.get_by_role("main").locator("article").text_content())


def acts(page: Page) -> Locator:
    """What was decided in this session, a line each."""
    return page.get_by_role("region", name="Decided in this session").get_by_role("listitem")


def states(address: str) -> list[tuple[str, str, str]]:
    """Verdict, state and reviewer of each decision in the store, the latest first; undoing itself left out."""
    return [
        (row["decision"]["choice"]["verdict"], row["state"], row["decision"]["by"])
        for row in answer(address, "decisions")["rows"]
        if row["decision"]["choice"]["verdict"] != "undone"
    ]
