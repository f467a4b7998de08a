"""Speech, belief and intention in the reporter's words: by verbs, nouns, phrases and headlines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._saying.contents import (
    Stretch,
    noun_content,
    second_word,
    trimmed,
    verb_content,
)
from allegiance.extract._saying.draft import Draft, characters, who, words
from allegiance.extract._saying.quotes import Quote
from allegiance.extract._saying.speakers import author_of, is_hypothetical, is_negated, subject_of
from allegiance.lexicon.speech import Cue, Speech
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

Quotes = tuple[Quote, ...]

_PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
_SPEAKERS = _PEOPLE | {"GPE"}
# What is reported or alleged can be denied; a proposal that is rejected was no claim.
_CLAIMED = (None, "alleged")
# A headline's speaker is a name or a noun with an attribute.
_HEADLINE_SPEAKER = 6


def by_verb(verb: Token, speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    """What somebody says by this verb; what is not said, or only might be, is no statement."""
    if not is_negated(verb) and not is_hypothetical(verb):
        yield from _by_cues(verb, speech.verbs[verb.lemma_], speech, quotes)


def by_nested_verb(verb: Token, speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    """Inside speech only what others say counts: "I think" and "you know" are the speaker's own words."""
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in speech.own:
        cues = tuple(cue for cue in speech.verbs[verb.lemma_] if cue.table in speech.nested)
        yield from _by_cues(verb, cues, speech, quotes)


def _by_cues(verb: Token, cues: tuple[Cue, ...], speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    for cue in cues:
        second = None if cue.second is None else second_word(verb, cue.second)
        if cue.second is not None and second is None:
            continue
        stretch = _reported_by_noun(verb, cue, speech) or verb_content(verb, cue)
        content = characters(verb.doc, stretch, verb, quotes, speech)
        if content is not None:
            yield Draft(content, verb.i, words(verb, second), who(verb), False, cue.rule)
        return


def _reported_by_noun(verb: Token, cue: Cue, speech: Speech) -> Stretch | None:
    """ "denied reports that ...": what is denied is the content of the reports."""
    if "report" not in cue.takes:
        return None
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            for noun in speech.nouns.get(child.lemma_, ()):
                return noun_content(child, noun) if noun.stance in _CLAIMED else None
    return None


def by_noun(noun: Token, speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    """What somebody's claim, threat or call says."""
    for cue in speech.nouns[noun.lemma_]:
        content = characters(noun.doc, noun_content(noun, cue), noun, quotes, speech)
        if content is not None:
            yield Draft(
                content, noun.i, words(noun), _whose(noun, content, speech), False, cue.rule
            )
            return


def _whose(noun: Token, content: Span, speech: Speech) -> Token | None:
    """Whose claim: its possessor, "by" or "from" whom it comes, "U.S. threats", or who makes it."""
    author = author_of(noun)
    if author is not None:
        return author
    for child in noun.rights:
        if child.lower_ == "of" and child.right_edge.idx < content.start:
            return next((end for end in child.children if end.dep_ == "pobj"), None)
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in _SPEAKERS:
            return child
    if noun.dep_ == "dobj" and noun.head.lemma_ in speech.makes:
        return who(noun.head)
    return None


def by_phrase(token: Token, speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    """ "According to the ministry, ...": the rest of the sentence."""
    doc = token.doc
    for phrase in speech.phrases.get(token.lower_, ()):
        behind = token.i + len(phrase.words)
        if behind < len(doc) and all(
            doc[token.i + offset].lower_ == word for offset, word in enumerate(phrase.words)
        ):
            draft = _phrased(token, behind, phrase.rule, speech, quotes)
            if draft is not None:
                yield draft


def _phrased(token: Token, behind: int, rule: str, speech: Speech, quotes: Quotes) -> Draft | None:
    doc = token.doc
    preposition = doc[behind - 1]
    source = next((child for child in preposition.rights if child.dep_ == "pobj"), doc[behind])
    if source.lemma_ in speech.via:
        return None
    sentence, last = token.sent, source.right_edge.i
    before = token.i - sentence.start
    if before <= 2:
        stretch = (last + 1, sentence.end - 1)
    elif sentence.end - 1 - last <= 3:
        stretch = (sentence.start, token.i - 1)
    else:
        stretch = (sentence.start, sentence.end - 1)
    tokens = trimmed(doc, stretch, token.i, speech)
    if tokens is None:
        return None
    content = words(doc[tokens[0]], doc[tokens[1]])
    quoted = _all_quoted(content, quotes)
    return Draft(
        quoted or content, token.i, words(token, preposition), source, quoted is not None, rule
    )


def _all_quoted(content: Span, quotes: Quotes) -> Span | None:
    """The quotation that a content is; None where words stand outside."""
    for quote in quotes:
        if quote.start - content.start in (0, 1, 2) and -2 <= content.end - quote.end <= 2:
            return Span(quote.start, quote.end)
    return None


def by_headline(doc: Doc, speech: Speech, quotes: Quotes) -> Iterator[Draft]:
    """ "Pentagon: troops to leave", "Troops to leave: Pentagon", in the first line alone."""
    end = next((token.i for token in doc if "\n" in token.text), 0)
    colons = [token.i for token in doc[:end] if token.lower_ == ":"]
    if len(colons) != 1:
        return
    colon = colons[0]
    for speaker, content in (
        ((0, colon), (colon + 1, end - 1)),
        ((colon + 1, end), (0, colon - 1)),
    ):
        stretch = trimmed(doc, content, colon, speech)
        head = _headline_speaker(doc, *speaker, speech)
        if head is not None and stretch is not None and stretch[1] - stretch[0] >= 2:
            span = words(doc[stretch[0]], doc[stretch[1]])
            quoted = _all_quoted(span, quotes)
            cue = words(doc[colon])
            yield Draft(quoted or span, colon, cue, head, quoted is not None, "speech.headline")
            return


def _headline_speaker(doc: Doc, first: int, end: int, speech: Speech) -> Token | None:
    """The last word of a person, a body or a noun that speaks; a country may be the place alone."""
    while end > first and doc[end - 1].is_punct:
        end -= 1
    if not 0 < end - first <= _HEADLINE_SPEAKER or any(
        token.pos_ in ("VERB", "AUX") for token in doc[first:end]
    ):
        return None
    head = doc[end - 1]
    speaks = head.ent_type_ in _PEOPLE or head.lower_ in speech.headline
    return head if speaks else None
