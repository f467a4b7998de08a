"""Tables, and what can be taken away from them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import SECONDS, answer, details, ready

Visit = Callable[..., Page]


@pytest.mark.parametrize("name", ["claims", "events"])
def test_the_file_that_is_saved_is_what_the_api_gives(
    samples: str, visit: Visit, tmp_path: Path, name: str
) -> None:
    page = ready(visit(f"{samples}/{name}?from=2013-01-01&to=2014-12-31"))
    with page.expect_download() as saving:
        page.get_by_role("link", name="CSV").click()
    saving.value.save_as(tmp_path / "saved.csv")
    query = {"from": "2013-01-01", "to": "2014-12-31"}
    given = httpx.get(f"{samples}/api/v1/{name}.csv", params=query, timeout=SECONDS)
    assert (tmp_path / "saved.csv").read_bytes() == given.content
    rows = list(csv.DictReader(io.StringIO(given.text.lstrip("\ufeff"))))
    total = answer(samples, name, **query)["total"]
    assert len(rows) == total > 0
    expect(page.get_by_role("grid")).to_have_attribute("aria-rowcount", str(total + 1))


def test_events_are_sorted_by_a_heading_and_the_file_is_too(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/events"))
    page.get_by_role("columnheader", name="Confidence").get_by_role("button").click()
    page.wait_for_url("**sort=-confidence**")
    first = answer(samples, "events", sort="-confidence", limit=1)["rows"][0]["event"]
    assert first != answer(samples, "events", limit=1)["rows"][0]["event"]
    top = page.get_by_role("grid").get_by_role("row").nth(1)
    expect(top.get_by_role("link", name="report").first).to_have_attribute(
        "href", re.compile(first["id"])
    )
    assert "sort=-confidence" in (page.get_by_role("link", name="CSV").get_attribute("href") or "")


def test_a_file_of_conflicts_holds_the_kinds_that_are_shown(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/conflicts?about=who&about=toll"))
    shown = answer(samples, "conflicts", about=["who", "toll"])
    expect(page.locator("article")).to_have_count(len(shown["rows"]))
    href = page.get_by_role("link", name="CSV").get_attribute("href") or ""
    assert parse_qs(urlsplit(href).query)["about"] == ["who", "toll"]


def test_a_profile_offers_the_filter_that_acts_there(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/{details(samples)['actor']}"))
    fields = page.get_by_role("search", name="Filter")
    expect(fields.get_by_label("Known by", exact=True)).to_be_visible()
    expect(fields.locator("input")).to_have_count(1)


def test_rows_are_walked_by_keyboard_to_the_last(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/claims"))
    total = answer(samples, "claims", limit=1)["total"]
    page.get_by_role("grid").get_by_role("row").nth(1).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[role=grid] tr:focus")).to_have_attribute("aria-rowindex", "3")
    page.keyboard.press("End")
    last = page.locator(f'[aria-rowindex="{min(total, 100) + 1}"]')
    expect(last).to_be_focused()


def test_words_narrow_the_claims_and_stand_in_the_address(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/claims?q=ceasefire"))
    total = answer(samples, "claims", q="ceasefire", limit=1)["total"]
    assert 0 < total < answer(samples, "claims", limit=1)["total"]
    expect(page.get_by_role("grid")).to_have_attribute("aria-rowcount", str(total + 1))


def test_what_changed_can_be_asked_of_the_world_and_of_what_was_known(
    samples: str, visit: Visit
) -> None:
    page = ready(visit(f"{samples}/changes?from=2013-01-01&to=2014-12-31"))
    told = page.get_by_role("status").filter(has_text="as reports tell")
    expect(told).to_contain_text("from 1 Jan 2013 to 31 Dec 2014")
    expect(page.get_by_role("listitem").first).to_be_visible()
    page.get_by_text("In what was known").click()
    page.wait_for_url("**known_from=2013-01-01**")
    expect(page.get_by_role("status").filter(has_text="in what was known")).to_be_visible()


def test_conflicts_put_what_is_said_side_by_side(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/conflicts"))
    first = answer(samples, "conflicts")["rows"][0]
    card = page.locator("article").first
    expect(card.get_by_role("region")).to_have_count(len(first["sides"]))
    assert len(first["sides"]) >= 2


def test_the_listed_conflicts_are_those_of_the_api(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/conflicts"))
    found = answer(samples, "conflicts")
    expect(page.locator("article")).to_have_count(len(found["rows"]))


@pytest.mark.parametrize("name", ["articles", "actors"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_cell_stands_under_its_heading(
    samples: str, visit: Visit, name: str, width: int
) -> None:
    page = ready(visit(f"{samples}/{name}", viewport={"width": width, "height": 844}))
    table = page.get_by_role("table").first
    heads = edges(table.locator("thead th:visible"))
    cells = edges(table.locator("tbody tr").first.locator("td:visible"))
    assert heads == cells
    assert len(heads) >= 3


def edges(cells: Locator) -> list[tuple[int, int]]:
    """From where to where they reach across the page, in pixels."""
    boxes = [one.bounding_box() for one in cells.all()]
    return [(round(box["x"]), round(box["x"] + box["width"])) for box in boxes if box]
