"""The one filter: in the address, over reload and back; the day moves by keyboard and by play."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import asked, ready

Visit = Callable[..., Page]


def test_what_is_chosen_stands_in_the_address_and_survives_reload_and_back(
    samples: str, visit: Visit
) -> None:
    page = ready(visit(f"{samples}/claims"))
    told = grid(page).get_attribute("aria-label")
    page.get_by_label("From", exact=True).fill("2013-06-01")
    page.wait_for_url("**from=2013-06-01**")
    expect(grid(page)).not_to_have_attribute("aria-label", str(told))
    since = grid(page).get_attribute("aria-label")
    page.get_by_label("To", exact=True).fill("2014-06-01")
    page.wait_for_url("**to=2014-06-01**")
    expect(grid(page)).not_to_have_attribute("aria-label", str(since))
    narrowed = grid(page).get_attribute("aria-label")
    page.reload()
    expect(grid(page)).to_have_attribute("aria-label", str(narrowed))
    expect(page.get_by_label("From", exact=True)).to_have_value("2013-06-01")
    page.go_back()
    page.go_back()
    expect(grid(page)).to_have_attribute("aria-label", str(told))
    assert asked(page, "from") == []


def test_an_address_that_cannot_be_used_says_what_it_wanted(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/network?on=yesterday&min_witnesses=many"))
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("on=yesterday")
    expect(alert).to_contain_text("wanted a day: 2014-02-10")
    expect(alert).to_contain_text("min_witnesses=many")


def test_the_day_moves_by_keyboard_and_the_map_and_the_address_follow(
    samples: str, visit: Visit
) -> None:
    page = ready(visit(f"{samples}/network?on=2014-02-10&as=table"))
    title = table(page).get_attribute("aria-label")
    slider = page.get_by_role("slider", name="Day")
    slider.focus()
    slider.press("ArrowRight")
    page.wait_for_url(re.compile(r"on=2014-03-"))
    expect(table(page)).not_to_have_attribute("aria-label", str(title))
    slider.blur()
    page.keyboard.press("[")
    page.wait_for_url(re.compile(r"on=2014-02-"))


def test_play_goes_on_day_by_day_until_it_is_paused(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/network?on=2013-01-10", reduced_motion="no-preference"))
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(re.compile(r"on=2013-03-"))
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    slider = page.get_by_role("slider", name="Day")
    # The last step may still be on its way to the screen.
    page.wait_for_timeout(1500)
    told = slider.get_attribute("aria-valuetext")
    page.wait_for_timeout(1500)
    expect(slider).to_have_attribute("aria-valuetext", str(told))


def test_reset_takes_everything_back(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/claims?from=2013-06-01&min_confidence=0.9&kind=alliance"))
    page.get_by_role("button", name="Reset the filter").first.click()
    expect(page).to_have_url(f"{samples}/claims")


def grid(page: Page) -> Locator:
    return page.get_by_role("grid")


def table(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^Relations on")).last
