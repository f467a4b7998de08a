"""Words by which a language says who says what, from `data/languages/*/speech.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast, get_args

from allegiance.errors import LexiconError
from allegiance.records.claim import Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that opens a statement.

    Attributes:
        rule: `speech.verbs.say.add`: what a statement shows as its rule.
        table: its third part, the id of the table.
        second: the word that has to follow ("out" in "point out"); None for most.
        takes: what may hold the content, as the data file explains.
        stance: what the word makes of a claim in the content; None where it is simply said.
    """

    rule: str
    table: str
    second: str | None
    takes: frozenset[str]
    stance: Stance | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Fixed words before a speaker ("according to").

    Attributes:
        words: in lower case.
    """

    rule: str
    words: tuple[str, ...]


Cues = Mapping[str, tuple[Cue, ...]]


@dataclass(frozen=True, slots=True)
class Speech:
    """The file, ready for looking up.

    Attributes:
        verbs: by base form; a cue with a second word comes before one without.
        nouns: by base form.
        phrases: by their first word.
        via: "translation", "quotation", "broadcast" or "outlet", by base form.
        documents: nouns that are said to say what their author says.
        headline: nouns that may stand in a headline as its speaker.
        goes_on: verbs by which a speaker goes on behind a comma.
        makes: verbs whose object is the subject's own claim.
        own: pronouns of who speaks and is spoken to.
        nested: ids of tables of verbs that open a statement even inside a quotation.
    """

    verbs: Cues
    nouns: Cues
    phrases: Mapping[str, tuple[Phrase, ...]]
    via: Mapping[str, str]
    documents: frozenset[str]
    headline: frozenset[str]
    goes_on: frozenset[str]
    makes: frozenset[str]
    own: frozenset[str]
    nested: frozenset[str]


def load_speech(path: Path) -> Speech:
    """Read one language's file.

    Raises:
        LexiconError: an unknown stance, or a word that stands in two tables of a kind.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file)
    return Speech(
        verbs=_cues("verbs", tables["verbs"], path),
        nouns=_cues("nouns", tables["nouns"], path),
        phrases=_phrases(tables["phrases"]),
        via=MappingProxyType({word: how for how, words in tables["via"].items() for word in words}),
        documents=frozenset(tables["words"]["document"]),
        headline=frozenset(tables["words"]["headline"]),
        goes_on=frozenset(tables["words"]["goes_on"]),
        makes=frozenset(tables["words"]["makes"]),
        own=frozenset(tables["words"]["own"]),
        nested=frozenset(tables["words"]["nested"]),
    )


def _cues(kind: str, tables: list[Mapping[str, object]], path: Path) -> Cues:
    found: dict[str, list[Cue]] = {}
    seen: dict[str, str] = {}
    for table in tables:
        for word, cue in _table(kind, table):
            if word in seen:
                raise LexiconError(f"{path.name}: {word!r} stands in {seen[word]} and {cue.rule}")
            if cue.stance is not None and cue.stance not in get_args(Stance):
                raise LexiconError(f"{path.name}: stance {cue.stance!r} of {cue.rule}")
            seen[word] = cue.rule
            found.setdefault(word.split()[0], []).append(cue)
    # A second word says more than none: "call for" is tried before "call".
    return MappingProxyType(
        {
            word: tuple(sorted(cues, key=lambda cue: cue.second is None))
            for word, cues in found.items()
        }
    )


def _table(kind: str, table: Mapping[str, object]) -> Iterator[tuple[str, Cue]]:
    takes = frozenset(cast("list[str]", table["takes"]))
    stance = cast("Stance | None", table.get("stance"))
    for word in cast("list[str]", table["words"]):
        _, _, second = word.partition(" ")
        rule = f"speech.{kind}.{table['id']}.{word.replace(' ', '-')}"
        yield word, Cue(rule, str(table["id"]), second or None, takes, stance)


def _phrases(tables: list[Mapping[str, object]]) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for table in tables:
        for written in cast("list[str]", table["words"]):
            words = tuple(written.split())
            found.setdefault(words[0], []).append(Phrase(f"speech.phrases.{table['id']}", words))
    return MappingProxyType({first: tuple(phrases) for first, phrases in found.items()})
