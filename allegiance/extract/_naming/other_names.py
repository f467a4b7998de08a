"""Other names that a text gives an actor ("X, known as Y", "X - Y in Arabic"), and the same name wherever it stands again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract._naming.known_names import keys_of
from allegiance.extract._naming.sighting import Sighting, head_of
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_OPENERS = frozenset(",(–—-;[")
_CLOSERS = frozenset(",).;–—-]")
_MARKS = frozenset("\"“”„«»``''")
_HYPHENS = frozenset("-‐‑'’")
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_DETERMINERS = frozenset(("the", "a", "an"))
# Longer stretches in quotation marks say something; they are no names.
_LONGEST = 7
_NAMING_WORDS = frozenset(("PROPN", "NOUN", "ADJ", "NUM", "ADP", "DET", "CCONJ", "PART", "PUNCT"))

# Shorter words are too often something else.
_ODD = 4


@dataclass(frozen=True, slots=True)
class _Given:
    """A name that is given to somebody, as a stretch of tokens; `former` where it is his no more."""

    start: int
    end: int
    former: bool = False


def with_other_names(
    doc: Doc, lexicon: Lexicon, names: list[Sighting], blocked: set[int]
) -> list[Sighting]:
    """The names, those that they are given beside included, in text order.

    Args:
        blocked: tokens that name something else; those that a text says to be a name of an actor are freed.
    """
    reader = _Reader(doc, lexicon)
    for name in list(names):
        given = reader.behind(name) if name.keys and name.kind != "population" else None
        if given is not None:
            names = _with(doc, lexicon, names, name, given)
            blocked.difference_update(range(given.start, given.end))
    names += _again(doc, names, blocked)
    others = {name.keys: name.also for name in names if name.also is not None}
    for name in names:
        name.also = others.get(name.keys)
    return sorted(names, key=lambda one: one.start)


def _with(
    doc: Doc, lexicon: Lexicon, names: list[Sighting], name: Sighting, given: _Given
) -> list[Sighting]:
    inside = [one for one in names if one.start < given.end and given.start < one.end]
    same = next((one for one in inside if one.start <= given.start and given.end <= one.end), None)
    if name in inside or any(one.start < given.start for one in inside if one is not same):
        return names
    if same is None:
        keys = keys_of(doc, given.start, given.end, lexicon.index)
        head = head_of(doc, given.start, given.end)
        same = Sighting(given.start, given.end, head, "name", name.kind, "actors.alias", keys=keys)
        names = [one for one in names if one not in inside] + [same]
    if not same.keys or same.keys in (name.keys, name.also.keys if name.also else ()):
        return names
    if not (given.former and (same.known or name.known)):
        same.also = name
        if not same.known:
            same.kind = name.kind
    return names


def _again(doc: Doc, names: list[Sighting], blocked: set[int]) -> Iterator[Sighting]:
    """Names of several words, short forms and other names, wherever the same words stand without being seen."""
    taken = {at for name in names for at in range(name.start, name.end)} | blocked
    seen: dict[tuple[str, ...], Sighting] = {}
    common = {token.text for token in doc if token.is_lower}
    for name in names:
        words = tuple(doc[at].text for at in range(name.start, name.end))
        if name.known or name.kind == "population" or name.label is not None:
            continue
        told = name.also is not None or name.rule == "actors.acronym" or _is_odd(words, common)
        if len(words) > 1 or told:
            seen.setdefault(words, name)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(seen, key=len, reverse=True):
        by_first.setdefault(words[0], []).append(words)
    for token in doc:
        for words in by_first.get(token.text, ()):
            places = range(token.i, token.i + len(words))
            if places.stop > len(doc) or not taken.isdisjoint(places):
                continue
            if all(doc[at].text == word for at, word in zip(places, words, strict=True)):
                taken.update(places)
                name, head = seen[words], head_of(doc, places.start, places.stop)
                yield Sighting(
                    places.start, places.stop, head, "name", name.kind, "actors.again", keys=name.keys
                )  # fmt: skip
                break


def _is_odd(words: tuple[str, ...], common: set[str]) -> bool:
    """A single word that can be taken for nothing else ("Thabat gunmen")."""
    return len(words) == 1 and len(words[0]) >= _ODD and words[0].lower() not in common


class _Reader:
    """Reads what stands behind a name."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._words = lexicon.naming
        self._titles = lexicon.nouns.titles

    def behind(self, name: Sighting) -> _Given | None:
        """The other name that the words behind a name give its bearer."""
        at = self._past_bracket(name.end)
        opened = self._text(at) in _OPENERS
        first = at + 1 if opened else at
        at, former = self._past_adverbs(first)
        phrase = self._phrase(at)
        if phrase and (opened or at > first or phrase[0] != "called"):
            return self._given(at + len(phrase), former=former)
        if not opened:
            return None
        if former:
            return self._given(at, former=True)
        if at == first and self._text(at).lower() in self._words.bare:
            return self._closed(self._given(at + 1))
        return self._translated(first) if at == first else None

    def _translated(self, at: int) -> _Given | None:
        """ "- Soldiers of the River in Arabic", "(Arabic for Soldiers of the River)", ", the "River Soldiers","."""
        if self._text(at).lower() in self._words.languages and self._text(at + 1) == "for":
            return self._given(at + 2)
        given = self._given(at)
        if given is None:
            return None
        behind = self._past_marks(given.end)
        if self._text(behind) == "in" and self._text(behind + 1).lower() in self._words.languages:
            return given
        return self._closed(given) if self._is_quoted(given) else None

    def _past_bracket(self, at: int) -> int:
        """Behind the short form in brackets."""
        if self._text(at) in ("(", "[") and self._text(at + 2) in (")", "]"):
            return at + 3 if self._text(at + 1).isupper() else at
        return at

    def _past_adverbs(self, at: int) -> tuple[int, bool]:
        former = False
        while (word := self._text(at).lower()) in self._words.before | self._words.former:
            if self._phrase(at):
                break
            former = former or word in self._words.former
            at += 1
        return at, former

    def _phrase(self, at: int) -> tuple[str, ...]:
        for phrase in self._words.phrases:
            if all(self._text(at + n).lower() == word for n, word in enumerate(phrase)):
                return phrase
        return ()

    def _given(self, at: int, *, former: bool = False) -> _Given | None:
        """The name that begins at a token, behind an article, a title and quotation marks."""
        while at < len(self._doc) and (
            self._text(at) in _MARKS or self._text(at).lower() in _DETERMINERS
        ):
            at += 1
        if at == 0 or at >= len(self._doc) or self._doc[at].is_sent_start:
            return None
        start = at
        quoted = self._text(at - 1) in _MARKS
        end = self._end_of_quoted(start) if quoted else self._end(start)
        while end - start > 1 and self._is_title(self._doc[start]):
            start += 1
        if not start < end <= start + _LONGEST or not self._text(start)[:1].isupper():
            return None
        if self._text(end) in ("a", "an"):
            # "Ana, who called Bo a liar"
            return None
        return _Given(start, end, former)

    def _is_title(self, token: Token) -> bool:
        return token.lower_.rstrip(".") in self._titles

    def _end(self, at: int) -> int:
        """Where the capitalised words end."""
        end = at
        while at < len(self._doc):
            text = self._text(at)
            if text[:1].isupper() and self._doc[at].is_alpha:
                at += 1
                end = at
            elif at == end and self._joins(at):
                at += 1
                while text in ("of", "for") and self._text(at) in ("the", "al", "a"):
                    at += 1
                if not self._text(at)[:1].isupper():
                    break
            else:
                break
        return end

    def _joins(self, at: int) -> bool:
        text = self._text(at)
        glued = text in _HYPHENS and not self._doc[at].whitespace_
        owned = text in _POSSESSIVES and self._text(at + 1)[:1].isupper()
        return glued or owned or (text in self._words.joining and text != "and")

    def _end_of_quoted(self, at: int) -> int:
        end = at
        while end < len(self._doc) and self._text(end) not in _MARKS:
            if self._doc[end].pos_ not in _NAMING_WORDS or end - at > _LONGEST:
                return at
            end += 1
        if end == len(self._doc):
            return at
        while end > at and self._doc[end - 1].is_punct:
            end -= 1
        return end

    def _past_marks(self, at: int) -> int:
        while self._text(at) in _MARKS:
            at += 1
        return at

    def _is_quoted(self, given: _Given) -> bool:
        before, behind = self._text(given.start - 1), self._text(given.end)
        return before in _MARKS and (behind in _MARKS or self._text(given.end + 1) in _MARKS)

    def _closed(self, given: _Given | None) -> _Given | None:
        """Only what a comma or a bracket sets apart."""
        if given is None:
            return None
        inside = self._text(given.end) in _CLOSERS
        return given if inside or self._text(self._past_marks(given.end)) in _CLOSERS else None

    def _text(self, at: int) -> str:
        return self._doc[at].text if 0 <= at < len(self._doc) else ""
