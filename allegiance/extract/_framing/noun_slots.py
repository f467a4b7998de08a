"""The arguments of a noun, of a kind each; see `arguments`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.blame import answerable
from allegiance.extract._framing.clauses import clause
from allegiance.extract._framing.headings import both_in_heading
from allegiance.extract._framing.trigger import Trigger
from allegiance.extract._framing.verb_slots import MAKING

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

COPULAS = frozenset(("be", "become", "remain", "seem", "stay"))
# Verbs whose subject it is.
COMING = frozenset(("arise", "bear", "come", "emerge", "grow", "result", "spring"))
INDEFINITE = frozenset(("a", "an", "another", "one"))
# Verbs whose object comes into the state that a phrase tells.
PUTTING = frozenset("bring have keep leave place put see subordinate take unite".split())
# "Pledged support *after* the killing": who did the one need not have done the other.
APART = frozenset(("after", "amid", "before", "despite", "during", "following", "since", "until"))


def _made(trigger: Trigger) -> list[Token]:
    """What comes of it: "*A* was formed by the merger", "*A* emerged from it", "it created *A*"."""
    verb, noun = trigger.governor, trigger.token
    if verb is None:
        return []
    lemma = syntax.lemma_of(verb)
    if noun.dep_ == "nsubj":
        return syntax.logical_objects(verb) if lemma in MAKING else []
    born = lemma in COMING or (lemma in MAKING and syntax.is_passive(verb))
    return syntax.surface_subjects(verb) if born and noun.dep_ == "pobj" else []


def _subject(trigger: Trigger) -> list[Token]:
    verb, noun = trigger.governor, trigger.token
    torn = syntax.torn_subject(noun)
    if torn is not None:
        return [torn]
    if verb is None or not trigger.supported:
        return []
    if verb.head == noun:
        return syntax.logical_subjects(verb)
    if noun.dep_ in ("nsubj", "compound", "appos"):
        return []
    if noun.dep_ == "pobj" and noun.head.lower_ in APART:
        return []
    if noun.dep_ == "nsubjpass":
        return syntax.prepositional(verb, "by")
    return syntax.logical_subjects(verb)


def _carrier(trigger: Trigger) -> list[Token]:
    """Of whom a phrase of state tells: the noun that it hangs on, or who is, comes, is put there."""
    noun = trigger.token
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in syntax.STATES:
        return []
    above = noun.head.head
    if above.dep_ == "prt" or above.pos_ in ("ADP", "ADV"):
        # "back in rebel hands"
        above = above.head
    if above.pos_ in ("NOUN", "PROPN"):
        return [] if above.i > noun.i else [above]
    if above.pos_ not in ("VERB", "AUX"):
        return []
    placed = syntax.logical_objects(above) if syntax.lemma_of(above) in PUTTING else []
    return placed or syntax.surface_subjects(above)


def _answerable(trigger: Trigger) -> list[Token]:
    return answerable(trigger.token, trigger.words.blame)


def _heading(trigger: Trigger) -> list[Token]:
    return both_in_heading(trigger.token)


def _owner(trigger: Trigger) -> list[Token]:
    noun = trigger.token
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += syntax.prepositional(noun, "of")
    if not owners and noun.dep_ == "compound":
        # "President Ann Roe of Norland"
        owners += syntax.prepositional(noun.head, "of")
    if owners:
        return owners
    named = [
        child
        for child in noun.lefts
        if child.dep_ in ("compound", "nmod", "amod") and child.pos_ in ("PROPN", "ADJ", "NOUN")
    ]
    # "Reed Front leader Ann Roe": the parser hangs both "Front" and "leader" on "Roe".
    if noun.dep_ in ("compound", "appos") and not named:
        named = [
            child
            for child in noun.head.lefts
            if child.i < noun.i and child.dep_ in ("compound", "nmod", "amod", "poss")
        ]
    return [child for child in named if child.dep_ == "poss"] or named[-1:]


def possessor(trigger: Trigger) -> list[Token]:
    return [child for child in trigger.token.lefts if child.dep_ == "poss"]


def _adjective(trigger: Trigger) -> list[Token]:
    noun = trigger.token
    return [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]


def _bearer(trigger: Trigger) -> list[Token]:
    noun = trigger.token
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    noun = syntax.counted(noun)
    if noun.dep_ == "appos" or (noun.dep_ == "compound" and noun.head.pos_ == "PROPN"):
        return [noun.head]
    if noun.dep_ == "compound" and noun.head.pos_ == "NOUN":
        return _named_after(noun.head)
    if noun.dep_ in ("attr", "oprd") and noun.head.pos_ in ("AUX", "VERB"):
        return _predicated(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return _predicated(noun.head.head)
    named = [child for child in noun.rights if child.dep_ == "appos"]
    return named or _named_behind(noun) or syntax.called(noun) or _before_comma(noun)


def _named_after(noun: Token) -> list[Token]:
    """ "its affiliate group in the valley, *the Hill Guard*"."""
    held = [inner for child in noun.rights for inner in child.rights if inner.dep_ == "pobj"]
    return [
        child
        for owner in (noun, *held)
        for child in owner.rights
        if child.dep_ == "appos" and child.pos_ == "PROPN"
    ]


def _named_behind(noun: Token) -> list[Token]:
    """ "The head of the Front, Ann Roe": the parser hangs Roe on the Front."""
    held = syntax.prepositional(noun, "of")
    behind = [child for owner in held for child in owner.rights if child.dep_ == "appos"]
    if any(child.lower_ in INDEFINITE for child in noun.lefts):
        # "A splinter of the Front, the Hill Guard"
        return [child for child in behind if child.pos_ == "PROPN"]
    return [child for child in behind if child.ent_type_ == "PERSON"]


def _predicated(verb: Token) -> list[Token]:
    """Of whom an attribute is said: the subject of a copula, the object of "regard as", "call"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return [verb] if verb.pos_ in ("NOUN", "PROPN") else []
    if verb.lemma_ in COPULAS or syntax.is_passive(verb):
        return syntax.surface_subjects(verb)
    return syntax.logical_objects(verb) or syntax.surface_subjects(verb)


def _before_comma(noun: Token) -> list[Token]:
    """ "the Hill Brigade, once the armed wing of ...": the parser may read a list where an apposition stands."""
    if noun.dep_ != "conj" or noun.i < 2:
        return []
    comma = noun.left_edge.i - 1
    previous = noun.doc[comma - 1] if comma > 0 else None
    if previous is None or noun.doc[comma].text != "," or previous.pos_ != "PROPN":
        return []
    while previous.dep_ == "compound" and previous.head.i == previous.i + 1:
        previous = previous.head
    return [previous]


NOUN_SLOTS: dict[str, Callable[[Trigger], list[Token]]] = {
    "subject": _subject,
    "clause": clause,
    "made": _made,
    "answerable": _answerable,
    "heading": _heading,
    "possessor": possessor,
    "carrier": _carrier,
    "owner": _owner,
    "adjective": _adjective,
    "bearer": _bearer,
}
