"""Who is named: known and unknown names, and nouns that stand for an actor without a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._naming.casting import cast
from allegiance.extract._naming.character import settle_kinds
from allegiance.extract._naming.days import Days
from allegiance.extract._naming.home import Home
from allegiance.extract._naming.names import find_names
from allegiance.extract._naming.nominals import find_nominals
from allegiance.extract._naming.other_names import with_other_names
from allegiance.extract._naming.ties import tie
from allegiance.extract._naming.unnamed import give_home
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.article import Article
from allegiance.records.bundle import Found

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

NEEDS: tuple[str, ...] = ("dates", "places")


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the referents that names and nouns tell; pronouns are left to coreference."""
    doc, article = reading.doc, reading.article
    outside = tokens_outside(doc, article)
    days = Days(doc, found.dates, article.published.start if article.published else None)
    names, blocked = find_names(doc, lexicon, days, outside, found.places)
    names = with_other_names(doc, lexicon, names, blocked)
    settle_kinds(doc, lexicon, names)
    nominals = list(find_nominals(doc, lexicon, names, blocked))
    tie(doc, names, nominals, lexicon, days)
    home = Home(doc, article, names, found.places, lexicon)
    unnamed = tuple(give_home(doc, names, nominals, home, days, lexicon))
    sightings = sorted([*names, *nominals], key=lambda one: (one.start, one.end))
    told = unnamed if reading.manner.explained else ()
    referents = cast(doc, sightings, days)
    about = (home.code,) if home.code is not None else ()
    return replace(found, referents=referents, unnamed=told, home=about)


def tokens_outside(doc: Doc, article: Article) -> frozenset[int]:
    """Tokens of furniture and of the date line, which name no actor of the report."""
    spans = [*article.furniture, *([article.dateline] if article.dateline else [])]
    if not spans:
        return frozenset()
    return frozenset(
        token.i for token in doc if any(span.start <= token.idx < span.end for span in spans)
    )
