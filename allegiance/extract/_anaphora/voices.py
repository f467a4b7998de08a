"""Who speaks between quotation marks or answers in an interview, as far as "we", "I" and "you" need to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract._anaphora.scene import SUBJECTS, Entry, Scene
from allegiance.extract._saying.announced import announced
from allegiance.extract._saying.quotes import quotes_of

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_MARKS = frozenset('“‘«"')


@dataclass(frozen=True, slots=True)
class Speech:
    """Tokens between quotation marks, half-open, and the mention of who says them.

    Attributes:
        asked: who is spoken to, in a question of an interview.
    """

    start: int
    end: int
    speaker: Entry | None
    asked: Entry | None = None


def find_speeches(scene: Scene) -> list[Speech]:
    """Quotations in text order; one without a speaker of its own goes on with the last one's."""
    speeches: list[Speech] = []
    for start, end in _stretches(scene.doc):
        speaker = _speaker(scene, start, end)
        if speaker is None and speeches and _goes_on(scene, speeches[-1], start):
            speaker = speeches[-1].speaker
        speeches.append(Speech(start, end, speaker))
    return speeches


def find_turns(scene: Scene) -> list[Speech]:
    """The questions and answers of an interview, told by "Q:" and "A:" at the head of a line."""
    words = scene.lexicon.anaphora
    marks = [
        token.i
        for token in scene.doc[:-1]
        if token.text in words.questions | words.answers
        and token.nbor().text == ":"
        and (token.i == 0 or "\n" in scene.doc[token.i - 1].text_with_ws)
    ]
    asking = [at for at in marks if scene.doc[at].text in words.questions]
    if not asking or len(asking) == len(marks):
        return []
    guest = next((e for e in scene.entries if e.form == "name" and _is_person(scene, e)), None)
    if guest is None or guest.at > marks[0]:
        return []
    turns = []
    for at, following in zip(marks, [*marks[1:], _end_of_line(scene.doc, marks[-1])], strict=True):
        turns.append(
            Speech(at + 2, following, None, guest)
            if at in asking
            else Speech(at + 2, following, guest)
        )
    return turns


def find_announced(scene: Scene) -> list[Speech]:
    """The words of those who put out a statement without quotation marks."""
    return [
        Speech(one.start, one.end, _subject(scene, one.verb))
        for one in announced(scene.doc, scene.lexicon)
    ]


def _is_person(scene: Scene, entry: Entry) -> bool:
    return scene.kind(entry.who) == "person"


def _end_of_line(doc: Doc, at: int) -> int:
    ends = (i + 1 for i in range(at, len(doc)) if "\n" in doc[i].text_with_ws)
    return next(ends, len(doc))


def _stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    for quote in quotes_of(doc.text):
        tokens = doc.char_span(quote.start, quote.end, alignment_mode="contract")
        if tokens:
            yield tokens.start, tokens.end


def _goes_on(scene: Scene, before: Speech, start: int) -> bool:
    return scene.sentence_of[start] - scene.sentence_of[before.end - 1] <= 2


def _speaker(scene: Scene, start: int, end: int) -> Entry | None:
    """The subject of a verb of speech just behind or just before the quotation."""
    doc = scene.doc
    speech = scene.lexicon.acting.speech_verbs
    behind = range(end + 1, min(len(doc), end + 12))
    before = range(start - 2, max(-1, start - 14), -1)
    for places in (behind, before):
        for at in places:
            token = doc[at]
            if token.text in _MARKS or (token.is_sent_start and at > end + 1):
                break
            if token.pos_ == "VERB" and token.lemma_.lower() in speech:
                speaker = _subject(scene, token)
                if speaker is not None and not start <= speaker.at < end:
                    return speaker
    return None


def _subject(scene: Scene, verb: Token) -> Entry | None:
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return scene.by_head.get(child.i)
    if verb.dep_ in ("conj", "advcl", "xcomp"):
        return _subject(scene, verb.head)
    return None
