"""The gazetteer answers by name, best known first."""

from __future__ import annotations

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon._keys import place_key
from allegiance.lexicon.gazetteer import Gazetteer
from allegiance.lexicon.lexicon import DATA

FOLDER = DATA / "places"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(FOLDER)


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Aleppo", "SY", "city"),
        ("Deir Ezzor", "SY", "city"),
        ("DRC", "CD", "country"),
        ("North Kivu", "CD", "region"),
        ("Texas", "US", "admin1"),
        ("Georgia", "GE", "country"),
        ("Hodeida", "YE", "city"),
    ],
)
def test_the_best_known_place_of_a_name_comes_first(
    gazetteer: Gazetteer, name: str, country: str, kind: str
) -> None:
    first = gazetteer.find(place_key(name))[0]
    assert (first.country, first.kind) == (country, kind)


def test_a_name_of_no_place_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("nowhere at all") == ()


def test_every_place_of_the_tables_lies_on_earth(gazetteer: Gazetteer) -> None:
    for table in ("countries", "hand"):
        with (FOLDER / f"{table}.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
        for row in rows:
            places = gazetteer.find(place_key(row["name"]))
            assert places, row["name"]
            assert all(abs(place.latitude) <= 90 for place in places)
            assert all(abs(place.longitude) <= 180 for place in places)


def test_every_spelling_leads_to_a_place_of_its_country(gazetteer: Gazetteer) -> None:
    with (FOLDER / "spellings.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            places = gazetteer.find(place_key(row["spelling"]))
            assert any(place.country == row["country"] for place in places), row["spelling"]


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text("country,name\nSY,Syria\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"countries\.csv: columns are"):
        Gazetteer(tmp_path)


def test_many_threads_may_ask_at_once() -> None:
    names = ["aleppo", "texas", "hodeida", "georgia", "nowhere at all"] * 40
    alone, shared = Gazetteer(FOLDER), Gazetteer(FOLDER)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(shared._find, names))
    assert found == [alone.find(name) for name in names]
