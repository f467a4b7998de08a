"""Whom a pronoun stands for; None rather than a guess, for a wrong merger is worse than a gap."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._anaphora.scene import (
    OBJECTS,
    SUBJECTS,
    Entry,
    Scene,
    first_conjunct,
    verb_over,
)
from allegiance.extract._anaphora.things import is_expletive, things_before
from allegiance.extract._anaphora.voices import Speech
from allegiance.lexicon.anaphora import Agreement

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# Sentences before its own in which a pronoun finds its antecedent; further back, chance rules.
REACH = 2
# Set by hand and kept after reading some 50 resolutions in news: subjects are taken up again more often than objects.
SUBJECT, OBJECT, POSSESSOR, NAME, MATRIX, SAME_ROLE = 10.0, 5.0, 4.0, 3.0, 6.0, 3.0
SENTENCE_BACK, TOKEN_BACK, DEPENDENT = 9.0, 0.15, 8.0
# The subject of a clause by the way is less what the sentence is about than that of the main clause.
ASIDE, EMBEDDED = frozenset(("relcl", "acl", "advcl")), 4.0
# The reporter seldom takes up what somebody else has named in a quotation (""We fought the Owls," said *its* chief").
QUOTED = 10.0
# "It is likely", "it seems", "it takes time", "it will rain".
IMPERSONAL = frozenset(
    ("appear", "be", "become", "happen", "look", "make", "matter", "rain", "seem", "snow", "take")
)
# What a sentence brings into being is taken up rather than who did it.
MADE = 9.0
# By so much an actor has to be more salient than a thing for "it" to be the actor.
THING = 6.0
# So much each mention among the last makes "he" and "she" likelier, and so much all together.
MENTION, TOPIC, RECENT = 0.5, 4.0, 60
PERSONAL = frozenset(("male", "female"))
# Two antecedents nearer to each other than this are a tie.
MARGIN = 1.0


def antecedent(
    scene: Scene, token: Token, agreement: Agreement, speech: Speech | None
) -> Entry | None:
    """The mention that a pronoun takes up."""
    if agreement == "first":
        return speech.speaker if speech is not None else None
    if agreement == "second":
        return speech.asked if speech is not None else None
    if agreement == "relative":
        return _relative(scene, token)
    if token.lower_ in scene.lexicon.anaphora.reflexive:
        subject = _controller(scene, token)
        return subject if subject is not None and agrees(scene, subject, agreement) else None
    if agreement == "many" and _things_before(scene, token):
        return None
    actor = _most_salient(scene, token, agreement, speech)
    if actor is None or agreement != "neuter" or _wants_actor(scene, token):
        return actor
    return actor if _outweighs_things(scene, actor, token) else None


def agrees(scene: Scene, entry: Entry, agreement: Agreement) -> bool:
    """May a mention be taken up by such a pronoun?"""
    kind = scene.kind(entry.who)
    if agreement in ("male", "female"):
        gender = scene.genders.get(scene.root(entry.who))
        return kind == "person" and gender in (None, agreement) and entry.plural is not True
    if agreement == "many" and kind == "media" and not entry.plural:
        # "In a statement carried by the agency, they said": an agency says "it".
        return False
    if agreement == "neuter":
        return kind not in ("person", "population") and entry.plural is not True
    if kind == "state" and entry.plural is None:
        return False
    return kind != "person" and entry.plural is not False


def _relative(scene: Scene, token: Token) -> Entry | None:
    """The noun to which a relative clause belongs."""
    clause = verb_over(token)
    if clause.dep_ != "relcl" or clause.head.i >= token.i:
        return None
    entry = scene.by_head.get(clause.head.i)
    if entry is None or (token.lower_ in ("who", "whom") and entry.kind == "state"):
        return None
    return entry


def _controller(scene: Scene, token: Token) -> Entry | None:
    """The subject of the reflexive's own clause, said or understood."""
    verb = verb_over(token)
    while True:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return scene.by_head.get(child.i)
        if verb.dep_ not in ("xcomp", "advcl", "acl", "pcomp", "conj"):
            return None
        governor = verb.head
        if verb.dep_ == "acl":
            return _agent_of(scene, governor) or scene.by_head.get(governor.i)
        verb = verb_over(governor)


def _agent_of(scene: Scene, noun: Token) -> Entry | None:
    """ "the attempt by X to", "X's attempt to"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return scene.by_head.get(child.i)
        if child.lower_ == "by":
            return next((scene.by_head.get(one.i) for one in child.children), None)
    return None


def _wants_actor(scene: Scene, token: Token) -> bool:
    """Does the place of "it" or "its" ask for an actor?"""
    words = scene.lexicon.anaphora
    if token.dep_ == "poss":
        if token.head.dep_ == "conj":
            # "The town and its port": what is joined to its own belonging owns it.
            return token.head.head.i in scene.by_head
        return _subject_is_actor(scene, token)
    governor = token.head
    if token.dep_ in SUBJECTS:
        doing = governor.lemma_.lower()
        if doing in words.agent_verbs or _says_of_itself(scene, token):
            return True
        suffers = token.dep_ == "nsubjpass" and doing in words.patient_verbs
        return suffers or _is_said_of_actors(scene, governor)
    if token.dep_ in OBJECTS:
        return governor.lemma_.lower() in words.patient_verbs
    if token.dep_ != "pobj":
        return False
    governor = governor.head
    return governor.lemma_.lower() in words.patient_verbs or governor.lower_ in words.patient_nouns


def _is_said_of_actors(scene: Scene, verb: Token) -> bool:
    """ "It is a *branch* of the Front", "it has *ties* to it", "it is *allied* with it", "it is at *war* with it"."""
    for child in verb.rights:
        if child.dep_ not in ("acomp", "attr", "dobj", "prep"):
            continue
        noun = scene.lexicon.nouns.by_form.get(child.lower_)
        if child.dep_ == "attr" and noun is not None and noun.sort == "body":
            return True
        said = [child, *(inner for inner in child.rights if inner.dep_ == "pobj")]
        if verb.lemma_ in ("be", "have") and any(_deals(scene, one) for one in said):
            return True
    return False


def _deals(scene: Scene, word: Token) -> bool:
    """Is it a word for dealings with actors?"""
    words = scene.lexicon.anaphora
    return word.lower_ in words.patient_nouns or word.lemma_.lower() in words.patient_verbs


def _says_of_itself(scene: Scene, token: Token) -> bool:
    """ "The army says *it* has opened an inquiry"; but "says it is likely that"."""
    verb = verb_over(token)
    if verb.dep_ != "ccomp" or verb.lemma_ in IMPERSONAL:
        return False
    return any(
        child.dep_ in SUBJECTS and child.i < token.i and child.i in scene.by_head
        for child in verb.head.children
    )


def _things_before(scene: Scene, token: Token) -> bool:
    """ "The ties can be cut if they conflict": the plural subject of the governing clause is no actor."""
    verb = verb_over(token)
    while verb.dep_ in ("advcl", "ccomp", "conj"):
        verb = verb_over(verb.head) if verb.dep_ != "conj" else verb.head
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i < token.i:
                return child.tag_ == "NNS" and child.i not in scene.by_head
    return False


def _subject_is_actor(scene: Scene, token: Token) -> bool:
    """Is the subject of the clause an actor, or a pronoun? A thing would have the better claim to "its"."""
    verb = verb_over(token)
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.i > token.i or subject.pos_ == "PRON":
        return True
    # "Most of its fighters left"
    inside = subject.left_edge.i <= token.i <= subject.right_edge.i
    return subject.i in scene.by_head or inside


def _outweighs_things(scene: Scene, actor: Entry, token: Token) -> bool:
    """Is an actor likelier than every thing before "it", where the verb asks for neither?"""
    if token.dep_ == "poss" or is_expletive(token, IMPERSONAL):
        return False
    weight = _salience(scene, actor, token)
    verb = verb_over(token)
    return weight >= 0 and all(
        weight >= _weight(scene, thing, token) + THING
        for thing in things_before(scene, token, REACH)
        if not _argument_of(thing, verb)
    )


def _weight(scene: Scene, thing: Token, token: Token) -> float:
    """The salience of a thing, as that of a mention."""
    back = scene.sentence_of[token.i] - scene.sentence_of[thing.i]
    score = -TOKEN_BACK * (token.i - thing.i) - SENTENCE_BACK * back
    role = first_conjunct(thing).dep_
    if role in SUBJECTS:
        score += SUBJECT - (EMBEDDED if verb_over(thing).dep_ in ASIDE else 0.0)
    elif role in OBJECTS:
        score += OBJECT
    return score + (SAME_ROLE if role == token.dep_ else 0.0)


def _most_salient(
    scene: Scene, token: Token, agreement: Agreement, speech: Speech | None
) -> Entry | None:
    scores: dict[int, tuple[float, int, Entry]] = {}
    barred = _barred(scene, token, speech)
    told = _told_of(scene, token) if agreement in PERSONAL else Counter[int]()
    for entry in _before(scene, token):
        who = scene.root(entry.who)
        if who in barred or not agrees(scene, entry, agreement):
            continue
        score = _salience(scene, entry, token)
        score += min(TOPIC, MENTION * told[who])
        if who not in scores or score > scores[who][0]:
            scores[who] = score, entry.at, entry
    ranked = sorted(scores.values(), key=lambda one: (-one[0], -one[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][2]


def _told_of(scene: Scene, token: Token) -> Counter[int]:
    """How often everybody has been mentioned of late: "he" is the one that a stretch of text is about."""
    last = bisect_left(scene.entries, token.i, key=lambda entry: entry.at)
    return Counter(scene.root(one.who) for one in scene.entries[max(0, last - RECENT) : last])


def _before(scene: Scene, token: Token) -> Iterator[Entry]:
    """Mentions in reach before a token, none that holds it."""
    first = scene.sentence_of[token.i] - REACH
    last = bisect_left(scene.entries, token.i, key=lambda entry: entry.at)
    for entry in reversed(scene.entries[:last]):
        if entry.sentence < first:
            return
        if not entry.start <= token.i < entry.end:
            yield entry


def _barred(scene: Scene, token: Token, speech: Speech | None) -> set[int]:
    """Referents that the pronoun cannot be: the other arguments of its verb, and who says so in a quotation."""
    barred: set[int] = set()
    if speech is not None and speech.speaker is not None:
        barred.add(scene.root(speech.speaker.who))
    if token.dep_ == "poss":
        return barred | _called_so(scene, token)
    # "The ministry denied having armed *it*"
    doer = _controller(scene, token) if token.dep_ not in SUBJECTS else None
    if doer is not None:
        barred.add(scene.root(doer.who))
    verb = verb_over(token)
    for child in verb.subtree if verb.i - verb.left_edge.i < 60 else ():
        entry = scene.by_head.get(child.i)
        if entry is not None and child.i != token.i and _argument_of(child, verb):
            barred.add(scene.root(entry.who))
    if verb.dep_ == "relcl":
        entry = scene.by_head.get(verb.head.i)
        if entry is not None:
            barred.add(scene.root(entry.who))
    return barred


def _called_so(scene: Scene, owner: Token) -> set[int]:
    """ "The Owls are (one of) its branches": whoever is called a branch is not its own."""
    noun = owner.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ == "attr":
        noun = noun.head.head
    if noun.dep_ != "attr":
        return set()
    subjects = [child for child in noun.head.lefts if child.dep_ in SUBJECTS]
    entries = [scene.by_head.get(child.i) for child in subjects]
    return {scene.root(entry.who) for entry in entries if entry is not None}


def _argument_of(token: Token, verb: Token) -> bool:
    token = first_conjunct(token)
    while token.dep_ in ("pobj", "prep", "agent"):
        token = token.head
    return token == verb or (token.head == verb and token.dep_ in SUBJECTS | OBJECTS)


def _salience(scene: Scene, entry: Entry, token: Token) -> float:
    role = scene.role(entry)
    score = -TOKEN_BACK * (token.i - entry.at)
    score -= SENTENCE_BACK * (scene.sentence_of[token.i] - entry.sentence)
    if role in SUBJECTS:
        score += SUBJECT
        if _governs(scene.doc[entry.at], token):
            score += MATRIX
        elif verb_over(scene.doc[entry.at]).dep_ in ASIDE:
            score -= EMBEDDED
    elif role in OBJECTS:
        score += OBJECT + (MADE if _is_made(scene, entry) else 0.0)
    elif role == "poss":
        score += POSSESSOR
    if entry.form != "nominal":
        score += NAME
    if role == token.dep_:
        score += SAME_ROLE
    if entry.at in scene.quoted and token.i not in scene.quoted:
        score -= QUOTED
    if scene.doc[entry.start].dep_ == "poss" and scene.doc[entry.start].pos_ == "PRON":
        score -= DEPENDENT
    return score


def _is_made(scene: Scene, entry: Entry) -> bool:
    """ "They formed *the Southern Board*": what has just come about is what the text goes on to tell of."""
    verb = first_conjunct(scene.doc[entry.at]).head
    return verb.lemma_ in scene.lexicon.anaphora.making_verbs


def _governs(subject: Token, token: Token) -> bool:
    """Is the pronoun inside the clause that the subject's verb brings?"""
    verb = first_conjunct(subject).head
    at = verb_over(token)
    while at.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp"):
        if at == verb:
            return True
        at = verb_over(at.head)
    return at == verb
