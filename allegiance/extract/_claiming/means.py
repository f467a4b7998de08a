"""By what means force was used, where the verb does not say it: "killed *in an air strike*", "*the bomb* wounded two"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.frames import Instance
from allegiance.lexicon.frames import Form, Sort
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.claim import Claim, Codes
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

BARE = "ASSAULT"
PREPOSITIONS = ("in", "by", "with", "from", "during")


def sharpened(form: Form, instance: Instance, lexicon: Lexicon) -> Form:
    """The form with PLOVER's mode, where a word beside the verb is one that tells a mode elsewhere."""
    if form.plover != BARE or instance.arguments.sort not in ("verb", "noun"):
        return form
    for sort, token in _beside(instance):
        for frame, words in lexicon.frames.get((sort, syntax.lemma_of(token)), ()):
            told = next((f for f in frame.forms if (f.plover or "").startswith(f"{BARE}/")), None)
            beside = {child.lower_ for child in token.children}
            if told is not None and not told.by and beside.issuperset(words) and not frame.object:
                return replace(form, plover=told.plover, cameo=told.cameo)
    return form


def with_mode(claim: Claim, means: Sequence[tuple[Token, Form]]) -> Claim:
    """An attack without a mode has that of the words for one between its sides, else of those in its sentence, if they agree.

    Args:
        means: words that tell a mode.
    """
    if claim.codes is None or claim.codes.plover != BARE:
        return claim
    span = claim.evidence[0].span
    within = [form for token, form in means if span.start <= token.idx < span.end]
    around = [form for token, form in means if _is_told_there(span, token)]
    told = {form.plover: form.cameo for form in within or around}
    if len(told) != 1:
        return claim
    [(mode, cameo)] = told.items()
    return replace(claim, codes=Codes(cameo, mode or BARE))


def _is_told_there(span: Span, token: Token) -> bool:
    sentence = token.sent
    return sentence.start_char <= span.start < sentence.end_char


def _beside(instance: Instance) -> Iterator[tuple[Sort, Token]]:
    """What modifies a noun ("a *bomb* attack"); a verb's subject and circumstances, then the verbs of the clauses around."""
    trigger = instance.trigger
    if instance.arguments.sort == "noun":
        yield from _modifiers(trigger)
        return
    # "claimed responsibility *for the bombing*"
    owned = ("for",) if instance.frame.object else ()
    held = [noun for word in (*PREPOSITIONS, *owned) for noun in instance.arguments.get(word)]
    for noun in (*syntax.surface_subjects(trigger), *held):
        yield "noun", noun
        yield from _modifiers(noun)
    for child in trigger.children:
        if child.dep_ == "advcl":
            yield "verb", child
    if trigger.dep_ in ("advcl", "conj", "relcl"):
        yield "noun" if trigger.dep_ == "relcl" else "verb", trigger.head


def _modifiers(noun: Token) -> Iterator[tuple[Sort, Token]]:
    for child in noun.lefts:
        if child.dep_ in ("compound", "nmod", "amod"):
            yield "noun", child
