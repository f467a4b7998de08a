"""Where in a text stands a name that the gazetteer knows, longest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from allegiance.lexicon._keys import place_key
from allegiance.lexicon.gazetteer import HAND_RENOWN, Gazetteer, KnownPlace
from allegiance.lexicon.placing import Placing

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

LONGEST = 7
# What a name of three letters has to have, in persons.
SHORT_RENOWN = 100_000
LINKS = frozenset(
    "- al el ez as ar ash an at the of de do da del la le les au aux sur en and d' 's ’s e i & en den der".split()
)
ARTICLES = frozenset("al el ar as ash at an ez es".split())

_key = lru_cache(maxsize=50_000)(place_key)


@dataclass(frozen=True, slots=True)
class Sight:
    """A name in the text and the places that it may mean; tokens `[first, last)`.

    Attributes:
        run: the capitalised words around it, as tokens.
    """

    first: int
    last: int
    text: str
    key: str
    senses: tuple[KnownPlace, ...]
    run: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of an article as plain strings, looked at once.

    Attributes:
        starts, ends: offsets into `text`.
        named: does the token begin like a name?
        all_capitals: is capital writing no sign of anything here?
    """

    text: str
    texts: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    named: list[bool]
    all_capitals: bool

    def is_break(self, at: int) -> bool:
        """The end of a line inside a paragraph, which the tokeniser takes for a word."""
        return self.texts[at].isspace() and self.texts[at].count("\n") < 2

    def before(self, at: int) -> int:
        """The word before a token, line ends skipped; -1 where there is none."""
        at -= 1
        while at >= 0 and self.texts[at].isspace():
            at -= 1
        return at

    def after(self, at: int) -> int:
        """The word that stands at a token or, after line ends, behind it; the number of tokens at the end."""
        while at < len(self.texts) and self.is_break(at):
            at += 1
        return at


def words_of(doc: Doc, text: str) -> Words:
    """Look at each token once."""
    texts = [token.text for token in doc]
    starts = [token.idx for token in doc]
    all_capitals = _all_capitals(texts)
    return Words(
        text=text,
        texts=texts,
        lower=[word.lower() for word in texts],
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, texts, strict=True)],
        named=_named(doc, texts, all_capitals),
        all_capitals=all_capitals,
    )


def _named(doc: Doc, texts: list[str], all_capitals: bool) -> list[bool]:
    """A capital says little at the head of a sentence or where all is in capitals; there the parser is asked."""
    named = []
    for token, text in zip(doc, texts, strict=True):
        if not text[0].isupper():
            named.append(False)
        elif all_capitals or token.is_sent_start:
            named.append(bool(token.ent_type) or token.pos_ == "PROPN")
        else:
            named.append(True)
    return named


def _all_capitals(texts: list[str]) -> bool:
    letters = [text for text in texts if text.isalpha() and len(text) > 1]
    return 2 * sum(text.isupper() for text in letters) > len(letters)


class Finder:
    """Finds the gazetteer's names in one article."""

    def __init__(self, words: Words, gazetteer: Gazetteer, placing: Placing) -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._abbreviations = placing.abbreviations
        self._between = placing.between

    def sights(self) -> Iterator[Sight]:
        """Known names that do not overlap, from left to right."""
        at, end = 0, len(self._words.texts)
        while at < end:
            if self._may_begin(at):
                stop = self._run_end(at)
                yield from self._in_run(at, stop)
                at = stop
            else:
                at += 1

    def _may_begin(self, at: int) -> bool:
        words = self._words
        if words.named[at]:
            return True
        if words.all_capitals and words.lower[at] in self._between:
            # "CENTRAL AMERICA": the parser takes the first word for no part of the name.
            following = words.after(at + 1)
            return following < len(words.texts) and words.named[following]
        article = words.lower[at] in ARTICLES and at + 2 < len(words.texts)
        return article and words.texts[at + 1] == "-" and words.named[at + 2]

    def _run_end(self, at: int) -> int:
        """The token after the last capitalised one that hangs together with this."""
        words = self._words
        end, last = len(words.texts), at + 1
        at += 1
        while at < end and (words.named[at] or words.lower[at] in LINKS or words.is_break(at)):
            at += 1
            if words.named[at - 1]:
                last = at
        return last

    def _in_run(self, start: int, stop: int) -> Iterator[Sight]:
        at = start
        while at < stop:
            sight = self._longest(at, (start, stop)) if self._may_begin(at) else None
            if sight is None:
                at += 1
            else:
                yield sight
                at = sight.last

    def _longest(self, at: int, run: tuple[int, int]) -> Sight | None:
        words = self._words
        for last in range(min(run[1], at + LONGEST), at, -1):
            if words.named[last - 1]:
                text = words.text[words.starts[at] : words.ends[last - 1]]
                senses = self._senses(text, at)
                if senses:
                    return Sight(at, last, text, _key(text), senses, run)
        return None

    def _senses(self, text: str, at: int) -> tuple[KnownPlace, ...]:
        full = self._abbreviations.get(text) or self._abbreviations.get(text.lower())
        if full:
            # "GA" is a state after a comma, and anything elsewhere.
            after_comma = at > 0 and self._words.texts[at - 1] == ","
            known = self._gazetteer.find(_key(full)) if after_comma else ()
            return tuple(place for place in known if place.kind == "admin1")[:1]
        key = _key(text)
        # Two letters are an acronym: "US" is a place and "Us" is none.
        if len(key) < 2 or (len(text) == 2 and not text.isupper()):
            return ()
        senses = self._gazetteer.find(key)
        if len(text) == 3 and not text.isupper():
            # "Gao" and "Qom" are towns that reports name; Lee and Roy are mostly persons.
            return senses if senses and senses[0].renown >= SHORT_RENOWN else ()
        if len(text) <= 4 and text.isupper() and not self._words.all_capitals:
            # Small towns are not written in capitals: "EU" is not Eu.
            return tuple(place for place in senses if place.renown >= HAND_RENOWN)
        return senses


def longer_name(sight: Sight, words: Words, placing: Placing) -> int:
    """Where the name ends of which a known one is the beginning ("San Juan de Ribera"); where the known one does if none is."""
    at = words.after(sight.last)
    if at >= len(words.texts) or words.lower[at] not in ("de", "del", "do", "da"):
        return sight.last
    at = words.after(at + 1)
    if at < len(words.texts) and words.lower[at] in ("la", "las", "los"):
        at = words.after(at + 1)
    if at >= len(words.texts) or not words.named[at]:
        return sight.last
    return name_end(at + 1, words, placing)


def name_end(at: int, words: Words, placing: Placing) -> int:
    """Where a name ends of which the parser has cut off the end, as it does in capitals throughout."""
    end = len(words.texts) if words.all_capitals else at
    while at < end and words.named[at] and words.lower[at] not in placing.heads:
        at += 1
    return at
