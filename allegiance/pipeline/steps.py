"""The steps that one article goes through, from raw text to a bundle; pure, so any engine may map them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allegiance import shelf
from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.article import Raw
from allegiance.records.bundle import Bundle, Found


def read_all(raws: Iterable[Raw], annotator: Annotator, lexicon: Lexicon) -> Iterator[Bundle]:
    """One bundle a raw article, in the same order."""
    for raw in raws:
        article = freeze(raw)
        for reading in annotator.annotate([article]):
            yield Bundle(raw.source, raw.label, article, extract_all(reading, lexicon))


def extract_all(reading: Reading, lexicon: Lexicon) -> Found:
    """Run every extractor, each after those it needs."""
    found = Found()
    for extractor in shelf.in_order("allegiance.extract"):
        found = extractor.extract(reading, found, lexicon)
    return found
