"""Whose verb it is: subjects through relative clauses, conjoined verbs, participles and passives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract._syntax import SUBJECTS
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

_OBJECTS = frozenset({"dobj", "dative"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_WRITING = frozenset({"issue", "make", "release", "send", "sign", "write"})
_FROM = frozenset({"by", "from"})
# A chain of clauses longer than this is a parse gone wrong.
_LONGEST_CLIMB = 5


def subject_of(verb: Token) -> Token | None:
    """Who does it; for a relative clause the noun it belongs to; None where the parse shows nobody."""
    for _ in range(_LONGEST_CLIMB):
        own = own_subject(verb)
        if own is not None:
            return _antecedent(own, verb)
        dep, head = verb.dep_, verb.head
        if dep == "conj" and _leaves_clause(verb):
            head = head.head
        if dep in ("acl", "relcl"):
            return head
        if dep == "xcomp":
            controller = next((child for child in head.children if child.dep_ in _OBJECTS), None)
            if controller is not None:
                return controller
        if dep in ("pcomp", "prep"):
            while head.dep_ in ("prep", "pcomp", "agent") and head.head.i != head.i:
                head = head.head
            if head.pos_ in ("NOUN", "PROPN", "PRON"):
                return head
        elif dep not in ("conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"):
            return _noun_before(verb)
        if head.i == verb.i or head.pos_ not in ("VERB", "AUX"):
            return None
        verb = head
    return None


def _leaves_clause(verb: Token) -> bool:
    """ "said that it had won, and urged ...": behind a comma the tense goes back to the verb of saying."""
    clause = verb.head
    if clause.dep_ != "ccomp" or clause.head.tag_ != verb.tag_ or verb.i < 2:
        return False
    doc = verb.doc
    return doc[verb.i - 1].dep_ == "cc" and doc[verb.i - 2].lower_ == ","


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on this very verb: the nearest before it, else the first behind."""
    found = None
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if child.i > verb.i:
                return child if found is None else found
            found = child
    return found


def is_negated(verb: Token) -> bool:
    """ "has not said", "never said": nothing was said by it."""
    return any(child.dep_ == "neg" for child in verb.lefts)


def is_hypothetical(verb: Token) -> bool:
    """ "wrong to announce it", "possible to confirm that ...": an infinitive that hangs on no other verb's doing."""
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.pos_ in ("ADJ", "AUX", "NOUN")


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive: "by the ministry"; None where it is left out."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Is it done to its subject?"""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod")


def author_of(document: Token) -> Token | None:
    """Whose statement or letter: "the group's", "by" or "from the group"; None where nobody is named."""
    for child in document.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in _FROM:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
        if child.dep_ == "acl" and child.lemma_ in _WRITING:
            author = agent_of(child)
            if author is not None:
                return author
    return None


def noun_phrase(head: Token) -> Span:
    """The words of a speaker: determiners and "of" phrases, no clauses or appositions."""
    last = head
    for child in head.rights:
        if child.dep_ not in ("prep", "flat", "compound", "nmod", "nummod") or child.i > last.i + 1:
            break
        if child.dep_ == "prep" and child.lower_ != "of":
            break
        last = child.right_edge
    first = head
    for child in reversed(list(head.lefts)):
        if child.is_punct or child.right_edge.i != first.i - 1:
            break
        first = child.left_edge
    return Span(first.idx, last.idx + len(last))


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ not in _RELATIVE:
        return subject
    for _ in range(_LONGEST_CLIMB):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in ("conj", "ccomp", "xcomp"):
            return subject
        verb = verb.head
    return subject


def _noun_before(verb: Token) -> Token | None:
    """ "In a letter to Reuters, Cole said": the noun right before a finite verb that has lost its subject."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBP", "VBZ"):
        return None
    before = verb.doc[verb.i - 1]
    return before if before.pos_ in ("NOUN", "PRON", "PROPN") else None
