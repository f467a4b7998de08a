"""Which verb a quotation hangs on, and which quotations are one speech."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allegiance.extract._saying.quotes import Quote
from allegiance.extract._saying.speakers import own_subject, subject_of
from allegiance.extract._syntax import SUBJECTS
from allegiance.lexicon.speech import Cue, Speech

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# How far behind or before a quotation its verb may stand, in words: a speaker with a long apposition fits.
REACH = 30
# The same where the reporter's own words lead from the verb into the quotation.
REACH_MIXED = 10
# Fewer words than this without a verb of saying are a name, a title or a doubt, no speech.
SPEECH_WORDS = 4

_ENDS = frozenset(".!?;")
_STOPS = frozenset({".", ",", ":", ";", "-", "–", "—"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "'", "‘", "’", "«", "»"})
_MARKS = _QUOTES | {",", "-", "–", "—", "--"}


@dataclass(frozen=True, slots=True)
class Hold:
    """The verb that a quotation hangs on.

    Attributes:
        clause: the first token of the clause that the quotation ends, where it is the reporter's: "said *the raid was*
            'a disgrace'"; None where the quotation is the whole.
    """

    verb: Token
    cue: Cue
    clause: Token | None = None


@dataclass(frozen=True, slots=True)
class Speaking:
    """A quotation, or several that one speaker goes on with.

    Attributes:
        start, end: characters, marks left out.
        outer_end: behind the closing mark.
        first, last: the first and last token inside.
        hold: None where it goes on from the speaker before.
    """

    start: int
    end: int
    outer_end: int
    first: int
    last: int
    closed: bool
    hold: Hold | None

    @property
    def words(self) -> int:
        """Tokens inside, marks counted."""
        return self.last - self.first + 1


def speakings(doc: Doc, quotes: tuple[Quote, ...], speech: Speech) -> list[Speaking]:
    """Quotations with their verbs, those that go on joined to those they go on from; the rest is left out."""
    starts = [token.idx for token in doc] if quotes else []
    joined: list[Speaking] = []
    for quote in quotes:
        first, behind = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        if first >= behind:
            continue
        hold = _hold_behind(doc, quote, first, behind, speech)
        hold = hold or _hold_before(doc, first, behind, speech)
        found = Speaking(
            quote.start, quote.end, quote.outer_end, first, behind - 1, quote.closed, hold
        )
        if joined and _goes_on(doc, joined[-1], found):
            joined[-1] = _joined(joined[-1], found)
        elif hold is not None or (joined and _stands_alone(doc, found)):
            joined.append(found)
    return joined


def _joined(last: Speaking, found: Speaking) -> Speaking:
    return replace(
        last,
        end=found.end,
        outer_end=found.outer_end,
        last=found.last,
        closed=found.closed,
        hold=last.hold or found.hold,
    )


def _hold_behind(doc: Doc, quote: Quote, first: int, behind: int, speech: Speech) -> Hold | None:
    """`"...," said the general, who ...`, or `"...," the general, who ..., said`."""
    ending = doc[behind - 1].lower_[-1]
    parted = ending in ",?!-—–…" or (behind + 1 < len(doc) and doc[behind + 1].lower_ == ",")
    if not quote.closed or ending == "." or not (parted or behind - first >= SPEECH_WORDS):
        return None
    if not _opens_a_clause(doc, first):
        return None
    start = behind
    while start < len(doc) and doc[start].lower_ in _MARKS:
        start += 1
    for token in doc[start : start + REACH]:
        if token.lower_ in _ENDS or token.lower_ in ("“", "``") or "\n\n" in token.text:
            return None
        cue = quoting(token, speech)
        if cue is not None and _subject_near(token, start, parted):
            return Hold(token, cue)
        # "was quoted by Reuters as saying": what passes the words on does not say them.
        ends = token.pos_ == "VERB" and token.dep_ not in ("relcl", "acl", "advcl", "conj")
        if ends and token.lemma_ not in speech.via:
            return None
    return None


def _opens_a_clause(doc: Doc, first: int) -> bool:
    """Is the quotation no mere part of what stands before it, like a title or a name?"""
    before = _before_mark(doc, first)
    return before is None or before.pos_ not in ("ADP", "DET", "ADJ", "PART", "NUM", "PRON")


def _subject_near(verb: Token, start: int, parted: bool) -> bool:
    """Does the speaker stand between the quotation and its verb, or right behind the verb?"""
    subject = subject_of(verb) if verb.dep_ == "pcomp" else own_subject(verb)
    if verb.i == start or (verb.i == start + 1 and verb.doc[start].pos_ in ("ADV", "AUX", "PRON")):
        return True
    if verb.dep_ in ("relcl", "acl", "conj") or subject is None:
        return parted and verb.i - start <= 3 and verb.dep_ not in ("relcl", "acl")
    return subject.i >= start


def _hold_before(doc: Doc, first: int, behind: int, speech: Speech) -> Hold | None:
    """`The general said: "..."`, `told reporters that "..."`, `said it was "..."`, `called it "..."`."""
    stop, parted = _before_marks(doc, first)
    if stop < 0:
        return None
    for token in reversed(doc[max(0, stop - REACH) : stop + 1]):
        if token.lower_ in _ENDS or "\n\n" in token.text or token.lower_ in _QUOTES:
            return None
        cue = quoting(token, speech)
        if cue is not None:
            clause = None if parted else _clause_between(doc, token, cue, stop)
            if clause is not None:
                return Hold(token, cue, clause) if stop - token.i <= REACH_MIXED else None
            near = parted or (stop - token.i <= 4 and _opens_a_clause(doc, first))
            return Hold(token, cue) if near and (behind - first >= 2 or parted) else None
        if token.pos_ == "VERB" and not parted and token.i != stop:
            return None
    return None


def _before_marks(doc: Doc, first: int) -> tuple[int, bool]:
    """The last word before a quotation, and whether a comma or colon parts it off; -1 where a paragraph ends."""
    stop, parted = first - 1, False
    while stop >= 0:
        token = doc[stop]
        if not (token.lower_ in _MARKS or token.lower_ in (":", "that") or token.is_space):
            return stop, parted
        parted = parted or token.lower_ in (":", ",")
        if "\n\n" in token.text and doc[stop - 1].lower_ != ":":
            return -1, parted
        stop -= 1
    return -1, parted


def _clause_between(doc: Doc, verb: Token, cue: Cue, stop: int) -> Token | None:
    """The first word of the reporter's own clause between the verb and a quotation."""
    if "as" in cue.takes:
        return doc[verb.i + 1] if verb.i < stop else None
    for token in doc[verb.i + 1 : stop + 1]:
        if token.dep_ in SUBJECTS and token.i > verb.i + 1 - (token.head.i != verb.i):
            first = token.left_edge
            return first if first.i > verb.i else token
    return None


def quoting(token: Token, speech: Speech) -> Cue | None:
    """How a verb brings a quotation; None where it brings none."""
    cues = speech.verbs.get(token.lemma_.lower())
    if cues is None or token.pos_ in ("NOUN", "ADP", "DET", "SCONJ"):
        return None
    return next((cue for cue in cues if "quote" in cue.takes and cue.second is None), None)


def _goes_on(doc: Doc, last: Speaking, found: Speaking) -> bool:
    """Is it the same breath: `"...," he said. "..."`, or the next paragraph of an open quotation?"""
    if found.first - last.last > REACH + 10 or (found.hold is not None and found.hold.clause):
        return False
    if not last.closed:
        return found.first - last.last <= 3
    if last.hold is None or (found.hold is not None and found.hold.verb.i != last.hold.verb.i):
        return False
    if not last.last < last.hold.verb.i < found.first:
        return False
    between = doc[last.hold.verb.i : found.first]
    if any("\n" in token.text for token in between):
        return False
    ends = sum(token.lower_ in _ENDS for token in between)
    before = _before_mark(doc, found.first)
    return ends <= 1 and before is not None and before.lower_ in _STOPS


def _stands_alone(doc: Doc, found: Speaking) -> bool:
    """Whole sentences with no verb beside them: the last speaker is still speaking."""
    before = _before_mark(doc, found.first)
    begins = before is None or "\n" in before.text or before.lower_ in _ENDS | _QUOTES | {":"}
    ends = doc[found.last].lower_[-1] in ".?!" or not found.closed
    return begins and ends and found.words >= SPEECH_WORDS


def _before_mark(doc: Doc, first: int) -> Token | None:
    """What stands before the mark that opens a quotation; a line break counts, a blank does not."""
    at = first - 2
    while at > 0 and doc[at].is_space and "\n" not in doc[at].text:
        at -= 1
    return doc[at] if at >= 0 else None
