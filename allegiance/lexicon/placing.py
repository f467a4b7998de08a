"""Words that show whether a name is a place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Placing:
    """The lists of `places.toml`, which explains each; lower case.

    Attributes:
        abbreviations: "ariz." or "AZ" to the full name.
        adjectives: "European" to "Europe".
    """

    inside: frozenset[str]
    beside: frozenset[str]
    heads: frozenset[str]
    provinces: frozenset[str]
    localities: frozenset[str]
    between: frozenset[str]
    sites: frozenset[str]
    wide_sites: frozenset[str]
    grounds: frozenset[str]
    parts: frozenset[str]
    ways: frozenset[str]
    motion: frozenset[str]
    titles: frozenset[str]
    tails: frozenset[str]
    seldom: frozenset[str]
    measures: frozenset[str]
    held: frozenset[str]
    settlements: frozenset[str]
    abbreviations: dict[str, str]
    adjectives: dict[str, str]


def load_placing(path: Path) -> Placing:
    """Read the data file."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    lists = "inside beside heads provinces localities between sites wide_sites grounds parts ways motion titles tails seldom measures held settlements".split()
    return Placing(
        **{name: frozenset(table[name].split()) for name in lists},
        abbreviations=table["abbreviations"],
        adjectives=table["adjectives"],
    )
