"""What makes two actors possibly the same: `likeness.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights and limits; the head of `likeness.toml` explains each.

    Attributes:
        name, acronym, leader, context: how much each reason says alone, 0 to 1.
        least_alike: names less alike (0 to 1) are not alike.
        named_apart: what a score is multiplied by where a report names both.
        shown: the least score that is shown.
        crowd: a word or a leader that more actors share says nothing.
    """

    name: float
    acronym: float
    leader: float
    context: float
    least_alike: float
    named_apart: float
    shown: float
    crowd: int


def load_likeness(path: Path) -> Likeness:
    """Read the table.

    Raises:
        LexiconError: the file is no TOML, lacks a key, or has a share outside of 0 to 1; says which.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
        reason = written["reason"]
        likeness = Likeness(
            name=_share(path, "likeness", reason["likeness"]["weight"]),
            acronym=_share(path, "acronym", reason["acronym"]["weight"]),
            leader=_share(path, "leader", reason["leader"]["weight"]),
            context=_share(path, "context", reason["context"]["weight"]),
            least_alike=_share(path, "least", reason["likeness"]["least"]),
            named_apart=_share(path, "named_apart", written["doubt"]["named_apart"]),
            shown=_share(path, "shown", written["limits"]["shown"]),
            crowd=_crowd(path, written["limits"]["crowd"]),
        )
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: {error}") from error
    except KeyError as error:
        raise LexiconError(f"{path}: the key {error} is missing; its head explains it") from error
    if likeness.least_alike == 1:
        raise LexiconError(f"{path}: least is 1, and nothing is more alike; give less")
    return likeness


def _crowd(path: Path, value: object) -> int:
    if not isinstance(value, int) or value < 2:
        raise LexiconError(f"{path}: crowd is {value!r}; wanted a whole number from 2 on")
    return value


def _share(path: Path, name: str, value: object) -> float:
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise LexiconError(f"{path}: {name} is {value!r}; wanted a number from 0 to 1")
    return float(value)
