"""By what means force was used, where the verb does not say it: "killed *in an air strike*", "*the bomb* wounded two"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._claiming.frames import Instance
from allegiance.lexicon.frames import Form, Sort
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

BARE = "ASSAULT"
PREPOSITIONS = ("in", "by", "with", "from", "during")


def sharpened(form: Form, instance: Instance, lexicon: Lexicon) -> Form:
    """The form with PLOVER's mode, where a word beside the verb is one that tells a mode elsewhere."""
    if form.plover != BARE or instance.arguments.sort != "verb":
        return form
    for sort, token in _beside(instance.trigger):
        for frame, words in lexicon.frames.get((sort, syntax.lemma_of(token)), ()):
            told = next((f for f in frame.forms if (f.plover or "").startswith(f"{BARE}/")), None)
            beside = {child.lower_ for child in token.children}
            if told is not None and beside.issuperset(words) and not frame.object:
                return replace(form, plover=told.plover, cameo=told.cameo)
    return form


def _beside(verb: Token) -> Iterator[tuple[Sort, Token]]:
    """Subject and circumstances, then the verbs of the clauses around."""
    for subject in syntax.surface_subjects(verb):
        yield "noun", subject
    for preposition in PREPOSITIONS:
        for held in syntax.prepositional(verb, preposition):
            yield "noun", held
    for child in verb.children:
        if child.dep_ == "advcl":
            yield "verb", child
    if verb.dep_ in ("advcl", "conj", "relcl"):
        yield "noun" if verb.dep_ == "relcl" else "verb", verb.head
