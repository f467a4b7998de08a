"""Does the name of a state or a capital stand for an actor here, or for a place?"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from allegiance.extract._framing.frames import triggered
from allegiance.lexicon.acting import Acting
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_OBJECTS = frozenset(("dobj", "obj", "iobj", "dative", "oprd"))
# How far above a name the words stand whose frame it may fill: "takes *orders from* Norland".
_REACH = 4


def state_acts(token: Token, lexicon: Lexicon) -> bool:
    """Is the state whose name is headed by this token a party to what is told?"""
    acting = lexicon.acting
    if _before_a_part(token, lexicon):
        return True
    token = _first_conjunct(token)
    role = token.dep_
    if role in _SUBJECTS or role in ("poss", "agent"):
        return True
    if role in _OBJECTS:
        return token.head.lemma_.lower() not in acting.motion_verbs
    if role == "pobj":
        return _acts_after(token.head, lexicon)
    if role in ("compound", "nmod", "amod"):
        return token.head.pos_ == "NOUN"
    if role == "npadvmod":
        # "Norland-backed rebels"
        return token.head.tag_ == "VBN" and token.head.i == token.i + 2
    return role == "ROOT" and token.i + 1 < len(token.doc) and token.nbor().text == ":"


def takes_part(token: Token, lexicon: Lexicon) -> bool:
    """Does a frame that only actors take part in ask for what stands here ("answers to Norland", "Norland's proxy")?"""
    token = _first_conjunct(token)
    if token.dep_ == "pobj" and token.head.lower_ in lexicon.acting.place_prepositions:
        return False
    return any(
        token in instance.arguments.get(slot)
        for governor in _governors(token)
        for instance in triggered(governor, lexicon)
        for form in instance.frame.forms
        for role in ("source", "target")
        for slot in form.slot(role)
        if slot == "with" or form.predicate in lexicon.acting.partaking
    )


def _governors(token: Token) -> list[Token]:
    """The words that govern a name, nearest first, up to the verb of its clause and what that is said of."""
    found = []
    for above in islice(token.ancestors, _REACH):
        if above.is_alpha:
            found.append(above)
        if above.pos_ in ("AUX", "VERB"):
            break
    return found


def _before_a_part(token: Token, lexicon: Lexicon) -> bool:
    """ "U.S. President", "Ukraine government": the next word is an office or a part of the state."""
    following = token.i + 1
    if following >= len(token.doc) or token.dep_ not in ("compound", "nmod", "amod", "poss"):
        return False
    noun = lexicon.nouns.by_form.get(token.doc[following].lower_)
    return noun is not None and noun.sort in ("office", "organ", "member", "servant")


def seat_acts(token: Token, acting: Acting) -> bool:
    """Does a capital speak or act as its government does?"""
    if token.dep_ in ("compound", "nmod", "poss") and token.head.lower_ in acting.seated:
        return True
    token = _first_conjunct(token)
    if token.dep_ in _SUBJECTS:
        verb = token.head.lemma_.lower()
        return verb in acting.speech_verbs or verb in acting.power_verbs
    return token.dep_ == "pobj" and token.head.lower_ in ("between", "by", "against")


def _acts_after(preposition: Token, lexicon: Lexicon) -> bool:
    acting, word = lexicon.acting, preposition.lower_
    if word in acting.place_prepositions:
        return False
    if word not in acting.either_prepositions:
        return True
    governor = preposition.head
    if word == "of":
        return governor.lower_ in acting.owned
    if word == "from" and _gives(governor, lexicon):
        return True
    return governor.lemma_.lower() in acting.dealings or governor.lower_ in acting.dealings


def _gives(governor: Token, lexicon: Lexicon) -> bool:
    """ "Receives weapons from Norland", "help from Norland"; but "received guests from Norland"."""
    received = lexicon.acting.received
    if governor.pos_ != "VERB":
        return governor.lower_ in received
    things = [child for child in governor.rights if child.dep_ == "dobj"]
    people = [noun for one in things if (noun := lexicon.nouns.by_form.get(one.lower_))]
    return governor.lemma_.lower() in received and bool(things) and not people


def _first_conjunct(token: Token) -> Token:
    while token.dep_ in ("conj", "appos") and token.head.i < token.i:
        token = token.head
    return token
