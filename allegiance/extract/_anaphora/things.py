"""Whether "it" is an actor where its verb does not tell: an actor before it has to outweigh every thing before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._anaphora.scene import OBJECTS, SUBJECTS, Scene, first_conjunct

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# What "it" is said of when it stands for a clause that follows: "it is known that", "it took a week to".
_CLAUSES = frozenset(("ccomp", "csubj", "csubjpass", "xcomp"))
_THINGS = frozenset(("NN", "NNP"))
_ROLES = SUBJECTS | OBJECTS | {"pobj", "attr", "ROOT"}
_SUPPOSING = frozenset(("would", "could", "might"))
# Tokens back in which a thing is looked for, however long the sentences are.
_FURTHEST = 150
_TIMES = frozenset(("DATE", "TIME", "ORDINAL", "CARDINAL"))


def is_expletive(token: Token, impersonal: frozenset[str]) -> bool:
    """ "It is raining", "it emerged that", "it was agreed to": nothing is meant."""
    verb = token.head
    if token.dep_ == "expl":
        return True
    if token.dep_ not in SUBJECTS:
        return False
    if verb.lemma_ in impersonal or any(child.lower_ in _SUPPOSING for child in verb.lefts):
        # "Warned that it would help the army": the deed spoken of would.
        return True
    bare = token.dep_ == "nsubjpass" or not any(child.dep_ in OBJECTS for child in verb.rights)
    return bare and any(child.dep_ in _CLAUSES for child in verb.rights)


def things_before(scene: Scene, token: Token, reach: int) -> Iterator[Token]:
    """Nouns in the singular that are no actors, and "it" that was none, from `reach` sentences before on."""
    first = scene.sentence_of[token.i] - reach
    for at in range(token.i - 1, max(-1, token.i - _FURTHEST), -1):
        if scene.sentence_of[at] < first:
            return
        other = scene.doc[at]
        if at in scene.held or first_conjunct(other).dep_ not in _ROLES:
            continue
        noun = other.tag_ in _THINGS and other.ent_type_ not in _TIMES
        if noun or other.lower_ in ("it", "this", "that"):
            yield other
