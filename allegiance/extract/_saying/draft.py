"""A statement before its speaker is looked up among the article's actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract._saying.contents import Stretch, trimmed
from allegiance.extract._saying.quotes import Quote
from allegiance.extract._saying.speakers import agent_of, is_passive, subject_of
from allegiance.lexicon.speech import Speech
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose speaker is still a word.

    Attributes:
        at: the token of the cue, or the first of the content where there is none.
        speaker: the head of the speaker's words; None where nobody is named.
    """

    content: Span
    at: int
    cue: Span | None
    speaker: Token | None
    direct: bool
    rule: str


def words(first: Token, last: Token | None = None) -> Span:
    """The characters from a token to another, or of the one."""
    last = first if last is None else last
    return Span(first.idx, last.idx + len(last))


def characters(
    doc: Doc, stretch: Stretch | None, cue: Token, quotes: tuple[Quote, ...], speech: Speech
) -> Span | None:
    """The characters of a content: inside the quotation that the cue stands in, around those that it runs into."""
    tokens = None if stretch is None else trimmed(doc, stretch, cue.i, speech)
    if tokens is None:
        return None
    start, end = doc[tokens[0]].idx, doc[tokens[1]].idx + len(doc[tokens[1]])
    for quote in quotes:
        if quote.start <= cue.idx < quote.end:
            start, end = max(start, quote.start), min(end, quote.end)
        elif quote.start < end <= quote.end:
            end = quote.outer_end
    return Span(start, end) if start < end else None


def who(verb: Token) -> Token | None:
    """Who says it by this verb."""
    return agent_of(verb) if is_passive(verb) else subject_of(verb)
