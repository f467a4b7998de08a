"""Find the places that an article names, and where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._place_choice import choose, lies_in, surroundings_of
from allegiance.extract._place_names import Finder, Sight, Words, words_of
from allegiance.extract._place_sense import ENOUGH, PLACES, score
from allegiance.lexicon.gazetteer import KnownPlace
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

NEEDS: tuple[str, ...] = ()

# Beside another place ("Tripoli, Lebanon") or with a sure occurrence elsewhere, a name is rather a place.
BESIDE_PLACE = 2.0
SURE_ELSEWHERE = 1.5


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the places, in text order."""
    doc = reading.doc
    words = words_of(doc, reading.article.text)
    known = list(Finder(words, lexicon.gazetteer, lexicon.placing).sights())
    kept = _kept(known, doc, words, lexicon)
    places = [*_resolved(kept, words, lexicon), *_unknown(kept, doc, words, lexicon)]
    return replace(found, places=tuple(sorted(places, key=lambda place: place.span)))


def _kept(known: list[Sight], doc: Doc, words: Words, lexicon: Lexicon) -> list[Sight]:
    """The sights that are places here."""
    scores = [score(sight, doc, words, lexicon.placing) for sight in known]
    for index, sight in enumerate(known[1:], start=1):
        before = known[index - 1]
        if _contained(before, sight, words):
            scores[index - 1] += BESIDE_PLACE
            scores[index] += BESIDE_PLACE
    sure = {sight.key for sight, worth in zip(known, scores, strict=True) if worth >= ENOUGH + 1}
    return [
        sight
        for sight, worth in zip(known, scores, strict=True)
        if worth + (SURE_ELSEWHERE if sight.key in sure else 0) >= ENOUGH
    ]


def _contained(inner: Sight, outer: Sight, words: Words) -> bool:
    """Does the text say "inner, outer" of a place and what it lies in?"""
    if outer.first - inner.last != 1 or words.texts[inner.last] != ",":
        return False
    return any(lies_in(one, other) for one in inner.senses for other in outer.senses[:4])


def _container(index: int, kept: list[Sight], words: Words) -> Sight | None:
    """The next name, where it tells what this one lies in."""
    if index + 1 >= len(kept):
        return None
    sight, following = kept[index], kept[index + 1]
    gap = words.lower[sight.last : following.first]
    if len(gap) <= 4 and gap and ("," in gap[:1] or "in" in gap or "of" in gap or "'s" in gap):
        return following
    return None


def _resolved(kept: list[Sight], words: Words, lexicon: Lexicon) -> Iterator[Where]:
    surroundings = surroundings_of(kept)
    said = _adjectives(words, lexicon)
    for index, sight in enumerate(kept):
        place = choose(sight, _container(index, kept, words), surroundings, said)
        yield _where(Span(words.starts[sight.first], words.ends[sight.last - 1]), place)


def _adjectives(words: Words, lexicon: Lexicon) -> Counter[str]:
    said: Counter[str] = Counter()
    for word in words.texts:
        country = lexicon.country_of_adjective.get(word)
        if country:
            said[country] += 1
    return said


def _unknown(kept: list[Sight], doc: Doc, words: Words, lexicon: Lexicon) -> Iterator[Where]:
    """Places that the parser sees and the gazetteer does not know."""
    taken = {at for sight in kept for at in range(sight.first, sight.last)}
    for entity in doc.ents:
        if entity.label_ not in PLACES or not taken.isdisjoint(range(entity.start, entity.end)):
            continue
        before = words.lower[entity.start - 1] if entity.start else ""
        if before == "the" and entity.start > 1:
            before = words.lower[entity.start - 2]
        if before in lexicon.placing.inside or before in lexicon.placing.beside:
            span = Span(entity.start_char, entity.end_char)
            yield Where(span, entity.text, "site" if entity.label_ == "FAC" else "unknown")


def _where(span: Span, place: KnownPlace) -> Where:
    return Where(
        span=span,
        name=place.name,
        kind=place.kind,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=place.radius_km,
        gazetteer_id=place.id,
    )
