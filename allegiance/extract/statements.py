"""Who says, thinks or wants what: quotation, report, belief, intention, "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allegiance.extract._cast import Cast
from allegiance.extract._contents import noun_content, second_word, trimmed, verb_content
from allegiance.extract._quoted import Speaking, speakings, spoken
from allegiance.extract._quotes import Quote, quotes_of
from allegiance.extract._speakers import agent_of, is_passive, noun_phrase, subject_of
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.speech import Cue, Speech
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.statement import Statement, Via

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

NEEDS: tuple[str, ...] = ("actors",)


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker is looked up among the article's actors.

    Attributes:
        speaker: the head of the speaker's words.
    """

    content: Span
    cue: Span | None
    speaker: Token | None
    direct: bool
    rule: str
    via: tuple[Via, ...] = ()


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the statements of an article, in text order."""
    doc = reading.doc
    drafts = _distinct(_drafts(doc, lexicon.speech))
    cast = Cast(doc, found.referents)
    statements = tuple(
        _statement(f"s{number}", draft, cast) for number, draft in enumerate(drafts, start=1)
    )
    return replace(found, statements=statements)


def _distinct(drafts: Iterator[Draft]) -> list[Draft]:
    """In text order; of two with the same content the one found first."""
    kept: dict[Span, Draft] = {}
    for draft in drafts:
        kept.setdefault(draft.content, draft)
    return sorted(kept.values(), key=lambda draft: (draft.content.start, -draft.content.end))


def _statement(number: str, draft: Draft, cast: Cast) -> Statement:
    speaker, span = _speaker(draft.speaker, cast)
    return Statement(
        number, speaker, span, draft.cue, draft.content, draft.direct, draft.rule, draft.via
    )


def _speaker(head: Token | None, cast: Cast) -> tuple[str | None, Span | None]:
    if head is None:
        return None, None
    part = cast.headed_by(head)
    if part is not None:
        return part.referent.id, part.mention.span
    return None, noun_phrase(head)


def _drafts(doc: Doc, speech: Speech) -> Iterator[Draft]:
    quotes = quotes_of(doc.text)
    quoted = speakings(doc, quotes, speech)
    by_verb = dict(spoken(quoted))
    yield from _by_phrase(doc, speech)
    for token in doc:
        cues = speech.verbs.get(token.lemma_)
        if cues is not None and token.pos_ == "VERB":
            yield from _by_verb(token, cues, by_verb, quotes)
        elif token.pos_ == "NOUN" and (cues := speech.nouns.get(token.lemma_)) is not None:
            yield from _by_noun(token, cues)
    yield from _direct(quoted)


def _direct(quoted: list[Speaking]) -> Iterator[Draft]:
    speaker: Token | None = None
    rule = "speech.quotation"
    for speaking in quoted:
        cue = None
        if speaking.verb is not None and speaking.cue is not None:
            speaker, cue, rule = _who(speaking.verb), _words(speaking.verb), speaking.cue.rule
        yield Draft(Span(speaking.start, speaking.end), cue, speaker, True, rule)


def _who(verb: Token) -> Token | None:
    if is_passive(verb):
        return agent_of(verb)
    return subject_of(verb)


def _words(token: Token, last: Token | None = None) -> Span:
    last = token if last is None else last
    return Span(token.idx, last.idx + len(last))


def _by_verb(
    verb: Token, cues: tuple[Cue, ...], by_verb: dict[int, Speaking], quotes: tuple[Quote, ...]
) -> Iterator[Draft]:
    for cue in cues:
        second = None if cue.second is None else second_word(verb, cue.second)
        if cue.second is not None and second is None:
            continue
        stretch = verb_content(verb, cue)
        content = None if stretch is None else _characters(verb.doc, stretch, verb, quotes)
        speaking = by_verb.get(verb.i)
        if content is not None and (speaking is None or _mixed(content, speaking, verb.doc)):
            if speaking is not None:
                content = Span(content.start, max(content.end, speaking.end))
            yield Draft(content, _words(verb, second), _who(verb), False, cue.rule)
            by_verb.pop(verb.i, None)
        return


def _mixed(content: Span, speaking: Speaking, doc: Doc) -> bool:
    """Is the quotation the end of a clause in the reporter's words?"""
    return speaking.start - content.start > 5 and content.end > speaking.start


def _characters(
    doc: Doc, stretch: tuple[int, int], cue: Token, quotes: tuple[Quote, ...]
) -> Span | None:
    tokens = trimmed(doc, stretch)
    if tokens is None:
        return None
    start, end = doc[tokens[0]].idx, doc[tokens[1]].idx + len(doc[tokens[1]])
    for quote in quotes:
        if quote.start <= cue.idx < quote.end:
            start, end = max(start, quote.start), min(end, quote.end)
        elif quote.start < end < quote.end:
            end = quote.end
    return Span(start, end) if start < end else None


def _by_noun(noun: Token, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    for cue in cues:
        stretch = noun_content(noun, cue)
        content = None if stretch is None else _characters(noun.doc, stretch, noun, ())
        if content is not None:
            yield Draft(content, _words(noun), _whose(noun), False, cue.rule)
            return


def _whose(noun: Token) -> Token | None:
    """Whose claim: its possessor, "by" or "from" whom it comes, or who makes it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            source = next((end for end in child.children if end.dep_ == "pobj"), None)
            if source is not None and child.lower_ != "of":
                return source
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and not is_passive(noun.head):
        return subject_of(noun.head)
    return None


def _by_phrase(doc: Doc, speech: Speech) -> Iterator[Draft]:
    for token in doc:
        for phrase in speech.phrases.get(token.lower_, ()):
            last = token.i + len(phrase.words)
            if tuple(word.lower_ for word in doc[token.i : last]) != phrase.words or last >= len(
                doc
            ):
                continue
            found = _phrase_draft(doc, token, last, phrase.rule)
            if found is not None:
                yield found


def _phrase_draft(doc: Doc, token: Token, last: int, rule: str) -> Draft | None:
    preposition = doc[last - 1]
    source = next(
        (child for child in preposition.rights if child.dep_ in ("pobj", "pcomp")), doc[last]
    )
    sentence = token.sent
    first, end = sentence.start, sentence.end - 1
    source_end = _source_end(source)
    if token.i - first <= 2:
        stretch = (source_end + 1, end)
    elif end - source_end <= 3:
        stretch = (first, token.i - 1)
    else:
        stretch = (first, end)
    tokens = trimmed(doc, stretch)
    if tokens is None:
        return None
    content = Span(doc[tokens[0]].idx, doc[tokens[1]].idx + len(doc[tokens[1]]))
    return Draft(content, _words(token, preposition), source, False, rule)


def _source_end(source: Token) -> int:
    return source.right_edge.i
