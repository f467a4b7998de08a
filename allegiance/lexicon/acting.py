"""Words by which the name of a place shows that it stands for an actor."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Acting:
    """The lists of `acting.toml`, which explains each; lemmas and lower case."""

    place_prepositions: frozenset[str]
    either_prepositions: frozenset[str]
    owned: frozenset[str]
    dealings: frozenset[str]
    received: frozenset[str]
    motion_verbs: frozenset[str]
    speech_verbs: frozenset[str]
    power_verbs: frozenset[str]
    deeds: frozenset[str]
    continental: frozenset[str]
    within: frozenset[str]
    holdings: frozenset[str]
    happening: frozenset[str]
    happenings: frozenset[str]
    partaking: frozenset[str]
    seated: frozenset[str]


def load_acting(path: Path) -> Acting:
    """Read the data file."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return Acting(**{field.name: frozenset(table[field.name].split()) for field in fields(Acting)})
