"""Small questions to a dependency parse that the parser leaves open: who acts, who is acted upon, who is shared.

The parse is spaCy's (ClearNLP labels, Choi and Palmer 2012). It inherits no subject across conjoined verbs, resolves no
relative pronoun and marks no logical subject of a passive: that is done here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.reading import is_acronym

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
OBJECTS = frozenset(("dobj", "obj"))
RELATIVES = frozenset(("who", "whom", "which", "that", "whose"))
PREPOSITIONS = frozenset(("prep", "agent", "dative", "prt", "advmod", "mark"))
# Verbs whose object, not subject, does what their infinitive says.
OBJECT_CONTROL = frozenset(
    "accuse allow appeal ask authorise authorize beg blame call command compel condemn convince "
    "criticize criticise direct enable encourage expect force help implore instruct invite lead "
    "order permit persuade press pressure push request require suspect tell train urge want "
    "warn".split()
)
# The model's rules make these of "staged".
MENDED = {"stag": "stage"}
# "according to officials" gives nothing to the officials.
NO_ARGUMENT = frozenset(("according", "due", "prior", "thanks", "owing", "because", "compared"))
# What these introduce may be a state that somebody is in ("in the pay of", "under the command of") ...
STATES = frozenset(("at", "in", "into", "on", "out", "under", "within"))
# ... or comes into, by one of these verbs.
BEING = frozenset("be become bring come fall keep lie pass place put remain stay".split())
# Verbs that give a name.
CALLING = frozenset(("call", "dub", "know", "name"))
NOBODY = frozenset(("neither", "no", "none", "nobody"))
DEPTH = 4
MOST_JOINED = 12


def is_passive(verb: Token) -> bool:
    """Does the verb's surface subject suffer what it says?"""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.lefts):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.tag_ == "VBN":
        own = any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in verb.lefts)
        return not own and is_passive(verb.head) and not _has_object(verb)
    if _has_object(verb):
        return False
    if any(child.dep_ == "agent" for child in verb.rights):
        return True
    if verb.tag_ != "VBN":
        return False
    # "were reported killed", "were found dead": no auxiliary of its own.
    bare = not any(child.dep_ == "aux" for child in verb.lefts)
    if verb.dep_ == "acl" and _only_verb(verb):
        return False
    return verb.dep_ in ("acl", "advcl", "amod") or (
        bare and verb.dep_ in ("xcomp", "oprd", "ccomp")
    )


def _only_verb(verb: Token) -> bool:
    """Did the parser take a sentence's verb for a participle ("Three factions *teamed* up.")?"""
    noun = verb.head
    if (
        noun.dep_ != "ROOT"
        or verb.i < noun.i
        or any(child.dep_ == "agent" for child in verb.rights)
    ):
        return False
    return verb.doc[verb.i - 1].text != "," and not any(
        child.pos_ in ("VERB", "AUX") for child in noun.rights if child.i != verb.i
    )


def nobody(noun: Token) -> bool:
    """ "Neither A nor B", "no group", "no one", "none of them"."""
    return noun.lower_ in NOBODY or any(
        child.lower_ in NOBODY and child.dep_ in ("det", "preconj", "cc") for child in noun.lefts
    )


def together(token: Token) -> list[Token]:
    """A token and those joined to it by "and", "or" and commas, in text order.

    A list of names may look like an apposition to the parser ("Mali, Niger, Chad and ...", "the PLA, the RUF, and ...").
    """
    found = [token]
    for joined in found:
        found.extend(child for child in joined.rights if child.dep_ == "conj" or _listed(child))
        if len(found) > MOST_JOINED:
            break
    return found


def _listed(child: Token) -> bool:
    named = child.pos_ == "PROPN" or is_acronym(child)
    if child.dep_ != "appos" or not named or child.head.pos_ != "PROPN":
        return False
    if child.left_edge.i == 0 or child.doc[child.left_edge.i - 1].text != ",":
        return False
    lists = any(right.dep_ == "conj" for right in child.rights)
    return lists or any(right.dep_ == "cc" and right.i > child.i for right in child.head.rights)


def included(token: Token) -> list[Token]:
    """Whom a plural is said to hold: "rebel groups, *including the Owls*", "groups *such as the Owls*"."""
    if token.tag_ not in ("NNS", "NNPS"):
        return []
    firsts = [
        first
        for word in ("including", "as", "like")
        for first in prepositional(token, word)
        if word != "as" or any(child.lower_ == "such" for child in first.head.children)
    ]
    firsts = firsts or _included_behind(token) or _spelt_out(token)
    return [held for first in firsts for held in together(first)]


def _included_behind(token: Token) -> list[Token]:
    """ "fights rebel groups, *including the Owls*": the parser hangs it on the verb."""
    at = token.right_edge.i + 1
    if at + 1 >= len(token.doc) or token.doc[at].text != ",":
        return []
    word = token.doc[at + 1]
    named = word.lower_ == "including" and word.head == token.head
    return [child for child in word.rights if child.dep_ == "pobj"] if named else []


def _spelt_out(token: Token) -> list[Token]:
    """ "Three groups fight the army: *the Owls*, the Foxes and the Hares": the parser hangs the list on them, or on another noun."""
    colon = next((t for t in token.doc[token.i : token.sent.end] if t.text == ":"), None)
    if colon is None:
        return []
    return [
        first
        for first in token.doc[colon.i + 1 : token.sent.end]
        if first.dep_ == "appos" and first.pos_ == "PROPN" and first.left_edge.i == colon.i + 1
        if first.head == token or (_is_counted(token) and not _is_counted(first.head))
    ]


def _is_counted(token: Token) -> bool:
    return any(child.dep_ == "nummod" for child in token.lefts)


def surface_subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """What stands as the verb's subject, inherited where the clause has none of its own."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    own += [child for child in verb.rights if child.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return [_antecedent(token, verb) for token in own if token.dep_ != "expl"]
    if depth == 0:
        return []
    return _inherited(verb, depth - 1)


def _inherited(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head, depth)
    if dep in ("relcl", "acl"):
        if dep == "acl" and any(child.lower_ == "to" for child in verb.lefts):
            return noun_agents(head, depth)
        return [head]
    if dep in ("xcomp", "advcl", "ccomp", "pcomp"):
        governor = head.head if dep == "pcomp" and head.dep_ == "prep" else head
        if dep == "pcomp" and governor.pos_ == "NOUN":
            return noun_agents(governor, depth)
        return _controllers(governor, dep, depth)
    return []


def _controllers(governor: Token, dep: str, depth: int) -> list[Token]:
    """Who does what the infinitive or participle under `governor` says."""
    if governor.pos_ == "ADJ":
        governor = governor.head
    if governor.pos_ not in ("VERB", "AUX"):
        return []
    if governor.lemma_ in OBJECT_CONTROL and dep != "advcl":
        suffering = logical_objects(governor, depth)
        if suffering:
            return suffering
    return surface_subjects(governor, depth)


def noun_agents(noun: Token, depth: int) -> list[Token]:
    """Who has the plan, the threat, the attempt that a noun names."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    owners += [
        held
        for child in noun.rights
        if child.lower_ in ("by", "of", "from")
        for held in child.rights
        if held.dep_ == "pobj"
    ]
    if owners or depth == 0:
        return owners
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return surface_subjects(noun.head, depth - 1)
    return []


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "IN", "DT"):
        clause = verb
        for _ in range(DEPTH):
            if clause.dep_ in ("relcl", "acl"):
                return clause.head
            if clause.dep_ not in ("conj", "ccomp", "xcomp"):
                break
            clause = clause.head
    return token


def logical_subjects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Who does it: the by-phrase of a passive, else the subject."""
    if is_passive(verb):
        return prepositional(verb, "by")
    return surface_subjects(verb, depth)


def logical_objects(verb: Token, depth: int = DEPTH) -> list[Token]:
    """Whom it is done to: the subject of a passive, else the direct object."""
    if is_passive(verb):
        if verb.dep_ == "amod":
            return [verb.head]
        return surface_subjects(verb, depth)
    own = [child for child in verb.rights if child.dep_ in OBJECTS]
    if own:
        return [_antecedent(token, verb) for token in own]
    fronted = [child for child in verb.lefts if child.dep_ in OBJECTS]
    if fronted:
        return [_antecedent(token, verb) for token in fronted]
    if verb.dep_ == "relcl" and _gapped(verb):
        return [verb.head]
    return _shared_object(verb)


def _shared_object(verb: Token) -> list[Token]:
    """ "attacked and looted the town": the object stands with the last of the joined verbs."""
    if verb.pos_ != "VERB" or any(child.dep_ in PREPOSITIONS for child in verb.rights):
        return []
    following = [child for child in verb.rights if child.dep_ == "conj" and child.pos_ == "VERB"]
    if not following or any(child.dep_ in SUBJECTS for child in following[-1].lefts):
        return []
    return [token for token in following[-1].rights if token.dep_ in OBJECTS]


def _gapped(verb: Token) -> bool:
    """Is the noun before a relative clause its object ("the fight ISIS has launched")?"""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    # "whose men had fought": no object is left out
    related = any(word.lower_ in RELATIVES for one in subjects for word in (one, *one.lefts))
    return bool(subjects) and not related


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in OBJECTS for child in verb.rights)


def _phrases(head: Token) -> Iterator[tuple[str, Token]]:
    """The prepositional phrases of a head: (preposition in lower case, its object)."""
    for child in _joined_prepositions(head):
        if child.lower_ not in NO_ARGUMENT:
            for held in child.rights:
                if held.dep_ == "pobj":
                    yield child.lower_, held
                elif held.dep_ == "prep":
                    for inner in held.rights:
                        if inner.dep_ == "pobj":
                            yield held.lower_, inner


def _joined_prepositions(head: Token) -> Iterator[Token]:
    """The prepositions under a head, those joined to others included ("to A, to B and to C"); not "but *not* by A"."""
    for child in head.children:
        if child.dep_ in PREPOSITIONS and not any(left.dep_ == "neg" for left in child.lefts):
            yield child
            yield from (other for other in child.rights if other.dep_ == "conj")


def counted(noun: Token) -> Token:
    """The numeral of "one of its branches", which is said of somebody in the noun's place; else the noun."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NUM", "PRON"):
        return noun.head.head
    return noun


def prepositional(head: Token, preposition: str) -> list[Token]:
    """The objects of one preposition under a head; "from" is found in "away from", too."""
    found = [_relative_object(held, head) for word, held in _phrases(head) if word == preposition]
    if preposition == "to":
        found += [child for child in head.rights if child.dep_ == "dative" and child.pos_ != "ADP"]
    return found


def _relative_object(held: Token, head: Token) -> Token:
    if held.lower_ in RELATIVES:
        return _antecedent(held, head)
    return held


def lemma_of(token: Token) -> str:
    """Lower case, and a plural that the tagger took for a name in the singular."""
    lemma = MENDED.get(token.lemma_, token.lemma_).lower()
    if token.lower_ == "found" and (token.tag_ in ("VB", "VBP") or is_infinitive(token)):
        return "found"
    if token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 4 and token.tag_ == "NNPS":
        return lemma[:-1]
    return lemma


def is_infinitive(verb: Token) -> bool:
    """Does "to" stand before it?"""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def along_side(verb: Token) -> Token | None:
    """The second word of "alongside" where a text writes it as two; None where it does not."""
    for child in verb.rights:
        if child.lower_ == "along" and child.i + 1 < len(verb.doc):
            side = verb.doc[child.i + 1]
            return side if side.lower_ == "side" else None
    return None


def beside(verb: Token) -> list[Token]:
    """Those with whom it is done "along side"."""
    side = along_side(verb)
    if side is None:
        return []
    return [c for c in side.rights if c.dep_ in ("dobj", "pobj", "appos", "npadvmod")]


def purposes(head: Token) -> list[Token]:
    """The verbs of what is done by it: "joined hands to *form* a front", "left the party, *forming*", "and *formed* a front"."""
    return [
        child
        for child in head.rights
        if (child.dep_ in ("advcl", "xcomp") and (child.tag_ == "VBG" or is_infinitive(child)))
        or (child.dep_ == "conj" and not any(left.dep_ in SUBJECTS for left in child.lefts))
    ]


def called(noun: Token) -> list[Token]:
    """ "a body *known as the Front*"."""
    styled = [child for child in noun.rights if child.dep_ == "acl" and child.lemma_ in CALLING]
    found = [token for verb in styled for token in prepositional(verb, "as")]
    found += [c for verb in styled for c in verb.rights if c.dep_ in ("oprd", "attr", "dobj")]
    return found


def respectively(verb: Token) -> bool:
    """ "led respectively by Ann and Ben": the first to the first, the second to the second."""
    nearby = (*verb.children, *verb.head.children)
    return any(child.lower_ == "respectively" for child in nearby)


def complement(head: Token) -> Token | None:
    """The verb of the clause that a verb, noun or adjective takes ("refused to *meet* them"); None where none."""
    for child in head.rights:
        if child.dep_ in ("xcomp", "ccomp") or (child.dep_ == "acl" and head.pos_ == "NOUN"):
            return child if child.pos_ in ("VERB", "AUX") else None
        if child.dep_ == "prep":
            for inner in child.rights:
                if inner.dep_ == "pcomp":
                    return inner
    return None


def torn_subject(noun: Token) -> Token | None:
    """Who "had sworn allegiance", where the parser takes "sworn" for an adjective: what stands before "had"."""
    for child in noun.lefts:
        before = noun.doc[child.i - 1] if child.tag_ == "VBN" and child.i > 1 else None
        if before is not None and before.lemma_ == "have" and child.dep_ == "amod":
            head = noun.doc[before.i - 1]
            while head.dep_ == "pobj" and head.head.lower_ == "of":
                head = head.head.head
            return head
    return None
