"""The sentences that claims stand in, without their articles."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from allegiance.query.why import MOST_AROUND, extent, sentence_around
from allegiance.records.span import Span
from allegiance.store.depositions import Deposition
from allegiance.store.passages import texts_around
from allegiance.store.store import Store


class Sentence(NamedTuple):
    """Words around the evidence, white space as written, and where in the article they begin."""

    text: str
    start: int


def sentences(store: Store, told: Collection[Deposition]) -> dict[str, Sentence]:
    """The sentence of each claim, by its id."""
    around = texts_around(
        store,
        {one.claim.id: (one.article_id, extent(one.claim)) for one in told},
        most=MOST_AROUND,
    )
    return {one.claim.id: _sentence(one, *around[one.claim.id]) for one in told}


def _sentence(told: Deposition, text: str, start: int) -> Sentence:
    words = extent(told.claim)
    here = sentence_around(text, Span(words.start - start, words.end - start))
    return Sentence(here.of(text), start + here.start)
