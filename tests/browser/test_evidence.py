"""From anything to what it rests on in two clicks at most, in every view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from allegiance.store.store import open_store
from tests.browser.looking import answer, details, evidence, panel, ready
from tests.telling import Said, keep, report
from tools import browsing

Visit = Callable[..., Page]
CLAIMS = re.compile(r"^\d+ claims?$")
# More than the panel shows at once.
MANY = 130


def of_a_listed_tie(page: Page) -> None:
    page.get_by_text(re.compile(r"^Relations \d+$")).click()
    page.get_by_role("listbox", name="Relations").get_by_role("option").first.click()


def of_a_mark(page: Page) -> None:
    marks = page.get_by_role("group", name="Marks, each opens its evidence")
    mark = marks.get_by_role("button").first
    mark.focus()
    mark.press("Enter")


def of_a_place(page: Page) -> None:
    page.get_by_text("Table", exact=True).click()
    page.get_by_role("button", name=CLAIMS).first.click()


def of_a_row(page: Page) -> None:
    cells = page.get_by_role("grid").get_by_role("row").nth(1).get_by_role("gridcell")
    # An actor's name is a link to the actor.
    cells.filter(has_not=page.get_by_role("link")).first.click()


def of_a_button(page: Page) -> None:
    page.get_by_role("button", name=CLAIMS).first.click()


def of_a_footnote(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Source 1: ")).first.click()


def of_lit_words(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Evidence of ")).first.click()


def of_a_predicate(page: Page) -> None:
    page.get_by_role("link", name="Claims of this kind").first.click()
    of_a_row(page)


WAYS: dict[str, Callable[[Page], None]] = {
    "network?on=2014-02-10": of_a_listed_tie,
    "network?on=2014-02-10&as=table": of_a_button,
    "lanes": of_a_mark,
    "map": of_a_place,
    "claims": of_a_row,
    "events": of_a_row,
    "conflicts": of_a_button,
    "changes": of_a_button,
    "codebook": of_a_predicate,
    "actor": of_a_footnote,
    "article": of_lit_words,
}


@pytest.mark.parametrize("path", WAYS)
def test_two_clicks_lead_to_the_sentence_and_its_report(
    samples: str, visit: Visit, path: str
) -> None:
    page = ready(visit(f"{samples}/{details(samples).get(path, path)}"))
    WAYS[path](page)
    first = evidence(page).first
    expect(first).to_be_visible()
    expect(first.locator("mark").first).to_be_visible()
    expect(first.get_by_role("link").last).to_have_attribute("href", re.compile("^/articles/"))
    expect(panel(page).get_by_role("heading", level=2)).to_be_focused()


def test_an_event_shows_its_reports_at_once(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/{details(samples)['event']}"))
    expect(page.get_by_role("article", name="Claim ").first).to_be_visible()


def test_the_panel_is_in_the_address_and_escape_closes_it(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/claims"))
    row = page.get_by_role("grid").get_by_role("row").nth(1)
    row.focus()
    row.press("Enter")
    expect(evidence(page)).to_have_count(1)
    name = str(evidence(page).get_attribute("aria-label"))
    page.reload()
    expect(evidence(page)).to_have_attribute("aria-label", name)
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    assert "evidence" not in page.url
    page.go_back()
    expect(evidence(page)).to_have_count(1)


def test_a_claim_leads_into_its_article_where_its_words_are_lit(samples: str, visit: Visit) -> None:
    page = ready(visit(f"{samples}/claims"))
    of_a_row(page)
    evidence(page).get_by_role("link").last.click()
    ready(page)
    expect(page.get_by_role("region", name="The report and what was read in it")).to_be_visible()
    expect(page.get_by_role("complementary", name="Claims of this report")).to_be_visible()
    assert "/articles/" in page.url


@pytest.fixture(scope="module")
def much_told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over a store in which many reports tell of one tie."""
    path = tmp_path_factory.mktemp("much") / "much.db"
    first = date(2014, 1, 1)
    said = Said("Dawn Brigade", "alliance", "Northern Front")
    store = open_store(path)
    keep(store, *(report(str(first + timedelta(days=n)), said) for n in range(MANY)))
    store.close()
    with browsing.served(path) as address:
        yield address


def test_the_panel_shows_a_hundred_claims_and_the_others_when_asked(
    much_told: str, visit: Visit
) -> None:
    page = ready(visit(f"{much_told}/{details_of_first(much_told)}"))
    page.get_by_role("button", name=f"{MANY} reports, ").first.click()
    expect(evidence(page)).to_have_count(100)
    panel(page).get_by_role("button", name=f"30 more claims of {MANY}").click()
    expect(evidence(page)).to_have_count(MANY)
    expect(panel(page).get_by_role("button", name="more claims")).to_have_count(0)


def details_of_first(address: str) -> str:
    """The page of the actor that most reports name."""
    actor: str = answer(address, "actors", limit=1)["rows"][0]["actor"]["id"]
    return f"actors/{actor}"
