"""A word that a frame waits for, and what stands above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.lexicon.stance import StanceWords

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word, as what it triggers (`verb`, `noun`, `adjective`, `body`, `hyphen`).

    Attributes:
        governor: of a noun, the verb that it hangs on.
        supported: the governor only lends itself to the noun ("launched an attack").
    """

    token: Token
    sort: str
    governor: Token | None
    supported: bool
    words: StanceWords


def trigger_of(token: Token, sort: str, words: StanceWords) -> Trigger:
    """The word with what governs it."""
    governor = _lent_by(token, words) or _governing_verb(token) if sort == "noun" else None
    supported = governor is not None and syntax.lemma_of(governor) in words.support
    return Trigger(token, sort, governor, supported, words)


def _lent_by(noun: Token, words: StanceWords) -> Token | None:
    """ "The attacks that the Front *carried out* on them": the verb of the clause behind, where it says who did it."""
    for child in noun.rights:
        lends = child.dep_ == "relcl" and syntax.lemma_of(child) in words.support
        if lends and noun in syntax.logical_objects(child) and not syntax.is_passive(child):
            return child
    return None


def _governing_verb(noun: Token) -> Token | None:
    """The verb whose subject, object or prepositional object the noun is; not one beyond another noun."""
    token = noun
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj":
        token = token.head.head
    elif token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        token = token.head
    return token if token is not noun and token.pos_ in ("VERB", "AUX") else None
