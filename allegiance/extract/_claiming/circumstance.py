"""When, where, how many, said by whom: what surrounds a predicate, attached by syntax first and nearness second."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal, TypeVar

from allegiance.extract._cast import Cast
from allegiance.extract._claiming.whereabouts import Site, Whereabouts
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import When
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

Thing = TypeVar("Thing")
CLIMB = 8
# A relation that starts a sentence whose only date stands in another clause is still dated by it; further off it is not.
FAR = 60
# More than any distance under the trigger, and more than any along the tree.
ABOVE, APART = 100, 1000
# How far from a predicate a date still dates it. Who leads a group did not begin to on the day on which he spoke.
Reach = Literal["phrase", "clause", "sentence"]
FURTHEST: dict[Reach, int] = {"phrase": ABOVE, "clause": APART, "sentence": APART + FAR}


class Circumstances:
    """The dates, places, tolls and statements of an article by sentence."""

    def __init__(self, reading: Reading, found: Found, cast: Cast, lexicon: Lexicon) -> None:
        doc, article = reading.doc, reading.article
        self._starts = [token.idx for token in doc]
        self._doc = doc
        self._dates = self._by_sentence(
            [(p.span, p.when) for p in found.dates if p.when.start or p.when.end]
        )
        whereabouts = Whereabouts(cast, lexicon)
        self._places = {
            sentence: [
                (token, place)
                for token, place in here
                if whereabouts.tells(Site(self._at(place.span.start), token, place))
            ]
            for sentence, here in self._by_sentence(
                [(place.span, place) for place in found.places]
            ).items()
        }
        self._tolls = self._by_sentence([(toll.span, toll) for toll in found.tolls])
        self._statements = found.statements
        marked = [*article.furniture, *([article.dateline] if article.dateline else [])]
        self._furniture = tuple(marked)

    def is_furniture(self, token: Token) -> bool:
        """Does the token stand in text that is no part of the report?"""
        span = Span(token.idx, token.idx + len(token))
        return any(span.overlaps(other) for other in self._furniture)

    def when(self, trigger: Token, *, reach: Reach) -> When | None:
        """The time that the text gives for the trigger; None where it gives none."""
        return self._nearest(self._dates, trigger, FURTHEST[reach])

    def where(self, trigger: Token) -> Where | None:
        """The place that the text gives for the trigger; None where it gives none."""
        return self._nearest(self._places, trigger, FURTHEST["sentence"])

    def toll(self, trigger: Token) -> tuple[Toll, ...]:
        """The tolls of the trigger's clause, one a kind; those of its sentence where the clause has none."""
        here = self._tolls.get(trigger.sent.start, [])
        below = {token.i for token in trigger.subtree} if here else set()
        own = [toll for token, toll in here if token.i in below] or [toll for _, toll in here]
        by_kind: dict[str, Toll] = {}
        for toll in own:
            by_kind.setdefault(toll.kind, toll)
        return tuple(by_kind.values())

    def statement(self, trigger: Token, words: Span | None = None) -> str | None:
        """The innermost statement whose content holds the words, which are the trigger unless others are given."""
        span = words or Span(trigger.idx, trigger.idx + len(trigger))
        holding = [s for s in self._statements if s.content_span.holds(span)]
        return min(holding, key=_length).id if holding else None

    def said_with(self, verb: Token) -> str | None:
        """The statement that a verb of saying brings; None where it brings none."""
        span = Span(verb.idx, verb.idx + len(verb))
        told = (s.id for s in self._statements if s.cue_span and s.cue_span.overlaps(span))
        return next(told, None)

    def _by_sentence(
        self, things: list[tuple[Span, Thing]]
    ) -> dict[int, list[tuple[Token, Thing]]]:
        found: dict[int, list[tuple[Token, Thing]]] = {}
        for span, thing in things:
            token = self._at(span.end - 1)
            found.setdefault(token.sent.start, []).append((token, thing))
        return found

    def _at(self, character: int) -> Token:
        return self._doc[max(0, bisect_right(self._starts, character) - 1)]

    def _nearest(
        self, things: dict[int, list[tuple[Token, Thing]]], trigger: Token, furthest: int
    ) -> Thing | None:
        here = things.get(trigger.sent.start)
        if not here:
            return None
        ranked = [(_distance(token, trigger), n, thing) for n, (token, thing) in enumerate(here)]
        distance, _, thing = min(ranked, key=lambda entry: entry[:2])
        return thing if distance < furthest else None


def _length(statement: Statement) -> int:
    return statement.content_span.end - statement.content_span.start


def _distance(token: Token, trigger: Token) -> int:
    """Small where the token hangs on the trigger, or on what the trigger hangs on; else words between, plus `APART`."""
    climbed = token
    for step in range(CLIMB):
        if climbed is trigger or climbed.i == trigger.i:
            return step
        if climbed.head is climbed or climbed.head.i == climbed.i:
            break
        climbed = climbed.head
    above = {ancestor.i for ancestor in _first(trigger, 2)}
    climbed = token
    for step in range(CLIMB):
        if climbed.i in above:
            return ABOVE + step
        if climbed.pos_ in ("VERB", "AUX") or climbed.head.i == climbed.i:
            break
        climbed = climbed.head
    return APART + abs(token.i - trigger.i)


def _first(trigger: Token, count: int) -> list[Token]:
    found: list[Token] = []
    token = trigger
    while len(found) < count and token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            found.append(token)
    return found
