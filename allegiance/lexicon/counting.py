"""Words for harm to persons and for how many."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from allegiance.errors import LexiconError
from allegiance.lexicon._alternatives import any_of
from allegiance.records.toll import TollKind


@dataclass(frozen=True, slots=True)
class Counting:
    """The file `counting.toml`, which explains each list.

    Attributes:
        doing, suffering, nouns, states, tolls: a lemma to the kind of harm.
        vague: a phrase to its lowest and highest number; None for no highest.
        quantity: finds bound, number and second number in lower case.
        bounds: "at least" to `low`.
    """

    doing: Mapping[str, TollKind]
    suffering: Mapping[str, TollKind]
    nouns: Mapping[str, TollKind]
    states: Mapping[str, TollKind]
    tolls: Mapping[str, TollKind]
    numerals: Mapping[str, int]
    multiples: Mapping[str, int]
    vague: Mapping[str, tuple[int, int | None]]
    bounds: Mapping[str, str]
    about_share: float
    things: frozenset[str]
    persons: frozenset[str]
    plurals: frozenset[str]
    again: frozenset[str]
    quantity: re.Pattern[str]


def load_counting(path: Path) -> Counting:
    """Read the data file.

    Raises:
        LexiconError: it names a kind of harm that tolls do not have.
    """
    with path.open("rb") as file:
        table = tomllib.load(file)
    unknown = sorted(set(table["harm"]) - set(get_args(TollKind)))
    if unknown:
        raise LexiconError(f"{path.name}: harm {unknown}; wanted {', '.join(get_args(TollKind))}")
    vague = {name: (low, high or None) for name, (low, high) in table["vague"].items()}
    bounds = {words: name for name in ("low", "high", "about") for words in table["bounds"][name]}
    return Counting(
        doing=_harm(table, "doing"),
        suffering=_harm(table, "suffering"),
        nouns=_harm(table, "nouns"),
        states=_harm(table, "states"),
        tolls=_harm(table, "tolls"),
        numerals=table["numerals"],
        multiples=table["multiples"],
        vague=vague,
        bounds=bounds,
        about_share=table["bounds"]["about_share"],
        things=frozenset(table["nouns"]["things"].split()),
        persons=frozenset(table["nouns"]["persons"].split()),
        plurals=frozenset(table["nouns"]["plurals"].split()),
        again=frozenset(table["nouns"]["again"].split()),
        quantity=_quantity(table["numerals"], table["multiples"], vague, bounds),
    )


def _harm(table: Mapping[str, Mapping[str, Mapping[str, str]]], which: str) -> dict[str, TollKind]:
    return {
        lemma: cast(TollKind, kind)
        for kind, words in table["harm"].items()
        for lemma in words[which].split()
    }


def _quantity(
    numerals: Iterable[str], multiples: Iterable[str], vague: Iterable[str], bounds: Iterable[str]
) -> re.Pattern[str]:
    """A bound, then a vague phrase, or one number, or two with a sign of range between."""
    numeral, multiple = any_of(numerals), any_of(multiples)
    figure = rf"(?:\d{{1,3}}(?:[ ,]\d{{3}})+|\d+(?:\.\d+)?|{numeral}(?:[ -]{numeral})?)"
    number = rf"(?:an? {multiple}|{figure}(?: {multiple})+ and {figure}|{figure}(?: {multiple})*)"
    return re.compile(
        rf"(?<![\w.,$])(?:(?P<bound>{any_of(bounds)}) |(?P<between>between ))?"
        rf"(?:(?P<vague>{any_of(vague)})|(?P<one>{number})(?: ?(?:-|–|to|or|and) ?(?P<other>{number}))?)"
        r"(?![\w%]|[.,]\d|-[a-z])"
    )
