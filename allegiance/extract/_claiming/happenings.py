"""Where a deed took place, as a later sentence tells it: "Two men were shot. *The attack took place in* Essara."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._claiming.across import DEFINITE, Draft
from allegiance.extract._claiming.circumstance import Circumstances
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# Sentences back from "the attack took place" to the deed.
BACK = 4


def with_places(
    drafts: Iterable[Draft], doc: Doc, circumstances: Circumstances, lexicon: Lexicon
) -> Iterator[Draft]:
    """The drafts; deeds of which the article tells the place afterwards with that place."""
    sentences = {sentence.start: n for n, sentence in enumerate(doc.sents)}
    told = [
        (sentences[token.sent.start], where)
        for token in doc
        if _takes_place(token, lexicon) and (where := circumstances.where(token)) is not None
    ]
    for draft in drafts:
        claim = draft.claim
        if claim.predicate == "assault" and claim.where is None:
            here = sentences[draft.instance.trigger.sent.start]
            where = next((place for n, place in told if 0 < n - here <= BACK), None)
            draft = replace(draft, claim=replace(claim, where=where))
        yield draft


def _takes_place(token: Token, lexicon: Lexicon) -> bool:
    """ "The attack took place", "the incident occurred", "the bombing was carried out"."""
    if token.pos_ != "VERB" or syntax.lemma_of(token) not in lexicon.acting.happening:
        return False
    if token.lemma_ == "take" and not any(child.lower_ == "place" for child in token.rights):
        return False
    if any(child.dep_ == "neg" for child in token.lefts):
        return False
    return any(_is_deed(subject, lexicon) for subject in syntax.surface_subjects(token))


def _is_deed(noun: Token, lexicon: Lexicon) -> bool:
    if noun.pos_ != "NOUN" or not any(child.lower_ in DEFINITE for child in noun.lefts):
        return False
    lemma = syntax.lemma_of(noun)
    frames = lexicon.frames.get(("noun", lemma), ())
    return lemma in lexicon.acting.happenings or any(
        form.predicate == "assault" for frame, _ in frames for form in frame.forms
    )
