"""Reports, claims, accusations of which the text itself says that they are not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.lexicon.stance import StanceWords

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

TAKING_BACK = frozenset(("denied", "refused"))
# "Rejects as nonsense suggestions that ...": the parser hangs on "as" what is rejected.
BEFORE_OBJECT = "as"


def is_refuted(report: Token, words: StanceWords) -> bool:
    """Does the text say that it is not so, by a word of it ("false reports"), or by what is said of it or done to it?"""
    verb = _verb(report)
    return (
        any(_is_untrue(child, words) for child in report.lefts)
        or _lacks_truth(report, words)
        or (verb is not None and (_is_taken_back(verb, words) or _is_called_untrue(verb, words)))
    )


def _verb(report: Token) -> Token | None:
    """Of which it is subject or object, passive or not."""
    head = report.head
    if report.dep_ == "pobj" and head.lower_ == BEFORE_OBJECT:
        head = head.head
    elif report.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None


def _lacks_truth(report: Token, words: StanceWords) -> bool:
    """ "There is no truth in reports that ..."."""
    quality = report.head.head
    return (
        report.dep_ == "pobj"
        and syntax.lemma_of(quality) in words.untrue.lacking
        and (syntax.nobody(quality) or _is_negated(quality.head))
    )


def _is_taken_back(verb: Token, words: StanceWords) -> bool:
    """ "Denied", "laughed off reports that ..."."""
    lemma = syntax.lemma_of(verb)
    taken = words.governors.get(lemma) in TAKING_BACK or lemma in words.untrue.verbs
    return taken and not _is_negated(verb)


def _is_called_untrue(verb: Token, words: StanceWords) -> bool:
    """ "Is a lie", "turned out to be untrue", "called it absurd", which the parser may hang on the last word of the report."""
    told = [*verb.rights, *(word for child in verb.rights for word in child.rights)]
    last = verb.right_edge if verb.right_edge.is_alpha else verb.right_edge.nbor(-1)
    return not _is_negated(verb) and any(_is_untrue(word, words) for word in (*told, last))


def _is_untrue(word: Token, words: StanceWords) -> bool:
    return syntax.lemma_of(word) in words.untrue.words


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
