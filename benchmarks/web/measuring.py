"""Times what somebody in front of the screen waits for: a view that opens, and a filter that is changed."""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

VIEWS = (
    "network",
    "lanes",
    "map",
    "actors",
    "actor",
    "claims",
    "events",
    "conflicts",
    "changes",
    "articles",
    "article",
    "review",
)
WIDE = {"width": 1280, "height": 800}
WAIT_MS = 120_000
# Nothing is asked for and nothing moves for so long: then the page is taken to be done.
QUIET_MS = 600
# How often it is looked whether that is so.
LOOK_MS = 50
# Days of knowledge that the filter is set to, as shares of the time that the store tells of; none twice, so that
# no answer has been asked for before.
SHARES = (0.97, 0.9, 0.82, 0.71, 0.63)
# In the page: what is under way, when something last came or moved, and when somebody last typed.
CLOCK = """
window.clock = {asked: 0, last: 0, typed: 0, useful: 0};
const now = () => performance.now();
const real = window.fetch.bind(window);
window.fetch = (...words) => {
  clock.asked += 1;
  return real(...words).finally(() => { clock.asked -= 1; clock.last = now(); });
};
document.addEventListener('input', () => { clock.typed = now(); clock.last = now(); }, true);
const look = () => {
  clock.last = now();
  if (clock.useful) return;
  const view = document.getElementById('view');
  const waits = document.querySelector('[role=status][aria-label=Loading]');
  if (view?.querySelector('h1') && view.innerText.length > 60 && !waits) requestAnimationFrame(() => { clock.useful ||= now(); });
};
new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
"""
QUIET = f"clock.useful && !clock.asked && performance.now() - clock.last > {QUIET_MS}"


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of one view; medians.

    Attributes:
        paint: until something is to be seen (first contentful paint).
        useful: until the view shows its answer.
        change: from a change of the filter until nothing moves any more; None where no filter holds.
        work: of the processor for that, in the page; what else runs on the machine hardly counts.
    """

    view: str
    paint: float
    useful: float
    change: float | None
    work: float | None


def timings(
    running: Browser, address: str, *, runs: int, views: tuple[str, ...]
) -> Iterator[Timing]:
    """Each view, opened so often in a browser that knows nothing of it yet."""
    about = answer(address, "about")
    span = (date.fromisoformat(about["first_day"]), date.fromisoformat(about["last_day"]))
    paths = {view: view for view in VIEWS} | one_each(address)
    for view in views or VIEWS:
        url = f"{address}/{paths[view]}"
        opened = [_opened(running, url) for _ in range(runs)]
        changed = _changed(running, url, span)
        yield Timing(
            view,
            median(paint for paint, _ in opened),
            median(useful for _, useful in opened),
            median(took for took, _ in changed) if changed else None,
            median(work for _, work in changed) if changed else None,
        )


def one_each(address: str) -> dict[str, str]:
    """The pages of one thing: of the actor and the article that come first."""
    actor = answer(address, "actors?limit=1")["rows"][0]["actor"]["id"]
    article = answer(address, "articles?limit=1")["rows"][0]["report"]["article_id"]
    return {"actor": f"actors/{actor}", "article": f"articles/{article}"}


def answer(address: str, path: str) -> Any:
    """What the API gives, as JSON."""
    with urllib.request.urlopen(f"{address}/api/v1/{path}") as found:
        return json.load(found)


def _opened(running: Browser, url: str) -> tuple[float, float]:
    page = _page(running, url)
    paint: float = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    )
    useful: float = page.evaluate("clock.useful")
    page.context.close()
    return paint, useful


def _changed(running: Browser, url: str, span: tuple[date, date]) -> list[tuple[float, float]]:
    """Milliseconds that passed, and those of the processor, of each change; none where there is no such field."""
    page = _page(running, url)
    # Looked for once: to find it by its label goes through all that is on the page.
    field = page.get_by_label("Known by", exact=True).element_handles()
    found = []
    if field:
        watch = page.context.new_cdp_session(page)
        watch.send("Performance.enable", {"timeDomain": "threadTicks"})
        for share in SHARES:
            day = span[0] + timedelta(days=int((span[1] - span[0]).days * share))
            before = _work_ms(watch)
            field[0].fill(day.isoformat())
            page.wait_for_timeout(50)
            _wait(page)
            took = float(page.evaluate("clock.last - clock.typed"))
            found.append((took, _work_ms(watch) - before))
    page.context.close()
    return found


def _work_ms(watch: CDPSession) -> float:
    """What the page's main thread has used of the processor so far."""
    told = watch.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in told if one["name"] == "TaskDuration"))


def _page(running: Browser, url: str) -> Page:
    context = running.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    context.add_init_script("localStorage.setItem('allegiance.reviewer', '\"Reviewer\"')")
    context.add_init_script(CLOCK)
    context.set_default_timeout(WAIT_MS)
    page = context.new_page()
    page.goto(url)
    _wait(page)
    return page


def _wait(page: Page) -> None:
    """Until the page is quiet; asked from without, as the app forbids to evaluate text within."""
    last = time.monotonic() + WAIT_MS / 1000
    while not page.evaluate(QUIET):
        if time.monotonic() > last:
            raise TimeoutError(f"{page.url} does not come to rest within {WAIT_MS / 1000:.0f} s")
        page.wait_for_timeout(LOOK_MS)
