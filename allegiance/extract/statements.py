"""Who says, thinks or wants what: quotation, report, belief, intention, "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._cast import Cast
from allegiance.extract._saying.announced import Announced, announced
from allegiance.extract._saying.contents import verb_content
from allegiance.extract._saying.draft import Draft, characters, who, words
from allegiance.extract._saying.passed_on import passed_on
from allegiance.extract._saying.quoted import Hold, Speaking, speakings
from allegiance.extract._saying.quotes import Quote, quotes_of
from allegiance.extract._saying.reported import (
    by_headline,
    by_nested_verb,
    by_noun,
    by_phrase,
    by_verb,
)
from allegiance.extract._saying.speakers import author_of, noun_phrase, own_subject
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.speech import Speech
from allegiance.reading import Reading
from allegiance.records.article import Article
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.statement import Statement

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

NEEDS: tuple[str, ...] = ("actors", "coreference")

# Fewer characters of the reporter's before a quotation are a mark and a blank, or an article.
LEAST_WORDS = 6


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the statements of an article, in text order."""
    doc, speech = reading.doc, lexicon.speech
    cast = Cast(doc, found.referents)
    drafts = _gone_on(doc, _distinct(_told(reading.article, _drafts(doc, lexicon))))
    via = passed_on(doc, drafts, cast, speech)
    return replace(
        found,
        statements=tuple(
            Statement(
                f"s{number + 1}",
                *_speaker(draft.speaker, cast, speech),
                draft.cue,
                draft.content,
                draft.direct,
                draft.rule,
                via.get(number, ()),
            )
            for number, draft in enumerate(drafts)
        ),
    )


def _told(article: Article, drafts: Iterator[Draft]) -> Iterator[Draft]:
    """Without what stands in furniture; no content holds the date line, which is nobody's words."""
    line = article.dateline
    for draft in drafts:
        content = draft.content
        if any(stretch.overlaps(content) for stretch in article.furniture):
            continue
        if line is not None and content.start < line.end < content.end:
            told = article.text[line.end : content.end].lstrip()
            draft = replace(draft, content=Span(content.end - len(told), content.end))
        yield draft


def _distinct(drafts: Iterator[Draft]) -> list[Draft]:
    """In text order; of two with the same content the one found first, or the one with a speaker."""
    kept: dict[Span, Draft] = {}
    for draft in drafts:
        before = kept.get(draft.content)
        if before is None or (before.speaker is None and draft.speaker is not None):
            kept[draft.content] = draft
    return sorted(kept.values(), key=lambda draft: (draft.content.start, -draft.content.end))


def _gone_on(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """ "calling for ..., warning that ...": of two participles in a row the second has the first one's speaker."""
    by_end = {draft.content.end: draft for draft in drafts if doc[draft.at].tag_ == "VBG"}
    gone_on = []
    for draft in drafts:
        cue = doc[draft.at]
        before = None
        if draft.cue is not None and cue.tag_ == "VBG" and own_subject(cue) is None:
            before = next((by_end[end] for end in _ends_before(draft.cue) if end in by_end), None)
        gone_on.append(draft if before is None else replace(draft, speaker=before.speaker))
    return gone_on


def _ends_before(cue: Span) -> range:
    """Where the content before may end, a comma and a blank away."""
    return range(cue.start - 2, max(-1, cue.start - 4), -1)


def _speaker(head: Token | None, cast: Cast, speech: Speech) -> tuple[str | None, Span | None]:
    """The referent and the words; a document speaks for its author, where one is named."""
    if head is None or head.is_space or head.is_punct:
        return None, None
    if head.lemma_ in speech.documents:
        author = author_of(head)
        if author is None:
            return None, noun_phrase(head)
        head = author
    part = cast.headed_by(head)
    if part is not None:
        return part.referent.id, part.mention.span
    return None, noun_phrase(head)


def _drafts(doc: Doc, lexicon: Lexicon) -> Iterator[Draft]:
    speech = lexicon.speech
    quotes = quotes_of(doc.text)
    quoted = speakings(doc, quotes, speech)
    put_out = announced(doc, lexicon)
    held = {speaking.hold.verb.i for speaking in quoted if speaking.hold is not None}
    held.update(one.verb.i for one in put_out)
    inside = _inside(quoted, put_out)
    yield from by_headline(doc, speech, quotes)
    for token in doc:
        lemma, pos = token.lemma_, token.pos_
        if pos == "VERB" and lemma in speech.verbs and token.i not in held:
            find = by_nested_verb if token.i in inside else by_verb
            yield from find(token, speech, quotes)
        elif pos == "NOUN" and lemma in speech.nouns and token.i not in inside:
            yield from by_noun(token, speech, quotes)
        if token.lower_ in speech.phrases:
            yield from by_phrase(token, speech, quotes)
    yield from _by_quotation(quoted, quotes, speech)
    for one in put_out:
        content = words(doc[one.start], doc[one.end - 1])
        yield Draft(content, one.verb.i, words(one.verb), who(one.verb), True, one.cue.rule)


def _inside(quoted: list[Speaking], put_out: list[Announced]) -> frozenset[int]:
    """The tokens of all speech."""
    stretches = [range(speaking.first, speaking.last + 1) for speaking in quoted]
    stretches += [range(one.start, one.end) for one in put_out]
    return frozenset(at for stretch in stretches for at in stretch)


def _by_quotation(
    quoted: list[Speaking], quotes: tuple[Quote, ...], speech: Speech
) -> Iterator[Draft]:
    speaker: Token | None = None
    covered = 0
    for speaking in quoted:
        hold = speaking.hold
        content = Span(speaking.start, speaking.end)
        if hold is None:
            yield Draft(content, speaking.first, None, speaker, True, "speech.quotation")
            continue
        speaker = who(hold.verb)
        mixed = _mixed(hold, speaking, quotes, speech)
        content = content if mixed is None else mixed
        if content.end > covered:
            yield Draft(
                content, hold.verb.i, words(hold.verb), speaker, mixed is None, hold.cue.rule
            )
        covered = content.end


def _mixed(
    hold: Hold, speaking: Speaking, quotes: tuple[Quote, ...], speech: Speech
) -> Span | None:
    """The clause in the reporter's words that a quotation stands in; None where all is quoted."""
    if hold.verb.i > speaking.first:
        return None
    clause = characters(hold.verb.doc, verb_content(hold.verb, hold.cue), hold.verb, quotes, speech)
    if clause is not None and (clause.end <= speaking.start or clause.start < hold.verb.idx):
        clause = None
    if hold.clause is not None:
        found = Span(hold.clause.idx, speaking.outer_end)
        return found if clause is None else found.joined(clause)
    if clause is None or speaking.start - clause.start < LEAST_WORDS:
        return None
    return Span(clause.start, max(clause.end, speaking.outer_end))
