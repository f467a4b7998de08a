"""Who answers for a deed that a noun names: who is blamed for it, or claims it ("blamed *the Front* for the attack")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.lexicon.stance import Blame

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# Of deeds that lie on somebody ("blamed on", "attributed to").
LYING = ("to", "on")


def done_by(deed: Token, words: Blame) -> list[Token]:
    """Who did it, by what a participle behind the deed tells ("an attack *claimed by the Front*")."""
    told = [child for child in deed.rights if child.dep_ in ("acl", "relcl")]
    return [
        doer
        for verb in told
        if syntax.lemma_of(verb) in words.commit and syntax.is_passive(verb)
        for doer in syntax.prepositional(verb, "by")
    ]


def answerable(deed: Token, words: Blame) -> list[Token]:
    """Those who are said to have done the deed, in whatever voice; empty where nobody is."""
    while deed.dep_ == "conj" and deed.head.pos_ == "NOUN":
        deed = deed.head
    if deed.dep_ in ("nsubjpass", "dobj") and syntax.lemma_of(deed.head) in words.lay:
        # The parser may hang "on X" on the deed.
        heads = (deed.head, deed) if deed.dep_ == "dobj" else (deed.head,)
        return [held for h in heads for word in LYING for held in syntax.prepositional(h, word)]
    if deed.dep_ != "pobj":
        return []
    return _answering(deed.head.head, words)


def _answering(governor: Token, words: Blame) -> list[Token]:
    lemma = syntax.lemma_of(governor)
    if _is_denied(governor):
        return []
    if governor.pos_ not in ("VERB", "AUX"):
        return _owning(governor, words) if lemma in words.own else []
    if lemma in words.blame:
        return syntax.logical_objects(governor)
    return syntax.surface_subjects(governor) if lemma in words.share else []


def _is_denied(governor: Token) -> bool:
    """ "Were *not* involved in", "was *not* responsible for", "had *no* part in"."""
    copula = [governor.head] if governor.dep_ in ("acomp", "attr", "oprd", "dobj") else []
    told = [child for word in (governor, *copula) for child in word.children]
    return any(child.dep_ == "neg" or child.lower_ == "no" for child in told)


def _owning(word: Token, words: Blame) -> list[Token]:
    """ "Is responsible", "holds them responsible", "their responsibility", "claimed responsibility"."""
    owners = [child for child in word.lefts if child.dep_ == "poss"]
    owners += syntax.prepositional(word, "of")
    # "hold *the Front* responsible": to the parser a clause of its own
    owners += [child for child in word.lefts if child.dep_ == "nsubj"]
    verb = word.head
    if owners or verb.pos_ not in ("VERB", "AUX"):
        return owners or ([verb] if word.dep_ == "amod" else [])
    if word.pos_ == "NOUN":
        return syntax.logical_subjects(verb) if syntax.lemma_of(verb) in words.claim else []
    return syntax.logical_objects(verb) or syntax.surface_subjects(verb)
