"""Words by which a text says who bears a name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class HomeWords:
    """The table `[home]`: parts of a state that a text names without the state.

    Attributes:
        parts: "government" or "military", by the nouns for it.
    """

    parts: Mapping[str, str]
    plain: frozenset[str]
    serving: frozenset[str]
    offices: frozenset[str]
    narrowing: frozenset[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """The lists of `naming.toml`, which explains each; lower case.

    Attributes:
        phrases: word by word, the longest first.
    """

    phrases: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    former: frozenset[str]
    bare: frozenset[str]
    languages: frozenset[str]
    joining: frozenset[str]
    wings: frozenset[str]
    led_by: frozenset[str]
    body_verbs: frozenset[str]
    at_arms: frozenset[str]
    fighters: frozenset[str]
    feasts: frozenset[str]
    home: HomeWords


def load_naming(path: Path) -> Naming:
    """Read the data file."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    aliases, bodies = table["aliases"], table["bodies"]
    phrases = {tuple(line.split()) for line in aliases["phrases"].splitlines() if line}
    return Naming(
        phrases=tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase))),
        before=frozenset(aliases["before"].split()),
        former=frozenset(aliases["former"].split()),
        bare=frozenset(aliases["bare"].split()),
        languages=frozenset(aliases["languages"].split()),
        joining=frozenset(aliases["joining"].split()),
        wings=frozenset(table["wings"]["words"].split()),
        led_by=frozenset(bodies["led-by"].split()),
        body_verbs=frozenset(bodies["verbs"].split()),
        at_arms=frozenset(bodies["at-arms"].split()),
        fighters=frozenset(bodies["fighters"].split()),
        feasts=frozenset(table["feasts"]["words"].split()),
        home=_home(table["home"]),
    )


def _home(table: Mapping[str, str]) -> HomeWords:
    parts = {noun: part for part in ("government", "military") for noun in table[part].split()}
    return HomeWords(
        parts=MappingProxyType(parts),
        plain=frozenset(table["plain"].split()),
        serving=frozenset(table["serving"].split()),
        offices=frozenset(table["offices"].splitlines()),
        narrowing=frozenset(table["narrowing"].split()),
    )
