"""Rows of events as ICEWS and ACLED have them, and GeoJSON."""

from __future__ import annotations

import csv
import io
from datetime import date
from itertools import pairwise
from typing import Any

import geojson
import pytest

from allegiance.export import acled, cameo
from allegiance.query.history import Wanted
from allegiance.records.dossier import Dossier
from tests.export.told import DAWN, GUARDS, everything, exported, gathered
from tests.telling import Said, day, report


def rows(layout: str, given: Dossier | None = None) -> list[dict[str, str]]:
    delimiter = "\t" if layout == "cameo" else ","
    text = exported(layout, given).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def one(layout: str, claim: Said, *, published: str = "2014-03-10") -> dict[str, str]:
    (row,) = rows(layout, gathered(Wanted(), report(published, claim, kinds={"Valley People": "population", "Royal Army": "military"})))  # fmt: skip
    return row


def test_cameo_has_the_twenty_columns_of_icews_in_their_order() -> None:
    head = exported("cameo").decode().split("\n")[0].split("\t")
    assert head[:8] == ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity"]  # fmt: skip
    assert head[19] == "Longitude"
    assert head == cameo.COLUMNS


def test_cameo_has_a_row_an_event_by_the_day() -> None:
    given = rows("cameo")
    assert [row["Event ID"] for row in given] == [one.event.id for one in everything().incidents]
    assert all(before["Event Date"] <= after["Event Date"] for before, after in pairwise(given))


def test_a_cameo_row_says_who_did_what_to_whom_where() -> None:
    (raid,) = [row for row in rows("cameo") if row["PLOVER"] == "ASSAULT/aerial"]
    assert (raid["Source Name"], raid["Target Name"]) == (DAWN, GUARDS)
    assert (raid["Source Sectors"], raid["CAMEO Code"], raid["Intensity"]) == ("Armed Band", "19", "-10.0")  # fmt: skip
    assert (raid["City"], raid["Country"], raid["Latitude"]) == ("Essara", "Syria", "36.2")
    assert (raid["Event Date"], raid["Event Date First"]) == ("2013-05-30", "2013-05-30")
    assert raid["Publisher"] == "'=cmd()"
    assert raid["Tolls"] == "at least 3 killed"


def test_a_row_whose_report_names_no_day_says_so() -> None:
    row = one("cameo", Said(DAWN, "assault", GUARDS))
    assert (row["Event Date"], row["Event Date First"]) == ("2014-03-10", "")
    assert one("acled", Said(DAWN, "assault", GUARDS))["time_precision"] == "3"


def test_acled_has_its_columns_in_their_order() -> None:
    head = exported("acled").decode().split("\n")[0].split(",")
    assert head[:7] == ["event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"]  # fmt: skip
    assert head[30] == "timestamp"
    assert head == acled.COLUMNS


@pytest.mark.parametrize(
    ("source", "target", "plover", "type_", "sub_type"),
    [
        (DAWN, GUARDS, "ASSAULT/aerial", "Explosions/Remote violence", "Air/drone strike"),
        (DAWN, GUARDS, "ASSAULT/suicide-attack", "Explosions/Remote violence", "Suicide bomb"),
        (DAWN, GUARDS, "ASSAULT", "Battles", "Armed clash"),
        ("Royal Army", GUARDS, "ASSAULT/seize", "Battles", "Government regains territory"),
        (DAWN, GUARDS, "ASSAULT/seize", "Battles", "Non-state actor overtakes territory"),
        (DAWN, "Valley People", "ASSAULT", "Violence against civilians", "Attack"),
        (DAWN, "Valley People", "ASSAULT/abduct", "Violence against civilians", "Abduction/forced disappearance"),
    ],
)  # fmt: skip
def test_an_event_has_acleds_type(
    source: str, target: str, plover: str, type_: str, sub_type: str
) -> None:
    row = one("acled", Said(source, "assault", target, plover=plover))
    assert (row["event_type"], row["sub_event_type"]) == (type_, sub_type)
    assert row["disorder_type"] == "Political violence"
    assert (row["civilian_targeting"] != "") == (type_ == "Violence against civilians")


@pytest.mark.parametrize(
    ("when", "precision"), [("2014-03-01", "1"), ("2014-03", "3"), ("2014", "3")]
)
def test_acled_says_how_exact_the_day_is(when: str, precision: str) -> None:
    row = one("acled", Said(DAWN, "assault", GUARDS, when=day(when)), published="2015-01-10")
    assert row["time_precision"] == precision


def test_acled_says_how_exact_the_place_is_and_who_they_are() -> None:
    row = one("acled", Said("Royal Army", "assault", "Valley People", place="Essara"))
    assert (row["location"], row["geo_precision"], row["country"]) == ("Essara", "1", "Syria")
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("State forces", "Civilians", "17")
    assert row["fatalities"] == "3"
    assert "[at least 3 killed]" in row["notes"]


def test_acled_leaves_talk_out() -> None:
    accused = {one.event.id for one in everything().incidents if one.event.predicate == "accuse"}
    assert accused
    assert accused.isdisjoint(row["event_id_cnty"] for row in rows("acled"))


def test_acled_rows_lead_back_to_their_claims() -> None:
    claims = {one.event.id: list(one.event.claim_ids) for one in everything().incidents}
    assert all(row["claims"].split() == claims[row["event_id_cnty"]] for row in rows("acled"))


def features() -> dict[str, Any]:  # What geojson reads is untyped.
    collection = geojson.loads(exported("geojson"))
    assert collection.is_valid, collection.errors()
    return {one.id: one for one in collection.features}


def test_geojson_has_every_event_and_every_hold_on_a_place() -> None:
    given = everything()
    held = {one.id for one in given.intervals if one.relation.place is not None}
    assert held
    assert set(features()) == held | {one.event.id for one in given.incidents}


def test_geojson_puts_longitude_first_and_says_how_exact_a_place_is() -> None:
    (hold,) = [one for one in features().values() if one.properties["record"] == "relation"]
    assert hold.geometry.coordinates == [37.1, 36.2]
    assert (hold.properties["precision_km"], hold.properties["place_kind"]) == (5.0, "city")
    assert (hold.properties["since"], hold.properties["last_day"]) == ("../2013-06-01", str(min(date(2019, 12, 31), last_drawn())))  # fmt: skip


def last_drawn() -> date:
    (hold,) = [one for one in everything().intervals if one.relation.place is not None]
    days = everything().days(hold)
    assert days is not None
    return days[1]


def test_geojson_keeps_what_has_no_place() -> None:
    assert any(one.geometry is None for one in features().values())
