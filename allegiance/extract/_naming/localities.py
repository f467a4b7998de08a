"""Which unknown names are places, whatever the model takes them for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allegiance.extract._naming.sighting import Sighting, head_of
from allegiance.lexicon._keys import place_key
from allegiance.lexicon.index import ARTICLES
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import is_acronym
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# A village of fewer people more often shares its name with a person than it makes the news.
LEAST_RENOWN = 20_000
_PLURALS = frozenset(("NNS", "NNPS"))
_MISTAKEN = frozenset(("PERSON", "ORG"))


class Localities:
    """The place names of one article, by the gazetteer, their words and what stands before them.

    Attributes:
        surnames: of persons named in full, in lower case; a bare one is no place, even where a town bears it.
    """

    def __init__(
        self, doc: Doc, lexicon: Lexicon, places: Sequence[Where], known: Sequence[Sighting]
    ) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._nouns = lexicon.nouns
        self._found = _tokens_of(doc, places)
        self._seen = {
            entity.text.lower()
            for entity in doc.ents
            if entity.label_ in _MISTAKEN and self._stands_as_place(entity.start, entity.end)
        }
        self.surnames = self._surnames_of(known)

    def hold(self, start: int, end: int) -> bool:
        """Is the name a place's, here or elsewhere in the article?"""
        if self._worded(start, end):
            return True
        head = self._doc[head_of(self._doc, start, end)]
        if self.titled(start, end) or self.speaks(head) or head.lower_ in self.surnames:
            return False
        text = self._doc[start:end].text
        if self._stands_as_place(start, end) or text.lower() in self._seen:
            return True
        # "The MORA" is not Mora in Cameroon.
        acronym = end - start == 1 and is_acronym(self._doc[start])
        return not acronym and self._known(text)

    def _surnames_of(self, known: Sequence[Sighting]) -> frozenset[str]:
        ends = [
            entity.end
            for entity in self._doc.ents
            if _is_full_name(entity) and entity.text.lower() not in self._seen
        ]
        ends += [one.end for one in known if one.kind == "person" and len(one.keys) > 1]
        return frozenset(self._doc[end - 1].lower_ for end in ends)

    def titled(self, start: int, end: int) -> bool:
        """Does a word for one person stand right before a short name?"""
        if start == 0 or end - start > 4 or not self._doc[start - 1].tag_.startswith("NN"):
            return False
        before = self._doc[start - 1].lower_.rstrip(".")
        noun = self._nouns.by_form.get(before)
        personal = noun is not None and noun.personal and not noun.plural
        return personal or before in self._nouns.titles

    def speaks(self, token: Token) -> bool:
        """Is the name the subject of a verb of speech?"""
        speech = self._lexicon.acting.speech_verbs
        return token.dep_ == "nsubj" and token.head.lemma_.lower() in speech

    def _stands_as_place(self, start: int, end: int) -> bool:
        """Found by the gazetteer, or after "in": nobody is "in Bo Lund"."""
        if self._worded(start, end) or all(at in self._found for at in range(start, end)):
            return True
        # "In Hill Brigade hands" is no place.
        held = end < len(self._doc) and self._doc[end].lemma_ in self._lexicon.acting.deeds
        return start > 0 and self._doc[start - 1].lower_ in self._lexicon.acting.within and not held

    def _worded(self, start: int, end: int) -> bool:
        """ "Lund Province", "Fort Lund"; but "Bank of Lund" and "Hill Brigade" are bodies."""
        words = [self._doc[at].lower_ for at in range(start, end)]
        places = self._nouns.places
        if end - start == 1 or "of" in words or words[-1] in self._nouns.by_form:
            return False
        # "Lake Lund" is a place, the Lake Tigers are none.
        many = self._doc[end - 1].tag_ in _PLURALS
        return words[-1] in places or (words[0] in places and not many)

    def _known(self, text: str) -> bool:
        senses = self._lexicon.gazetteer.find(place_key(text))
        return bool(senses) and senses[0].renown >= LEAST_RENOWN


def _is_full_name(entity: Tokens) -> bool:
    words = [token for token in entity if token.is_alpha and token.lower_ not in ARTICLES]
    return entity.label_ == "PERSON" and len(words) > 1 and entity[-1].is_alpha


def _tokens_of(doc: Doc, places: Sequence[Where]) -> frozenset[int]:
    found: set[int] = set()
    for place in places:
        tokens = doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if tokens is not None:
            found.update(range(tokens.start, tokens.end))
    return frozenset(found)
