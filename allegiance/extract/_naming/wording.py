"""What the words of a name tell: whether it may be one, and whose kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract._naming.localities import Localities
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.mention import ActorKind

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_PLURALS = frozenset(("NNS", "NNPS"))


class NameWords:
    """Judges rows of tokens of one article."""

    def __init__(self, doc: Doc, lexicon: Lexicon, localities: Localities) -> None:
        self._doc = doc
        self._nouns = lexicon.nouns
        self._naming = lexicon.naming
        self._localities = localities

    def make_name(self, start: int, end: int, kind: ActorKind) -> bool:
        """May they be the name of somebody of this kind?"""
        doc = self._doc
        first, last = doc[start], doc[end - 1]
        if kind == "population" and last.tag_ not in _PLURALS:
            return False
        if first.lower_.startswith(("pro-", "anti-")) or first.lower_ in ("pro", "anti"):
            return False
        if not any(doc[at].text[:1].isupper() for at in range(start, end)):
            return False
        if all(doc[at].lower_.rstrip(".") in self._nouns.titles for at in range(start, end)):
            return False
        if end - start > 1 and {first.lower_, last.lower_} & self._nouns.things:
            return False
        if end - start == 1 and first.lower_ in self._naming.feasts:
            return False
        if kind == "person" and end - start == 1:
            of = end < len(doc) and doc[end].lower_ == "of"
            return (first.pos_ == "PROPN" or first.lower_ in self._localities.surnames) and not of
        return True

    def kind(self, start: int, end: int, kind: ActorKind) -> ActorKind:
        """What the words of a name say of its kind: "Ministry of Works", "Hill Brigade"."""
        told = self.told_kind(start, end)
        # Persons are called Guard and Post; but nobody is called Lashkar, or "the Guard".
        the = start > 0 and self._doc[start - 1].lower_ == "the" and end - start > 1
        if told is not None and (kind != "person" or told == "armed-group" or the):
            return told
        titled = kind == "organisation" and self._localities.titled(start, end)
        return "person" if titled else kind

    def told_kind(self, start: int, end: int) -> ActorKind | None:
        """The kind that the words alone tell; None where they tell none."""
        words = [self._doc[at].text for at in range(start, end)]
        words = words[: words.index("(", 1)] if "(" in words[1:] else words
        before_of = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
        found = (self.told(words[at]) for at in (before_of, len(words) - 1, 0))
        return next((kind for kind in found if kind is not None), None)

    def told(self, word: str) -> ActorKind | None:
        """The kind of body that a word of a name stands for."""
        named = self._nouns.kinds.get(word.lower())
        noun = self._nouns.named(word)
        if named is None and noun is not None and noun.sort in ("body", "organ"):
            return noun.kind
        return named

    def is_wing(self, token: Token) -> bool:
        """Does it tell a wing from the body whose name stands before it ("Reformed")?"""
        return token.lower_ in self._naming.wings
