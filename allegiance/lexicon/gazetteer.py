"""Places that the world knows: GeoNames compiled to SQLite, and small tables laid over it.

Nothing big is read at the start: the database is opened at the first question and asked name by name.
"""

from __future__ import annotations

import csv
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from allegiance.errors import LexiconError
from allegiance.lexicon._keys import place_key

COUNTRY_COLUMNS = "country name aliases continent latitude longitude radius_km source".split()
HAND_COLUMNS = "id name kind aliases country latitude longitude radius_km source".split()
SPELLING_COLUMNS = "spelling known_as country".split()
KINDS = ("country", "admin1", "city", "region", "sea", "river", "camp", "site")

# How well known a place is, where no census says it: countries before capitals, hand-picked places like the biggest cities.
COUNTRY_RENOWN = 100_000_000
HAND_RENOWN = 10_000_000
# A province is named less often than a city with as many people; a district still less.
PROVINCE_SHARE = 4
DISTRICT_SHARE = 50
# Another name, often of another language or time, is used less often than the first.
ALIAS_SHARE = 10
# How many names a process remembers; a name costs some 300 bytes.
REMEMBERED = 50_000

_QUESTION = """SELECT id, name, kind, country, admin1, population, latitude / 1000.0, longitude / 1000.0,
    radius_km
    FROM name JOIN place ON place = id WHERE key = ?"""


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place that a name may mean.

    Attributes:
        id: `geonames:NUMBER` or the id of a row of the hand list.
        kind: as `Where.kind`, never `unknown`.
        country: ISO 3166-1 alpha-2; None where it lies in several or in none.
        admin1: the id of the first-level subdivision that a city lies in.
        renown: persons, or what stands in for them: how likely a report names it.
    """

    id: str
    name: str
    kind: str
    country: str | None
    admin1: str | None
    renown: float
    latitude: float
    longitude: float
    radius_km: float


class Gazetteer:
    """Answers which places a name may mean; remembers its answers."""

    def __init__(self, folder: Path) -> None:
        """Read the small tables of a folder; the database `geonames.sqlite` is opened when first asked.

        Raises:
            LexiconError: a table's columns or a row cannot be understood.
        """
        self._database = folder / "geonames.sqlite"
        self._base: sqlite3.Connection | None = None
        self._asking = Lock()
        by_key: dict[str, list[KnownPlace]] = defaultdict(list)
        for names, place in (*_countries(folder), *_hand(folder)):
            for name in names:
                by_key[place_key(name)].append(place)
        self._by_key = {key: tuple(places) for key, places in by_key.items()}
        self._countries = {place.country: place for _, place in _countries(folder)}
        self._spellings = dict(_spellings(folder))
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def country(self, code: str) -> KnownPlace | None:
        """The country of an ISO code; None where the table has none."""
        return self._countries.get(code)

    def _find(self, key: str) -> tuple[KnownPlace, ...]:
        """The places of that key (`place_key`), best known first; empty where there is none."""
        found = [*self._by_key.get(key, ()), *self._asked(key)]
        spelling = self._spellings.get(key)
        if spelling is not None:
            known_as, country = spelling
            found += [place for place in self._asked(known_as) if place.country == country]
        return tuple(sorted(found, key=lambda place: (-place.renown, place.id)))

    def _asked(self, key: str) -> Iterator[KnownPlace]:
        # One thread at a time: the connection keeps its question prepared, and threads would share it.
        with self._asking:
            self._base = self._base or self._opened()
            rows = self._base.execute(_QUESTION, (key,)).fetchall()
        for number, name, kind, country, admin1, people, *point in rows:
            share = {"admin1": PROVINCE_SHARE, "region": DISTRICT_SHARE}.get(kind, 1)
            if key not in _own_keys(name):
                share *= ALIAS_SHARE
            upper = f"geonames:{admin1}" if admin1 else None
            yield KnownPlace(
                f"geonames:{number}", name, kind, country, upper, people / share, *point
            )

    def _opened(self) -> sqlite3.Connection:
        try:
            # Never written, so no locks are wanted, and any thread may ask.
            address = f"file:{quote(str(self._database))}?mode=ro&immutable=1"
            return sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise LexiconError(
                f"{self._database}: cannot be opened ({error}); build it with tools/build_gazetteer.py"
            ) from error


def _own_keys(name: str) -> tuple[str, str]:
    """The key of a name with and without its article ("Ar Raqqah", "Raqqah")."""
    key = place_key(name)
    first, _, rest = key.partition(" ")
    return key, rest if len(first) == 2 and first[0] in "ae" else key


def _table(path: Path, columns: list[str]) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(line for line in file if not line.startswith("#"))
        if lines.fieldnames != columns:
            raise LexiconError(f"{path.name}: columns are {lines.fieldnames}; wanted {columns}")
        yield from lines


def _countries(folder: Path) -> Iterator[tuple[list[str], KnownPlace]]:
    for row in _table(folder / "countries.csv", COUNTRY_COLUMNS):
        code = row["country"]
        place = KnownPlace(
            row["source"], row["name"], "country", code, None, COUNTRY_RENOWN, *_point(row)
        )
        yield _names(row), place


def _hand(folder: Path) -> Iterator[tuple[list[str], KnownPlace]]:
    for row in _table(folder / "hand.csv", HAND_COLUMNS):
        if row["kind"] not in KINDS:
            raise LexiconError(
                f"hand.csv: {row['id']}: kind {row['kind']!r}; wanted one of {KINDS}"
            )
        country = row["country"] or None
        place = KnownPlace(
            row["id"], row["name"], row["kind"], country, None, HAND_RENOWN, *_point(row)
        )
        yield _names(row), place


def _spellings(folder: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    for row in _table(folder / "spellings.csv", SPELLING_COLUMNS):
        yield place_key(row["spelling"]), (place_key(row["known_as"]), row["country"])


def _names(row: dict[str, str]) -> list[str]:
    return [row["name"], *(alias for alias in row["aliases"].split("|") if alias)]


def _point(row: dict[str, str]) -> tuple[float, float, float]:
    try:
        return float(row["latitude"]), float(row["longitude"]), float(row["radius_km"])
    except ValueError as error:
        raise LexiconError(f"{row['name']}: no point on earth: {error}") from error
