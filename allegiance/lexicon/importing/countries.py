"""Names and codes of countries, as lists write them, to ISO 3166-1 alpha-2."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from allegiance.lexicon._keys import place_key

# "Myanmar (Burma)": the name of another time.
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Countries:
    """What the places, the states and the codes of a folder of data files call a country.

    Args:
        more: codes by further names, which go before.
    """

    def __init__(self, data: Path, more: Mapping[str, str]) -> None:
        self._codes: dict[str, str] = {}
        for name, code in (*more.items(), *_names(data)):
            self._codes.setdefault(place_key(name), code)

    def code(self, written: str) -> str | None:
        """The code of a name, or of a code of two or three letters; None where it is unknown."""
        for name in (written, _IN_BRACKETS.sub("", written)):
            found = self._codes.get(place_key(name))
            if found is not None:
                return found
        return None


def _names(data: Path) -> Iterator[tuple[str, str]]:
    for row in _rows(data / "places" / "countries.csv"):
        for name in (row["country"], row["name"], *row["aliases"].split("|")):
            yield name, row["country"]
    for row in _rows(data / "actors" / "states.csv"):
        for name in (row["name"], *row["aliases"].split("|")):
            yield name, row["country"].partition("|")[0]
    for row in _rows(data / "imports" / "codes.csv"):
        yield row["code"], row["country"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
