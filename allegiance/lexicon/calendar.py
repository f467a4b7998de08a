"""How a language writes times: word lists, and phrases as patterns over them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from allegiance.errors import LexiconError
from allegiance.lexicon._alternatives import any_of

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(2?)\}")
_NAMED = re.compile(r"\(\?P<\w+>")
_FIRST_WORDS = re.compile(r"[a-z0-9]+")
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|[,.]\d|%)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d| percent)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way to write a time.

    Attributes:
        means: how its groups are read, a key of `READERS` in `extract/_timing`.
    """

    id: str
    pattern: re.Pattern[str]
    means: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """The file `calendar.toml`, which explains each list.

    Attributes:
        openers: words with which a phrase may begin; figures may, too.
        any_phrase: matches where some phrase does; a quick no for most words.
    """

    phrases: tuple[Phrase, ...]
    any_phrase: re.Pattern[str]
    openers: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    days: Mapping[str, int]
    steps: Mapping[str, int]
    tens: Mapping[str, int]
    feasts: Mapping[str, tuple[int, int]]
    fixed: Mapping[str, date]
    recent: Mapping[str, int]
    ranges: Mapping[str, str]
    month_first: bool
    since: frozenset[str]
    until: frozenset[str]
    leading: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    saying: frozenset[str]
    counted: re.Pattern[str]
    clock: re.Pattern[str]


def load_calendar(path: Path) -> Calendar:
    """Read the data file.

    Raises:
        LexiconError: a pattern cannot be compiled, or uses a placeholder that is none.
    """
    with path.open("rb") as file:
        table = tomllib.load(file)
    pieces = _pieces(table)
    phrases = tuple(_phrase(entry, pieces) for entry in table["phrase"])
    return Calendar(
        phrases=phrases,
        any_phrase=re.compile("|".join(_NAMED.sub("(?:", p.pattern.pattern) for p in phrases)),
        openers=frozenset(table["openers"].split()) | _openers(table),
        feasts={name: (month, day) for name, (month, day) in table["feasts"].items()},
        fixed={name: date.fromisoformat(day) for name, day in table["fixed"].items()},
        month_first=table["slashed"] == "month",
        recent=table["recent"],
        ranges=table["ranges"],
        months=table["months"],
        weekdays=table["weekdays"],
        seasons=table["seasons"],
        units=table["units"],
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        days=table["days"],
        steps=table["steps"],
        tens=table["tens"],
        since=frozenset(table["since"]),
        until=frozenset(table["until"]),
        leading=frozenset(table["leading"].split()),
        future=frozenset(table["future"].split()),
        past=frozenset(table["past"].split()),
        saying=frozenset(table["saying"].split()),
        counted=re.compile(table["counted"]),
        clock=re.compile(table["clock"]),
    )


def _pieces(table: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What each placeholder stands for, without its group."""
    months, weekdays = any_of(table["months"]), any_of(table["weekdays"])
    return {
        "month": rf"{months}(?![a-z])",
        "weekday": rf"{weekdays}(?![a-z])",
        "season": any_of(table["seasons"]) + r"\b",
        "unit": any_of(table["units"]) + r"\b",
        "number": rf"(?:{any_of(table['numbers'])}|\d{{1,3}}(?![.,]\d))",
        "ordinal": any_of(table["ordinals"]),
        "step": any_of(table["steps"]),
        "tens": any_of(table["tens"]) + r"\b",
        "feast": any_of(table["feasts"]),
        "fixed": any_of(table["fixed"]),
        "day": rf"(?:{_DAY}|(?:{any_of(table['days'])})\b)",
        "year": _YEAR,
        "month_number": r"(?:0[1-9]|1[0-2])",
        "day_number": r"(?:0[1-9]|[12]\d|3[01])",
        **table["pieces"],
    }


def _phrase(entry: Mapping[str, str], pieces: Mapping[str, str]) -> Phrase:
    def group(match: re.Match[str]) -> str:
        name, twice = match.groups()
        if name not in pieces:
            raise LexiconError(f"calendar.toml: {entry['id']}: no placeholder {{{name}}}")
        return f"(?P<{name}{twice}>{pieces[name]})"

    written = _PLACEHOLDER.sub(group, entry["pattern"]).replace("\\ ", " ")
    # A phrase ends where a word ends.
    try:
        spaced = re.sub(r" +", r"\\s+", written.replace(" ?", r"\s*"))
        pattern = re.compile(spaced + r"(?![a-z0-9])")
    except re.error as error:
        raise LexiconError(f"calendar.toml: {entry['id']}: {error}") from error
    return Phrase(entry["id"], pattern, entry["means"])


def _openers(table: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    lists = "months weekdays seasons numbers ordinals steps feasts fixed days".split()
    names = (name for each in lists for name in table[each])
    return frozenset(match.group() for name in names if (match := _FIRST_WORDS.match(name)))
