"""Places that a report holds without a name: kept with the claim, on no map."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from allegiance import session


def test_the_town_of_one_report_is_no_place_of_the_map(tmp_path: Path) -> None:
    text = "Hamas has seized the airport. Hamas has seized Raqqa."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    with session.open(tmp_path / "map.db") as asked:
        asked.add([tmp_path / "report.txt"])
        held = asked.network(date.max, known_by=date.max, kinds=["control"]).relations
    assert [one.place for one in held if "airport" in (one.place or "")] == []
