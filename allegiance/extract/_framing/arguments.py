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

from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.blame import answerable, done_by
from allegiance.extract._framing.headings import both_in_heading
from allegiance.lexicon.stance import StanceWords

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from collections.abc import Callable

    from spacy.tokens import Token

# "called on Tuesday" calls on nobody.
TIMES = frozenset(("DATE", "TIME"))
COPULAS = frozenset(("be", "become", "remain", "seem", "stay"))
# Verbs whose object is what comes of a deed.
MAKING = frozenset(("become", "create", "establish", "form", "found", "make"))
# Verbs whose subject it is.
COMING = frozenset(("arise", "bear", "come", "emerge", "grow", "result", "spring"))
INDEFINITE = frozenset(("a", "an", "another", "one"))
COMPANY = ("alongside", "with")
# Verbs whose object comes into the state that a phrase tells.
PUTTING = frozenset("bring have keep leave place put see subordinate take unite".split())
# "Pledged support *after* the killing": who did the one need not have done the other.
APART = frozenset(("after", "amid", "before", "despite", "during", "following", "since", "until"))
# Of these "from" tells the giver, however far behind it stands.
RECEIVING = frozenset(("acquire", "gain", "get", "obtain", "receive"))
CLAUSE_PREPOSITIONS = ("to", "with", "from", "against", "on", "for", "of")


class Arguments:
    """Looks arguments up when a frame asks for them, and remembers."""

    __slots__ = ("_known", "governor", "sort", "supported", "trigger", "words")

    def __init__(self, trigger: Token, sort: str, words: StanceWords) -> None:
        self.trigger = trigger
        self.sort = sort
        self.governor = (
            _lent_by(trigger, words) or governing_verb(trigger) if sort == "noun" else None
        )
        self.supported = (
            self.governor is not None and syntax.lemma_of(self.governor) in words.support
        )
        self.words = words
        self._known: dict[str, list[Token]] = {}

    def get(self, slot: str) -> list[Token]:
        """The argument's tokens with all that are joined to them; empty where absent."""
        if slot not in self._known:
            finder = FINDERS.get((self.sort, slot))
            heads = finder(self) if finder else self._prepositional(slot)
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


def _lent_by(noun: Token, words: StanceWords) -> Token | None:
    """ "The attacks that the Front *carried out* on them": the verb of the clause behind, where it says who did it."""
    for child in noun.rights:
        lends = child.dep_ == "relcl" and syntax.lemma_of(child) in words.support
        if lends and noun in syntax.logical_objects(child) and not syntax.is_passive(child):
            return child
    return None


def _giver(verb: Token) -> list[Token]:
    """ "Received training *for the attack* from the Front": the parser hangs the giver on what stands before."""
    return [
        held
        for word in verb.subtree
        if word.lower_ == "from" and word.i > verb.i and word.head.pos_ == "NOUN"
        for held in word.rights
        if held.dep_ == "pobj" and held.pos_ == "PROPN"
    ][:1]


def governing_verb(noun: Token) -> Token | None:
    """The verb whose subject, object or prepositional object the noun is; not one beyond another noun."""
    token = noun
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ == "pobj":
        token = token.head.head
    elif token.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "oprd"):
        token = token.head
    return token if token is not noun and token.pos_ in ("VERB", "AUX") else None


def _verb_subject(arguments: Arguments) -> list[Token]:
    """Who does it; of what was done by somebody ("*a bomb* planted by *the Front* killed two"), he as well."""
    found = syntax.logical_subjects(arguments.trigger)
    deeds = [token for token in found if token.pos_ == "NOUN"]
    return [*found, *(doer for deed in deeds for doer in done_by(deed, arguments.words.blame))]


def _verb_object(arguments: Arguments) -> list[Token]:
    return syntax.logical_objects(arguments.trigger)


def _clause(arguments: Arguments) -> list[Token]:
    """Objects of the complement clause, else what its prepositions introduce, through one more clause."""
    verb = syntax.complement(arguments.trigger)
    for _ in range(2):
        if verb is None:
            return []
        found = [t for t in syntax.logical_objects(verb) if t.i > verb.i]
        named = [t for t in found if t.pos_ == "PROPN" or t.ent_type_]
        introduced = [
            token
            for preposition in CLAUSE_PREPOSITIONS
            for held in (verb, *found)
            for token in syntax.prepositional(held, preposition)
            if token.ent_type_ not in TIMES
        ]
        if found or introduced:
            return named or introduced or found
        verb = syntax.complement(verb)
    return []


def _made(arguments: Arguments) -> list[Token]:
    """What comes of it: "joined hands to form *a front*", "..., creating a body known as *the Front*"."""
    made = [
        token
        for verb in syntax.purposes(arguments.trigger)
        if syntax.lemma_of(verb) in MAKING
        for token in [*syntax.logical_objects(verb), *_turned_into(verb)]
    ]
    return [token for noun in made for token in (*syntax.called(noun), noun)]


def _noun_made(arguments: Arguments) -> list[Token]:
    """What comes of it: "*A* was formed by the merger", "*A* emerged from it", "it created *A*"."""
    verb, noun = arguments.governor, arguments.trigger
    if verb is None:
        return []
    lemma = syntax.lemma_of(verb)
    if noun.dep_ == "nsubj":
        return syntax.logical_objects(verb) if lemma in MAKING else []
    born = lemma in COMING or (lemma in MAKING and syntax.is_passive(verb))
    return syntax.surface_subjects(verb) if born and noun.dep_ == "pobj" else []


def _turned_into(verb: Token) -> list[Token]:
    return [child for child in verb.rights if child.dep_ == "attr"]


def _verb_dative(arguments: Arguments) -> list[Token]:
    verb = arguments.trigger
    return [child for child in verb.rights if child.dep_ == "dative" and child.pos_ != "ADP"]


def _verb_whole(arguments: Arguments) -> list[Token]:
    """ "A faction *of the Front* broke away"."""
    subjects = syntax.logical_subjects(arguments.trigger)
    return [held for subject in subjects for held in syntax.prepositional(subject, "of")]


def _verb_predicate(arguments: Arguments) -> list[Token]:
    verb = arguments.trigger
    return [child for child in verb.rights if child.dep_ in ("attr", "oprd")]


def _itself(arguments: Arguments) -> list[Token]:
    return [arguments.trigger]


def _noun_subject(arguments: Arguments) -> list[Token]:
    verb, noun = arguments.governor, arguments.trigger
    torn = syntax.torn_subject(noun)
    if torn is not None:
        return [torn]
    if verb is None or not arguments.supported:
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


def _noun_carrier(arguments: Arguments) -> list[Token]:
    """Of whom a phrase of state tells: the noun that it hangs on, or who is, comes, is put there."""
    noun = arguments.trigger
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


def _noun_answerable(arguments: Arguments) -> list[Token]:
    return answerable(arguments.trigger, arguments.words.blame)


def _noun_heading(arguments: Arguments) -> list[Token]:
    return both_in_heading(arguments.trigger)


def _noun_owner(arguments: Arguments) -> list[Token]:
    noun = arguments.trigger
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


def _body_owner(arguments: Arguments) -> list[Token]:
    """ "*Ann Roe's* Hill Brigade", "the Hill Brigade *of Ann Roe*"; a name before a name is a part of it."""
    body = arguments.trigger
    return _possessor(arguments) + syntax.prepositional(body, "of")


def _possessor(arguments: Arguments) -> list[Token]:
    return [child for child in arguments.trigger.lefts if child.dep_ == "poss"]


def _body_bearer(arguments: Arguments) -> list[Token]:
    """ "*the Night Guard*, formerly the Hill Brigade"."""
    body = arguments.trigger
    return [body.head] if body.dep_ == "appos" else []


def _noun_adjective(arguments: Arguments) -> list[Token]:
    noun = arguments.trigger
    return [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]


def _noun_bearer(arguments: Arguments) -> list[Token]:
    noun = arguments.trigger
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


def _hyphen_head(arguments: Arguments) -> list[Token]:
    token = arguments.trigger
    for _ in range(3):
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.i > arguments.trigger.i:
            break
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    return [token] if token.i > arguments.trigger.i else []


def _hyphen_prefix(arguments: Arguments) -> list[Token]:
    place = arguments.trigger.i - 2
    return [arguments.trigger.doc[place]] if place >= 0 else []


def _hyphen_suffix(arguments: Arguments) -> list[Token]:
    place = arguments.trigger.i + 2
    return [arguments.trigger.doc[place]] if place < len(arguments.trigger.doc) else []


def _adjective_bearer(arguments: Arguments) -> list[Token]:
    adjective = arguments.trigger
    if adjective.dep_ == "acomp" or adjective.head.pos_ in ("VERB", "AUX"):
        return syntax.surface_subjects(adjective.head)
    return [adjective.head] if adjective.head.pos_ in ("NOUN", "PROPN") else []


FINDERS: dict[tuple[str, str], Callable[[Arguments], list[Token]]] = {
    ("verb", "subject"): _verb_subject,
    ("verb", "object"): _verb_object,
    ("verb", "clause"): _clause,
    ("verb", "made"): _made,
    ("noun", "made"): _noun_made,
    ("noun", "clause"): _clause,
    ("adjective", "clause"): _clause,
    ("verb", "dative"): _verb_dative,
    ("verb", "whole"): _verb_whole,
    ("verb", "predicate"): _verb_predicate,
    ("noun", "self"): _itself,
    ("noun", "subject"): _noun_subject,
    ("noun", "answerable"): _noun_answerable,
    ("noun", "heading"): _noun_heading,
    ("noun", "possessor"): _possessor,
    ("noun", "carrier"): _noun_carrier,
    ("noun", "owner"): _noun_owner,
    ("noun", "adjective"): _noun_adjective,
    ("noun", "bearer"): _noun_bearer,
    ("adjective", "bearer"): _adjective_bearer,
    ("body", "self"): _itself,
    ("body", "owner"): _body_owner,
    ("body", "possessor"): _possessor,
    ("body", "bearer"): _body_bearer,
    ("hyphen", "head"): _hyphen_head,
    ("hyphen", "prefix"): _hyphen_prefix,
    ("hyphen", "suffix"): _hyphen_suffix,
}
