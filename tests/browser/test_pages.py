"""Every page: it loads without a fault, asks nobody else, and keeps nobody out; in both themes, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.barriers import grave
from tests.browser.looking import PAGES, details, ready

Visit = Callable[..., Page]
NARROW = {"width": 390, "height": 844}


@pytest.mark.parametrize("name", [*PAGES, "actor", "article", "event"])
def test_a_page_has_no_serious_fault(samples: str, visit: Visit, name: str) -> None:
    path = details(samples)[name] if name not in PAGES else name
    page = ready(visit(f"{samples}/{path}", color_scheme="light"))
    faults = {"light": grave(page)}
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    faults["dark"] = grave(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    ready(page)
    faults["narrow"] = grave(page)
    assert faults == {"light": [], "dark": [], "narrow": []}
    assert sideways(page) == 0


def test_the_evidence_panel_and_the_palette_have_no_serious_fault(
    samples: str, visit: Visit
) -> None:
    page = ready(visit(f"{samples}/claims"))
    page.get_by_role("row").nth(1).press("Enter")
    expect(page.get_by_role("article", name="Claim ")).to_be_visible()
    assert grave(page) == []
    page.keyboard.press("Control+k")
    page.get_by_role("textbox", name="Search").fill("Ansar")
    expect(page.get_by_role("dialog").get_by_role("button").first).to_be_visible()
    assert grave(page) == []


def test_an_address_that_leads_nowhere_says_so(samples: str, visit: Visit) -> None:
    page = visit(f"{samples}/nowhere")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert grave(page) == []


def test_one_gets_to_every_view_by_the_navigation_and_the_filter_goes_along(
    samples: str, visit: Visit
) -> None:
    page = ready(visit(f"{samples}/network?min_witnesses=2"))
    views = page.get_by_role("navigation", name="Views").get_by_role("link")
    for number in range(views.count()):
        views.nth(number).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert "min_witnesses=2" in page.url
    assert views.count() >= 12


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
