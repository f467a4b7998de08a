"""Acronyms that an article gives a meaning of its own: "the Patriotic Alliance (PA)" is no Palestinian Authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.lexicon.index import ActorIndex

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_OPENING = frozenset(("(", "["))
_CLOSING = frozenset((")", "]"))
# Words between the initials: "Front for the Liberation *of* Reed".
_MOST_BETWEEN = 4
_STEM = 4
# Of so many letters their order may be another language's.
_LONG = 4
# Two letters fit too many words.
_SHORTEST = 3


def in_brackets(doc: Doc, at: int) -> bool:
    """Is a token, alone in brackets, a word of capitals?"""
    if not 0 < at < len(doc) - 1:
        return False
    if doc[at - 1].text not in _OPENING or doc[at + 1].text not in _CLOSING:
        return False
    return doc[at].text.isupper() and doc[at].is_alpha and len(doc[at]) > 1


def spelt_out(doc: Doc) -> Iterator[tuple[int, int]]:
    """The names, as rows of tokens, whose first letters stand behind them in brackets: "Workers United for Liberty (WUL)"."""
    for token in doc:
        if in_brackets(doc, token.i) and len(token) >= _SHORTEST and (words := _words_of(token)):
            yield words[-1].i, token.i - 1


def given_anew(doc: Doc, index: ActorIndex) -> frozenset[str]:
    """Known acronyms that stand in brackets behind a name which they shorten, but not the name of those whom they are known to stand for."""
    return frozenset(
        token.text for token in doc if in_brackets(doc, token.i) and _is_anothers(token, index)
    )


def _is_anothers(acronym: Token, index: ActorIndex) -> bool:
    words = [word.text for word in _words_of(acronym)]
    bearers = [sense.actor for sense in index.senses(acronym.text) if sense.use == "name"]
    if not words or not bearers:
        return False
    theirs = {
        _stem(word, index)
        for bearer in bearers
        for name in (bearer.name, *bearer.aliases)
        for word in name.replace("-", " ").split()
    }
    # Fronts and armies are many; by its first word each is told from the others.
    return _stem(words[-1], index) not in theirs


def _stem(word: str, index: ActorIndex) -> str:
    """What two spellings of one word share: "Mujahedin", "Mujahideen"."""
    return index.key(word)[:_STEM]


def _words_of(acronym: Token) -> list[Token]:
    """The capitalised words before the bracket whose initials it is made of, last first; empty where they are not."""
    doc = acronym.doc
    words: list[Token] = []
    for at in range(acronym.i - 2, max(-1, acronym.i - 2 - len(acronym) - _MOST_BETWEEN), -1):
        if doc[at].text[:1].isupper():
            words.append(doc[at])
        if len(words) == len(acronym):
            break
    initials = "".join(word.text[0] for word in reversed(words))
    translated = len(initials) >= _LONG and sorted(initials) == sorted(acronym.text)
    return words if initials == acronym.text or translated else []
