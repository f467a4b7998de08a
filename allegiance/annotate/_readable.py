"""The text as a tokenizer should see it: odd spaces plain, invisible characters left out, shouted words capitalised."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Soft hyphen, zero-width space and joiners, direction marks, word joiner, byte order mark.
_INVISIBLE = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
_SHOUTED = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)*|[^\W\d_](?:['’][^\W\d_]+)+")
_LETTER = re.compile(r"[^\W\d_]")
# The model knows "don't" and "Assad's" with a straight one alone.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[’ʼ`´](?=[^\W\d_])")
# What a table or a database wrote for one mark: "the Front\\'s men", ""the Front"".
_ESCAPED = re.compile(r"\\['’\"“”]|\"\"(?=\w)|(?<=[\w.,!?])\"\"")
# Acronyms and headings make up less of an ordinary text.
_MOSTLY = 0.7
# A headline of three words in capitals, or the capital letters of an address.
_RUN = re.compile(r"[^\W\da-z_]{2,}(?:[^a-z]+?[^\W\da-z_]{2,}){2,}")


@dataclass(frozen=True, slots=True)
class Readable:
    """A text with its invisible characters left out, and the signs that only tell a machine that a quotation mark follows.

    Attributes:
        origin: for each character of `text` its offset in the article; None where none was left out.
    """

    text: str
    origin: tuple[int, ...] | None


def readable(text: str, *, shouted: bool) -> Readable:
    """What a tokenizer should be given for an article's text.

    Args:
        shouted: words in capitals are capitalised, as abbreviations ("Gen.", "Sept.") are known so.
    """
    origin = None
    if INVISIBLE.search(text) or _ESCAPED.search(text):
        # The mark stands where its escape began, so that a word does not end in one.
        marks = {found.start(): found[0][1] for found in _ESCAPED.finditer(text)}
        origin = tuple(
            i for i, sign in enumerate(text) if sign not in _INVISIBLE and i - 1 not in marks
        )
        text = "".join(marks.get(i, text[i]) for i in origin)
    text = _APOSTROPHE.sub("'", text)
    if shouted:
        text = _SHOUTED.sub(_capitalised, text)
    return Readable(text, origin)


def is_shouted(text: str) -> bool:
    """Is the whole text in capitals?"""
    letters = _LETTER.findall(text)
    return sum(map(str.isupper, letters)) > _MOSTLY * len(letters) if letters else False


def may_shout(text: str) -> bool:
    """Could a line of the text be in capitals? Quick, and true too often."""
    return _RUN.search(text) is not None


def _capitalised(word: re.Match[str]) -> str:
    capitalised = word[0].capitalize() if word[0].isupper() else word[0]
    # Some letters change their length with their case ("ŉ"); such a word stays.
    return capitalised if len(capitalised) == len(word[0]) else word[0]
