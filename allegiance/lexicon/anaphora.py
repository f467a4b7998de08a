"""Words that point back to an actor named before."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

Agreement = Literal["male", "female", "neuter", "many", "first", "second", "relative"]


@dataclass(frozen=True, slots=True)
class Anaphora:
    """The lists of `anaphora.toml`, which explains each.

    Attributes:
        agreement: what a pronoun in lower case agrees with.
    """

    agreement: Mapping[str, Agreement]
    reflexive: frozenset[str]
    corporate: frozenset[str]
    agent_verbs: frozenset[str]
    patient_verbs: frozenset[str]
    patient_nouns: frozenset[str]
    body_nouns: frozenset[str]
    people_nouns: frozenset[str]
    state_nouns: frozenset[str]
    own_people: frozenset[str]
    leading_verbs: frozenset[str]
    speaking_verbs: frozenset[str]
    making_verbs: frozenset[str]
    questions: frozenset[str]
    answers: frozenset[str]


def load_anaphora(path: Path) -> Anaphora:
    """Read the data file."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    pronouns = table["pronouns"]
    agreement = {
        word: cast(Agreement, name)
        for name in get_args(Agreement)
        for word in pronouns[name].split()
    }
    return Anaphora(
        agreement=MappingProxyType(agreement),
        reflexive=frozenset(pronouns["reflexive"].split()),
        corporate=frozenset(pronouns["corporate"].split()),
        agent_verbs=frozenset(table["agents"]["verbs"].split()),
        patient_verbs=frozenset(table["patients"]["verbs"].split()),
        patient_nouns=frozenset(table["patients"]["nouns"].split()),
        body_nouns=frozenset(table["taken-up"]["bodies"].split()),
        people_nouns=frozenset(table["taken-up"]["people"].split()),
        state_nouns=frozenset(table["taken-up"]["states"].split()),
        own_people=frozenset(table["taken-up"]["own"].split()),
        leading_verbs=frozenset(table["leading"]["verbs"].split()),
        speaking_verbs=frozenset(table["leading"]["spoken"].split()),
        making_verbs=frozenset(table["making"]["verbs"].split()),
        questions=frozenset(table["interview"]["questions"].split()),
        answers=frozenset(table["interview"]["answers"].split()),
    )
