"""Find the known actors' names in a row of tokens: a trie over aliases, adjectives and metonyms."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from allegiance.lexicon.actors import DatedName, KnownActor

Use = Literal["name", "adjective", "metonym"]

# Longer strings of capitals are words in a headline more often than acronyms.
LONGEST_ACRONYM = 5
# A name is cut where spaCy's tokenizer cuts it: at spaces, before "'s", and at hyphens but in "U.S.-led".
_CUT = re.compile(r"\s+|(?<!\.)[\-‐‑–—]+|(?<=\w)(?=['’]s\b)")
# Most names hold none of this, and are cut much faster.
_HYPHENS = str.maketrans(dict.fromkeys("-‐‑–—", " "))
_DROPPED = re.compile(r"[^\w&]+")
_GLUED_ARTICLE = re.compile(r"^(?:al|el)[\-‐‑–’'](?=\w)", re.IGNORECASE)
# Left out of keys, so that "al-Nusra", "el Nusra" and "Nusra" are one name.
ARTICLES = frozenset(("al", "el", "ul"))
_DAY = timedelta(days=1)
_PASSED = frozenset("-‐‑–'\"’‘“”`")


@dataclass(frozen=True, slots=True)
class Sense:
    """One actor that a name may stand for.

    Attributes:
        acronym: the capitals that have to be written so; None where case is free.
        dated: on which days the name means the actor; None where on all.
    """

    actor: KnownActor
    use: Use
    acronym: str | None
    dated: DatedName | None = None

    def holds(self, days: tuple[date, date] | None) -> bool:
        """Does the name mean the actor on some of the days (the first, and the day after the last)? Where unknown, yes."""
        return self.dated is None or days is None or self.dated.is_borne(*days)


# The words of a name, whose it is and how, the name, and on which days alone.
_Waiting: TypeAlias = "tuple[list[str], KnownActor, Use, str, DatedName | None]"


class _Node:
    __slots__ = ("next", "senses")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.senses: list[Sense] = []


class ActorIndex:
    """All names of all known actors.

    Names wait under their first word, and become a trie when that word is first asked for: an article asks for few of the
    many thousand, and a process starts sooner.
    """

    def __init__(
        self, actors: Iterable[KnownActor], spellings: Mapping[str, str] | None = None
    ) -> None:
        self._first: dict[str, _Node] = {}
        self._waiting: dict[str, list[_Waiting]] = {}
        self._spellings = spellings or {}
        self.by_id: dict[str, KnownActor] = {}
        self._organs: dict[tuple[str, str], list[KnownActor]] = {}
        self._holders: dict[tuple[str, str], list[KnownActor]] = {}
        for actor in actors:
            self.by_id[actor.id] = actor
            if actor.body is not None and actor.kind != "person":
                self._organs.setdefault((actor.body, actor.kind), []).append(actor)
            elif actor.body is not None and actor.office is not None:
                self._holders.setdefault((actor.body, actor.office), []).append(actor)
            for use, name in _names(actor):
                self._put(name, actor, use)
            for dated in actor.dated:
                self._put(_without_article(dated.name), actor, "name", dated)

    def organ(
        self, state: str, kind: str, days: tuple[date, date] | None = None
    ) -> KnownActor | None:
        """A state's only known body of a kind (its government, its forces); None where none or several.

        Args:
            days: the first day and the day after the last on which it has to have been; None where they are unknown.
        """
        organs = self._organs.get((state, kind), ())
        if len(organs) > 1 and days is not None:
            organs = [one for one in organs if one.is_active(*days)]
        return organs[0] if len(organs) == 1 else None

    def holder(self, body: str, office: str, first: date, after: date) -> KnownActor | None:
        """Who held an office of a body ("president" of a state) all through the days `[first, after)`; None where nobody or several are known to."""
        known = self._holders.get((body, office), ())
        holders = [one for one in known if one.is_active(first, after)]
        throughout = (
            one
            for one in holders
            if one.is_active(first, first + _DAY) and one.is_active(after - _DAY, after)
        )
        return next(throughout, None) if len(holders) == 1 else None

    def key(self, token: str) -> str:
        """A token as `longest` wants it."""
        key = token_key(token)
        return self._spellings.get(key, key)

    def senses(self, name: str) -> tuple[Sense, ...]:
        """Whom a whole name may stand for."""
        keys = self._keys(name)
        found = self.longest(keys, 0) if keys else None
        return found[1] if found and found[0] == len(keys) else ()

    def longest(self, keys: Sequence[str], start: int) -> tuple[int, tuple[Sense, ...]] | None:
        """The end of the longest name that begins at `start`, and its senses; None where none begins.

        An empty key (a hyphen, a quotation mark) inside a name is passed over.
        """
        node = self._node(keys[start])
        best: tuple[int, _Node] | None = None
        at = start + 1
        while node is not None:
            if node.senses:
                best = at, node
            while at < len(keys) and not keys[at]:
                at += 1
            if at >= len(keys):
                break
            node = node.next.get(keys[at])
            at += 1
        return (best[0], tuple(best[1].senses)) if best else None

    def _keys(self, name: str) -> list[str]:
        return [self._spellings.get(key, key) for key in name_keys(name)]

    def _put(self, name: str, actor: KnownActor, use: Use, dated: DatedName | None = None) -> None:
        words = _words(name)
        first = next((key for key in map(self.key, words) if key), None)
        if first is not None:
            self._waiting.setdefault(first, []).append((words, actor, use, name, dated))

    def _node(self, first: str) -> _Node | None:
        """The trie of all names that begin with a key; whole before anybody sees it, as several threads may ask."""
        waiting = self._waiting.get(first)
        if waiting is not None:
            top = _Node()
            for words, actor, use, name, dated in waiting:
                keys = [key for key in map(self.key, words) if key]
                _grow(top, keys[1:], Sense(actor, use, written_acronym(name), dated))
            self._first[first] = top
            self._waiting.pop(first, None)
        return self._first.get(first)


def _grow(node: _Node, keys: Sequence[str], sense: Sense) -> None:
    for key in keys:
        following = node.next.get(key)
        if following is None:
            following = node.next[key] = _Node()
        node = following
    if not any(_covers(one, sense) for one in node.senses):
        node.senses.append(sense)


def _covers(one: Sense, other: Sense) -> bool:
    """Is the other found nowhere but where the one is? "Nato" is not covered by "NATO"."""
    if one.actor is not other.actor or one.acronym not in (None, other.acronym):
        return False
    return one.dated in (None, other.dated)


def load_spellings(path: Path) -> dict[str, str]:
    """Every spelling of the data file with the one that stands for it."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return {spelling: word for word, spellings in table.items() for spelling in spellings.split()}


def name_keys(name: str) -> list[str]:
    """A name as the keys of its tokens.

    >>> name_keys("Jabhat al-Nusra"), name_keys("Al-Qa'ida")
    (['jabhat', 'nusra'], ['qaida'])
    >>> name_keys("People's Army"), name_keys("U.S.-led coalition")
    (['people', 's', 'army'], ['usled', 'coalition'])
    """
    return [key for key in map(token_key, _words(name)) if key]


def _words(name: str) -> list[str]:
    simple = "." not in name and "'" not in name and "’" not in name
    return name.translate(_HYPHENS).split() if simple else _CUT.split(name)


@lru_cache(maxsize=65_536)
def token_key(token: str) -> str:
    """One token without case, accents, points and apostrophes.

    Empty for what a name is read over (hyphens, quotation marks, the Arabic article); other marks are their own key.

    >>> token_key("Ḥamās"), token_key("U.S."), token_key("-"), token_key(",")
    ('hamas', 'us', '', ',')
    """
    if token in _PASSED:
        return ""
    if not token.isascii():
        decomposed = unicodedata.normalize("NFKD", token)
        token = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    key = _DROPPED.sub("", _GLUED_ARTICLE.sub("", token)).casefold() or token
    return "" if key in ARTICLES else key


def _names(actor: KnownActor) -> Iterator[tuple[Use, str]]:
    for name in (actor.name, *actor.aliases):
        yield "name", _without_article(name)
    for adjective in actor.adjectives:
        yield "adjective", adjective
    for metonym in actor.metonyms:
        yield "metonym", _without_article(metonym)


def _without_article(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def written_acronym(name: str) -> str | None:
    """The letters of a name that has to be written so: "LeT" is a group and "Let" is none; None where case is free."""
    letters = name.replace(".", "")
    short = len(letters) <= LONGEST_ACRONYM and letters.isalpha()
    return letters if short and sum(map(str.isupper, letters)) > 1 else None
