"""Who the words of an argument stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast, Part
from allegiance.lexicon.frames import Form
from allegiance.records.claim import RoleName
from allegiance.records.span import Span
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

PERSONAL = frozenset("he she him her they them it we us i you who his their its our my".split())


@dataclass(frozen=True, slots=True)
class Party:
    """An argument as a role is to carry it.

    Attributes:
        actor: a referent's id; None where no actor of the article is meant.
        plural: the words name several ("three rebel alliances").
        proper: a name, though of no actor.
        certainty: 1 for a name, less for words that had to be resolved.
    """

    actor: str | None
    span: Span
    plural: bool
    proper: bool
    certainty: float

    def same(self, other: Party) -> bool:
        """Do both name one actor, or share their words?"""
        if self.actor is not None and self.actor == other.actor:
            return True
        return self.span.overlaps(other.span) and self.actor is other.actor


class Parties:
    """Turns argument tokens into parties."""

    def __init__(self, cast: Cast, places: tuple[Where, ...]) -> None:
        self._cast = cast
        self._places = {place.span.start: place for place in places}

    def of(self, token: Token, role: RoleName, form: Form) -> Party | None:
        """The party at a token; None where the words cannot take that role."""
        if role == "place":
            return self._place(token)
        part = self._cast.headed_by(token) or self._named(token)
        if part is None:
            part = self._owner(token)
        if part is not None:
            return _party(part, token)
        if form.kind == "relation" or token.lower_ in PERSONAL:
            return None
        return _words(token) if role == "target" or token.pos_ == "PROPN" else None

    def _named(self, token: Token) -> Part | None:
        """A name that holds the token although the parser heads it elsewhere."""
        part = self._cast.covering(token)
        return part if part is not None and part.mention.form == "name" else None

    def _owner(self, token: Token) -> Part | None:
        """ "a convoy of the Front", "Reed Front positions", "the army's barracks": whose they are."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        for child in token.lefts:
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                part = self._cast.headed_by(child) or self._named(child)
                if part is not None:
                    return part
        for preposition in ("of", "from", "by"):
            for child in syntax.prepositional(token, preposition):
                part = self._cast.headed_by(child)
                if part is not None:
                    return part
        return None

    def _place(self, token: Token) -> Party | None:
        """A place name at the token, or in its of-phrase or before it ("the city of X", "most of X province")."""
        candidates = [token, *token.children]
        candidates += [
            inner for child in token.rights if child.dep_ == "prep" for inner in child.rights
        ]
        for candidate in candidates:
            for start in (candidate.left_edge.idx, candidate.idx):
                place = self._places.get(start)
                if place is not None:
                    part = self._cast.covering(candidate)
                    actor = part.referent.id if part is not None else None
                    return Party(actor, place.span, False, True, 1.0)
        return None


def _party(part: Part, token: Token) -> Party:
    mention = part.mention
    certainty = {"name": 1.0, "nominal": 0.9, "pronoun": 0.8}[mention.form]
    plural = token.tag_ in ("NNS", "NNPS") and mention.form == "nominal"
    return Party(part.referent.id, mention.span, plural, mention.form == "name", certainty)


def _words(token: Token) -> Party | None:
    """The noun phrase up to its head, for one who is no actor of the article."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    start = token.i
    for child in token.lefts:
        if child.dep_ in ("det", "amod", "compound", "nummod", "nmod", "poss"):
            start = min(start, child.left_edge.i)
    first = token.doc[start]
    return Party(
        None,
        Span(first.idx, token.idx + len(token)),
        token.tag_ == "NNS",
        token.pos_ == "PROPN",
        0.9,
    )
