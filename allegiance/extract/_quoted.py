"""Which verb a quotation hangs on, and which quotations are one speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allegiance.extract._quotes import Quote
from allegiance.extract._speakers import own_subject
from allegiance.lexicon.speech import Cue, Speech

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# How far behind or before a quotation its verb may stand, in words: a speaker with a long apposition fits.
REACH = 30
# Fewer words than this without a verb of saying are a name, a title or a doubt, no speech.
SPEECH_WORDS = 4

_ENDS = frozenset(".!?;")
_MARKS = frozenset({'"', "“", "”", "''", "``", "'", "‘", "’", "«", "»", ",", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Speaking:
    """A quotation, or several that one speaker goes on with.

    Attributes:
        start, end: characters, marks left out.
        first, last: the first and last token inside.
        verb: the verb it hangs on; None where it goes on from the speaker before.
    """

    start: int
    end: int
    first: int
    last: int
    closed: bool
    verb: Token | None
    cue: Cue | None

    @property
    def words(self) -> int:
        """Tokens inside, marks counted."""
        return self.last - self.first + 1


def speakings(doc: Doc, quotes: tuple[Quote, ...], speech: Speech) -> list[Speaking]:
    """Quotations with their verbs, those that go on joined to those they go on from; the rest is left out."""
    starts = [token.idx for token in doc]
    joined: list[Speaking] = []
    for quote in quotes:
        first, behind = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if first >= behind:
            continue
        verb = _verb_behind(doc, quote, first, behind, speech) or _verb_before(
            doc, first, behind, speech
        )
        found = Speaking(
            quote.start, quote.end, first, behind - 1, quote.closed, *(verb or (None, None))
        )
        last = joined[-1] if joined else None
        if last is not None and _goes_on(doc, last, found):
            joined[-1] = replace(last, end=found.end, last=found.last, closed=found.closed)
        elif verb is not None or (last is not None and _stands_alone(doc, found)):
            joined.append(found)
    return joined


def _verb_behind(
    doc: Doc, quote: Quote, first: int, behind: int, speech: Speech
) -> tuple[Token, Cue] | None:
    """`"...," said the general, who ...`, or `"...," the general, who ..., said`."""
    ending = doc[behind - 1].lower_[-1]
    parted = ending in ",?!-—–…" or (behind + 1 < len(doc) and doc[behind + 1].lower_ == ",")
    if not quote.closed or (not parted and behind - first < SPEECH_WORDS) or ending == ".":
        return None
    start = behind
    while start < len(doc) and doc[start].lower_ in _MARKS:
        start += 1
    for token in doc[start : start + REACH]:
        if token.lower_ in _ENDS or token.lower_ in ("“", "``") or "\n\n" in token.text:
            return None
        cue = _quoting(token, speech)
        if cue is not None and _subject_near(token, start, parted):
            return token, cue
        if token.pos_ == "VERB" and token.dep_ not in ("relcl", "acl", "advcl", "conj"):
            return None
    return None


def _subject_near(verb: Token, start: int, parted: bool) -> bool:
    """Does the speaker stand between the quotation and its verb, or right behind the verb?"""
    subject = own_subject(verb)
    if verb.i == start or (verb.i == start + 1 and verb.doc[start].pos_ in ("ADV", "AUX", "PRON")):
        return True
    if verb.dep_ in ("relcl", "acl", "conj") or subject is None:
        return parted and verb.i - start <= 3 and verb.dep_ not in ("relcl", "acl")
    return subject.i >= start


def _verb_before(doc: Doc, first: int, behind: int, speech: Speech) -> tuple[Token, Cue] | None:
    """`The general said: "..."`, `told reporters that "..."`, `called it "..."`."""
    stop = first - 1
    parted = False
    while stop >= 0 and (
        doc[stop].lower_ in _MARKS or doc[stop].lower_ in (":", "that") or doc[stop].is_space
    ):
        parted = parted or doc[stop].lower_ in (":", ",")
        if "\n\n" in doc[stop].text and doc[stop - 1].lower_ != ":":
            return None
        stop -= 1
    for token in reversed(doc[max(0, stop - REACH) : stop + 1]):
        if token.lower_ in _ENDS or "\n\n" in token.text or token.lower_ in ('"', "”", "“", "''"):
            return None
        cue = _quoting(token, speech)
        if cue is not None:
            near = parted or stop - token.i <= 4
            return (token, cue) if near and (behind - first >= 2 or parted) else None
        if token.pos_ == "VERB" and not parted:
            return None
    return None


def _quoting(token: Token, speech: Speech) -> Cue | None:
    cues = speech.verbs.get(token.lemma_.lower())
    if cues is None or token.pos_ in ("NOUN", "ADP", "DET", "SCONJ"):
        return None
    return next((cue for cue in cues if "quote" in cue.takes and cue.second is None), None)


def _goes_on(doc: Doc, last: Speaking, found: Speaking) -> bool:
    """Is it the same breath: `"...," he said. "..."`, or the next paragraph of an open quotation?"""
    if found.first - last.last > REACH + 10:
        return False
    if not last.closed:
        return found.verb is None or found.verb is last.verb
    if found.verb is not None and found.verb is not last.verb:
        return False
    if last.verb is None or not last.last < last.verb.i < found.first:
        return False
    between = doc[last.verb.i : found.first]
    if any("\n" in token.text for token in between):
        return False
    ends = sum(token.lower_ in _ENDS for token in between)
    return ends <= 1 and doc[found.first - 2].lower_ in (".", ",", ":", ";", "-", "–", "—")


def _stands_alone(doc: Doc, found: Speaking) -> bool:
    """Whole sentences with no verb beside them: the last speaker is still speaking."""
    before = doc[found.first - 2] if found.first > 1 else None
    begins = (
        before is None
        or before.lower_ in (".", "?", "!", ":", "”", '"', "''")
        or "\n" in before.text
    )
    ends = doc[found.last].lower_[-1] in ".?!" or not found.closed
    return begins and ends and found.words >= SPEECH_WORDS


def spoken(speakings: list[Speaking]) -> Iterator[tuple[int, Speaking]]:
    """Those with a verb, by the verb's token."""
    for speaking in speakings:
        if speaking.verb is not None:
            yield speaking.verb.i, speaking
