"""Words seen to name an actor, before it is known whom they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.nouns import Noun
from allegiance.records.mention import ActorKind, Form

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc


@dataclass(slots=True)
class Sighting:
    """A stretch of tokens, half-open, that names an actor.

    Attributes:
        head: the token by which the stretch hangs in its sentence.
        keys: the name as the index writes it; empty for a nominal.
        known: rows of the knowledge base that it may be; several where the name is shared.
        noun: what a nominal's head says; None for a name.
        tie: a sighting that names the same actor; None where it stands for itself.
        label: names of one label are one actor ("military of syria"); None where the words decide.
        also: the name of which this is another name of the same actor; so is this name wherever it stands.
        title: what an actor of that label is called; None where its words are its name.
    """

    start: int
    end: int
    head: int
    form: Form
    kind: ActorKind
    rule: str
    keys: tuple[str, ...] = ()
    known: tuple[KnownActor, ...] = ()
    noun: Noun | None = None
    tie: Sighting | None = None
    label: str | None = None
    title: str | None = None
    also: Sighting | None = None

    def text(self, doc: Doc) -> str:
        """The words."""
        # `doc.text` would join the whole article's tokens each time.
        return doc[self.start : self.end].text


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of `[start, end)` whose syntactic head lies outside; the first such."""
    for at in range(start, end):
        head = doc[at].head.i
        if head < start or head >= end or head == at:
            return at
    return end - 1
