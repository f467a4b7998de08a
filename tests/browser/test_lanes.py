"""Lanes: what is out of sight is not drawn, and is there once somebody comes to it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

Visit = Callable[..., Page]
# So little of the picture is in sight that most of it is not drawn.
LOW = {"width": 1280, "height": 640}


def _lanes(visit: Visit, samples: str) -> tuple[Page, Locator]:
    page = visit(f"{samples}/lanes", viewport=LOW)
    area = page.get_by_role("region", name="Lanes;")
    expect(area.locator("[data-mark]").first).to_be_visible()
    return page, area


def _drawn(area: Locator) -> set[str]:
    marks = area.locator("[data-mark]")
    found: list[str] = marks.evaluate_all("marks => marks.map((one) => one.dataset.mark)")
    return set(found)


def test_keys_reach_what_is_out_of_sight(samples: str, visit: Visit) -> None:
    page, area = _lanes(visit, samples)
    first = _drawn(area)
    area.focus()
    reached = []
    for _ in range(len(first) + 20):
        page.keyboard.press("j")
        mark = page.locator("[data-mark]:focus")
        expect(mark).to_be_visible()
        reached.append(mark.get_attribute("data-mark"))
    assert len(set(reached)) == len(reached)
    assert set(reached) - first


def test_what_is_scrolled_to_is_drawn(samples: str, visit: Visit) -> None:
    _, area = _lanes(visit, samples)
    first = _drawn(area)
    area.evaluate("area => area.scrollTo(0, area.scrollHeight)")
    # What is new comes before or after the rest goes, as the picture learns its size while it is scrolled.
    area.page.wait_for_function(
        """known => {
            const drawn = [...document.querySelectorAll("[data-mark]")].map((one) => one.dataset.mark);
            return drawn.some((one) => !known.includes(one)) && known.some((one) => !drawn.includes(one));
        }""",
        arg=sorted(first),
    )


def test_on_paper_there_is_room_for_all(samples: str, visit: Visit) -> None:
    page, area = _lanes(visit, samples)
    first = _drawn(area)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert _drawn(area) > first
