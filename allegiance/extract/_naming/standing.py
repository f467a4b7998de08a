"""Does the name of a state or a capital stand for an actor here, or for a place?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.lexicon.acting import Acting
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_OBJECTS = frozenset(("dobj", "obj", "iobj", "dative", "oprd"))


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


def _before_a_part(token: Token, lexicon: Lexicon) -> bool:
    """ "U.S. President", "Ukraine government": the next word is an office or a part of the state."""
    following = token.i + 1
    if following >= len(token.doc) or token.dep_ not in ("compound", "nmod", "amod", "poss"):
        return False
    noun = lexicon.nouns.by_form.get(token.doc[following].lower_)
    return noun is not None and noun.sort in ("office", "organ", "member", "servant")


def seat_acts(token: Token, acting: Acting) -> bool:
    """Does a capital speak or act as its government does?"""
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
