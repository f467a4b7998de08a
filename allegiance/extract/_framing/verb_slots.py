"""The arguments of a verb, of a kind each; see `arguments`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.blame import done_by
from allegiance.extract._framing.clauses import clause
from allegiance.extract._framing.trigger import Trigger

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# Verbs whose object is what comes of a deed.
MAKING = frozenset(("become", "create", "establish", "form", "found", "make"))


def _subject(trigger: Trigger) -> list[Token]:
    """Who does it; of what was done by somebody ("*a bomb* planted by *the Front* killed two"), he as well."""
    found = syntax.logical_subjects(trigger.token)
    deeds = [token for token in found if token.pos_ == "NOUN"]
    return [*found, *(doer for deed in deeds for doer in done_by(deed, trigger.words.blame))]


def _object(trigger: Trigger) -> list[Token]:
    return syntax.logical_objects(trigger.token)


def _made(trigger: Trigger) -> list[Token]:
    """What comes of it: "joined hands to form *a front*", "..., creating a body known as *the Front*"."""
    made = [
        token
        for verb in syntax.purposes(trigger.token)
        if syntax.lemma_of(verb) in MAKING
        for token in [*syntax.logical_objects(verb), *_turned_into(verb)]
    ]
    return [token for noun in made for token in (*syntax.called(noun), noun)]


def _turned_into(verb: Token) -> list[Token]:
    return [child for child in verb.rights if child.dep_ == "attr"]


def _dative(trigger: Trigger) -> list[Token]:
    verb = trigger.token
    return [child for child in verb.rights if child.dep_ == "dative" and child.pos_ != "ADP"]


def _whole(trigger: Trigger) -> list[Token]:
    """ "A faction *of the Front* broke away"."""
    subjects = syntax.logical_subjects(trigger.token)
    return [held for subject in subjects for held in syntax.prepositional(subject, "of")]


def _predicate(trigger: Trigger) -> list[Token]:
    verb = trigger.token
    return [child for child in verb.rights if child.dep_ in ("attr", "oprd")]


VERB_SLOTS: dict[str, Callable[[Trigger], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "clause": clause,
    "made": _made,
    "dative": _dative,
    "whole": _whole,
    "predicate": _predicate,
}
