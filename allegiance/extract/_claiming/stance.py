"""How far the text stands behind a predicate: negation, hedges, modals, and the verbs and nouns it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._claiming.untrue import is_refuted
from allegiance.lexicon.stance import StanceWords

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

DEPTH = 6
# Where several effects meet, the one that takes back most counts.
STRENGTH = (
    "prevented",
    "denied",
    "refused",
    "threatened",
    "requested",
    "alleged",
    "sought",
    "planned",
)
# "Has not joined until now": not yet.
STILL = frozenset(("now", "today", "recently"))
PHASE_EFFECTS = frozenset(("begins", "ends", "holds"))


@dataclass(slots=True)
class Context:
    """What surrounds a predicate.

    Attributes:
        effects: stances and phases that the words around give it.
        negated: "not", "never", "no".
        supposed: stands in an if-clause.
        phase: what a verb does to a relation that a noun names; None where nothing is said.
        purpose: an infinitive of purpose ("to fight X").
    """

    effects: set[str]
    negated: bool = False
    supposed: bool = False
    phase: str | None = None
    purpose: bool = False

    def strongest(self) -> str | None:
        """The effect that takes back most; None where the text simply says so."""
        return next((effect for effect in STRENGTH if effect in self.effects), None)


def context(trigger: Token, words: StanceWords, *, said_of: bool) -> Context:
    """Look at the trigger's own modifiers, then up the tree as far as its governors reach.

    Args:
        said_of: the trigger is a noun said of somebody. In a title or an apposition ("its leader, Ann Roe, denied it") it
            is simply so, whatever the sentence does with that somebody.
    """
    found = Context(set())
    _marks(trigger, words, found)
    if (said_of and not is_predicated(trigger)) or syntax.torn_subject(trigger) is not None:
        return found
    token = syntax.counted(trigger)
    for _ in range(DEPTH):
        above = _above(token, syntax.counted(trigger), words, found)
        if above is None:
            break
        token = above
    return found


def is_predicated(noun: Token) -> bool:
    """Is the noun said of somebody by a verb ("is a branch", "as one of its branches"), not by a title?"""
    token = syntax.counted(noun)
    return token.dep_ in ("attr", "oprd") or token.head.lower_ == "as"


def _marks(token: Token, words: StanceWords, found: Context) -> None:
    for child in token.children:
        dep = child.dep_
        if (
            (dep == "neg" and not _is_until_then(token))
            or (dep == "det" and child.lower_ in ("no", "neither"))
            or (dep in ("nsubj", "nsubjpass") and syntax.nobody(child))
        ):
            found.negated = True
        elif dep in ("aux", "auxpass") and child.lower_ in words.modals:
            found.effects.add(words.modals[child.lower_])
        elif dep == "advmod":
            _adverb(child, words, found)
        elif dep == "mark" and child.lower_ in words.marks:
            found.supposed = True
        elif dep in ("amod", "compound", "preconj", "nmod") and child.lower_ in words.adjectives:
            _mark(words.adjectives[child.lower_], found)
    if token.i and token.pos_ in ("NOUN", "PROPN", "ADJ"):
        _adverb(token.left_edge, words, found)
        if token.left_edge.lower_ in words.adjectives:
            _mark(words.adjectives[token.left_edge.lower_], found)


def _is_until_then(verb: Token) -> bool:
    """ "Did not join until 2014": joined then."""
    return any(
        child.lower_ == "until" and not any(word.lower_ in STILL for word in child.children)
        for child in verb.rights
    )


def _adverb(adverb: Token, words: StanceWords, found: Context) -> None:
    effect = words.adverbs.get(adverb.lower_)
    if effect is not None:
        _mark(effect, found)


def _mark(effect: str, found: Context) -> None:
    if effect == "denied":
        found.negated = True
    elif effect in PHASE_EFFECTS:
        found.phase = effect
    else:
        found.effects.add(effect)


def _above(token: Token, trigger: Token, words: StanceWords, found: Context) -> Token | None:
    """Take in the governor's effect; the token to go on from, or None."""
    head, dep = token.head, token.dep_
    if head is token or (dep == "relcl" and not _is_content(token, words)):
        return None
    if dep == "conj":
        return _shared(token, words, found)
    if dep in ("dobj", "attr", "oprd", "nsubjpass", "nsubj", "acomp"):
        return _object_of(head, dep, token is trigger, words, found)
    if dep in ("xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl"):
        return _clause_of(token, words, found)
    if dep in ("prep", "pobj"):
        return _phrase_of(token, trigger, words, found)
    if dep == "appos" or (dep == "compound" and head.pos_ == "NOUN"):
        return None
    return None


def _shared(token: Token, words: StanceWords, found: Context) -> Token | None:
    """Joined verbs share auxiliaries and governors unless the second has a subject of its own."""
    if any(child.dep_ in syntax.SUBJECTS for child in token.lefts):
        return None
    head = token.head
    if token.pos_ == "NOUN" and any(child.tag_ == "VBN" for child in token.lefts):
        # "refused a merger and sworn allegiance": a verb that was taken for an adjective.
        return None
    if head.pos_ in ("VERB", "AUX") and not any(child.dep_ == "aux" for child in token.lefts):
        for child in head.lefts:
            if child.dep_ == "aux" and child.lower_ in words.modals:
                found.effects.add(words.modals[child.lower_])
    return head


def _object_of(
    head: Token, dep: str, named: bool, words: StanceWords, found: Context
) -> Token | None:
    """The trigger is a noun that a verb governs ("plans an attack", "severed ties")."""
    lemma = syntax.lemma_of(head)
    if dep == "dobj" and lemma in words.answering:
        # "vowed to avenge the killing": there was one.
        return None
    changed = words.phases.get(_with_particle(head)) or words.phases.get(lemma)
    if named and changed is not None and found.phase is None:
        _phase(changed, found)
    elif dep != "nsubj":
        _governor(head, words, found)
    if dep == "nsubj" and lemma != "be":
        return None
    _marks(head, words, found)
    return head


def _with_particle(verb: Token) -> str:
    """ "call off", "break out": what it does to a relation is not what the bare verb does."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ in ("prt", "advmod")), "")
    return f"{syntax.lemma_of(verb)} {particle}"


def _phase(effect: str, found: Context) -> None:
    if effect in ("denied", "alleged"):
        found.effects.add(effect)
    else:
        found.phase = effect


def _clause_of(token: Token, words: StanceWords, found: Context) -> Token | None:
    head, dep = token.head, token.dep_
    if _is_foregone(token, words):
        found.effects.add("prevented")
        return None
    if dep == "advcl":
        found.purpose = found.purpose or syntax.is_infinitive(token)
        return None
    governor = head.head if dep == "pcomp" else head
    if governor.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    effect = _governor(governor, words, found)
    if dep == "xcomp" and syntax.lemma_of(governor) == "be" and syntax.is_infinitive(token):
        # "The two were to have merged", "its aim is to fight X"
        found.effects.add("planned")
    if dep == "ccomp" and not effect:
        return None
    if dep in ("acl", "relcl") and not effect:
        return None
    if effect and _is_report(governor, words):
        return None
    if (effect or dep == "xcomp") and syntax.lemma_of(governor) not in words.grounds:
        _marks(governor, words, found)
    return governor


def _is_content(clause: Token, words: StanceWords) -> bool:
    """ "The allegation that A backs B", which the parser may take for a relative clause."""
    return _is_report(clause.head, words) and any(child.dep_ == "mark" for child in clause.lefts)


def _is_foregone(clause: Token, words: StanceWords) -> bool:
    """ "Instead of joining them"; "rather than join them"."""
    marks = (child for child in clause.lefts if child.dep_ == "mark")
    mark = clause.head if clause.dep_ == "pcomp" else next(marks, clause)
    before = clause.doc[max(mark.i - 1, 0)]
    # Not "spoke instead of joining them".
    joined = before.head in (mark, clause) or mark.head is before
    words_before = f"{before.lower_} {mark.lower_}" if joined else mark.lower_
    return words_before in words.foregone


def _is_report(noun: Token, words: StanceWords) -> bool:
    """Is it a claim or an accusation? What a sentence does with that is not done to what it tells."""
    return noun.pos_ == "NOUN" and words.governors.get(syntax.lemma_of(noun)) == "alleged"


def _phrase_of(token: Token, trigger: Token, words: StanceWords, found: Context) -> Token | None:
    """A noun after a preposition ("calls for a truce", "an end to fighting")."""
    preposition = token if token.dep_ == "prep" else token.head
    governor = preposition.head
    lemma = syntax.lemma_of(governor)
    if token is trigger and preposition.lower_ in syntax.STATES and lemma in syntax.BEING:
        # "is not in its hands", "will come under its command"
        _marks(governor, words, found)
        return governor
    if preposition.lower_ not in ("for", "of", "to", "about", "on"):
        return None
    if (
        token is trigger
        and preposition.lower_ in ("to", "of")
        and words.phases.get(lemma) == "ends"
    ):
        return None
    if token is trigger and preposition.lower_ in ("to", "on") and lemma in words.concluding:
        # "agreed to a truce" made one; "agreed to make one" means to.
        return governor
    if preposition.lower_ in ("for", "of", "about", "to") and lemma in words.governors:
        _governor(governor, words, found)
        return None if _is_report(governor, words) else governor
    return None


def _governor(governor: Token, words: StanceWords, found: Context) -> bool:
    lemma = syntax.lemma_of(governor)
    effect = words.governors.get(lemma)
    if lemma in words.grounds and any(
        child.lower_ in ("no", "little", "scant") for child in governor.lefts
    ):
        effect = "denied"
    if effect is None:
        return False
    if lemma in words.passive_only and governor.pos_ == "VERB" and not syntax.is_passive(governor):
        return False
    negated = any(child.dep_ == "neg" for child in governor.lefts)
    if negated and effect in ("denied", "refused"):
        effect = "alleged"
    elif negated or (_is_report(governor, words) and is_refuted(governor, words)):
        effect = "denied"
    found.effects.add(effect)
    return True
