"""Statements without quotation marks, as ministries put them out: "The minister said:" and then his words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract._saying.quoted import quoting
from allegiance.extract._saying.quotes import quotes_of
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.speech import Cue

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# Words that may stand between the verb and its colon: "said in a statement on Monday:".
REACH = 9
# So early he says "I" or "we", in sentences; else the reporter has gone on in his own voice.
OPENING = 3

_MARKS = frozenset('“‘«„"')


@dataclass(frozen=True, slots=True)
class Announced:
    """Somebody's words without marks: tokens, half-open, and the verb that brings them."""

    verb: Token
    cue: Cue
    start: int
    end: int


def announced(doc: Doc, lexicon: Lexicon) -> list[Announced]:
    """All such words in text order; they end with the last paragraph in which he says "I" or "we", or where the next begin."""
    opened = list(_opened(doc, lexicon))
    if not opened:
        return []
    own = _own_words(doc, lexicon)
    ends = [verb.sent.start for verb, _, _ in opened[1:]] + [len(doc)]
    found = []
    for (verb, cue, start), limit in zip(opened, ends, strict=True):
        first, behind = bisect_left(own, start), bisect_left(own, limit)
        if first < behind and own[first] < _end_of_opening(doc, start):
            end = _end_of_paragraph(doc, own[behind - 1], limit)
            found.append(Announced(verb, cue, start, end))
    return found


def _opened(doc: Doc, lexicon: Lexicon) -> Iterator[tuple[Token, Cue, int]]:
    """The verb, its cue and the first token of whatever follows "said:" without a mark."""
    for colon in doc[:-1]:
        if colon.text[0] != ":":
            continue
        start = colon.i + 1
        while start < len(doc) - 1 and doc[start].is_space:
            start += 1
        if doc[start].text[0] in _MARKS:
            continue
        near = reversed(doc[max(colon.sent.start, colon.i - REACH) : colon.i])
        verb = next((token for token in near if token.pos_ == "VERB"), None)
        cue = quoting(verb, lexicon.speech) if verb is not None else None
        if verb is not None and cue is not None:
            yield verb, cue, start


def _own_words(doc: Doc, lexicon: Lexicon) -> list[int]:
    """Where somebody says "I" or "we" outside of quotations."""
    quotes = quotes_of(doc.text)
    starts = [quote.start for quote in quotes]
    agreement = lexicon.anaphora.agreement
    found = []
    for token in doc:
        if agreement.get(token.lower_) == "first":
            before = bisect_right(starts, token.idx) - 1
            if before < 0 or token.idx >= quotes[before].end:
                found.append(token.i)
    return found


def _end_of_opening(doc: Doc, start: int) -> int:
    end = start
    for _ in range(OPENING):
        end = doc[end].sent.end if end < len(doc) else end
    return end


def _end_of_paragraph(doc: Doc, at: int, limit: int) -> int:
    end = next((i + 1 for i in range(at, limit) if "\n" in doc[i].text_with_ws), limit)
    while doc[end - 1].is_space:
        end -= 1
    return end
