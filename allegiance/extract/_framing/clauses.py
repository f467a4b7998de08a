"""To whom a clause says that it is done ("threatened to attack *them*")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._framing.trigger import Trigger

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# "Called on Tuesday" calls on nobody.
TIMES = frozenset(("DATE", "TIME"))
PREPOSITIONS = ("to", "with", "from", "against", "on", "for", "of")


def clause(trigger: Trigger) -> list[Token]:
    """Objects of the complement clause, else what its prepositions introduce, through one more clause."""
    verb = syntax.complement(trigger.token)
    for _ in range(2):
        if verb is None:
            return []
        found = [t for t in syntax.logical_objects(verb) if t.i > verb.i]
        named = [t for t in found if t.pos_ == "PROPN" or t.ent_type_]
        introduced = [
            token
            for preposition in PREPOSITIONS
            for held in (verb, *found)
            for token in syntax.prepositional(held, preposition)
            if token.ent_type_ not in TIMES
        ]
        if found or introduced:
            return named or introduced or found
        verb = syntax.complement(verb)
    return []
