"""Who or what takes a part in a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

# "At the same time" is no target.
MOMENTS = frozenset(("time", "moment", "hour", "dawn", "night", "noon", "once"))


@dataclass(frozen=True, slots=True)
class Party:
    """An argument as a role is to carry it.

    Attributes:
        actor: a referent's id; None where no actor of the article is meant.
        plural: the words name several ("three rebel alliances").
        proper: a name, though of no actor.
        certainty: 1 for a name, less for words that had to be resolved.
        armed: an armed body, or a state or government that the article knows by name.
        group: an armed group that the article knows by name.
        body: such a group, or a party or organisation known by name.
    """

    actor: str | None
    span: Span
    plural: bool
    proper: bool
    certainty: float
    armed: bool = False
    group: bool = False
    body: bool = False

    def same(self, other: Party) -> bool:
        """Do both name one actor, or share their words?"""
        if self.actor is not None and self.actor == other.actor:
            return True
        return self.span.overlaps(other.span) and self.actor is other.actor


def words_of(token: Token) -> Party | None:
    """The noun phrase up to its head, for one who is no actor of the article."""
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "TIME"):
        return None
    if token.lower_ in MOMENTS:
        return None
    start = token.i
    for child in token.lefts:
        if child.dep_ in ("det", "amod", "compound", "nummod", "nmod", "poss"):
            start = min(start, child.left_edge.i)
    span = Span(token.doc[start].idx, token.idx + len(token))
    return Party(None, span, token.tag_ == "NNS", token.pos_ == "PROPN", 0.9)


def first_word(token: Token) -> int:
    """Where the name that ends at a token begins, as a place among the tokens."""
    return min((child.i for child in token.lefts if child.dep_ == "compound"), default=token.i)
