"""Who passed a statement on: a translator, another paper, a broadcaster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._cast import Cast
from allegiance.extract._saying.draft import Draft
from allegiance.extract._saying.speakers import noun_phrase
from allegiance.lexicon.speech import Speech
from allegiance.records.statement import Via

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_SOURCES = frozenset({"by", "from"})
_HEARERS = frozenset({"to", "with"})


def passed_on(
    doc: Doc, drafts: list[Draft], cast: Cast, speech: Speech
) -> dict[int, tuple[Via, ...]]:
    """By the number of a draft in the list."""
    found: dict[int, tuple[Via, ...]] = {}
    for at, via in _all(doc, cast, speech):
        number = _nearest(doc, drafts, at)
        if number is not None and drafts[number].cue is not None:
            found[number] = (*found.get(number, ()), via)
    return found


def _all(doc: Doc, cast: Cast, speech: Speech) -> Iterator[tuple[int, Via]]:
    for token in doc:
        how = speech.via.get(token.lemma_)
        if how in ("translation", "quotation"):
            yield from _by_source(token, how, cast)
        elif (token.dep_ in ("dobj", "dative") and token.head.lemma_ == "tell") or _interviews(
            token
        ):
            yield from _told(token, how, cast)


def _interviews(token: Token) -> bool:
    """Is it "Reuters" in "an interview with Reuters"?"""
    head = token.head
    return token.dep_ == "pobj" and head.lower_ in _HEARERS and head.head.lemma_ == "interview"


def _by_source(token: Token, how: str, cast: Cast) -> Iterator[tuple[int, Via]]:
    """ "a translation from X", "translated by X", "quoted by X"."""
    for child in token.rights:
        if child.lower_ in _SOURCES:
            for source in child.rights:
                if source.dep_ in ("pobj", "pcomp"):
                    yield token.i, _via(source, how, cast)
                    return


def _told(hearer: Token, how: str | None, cast: Cast) -> Iterator[tuple[int, Via]]:
    """ "told Reuters", "in an interview with the state broadcaster": only those that pass news on."""
    part = cast.headed_by(hearer)
    if how in ("broadcast", "outlet") or (part is not None and part.referent.kind == "media"):
        name = _via(hearer, "", cast).name.lower()
        aired = how == "broadcast" or any(
            word in name.split() for word in ("tv", "radio", "television")
        )
        yield hearer.i, _via(hearer, "broadcast" if aired else "quotation", cast)


def _via(source: Token, how: str, cast: Cast) -> Via:
    part = cast.headed_by(source)
    span = noun_phrase(source) if part is None else part.mention.span
    name = span.of(source.doc.text) if part is None else part.referent.name
    return Via(name, how, span)


def _nearest(doc: Doc, drafts: list[Draft], at: int) -> int | None:
    """The statement of the same sentence whose cue stands last before, or else first behind."""
    sentence = doc[at].sent
    inside = [
        (draft.at, number)
        for number, draft in enumerate(drafts)
        if sentence.start <= draft.at < sentence.end
    ]
    before = [pair for pair in inside if pair[0] <= at]
    return max(before)[1] if before else min(inside)[1] if inside else None
