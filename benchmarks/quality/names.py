"""When two names are the same, or one is part of the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# They tell no name from another; those of Spanish are for the names of Latin America.
_SMALL = frozenset("the a an of for and in on to at by s de del la las los el y".split())
_ARTICLE = re.compile(r"^(?:the|a|an) (?=\w)")
_APOSTROPHE = re.compile(r"['’`](?:s\b)?|[ʿʾ]")
# What follows these says more of the thing that stands before.
_AFTER_HEAD = re.compile(r"\b(?:of|for|from|in|on|at|with|who|which|that)\b|,")


def plain(name: str) -> str:
    """In lower case, without accents, leading article, possessive and punctuation.

    >>> plain("The Ra’s Kamboni-Brigade's")
    'ra kamboni brigade'
    """
    letters = unicodedata.normalize("NFKD", name)
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", _APOSTROPHE.sub("", bare))))


def plain_all(names: Iterable[str | None]) -> frozenset[str]:
    """The names, plain; what is None or has no letters is left out."""
    return frozenset(plain(name) for name in names if name) - {""}


def words(name: str) -> frozenset[str]:
    """The words that make the name."""
    return frozenset(plain(name).split()) - _SMALL


def head(name: str) -> str:
    """The word that says what it is; empty where there is none.

    >>> head("the mayor of Achi, a lawyer")
    'mayor'
    """
    before = " ".join(plain(part) + "," for part in name.split(","))
    return (_AFTER_HEAD.split(before)[0].split() or [""])[-1]


def within(one: str, other: str) -> bool:
    """Are the words of one name all among those of the other?"""
    left, right = words(one), words(other)
    return bool(left and right) and (left <= right or right <= left)


def akin(one: str, other: str) -> bool:
    """Is one within the other, or have they the same head?"""
    return within(one, other) or (head(one) != "" and head(one) == head(other))
