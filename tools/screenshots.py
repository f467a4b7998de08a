"""Take a picture of every view in both themes, from a store of the sample reports: `make screenshots`.

python -m tools.screenshots build/samples.db docs/screenshots [NAME ...]
"""

from __future__ import annotations

import io
import json
import sys
import urllib.request
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tools.browsing import browser, served

WIDE = {"width": 1280, "height": 800}
THEMES = ("light", "dark")
MOST_BYTES = 200_000
# From many colours to few: the first that makes the file small enough is taken.
PALETTES = (256, 128, 64, 32)
WAIT_MS = 60_000
# Pictures are laid out, and drawn once more when their names are there: done is what has not changed for so long.
SETTLE_MS = 1500
MOST_LOOKS = 20
# In the week in which the sample reports tell most.
DAY = "2014-02-10"
VIEWS = {
    "network": f"network?on={DAY}",
    "lanes": "lanes?from=2012-01-01&to=2018-12-31",
    "map": f"map?on={DAY}",
    "profile": "actors/{actor}",
    "article": "articles/{article}",
    "articles": "articles",
    "claims": "claims",
    "evidence": "claims?evidence={claim}",
    "events": "events",
    "event": "events/{event}",
    "conflicts": "conflicts",
    "changes": "changes?from=2013-12-01&to=2014-03-01",
    "review": "review",
    "add": "add",
    "codebook": "codebook",
}


def main(db: Path, folder: Path, *names: str) -> int:
    """Write the pictures, all or those named; say how large they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with served(db, by="Reviewer") as address, browser() as running:
        things = chosen(address)
        # The first page of all waits for what later ones find ready.
        taken(running, address, THEMES[0])
        for name in names or VIEWS:
            for theme in THEMES:
                path = folder / f"{name}-{theme}.png"
                url = f"{address}/{VIEWS[name].format(**things)}"
                path.write_bytes(small(taken(running, url, theme)))
                print(f"{path}  {path.stat().st_size / 1000:.0f} kB", flush=True)
    return 0


def chosen(address: str) -> dict[str, str]:
    """Of whom and what the pages of one thing are: of what is most told of, the first by id."""
    actors = _rows(address, "actors")
    articles = [row for row in _rows(address, "articles") if row["report"]["title"]]
    events = _rows(address, "events")
    claims = _rows(address, "claims")
    article = min(articles, key=lambda row: (-row["claims"], row["report"]["article_id"]))
    event = min(events, key=lambda row: (-row["event"]["reports"], row["event"]["id"]))
    return {
        "actor": actors[0]["actor"]["id"],
        "article": article["report"]["article_id"],
        "event": event["event"]["id"],
        "claim": claims[0]["id"].removeprefix("claim-"),
    }


def taken(running: Browser, url: str, theme: str) -> bytes:
    """A page as it looks once it has settled, as PNG."""
    context = running.new_context(
        viewport=WIDE,  # type: ignore[arg-type]
        color_scheme=theme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="UTC",
    )
    context.add_init_script("localStorage.setItem('allegiance.reviewer', '\"Reviewer\"')")
    page = context.new_page()
    page.goto(url)
    picture = _settled(page)
    context.close()
    return picture


def small(png: bytes) -> bytes:
    """The same with as few colours as it takes to be small; of all sizes, if even the fewest do not do."""
    whole = Image.open(io.BytesIO(png)).convert("RGB")
    written = b""
    for colours in PALETTES:
        out = io.BytesIO()
        reduced = whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        reduced.save(out, "PNG", optimize=True)
        written = out.getvalue()
        if len(written) <= MOST_BYTES:
            break
    return written


def _settled(page: Page) -> bytes:
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=WAIT_MS)
    expect(page.get_by_role("status", name="Loading")).to_have_count(0, timeout=WAIT_MS)
    page.wait_for_load_state("networkidle")
    last = b""
    for _ in range(MOST_LOOKS):
        page.wait_for_timeout(SETTLE_MS)
        picture = page.screenshot(animations="disabled", caret="hide")
        if picture == last:
            break
        last = picture
    return last


def _rows(address: str, name: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{address}/api/v1/{name}") as answer:
        found: list[dict[str, Any]] = json.load(answer)["rows"]
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]))
