"""Nouns that name actors without a name, and the titles that stand before names."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from allegiance.errors import LexiconError
from allegiance.records.mention import ActorKind

NounSort = Literal[
    "member", "servant", "people", "side", "office", "body", "organ", "head", "gathering"
]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Noun:
    """One form of a noun that names an actor.

    Attributes:
        lemma: the singular.
        kind: what it names in the plural, or as a body.
        sort: how it goes with a name beside it; the data file tells.
        plural: is this form the plural?
    """

    lemma: str
    kind: ActorKind
    sort: NounSort
    plural: bool

    @property
    def personal(self) -> bool:
        """Does it name persons, not a body?"""
        return self.sort in ("member", "servant", "people", "office", "side")

    @property
    def actor_kind(self) -> ActorKind:
        """The kind of actor that this form names: one person is a person."""
        if self.personal and not self.plural:
            return "person"
        return "population" if self.kind == "person" else self.kind


@dataclass(frozen=True, slots=True)
class Nouns:
    """The table of nouns.

    Attributes:
        by_form: singulars and plurals in lower case; those that name actors only with a capital, with it.
        titles: words before a person's name that are no part of it.
        kinds: words of a body's name that tell its kind.
        places: words of a name that show that it is a place.
        units: parts of an armed body that do what it does, as lemmas.
        things: words of a name that show that it is a text, an event or a thing.
        suffixes: "Jr.", which tells a son from his father.
        genders: of nouns and titles whose persons are men, or women.
    """

    by_form: Mapping[str, Noun]
    titles: frozenset[str]
    kinds: Mapping[str, ActorKind]
    places: frozenset[str]
    units: frozenset[str]
    things: frozenset[str]
    suffixes: frozenset[str]
    genders: Mapping[str, Gender]

    def named(self, word: str) -> Noun | None:
        """The noun that a word of a name is, whether it names actors with a capital alone or not."""
        return self.by_form.get(word.lower()) or self.by_form.get(word)


def load_nouns(path: Path) -> Nouns:
    """Read the data file.

    Raises:
        LexiconError: a table's name is no kind or no sort.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file)
    genders = _genders(tables.pop("gender"))
    capital = tables.pop("capital")
    titles = frozenset(tables.pop("titles")["words"].split())
    places = frozenset(tables.pop("places")["words"].split())
    units = frozenset(tables.pop("units")["words"].split())
    things = frozenset(tables.pop("things")["words"].split())
    suffixes = frozenset(tables.pop("suffixes")["words"].split())
    kinds = {
        word: cast(ActorKind, kind)
        for kind, words in tables.pop("names").items()
        for word in words.split()
    }
    by_form: dict[str, Noun] = {}
    for kind, sorts in tables.items():
        for sort, table in sorts.items():
            if kind not in get_args(ActorKind) or sort not in get_args(NounSort):
                raise LexiconError(f"{path.name}: no kind and sort: [{kind}.{sort}]")
            for lemma, form, plural in _forms(table["words"]):
                noun = Noun(lemma, cast(ActorKind, kind), sort, plural)
                by_form.setdefault(form, noun)
    for kind, words in capital.items():
        for word in words.split():
            noun = Noun(word, cast(ActorKind, kind), "body", plural=False)
            by_form.setdefault(word.capitalize(), noun)
    return Nouns(
        by_form=MappingProxyType(by_form),
        titles=titles,
        kinds=MappingProxyType(kinds),
        places=places,
        units=units,
        things=things,
        suffixes=suffixes,
        genders=MappingProxyType(genders),
    )


def _genders(table: Mapping[str, str]) -> dict[str, Gender]:
    return {word: cast(Gender, gender) for gender, words in table.items() for word in words.split()}


def _forms(words: str) -> Iterator[tuple[str, str, bool]]:
    """Lemma, form and whether it is a plural, for every form."""
    for entry in words.split():
        singular, _, written = entry.partition("/")
        plural = written or _plural(singular)
        if written == "-":
            yield singular, singular, False
            continue
        lemma = plural if singular == "-" else singular
        if singular != "-" and singular != plural:
            yield lemma, singular, False
        yield lemma, plural, True


def _plural(singular: str) -> str:
    """The regular plural.

    >>> _plural("ministry"), _plural("boss"), _plural("gang")
    ('ministries', 'bosses', 'gangs')
    """
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    if singular.endswith(("s", "x", "ch", "sh")):
        return singular + "es"
    return singular + "s"
