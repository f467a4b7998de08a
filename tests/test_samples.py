"""The sample reports are what samples/README.md says they are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
REPORTS = [
    json.loads(line)
    for line in (SAMPLES / "reports.jsonl").read_text(encoding="utf-8").splitlines()
]
README = (SAMPLES / "README.md").read_text(encoding="utf-8")
PAGES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".html", ".txt"))


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: str(report["id"]))
def test_a_report_is_short_dated_and_published(report: dict[str, str]) -> None:
    assert set(report) == {"id", "title", "published", "publisher", "text"}
    assert 120 <= len(report["text"].split()) <= 300
    assert report["id"].split("-", 1)[1].startswith(report["published"])
    assert date.fromisoformat(report["published"]).year in range(2012, 2021)
    assert report["publisher"] in README


@pytest.mark.parametrize("name", [*(report["id"] for report in REPORTS), *PAGES])
def test_every_report_says_where_it_can_be_checked(name: str) -> None:
    _, _, table = README.partition("## Where to check them")
    assert Path(name).stem in table


def test_reports_stand_in_order_of_time() -> None:
    days = [report["published"] for report in REPORTS]
    assert days == sorted(days)
    assert len({report["id"] for report in REPORTS}) == len(REPORTS) >= 16
