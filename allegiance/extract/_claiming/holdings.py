"""What is held, taken or lost: places with a name, and those without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast
from allegiance.extract._claiming.party import Party, first_word, words_of
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.span import Span
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

# A place that stands for its words alone is surely held, but which it is stays open.
NAMELESS = 0.8
# What "the town" may take up, and how many characters before.
SETTLED = frozenset(("city", "unknown"))
REACH = 600
# Of these "two towns" are a part.
WIDE = frozenset(("admin1", "region"))
# What stands so before a noun describes it ("a Norland-flagged ship").
DESCRIBING = frozenset(("amod", "compound", "nmod", "npadvmod", "poss"))
DEFINITE = frozenset(("that", "the", "this"))


class Holdings:
    """Finds the places of arguments.

    Args:
        dateline: what is named there is not what "the town" takes up.
    """

    def __init__(
        self, cast: Cast, places: Iterable[Where], dateline: Span | None, lexicon: Lexicon
    ) -> None:
        self._cast = cast
        self._shares = lexicon.acting.holdings
        self._holdings = lexicon.nouns.places | lexicon.acting.holdings
        self._grounds = lexicon.placing.held
        self._sites = lexicon.placing.sites
        self._settlements = lexicon.placing.settlements
        self._places = {place.span.start: place for place in places}
        self._told_from = dateline.end if dateline is not None else 0

    def named(self, token: Token) -> list[Party]:
        """The place at a token ("Aleppo", "the city of Aleppo", "most land it held in Aleppo") and those joined to it."""
        first = self._place(token)
        if first is None and token.dep_ == "appos":
            # "Hama, a city that the army has lost"
            token = token.head
            first = self._place(token)
        if first is None:
            # "the capital, Hama"
            apposed = next((child for child in token.rights if child.dep_ == "appos"), None)
            first = self._place(apposed) if apposed is not None else None
            token = token if first is None or apposed is None else apposed
        if first is None:
            return []
        at = next((t for t in token.subtree if t.idx == first.span.start), token)
        head = at.head if at.dep_ == "compound" else at
        joined = [self._place(other) for other in syntax.together(head)[1:]]
        return [first, *(place for place in joined if place is not None)]

    def nameless(self, token: Token) -> Party | None:
        """A place that the words alone tell ("the airport", "two villages"); "the town" and "it" are the one named before."""
        if token.lower_ == "it" and self._cast.covering(token) is None:
            before = self._before(token)
            return Party(None, before.span, False, True, NAMELESS) if before is not None else None
        if syntax.lemma_of(token) in self._shares:
            # "most of the countryside"
            held = syntax.prepositional(token, "of")
            return self.nameless(held[0]) if held else None
        if syntax.lemma_of(token) not in self._grounds or self._cast.covering(token) is not None:
            return None
        words = words_of(token)
        if words is None:
            return None
        known = self._taken_up(token)
        span = known.span if known is not None else words.span
        return replace(words, span=span, proper=known is not None, certainty=NAMELESS)

    def _taken_up(self, token: Token) -> Where | None:
        """ "The town": the settlement that was named last."""
        if token.lower_ not in self._settlements or token.tag_ == "NNS":
            return None
        lefts = {child.lower_ for child in token.lefts}
        if not lefts & DEFINITE or len(lefts) > 1 or any(token.rights):
            return None
        before = self._before(token)
        return before if before is not None and before.kind in SETTLED else None

    def _before(self, token: Token) -> Where | None:
        """The place that was named last, and is no actor here ("since *Israel* captured it")."""
        since = max(self._told_from, token.idx - REACH)
        for start in sorted(self._places, reverse=True):
            place = self._places[start]
            if since <= start < token.idx and not self._acts(place, token.doc):
                return place
        return None

    def _acts(self, place: Where, doc: Doc) -> bool:
        """Does it stand for an actor, or describe something else?"""
        words = doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
        if words is None or words.root.dep_ in DESCRIBING:
            return True
        return any(self._cast.covering(word) is not None for word in words)

    def _place(self, token: Token) -> Party | None:
        # "Tripoli's airport" is not Tripoli.
        wide = {token.lower_, syntax.lemma_of(token)} & self._holdings
        if wide and syntax.lemma_of(token) not in self._sites:
            candidates = list(token.subtree)
        else:
            candidates = [token.doc[i] for i in range(first_word(token), token.i + 1)]
        for candidate in candidates:
            place = self._places.get(candidate.idx)
            # "the Syrian province of Raqqa" is Raqqa
            if place is None or (candidate.ent_type_ == "NORP" and candidate.i != token.i):
                continue
            wider = place.kind == "country" or (place.kind in WIDE and token.tag_ == "NNS")
            if not wider or self._is_whole(candidate, token):
                part = self._cast.covering(candidate)
                actor = part.referent.id if part is not None else None
                return Party(actor, place.span, False, True, 1.0)
        return None

    def _is_whole(self, land: Token, token: Token) -> bool:
        """ "Syria", "most of Syria"; but "two towns in Syria" are not Syria."""
        if token in (land, land.head):
            return True
        share = land.head.dep_ == "prep" and land.head.lower_ == "of"
        return share and land.head.head == token and syntax.lemma_of(token) in self._shares
