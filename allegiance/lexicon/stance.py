"""Words that change how far a text stands behind what it says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from allegiance.errors import LexiconError

Effects = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Conversion:
    """The event that an event becomes which is announced, demanded or ruled out; itself where `to` is None."""

    to: str | None
    cameo: str | None


@dataclass(frozen=True, slots=True)
class Blame:
    """How a deed is laid on somebody: the table `blame` of `stance.toml`, which explains each list."""

    blame: frozenset[str]
    lay: frozenset[str]
    share: frozenset[str]
    own: frozenset[str]
    claim: frozenset[str]
    commit: frozenset[str]


@dataclass(frozen=True, slots=True)
class Untrue:
    """What tells that a report is not so: the table `untrue` of `stance.toml`, which explains each list."""

    words: frozenset[str]
    lacking: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """How something said before is denied: the table `answers` of `stance.toml`, which explains each list."""

    verbs: frozenset[str]
    calling: frozenset[str]
    pronouns: frozenset[str]
    nouns: frozenset[str]
    definite: frozenset[str]


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Effects by lemma; an effect is a stance or a phase.

    Attributes:
        governors: verbs and nouns, on what they govern.
        phases: verbs, on the relation that their subject or object names.
        grounds: nouns for what a claim would rest on, if there were any ("no evidence that").
        speech: verbs whose clause is somebody's words.
        passive_only: governors without effect in the active voice.
        marks: conjunctions that make a clause a supposition.
        support: verbs beside which a noun says what their subject does.
        concluding: verbs that make what the noun after "to" or "on" names.
        answering: verbs whose object was there before.
        blame: who answers for a deed.
        untrue: what tells that a report is not so.
        foregone: words before a clause that did not come about.
        answers: how something said before is denied.
        conversions: by (effect, event).
    """

    governors: Effects
    adverbs: Effects
    adjectives: Effects
    modals: Effects
    phases: Effects
    grounds: frozenset[str]
    speech: frozenset[str]
    passive_only: frozenset[str]
    marks: frozenset[str]
    support: frozenset[str]
    concluding: frozenset[str]
    answering: frozenset[str]
    blame: Blame
    untrue: Untrue
    foregone: frozenset[str]
    answers: Answers
    conversions: Mapping[tuple[str, str], Conversion]


def load_stance(path: Path) -> StanceWords:
    """Read `languages/*/stance.toml`.

    Raises:
        LexiconError: a table is absent.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        return StanceWords(
            governors=_by_word(tables["governors"]),
            adverbs=_by_word(tables["adverbs"]),
            adjectives=_by_word(tables["adjectives"]),
            modals=_by_word(tables["modals"]),
            phases=_by_word(tables["phases"]),
            grounds=frozenset(tables["grounds"]["nouns"]),
            speech=frozenset(tables["speech"]["verbs"]),
            passive_only=frozenset(tables["passive_only"]["verbs"]),
            marks=frozenset(tables["suppositions"]["marks"]),
            support=frozenset(tables["support"]["verbs"]),
            concluding=frozenset(tables["concluding"]["verbs"]),
            answering=frozenset(tables["answering"]["verbs"]),
            blame=Blame(**_lists(tables["blame"])),
            untrue=Untrue(**_lists(tables["untrue"])),
            foregone=frozenset(tables["foregone"]["before"]),
            answers=Answers(**_lists(tables["answers"])),
            conversions={
                (table["effect"], event): Conversion(table.get("to"), table.get("cameo"))
                for table in tables["conversion"]
                for event in table["of"]
            },
        )
    except KeyError as error:
        raise LexiconError(f"{path.name}: table or key {error} is absent; add it") from error


def _lists(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table.items()}


def _by_word(table: Mapping[str, list[str]]) -> Effects:
    """Effect by word; where a word stands under several effects, the first counts."""
    found: dict[str, str] = {}
    for effect, words in table.items():
        for word in words:
            found.setdefault(word, effect)
    return found
