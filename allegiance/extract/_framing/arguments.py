"""The arguments of a trigger word by the names that frames use for them.

| slot | of a verb | of a noun, or of a body's name |
|---|---|---|
| `subject` | who does it | who has, makes, does it: subject of a verb that only lends itself to the noun |
| `object` | to whom it is done | |
| `whole` | what the subject is a part of ("a faction *of the Front* broke away") | |
| `dative` | the indirect object | |
| `owner` | | possessor, of-phrase, name before it ("Reed Front leader") |
| `adjective` | | the name that modifies it ("Norlandic airstrikes") |
| `possessor` | | whose it is by a possessive alone ("*the Front's* Fourth Brigade") |
| `bearer` | | of whom it is said: apposition, copula, title before a name |
| `answerable` | | who is blamed for it, or claims it |
| `heading` | | both names before it in a heading without a verb ("Hill Brigade and Reed Front *allies*") |
| `carrier` | | of whom the phrase that holds it tells ("*guards* in the pay of Norland", "*the Guard* came under its command") |
| `self` | | the noun itself ("*rebel groups* including ...") |
| `head` | | of a hyphened word: the noun it modifies ("Norland-backed *rebels*") |
| `prefix`, `suffix` | | of a hyphened word: the name before it, behind it |
| `clause` | to whom the clause says it is done ("threatened to attack *them*") | likewise ("a threat to attack *them*") |
| `made` | what is made for a purpose ("joined hands to form *a front*") | what comes of it ("*a front* was born of the merger") |
| any preposition | its object; also that of the verb's object | its object; also that of the governing verb |
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.clauses import TIMES, clause
from allegiance.extract._framing.noun_slots import NOUN_SLOTS, possessor
from allegiance.extract._framing.trigger import Trigger, trigger_of
from allegiance.extract._framing.verb_slots import VERB_SLOTS
from allegiance.lexicon.stance import StanceWords

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

COMPANY = ("alongside", "with")
# Of these "from" tells the giver, however far behind it stands.
RECEIVING = frozenset(("acquire", "gain", "get", "obtain", "receive"))


class Arguments:
    """Looks arguments up when a frame asks for them, and remembers."""

    __slots__ = ("_known", "about", "governor", "sort", "trigger")

    def __init__(self, trigger: Token, sort: str, words: StanceWords) -> None:
        self.about = trigger_of(trigger, sort, words)
        self.trigger = trigger
        self.sort = sort
        self.governor = self.about.governor
        self._known: dict[str, list[Token]] = {}

    def get(self, slot: str) -> list[Token]:
        """The argument's tokens with all that are joined to them; empty where absent."""
        if slot not in self._known:
            finder = FINDERS.get((self.sort, slot))
            heads = finder(self.about) if finder else self._prepositional(slot)
            # "Ann Roe's forces and the rebels", "the Front of Ann Roe and Poe's Guard": what stands beside is not meant.
            alone = slot == "self" or self.sort == "body" or (slot == "bearer" and self._is_title())
            self._known[slot] = [t for h in heads for t in ([h] if alone else self._joined(h))]
        return self._known[slot]

    def _is_title(self) -> bool:
        """ "Commander Ann Roe and Ben Poe": the title is of the first alone."""
        noun = self.trigger
        return noun.dep_ == "compound" and noun.tag_ in ("NN", "NNP")

    def _joined(self, head: Token) -> list[Token]:
        """With what is joined to it; but "A, which Ann leads, and B" does not make Ann lead B."""
        if head.i < self.trigger.i and head.is_ancestor(self.trigger):
            while syntax.respectively(self.trigger) and head.dep_ == "conj":
                head = head.head
            return [token for token in syntax.together(head) if token.i < self.trigger.i]
        return syntax.together(head)

    def parties(self, slot: str) -> list[Token]:
        """Like `get`, for an argument that holds both sides: "between A, a wing of C, and B" is A and B.

        The parser tends to join B to the apposition.
        """
        found = self.get(slot)
        if len(found) != 1:
            return found
        beside = [child for child in found[0].rights if child.dep_ == "appos"]
        return [*found, *(token for other in beside for token in syntax.together(other)[1:])]

    def _prepositional(self, preposition: str) -> list[Token]:
        found = self._phrase(preposition)
        itself = self.trigger.i
        return [t for t in found if t.ent_type_ not in TIMES and t.i != itself]

    def _phrase(self, preposition: str) -> list[Token]:
        found = syntax.prepositional(self.trigger, preposition)
        if not found and preposition == "alongside" and self.sort == "verb":
            found = syntax.beside(self.trigger)
        if found:
            return found
        if self.sort == "adjective" and self.trigger.head.pos_ in ("VERB", "AUX"):
            return syntax.prepositional(self.trigger.head, preposition)
        if self.sort == "verb":
            objects = syntax.logical_objects(self.trigger) or self._companions()
            for carried in [token for head in objects for token in syntax.together(head)]:
                found = syntax.prepositional(carried, preposition)
                if found and carried.i > self.trigger.i:
                    return found
        if not found and preposition == "from" and syntax.lemma_of(self.trigger) in RECEIVING:
            return _giver(self.trigger)
        if self.governor is not None and preposition != "of":
            found = syntax.prepositional(self.governor, preposition)
        if not found and self.sort == "noun":
            # "the ties forged between A and B"
            made = [child for child in self.trigger.rights if child.dep_ == "acl"]
            found = [token for verb in made for token in syntax.prepositional(verb, preposition)]
        return found

    def _companions(self) -> list[Token]:
        """ "fought *with the army* against the Front": the parser hangs the second phrase on the first."""
        beside = syntax.along_side(self.trigger)
        found = [t for word in COMPANY for t in syntax.prepositional(self.trigger, word)]
        return [*found, beside] if beside is not None else found


def _giver(verb: Token) -> list[Token]:
    """ "Received training *for the attack* from the Front": the parser hangs the giver on what stands before."""
    return [
        held
        for word in verb.subtree
        if word.lower_ == "from" and word.i > verb.i and word.head.pos_ == "NOUN"
        for held in word.rights
        if held.dep_ == "pobj" and held.pos_ == "PROPN"
    ][:1]


def _itself(trigger: Trigger) -> list[Token]:
    return [trigger.token]


def _body_owner(trigger: Trigger) -> list[Token]:
    """ "*Ann Roe's* Hill Brigade", "the Hill Brigade *of Ann Roe*"; a name before a name is a part of it."""
    body = trigger.token
    return possessor(trigger) + syntax.prepositional(body, "of")


def _body_bearer(trigger: Trigger) -> list[Token]:
    """ "*the Night Guard*, formerly the Hill Brigade"."""
    body = trigger.token
    return [body.head] if body.dep_ == "appos" else []


def _hyphen_head(trigger: Trigger) -> list[Token]:
    token = trigger.token
    for _ in range(3):
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.i > trigger.token.i:
            break
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    return [token] if token.i > trigger.token.i else []


def _hyphen_prefix(trigger: Trigger) -> list[Token]:
    place = trigger.token.i - 2
    return [trigger.token.doc[place]] if place >= 0 else []


def _hyphen_suffix(trigger: Trigger) -> list[Token]:
    place = trigger.token.i + 2
    return [trigger.token.doc[place]] if place < len(trigger.token.doc) else []


def _adjective_bearer(trigger: Trigger) -> list[Token]:
    adjective = trigger.token
    if adjective.dep_ == "acomp" or adjective.head.pos_ in ("VERB", "AUX"):
        return syntax.surface_subjects(adjective.head)
    return [adjective.head] if adjective.head.pos_ in ("NOUN", "PROPN") else []


FINDERS: dict[tuple[str, str], Callable[[Trigger], list[Token]]] = {
    **{("verb", slot): finder for slot, finder in VERB_SLOTS.items()},
    **{("noun", slot): finder for slot, finder in NOUN_SLOTS.items()},
    ("noun", "self"): _itself,
    ("adjective", "bearer"): _adjective_bearer,
    ("adjective", "clause"): clause,
    ("body", "self"): _itself,
    ("body", "owner"): _body_owner,
    ("body", "possessor"): possessor,
    ("body", "bearer"): _body_bearer,
    ("hyphen", "head"): _hyphen_head,
    ("hyphen", "prefix"): _hyphen_prefix,
    ("hyphen", "suffix"): _hyphen_suffix,
}
