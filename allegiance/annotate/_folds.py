"""Known names of several words, folded into one word before the parser sees them.

The small model cuts "Tehreek-e-Taliban Pakistan" and "the Islamic State of Iraq and the Levant" in pieces and takes the
group IS for a verb. What stands for one actor is given to it as one name, an acronym in brackets not at all; both come
back with the annotation (`_draft`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from allegiance.lexicon.index import ARTICLES, ActorIndex, Sense, token_key

HYPHENS = frozenset("-‐‑–")
BRACKETS = {"(": ")", "[": "]"}
# An acronym may be as long as "(JRTN-IS)", the name that an editor adds in its place as long as "[Armed Forces of the ...]".
_LONGEST_ASIDE, _LONGEST_GLOSS = 5, 9
_JOINERS = frozenset(("of", "the", "and", "for", "de", "del", "la", "y", "-"))
# The model reads these as they stand.
_LEGIBLE = frozenset(("person", "state"))
# Acronyms of groups that the tagger takes for the words they spell.
_WORDLIKE = frozenset(("is", "it", "am", "us", "as", "on", "all", "for", "we", "he", "so", "no"))
# A group that the model knows well.
_STAND_IN = "Hamas"


@dataclass(frozen=True, slots=True)
class Fold:
    """A run of words of which the model is given one.

    Attributes:
        start: the first word.
        head: the word that stays.
        end: the word after the last.
        word: what the model is given in its place.
        aside: the first word of the bracket that follows the head; `end` where none does.
    """

    start: int
    head: int
    end: int
    word: str
    aside: int


def folds(words: Sequence[str], index: ActorIndex) -> Iterator[Fold]:
    """The runs of an article's words to fold, in order; none overlaps another."""
    keys = [token_key(word) for word in words]
    done = at = 0
    while at < len(words):
        name = _name(words, keys, at, done, index) if keys[at] else None
        start, head, stop = name or (at, at, at + 1)
        end = _aside(words, stop) if words[head][:1].isupper() else stop
        wordlike = name is not None and stop - start == 1 and words[head].lower() in _WORDLIKE
        if end - start > 1 or wordlike:
            yield Fold(start, head, end, _STAND_IN if wordlike else words[head], stop)
            done = end
        at = end


def _name(
    words: Sequence[str], keys: Sequence[str], at: int, done: int, index: ActorIndex
) -> tuple[int, int, int] | None:
    """First word, last word, and end of the known name at a place; None where none begins."""
    if not words[at][:1].isupper():
        return None
    found = index.longest(keys, at)
    if found is None or not any(_fits(sense, words[at]) for sense in found[1]):
        return None
    end = found[0]
    # The model reads "Saudi-led coalition" well enough.
    if not words[end - 1][:1].isupper():
        return None
    start, last = at, end - 1
    while start > done and (words[start - 1] in HYPHENS or words[start - 1].lower() in ARTICLES):
        start -= 1
    # In "Ann Roe's forces" the possessor is more than the known "Roe's forces".
    if start > 0 and words[start - 1][:1].isupper() and "'s" in words[start:end]:
        return None
    return start, last, end


def _fits(sense: Sense, word: str) -> bool:
    if sense.use != "name" or sense.actor.kind in _LEGIBLE:
        return False
    return sense.acronym is None or sense.acronym == word.replace(".", "")


def _aside(words: Sequence[str], stop: int) -> int:
    """The end of an acronym or a name in brackets at `stop`; `stop` where there is none."""
    closed = BRACKETS.get(words[stop]) if stop < len(words) else None
    if closed is None:
        return stop
    longest = _LONGEST_GLOSS if closed == "]" else _LONGEST_ASIDE
    for end in range(stop + 2, min(stop + 2 + longest, len(words))):
        if words[end] == closed:
            inside = words[stop + 1 : end]
            acronym = all(word.isupper() or word in HYPHENS for word in inside)
            return end + 1 if acronym or (closed == "]" and _is_name(inside)) else stop
    return stop


def _is_name(words: Sequence[str]) -> bool:
    """Capitals on all but small words: "National Liberation Front", not "words indistinct"."""
    return words[0][:1].isupper() and all(
        word[:1].isupper() or word.lower() in _JOINERS for word in words
    )
