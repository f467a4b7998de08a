"""What keeps somebody from using a page, as axe finds it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

GRAVE = ("serious", "critical")
# Colours are judged once they have arrived.
SETTLE_MS = 2000


def grave(page: Page) -> list[str]:
    """The serious faults of a page, with where they are; what only fades in or out is none."""
    return _found(page) and _found(page, after_ms=SETTLE_MS)


def _found(page: Page, *, after_ms: int = 0) -> list[str]:
    page.wait_for_timeout(after_ms)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]
