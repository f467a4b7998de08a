"""How a user finds what a test looks at."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from playwright.sync_api import Locator, Page, expect

# Every page that has an address of its own, without what stands behind an id.
PAGES = (
    "network",
    "lanes",
    "map",
    "actors",
    "claims",
    "events",
    "conflicts",
    "changes",
    "articles",
    "review",
    "decisions",
    "add",
    "codebook",
)
# A busy machine takes its time.
SECONDS = 60


def ready(page: Page) -> Page:
    """Wait until a view has its answers."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("status", name="Loading")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    return page


def panel(page: Page) -> Locator:
    """The evidence panel."""
    return page.get_by_role("complementary", name="Evidence", exact=True)


def evidence(page: Page) -> Locator:
    """The claims that it shows."""
    return panel(page).get_by_role("article", name="Claim ")


def asked(page: Page, name: str) -> list[str]:
    """What a parameter of the page's address says."""
    return parse_qs(urlsplit(page.url).query).get(name, [])


def answer(address: str, path: str, **query: str | int | list[str]) -> Any:
    """What the API gives, as JSON."""
    found = httpx.get(f"{address}/api/v1/{path}", params=query, timeout=SECONDS)
    found.raise_for_status()
    return found.json()


def details(address: str) -> dict[str, str]:
    """The pages of one thing each: an actor, an article and an event that much is told of."""
    actor = answer(address, "actors", limit=1)["rows"][0]["actor"]["id"]
    articles = answer(address, "articles")["rows"]
    article = max(articles, key=lambda row: row["claims"])["report"]["article_id"]
    events = answer(address, "events")["rows"]
    event = max(events, key=lambda row: row["event"]["reports"])["event"]["id"]
    return {
        "actor": f"actors/{actor}",
        "article": f"articles/{article}",
        "event": f"events/{event}",
    }
