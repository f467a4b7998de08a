"""Which pairs of a sentence's mentions are worth weighing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.reading import Pair
from allegiance.records.bundle import Found
from allegiance.records.mention import Form
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

# Of a sentence full of names the nearest pairs are weighed; the rest seldom have to do with each other.
MOST_PAIRS = 18
# No relative pronoun is labelled: the noun that it stands for is.
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))


@dataclass(frozen=True, slots=True)
class Side:
    """A mention as one side of a pair.

    Attributes:
        actor: a referent's id; None for a place that is no actor.
    """

    actor: str | None
    span: Span
    form: Form


@dataclass(frozen=True, slots=True)
class Couple:
    """Two mentions of different actors, or of an actor and a place, the first in the text in front."""

    one: Side
    other: Side


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence and its pairs."""

    words: Words
    couples: tuple[Couple, ...]

    def pairs(self) -> list[Pair]:
        """The pairs by their characters in the sentence."""
        start = self.words.start_char
        return [(_moved(c.one.span, start), _moved(c.other.span, start)) for c in self.couples]


def questions(doc: Doc, found: Found, furniture: Sequence[Span]) -> Iterator[Question]:
    """Every sentence in which two actors, or an actor and a place, are named outside of the furniture."""
    reported = (
        side
        for side in _sides(doc.text, found)
        if not any(side.span.overlaps(span) for span in furniture)
    )
    sides = sorted(reported, key=lambda side: (side.span.start, -side.span.end))
    named = {r.id for r in found.referents if any(m.form == "name" for m in r.mentions)}
    at = 0
    for words in doc.sents:
        here: list[Side] = []
        while at < len(sides) and sides[at].span.start < words.end_char:
            if sides[at].span.end <= words.end_char:
                here.append(sides[at])
            at += 1
        couples = tuple(_couples(here, named))
        if couples:
            yield Question(words, couples)


def _sides(text: str, found: Found) -> Iterator[Side]:
    taken: set[Span] = set()
    for referent in found.referents:
        for mention in referent.mentions:
            taken.add(mention.span)
            if text[mention.span.start : mention.span.end].lower() not in RELATIVE:
                yield Side(referent.id, mention.span, mention.form)
    for place in found.places:
        if place.span not in taken:
            yield Side(None, place.span, "name")


def _couples(sides: list[Side], named: set[str]) -> list[Couple]:
    """Pairs of which one side at least is an actor with a name; of two nameless ones little can be told."""
    made = [
        Couple(one, other)
        for rank, one in enumerate(sides)
        for other in sides[rank + 1 :]
        if one.actor != other.actor and not named.isdisjoint((one.actor, other.actor))
    ]
    if len(made) > MOST_PAIRS:
        made = sorted(made, key=_apart)[:MOST_PAIRS]
    return made


def _moved(span: Span, start: int) -> tuple[int, int]:
    return span.start - start, span.end - start


def _apart(couple: Couple) -> tuple[bool, int]:
    """Two actors before an actor and a place, then the nearest first."""
    place = couple.one.actor is None or couple.other.actor is None
    return place, couple.other.span.start - couple.one.span.end
