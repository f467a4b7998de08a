"""Places that are no names of the gazetteer: sites with a telling last word, and countries named by an adjective."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from allegiance.extract._placing.names import LINKS, Sight, Words
from allegiance.lexicon._keys import place_key
from allegiance.lexicon.gazetteer import KnownPlace
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.placing import Placing
from allegiance.records.span import Span
from allegiance.records.where import Where

# How many tokens behind a site the city that it lies in is named ("the Grand Hotel in Kabul").
BEHIND = 3
LONGEST_SITE = 8
# Small words inside the name of a place.
PARTICLES = frozenset("de del la las los el y do da dos das al -".split())
QUOTES = frozenset("\"“'‘")
# How far a site lies from the point of its city.
SITE_RADIUS_KM = 15.0


def where(span: Span, place: KnownPlace) -> Where:
    """A known place as named by a span."""
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


def sites(words: Words, named: Mapping[Sight, Where], placing: Placing) -> Iterator[Where]:
    """ "At Al Kindi Hospital": where the city it lies in is, as far as the text tells."""
    by_first = {sight.first: place for sight, place in named.items()}
    at, end = 0, len(words.texts)
    while at < end:
        if not words.named[at] or (at and words.named[at - 1] and words.lower[at - 1] != "the"):
            at += 1
            continue
        at += words.lower[at] == "the"
        last = _site_end(words, at, placing)
        if last - at >= 2 and _in_place(words, at, placing):
            span = Span(words.starts[at], words.ends[last - 1])
            yield _site(span, words.text, _city_of(by_first, at, last))
        at = max(last, at + 1)


def _site_end(words: Words, first: int, placing: Placing) -> int:
    """The token after the last word for a site in the run of names from `first`; `first` where there is none."""
    last, at = first, first
    end = min(len(words.texts), first + LONGEST_SITE)
    while at < end and (words.named[at] or (words.lower[at] in LINKS and words.lower[at] != "and")):
        # Capitals throughout hide that "airport" is part of the name.
        shouted = words.all_capitals and words.named[at] and at + 1 < end
        if words.named[at] and words.lower[at] in placing.sites:
            last = at + 1
        elif shouted and words.lower[at + 1] in placing.wide_sites:
            last = at + 2
        at += 1
    return last


def _in_place(words: Words, first: int, placing: Placing) -> bool:
    at = first - 1
    while at > 0 and words.lower[at] in placing.between:
        at -= 1
    return at >= 0 and (words.lower[at] in placing.inside or words.lower[at] in placing.beside)


def _city_of(by_first: Mapping[int, Where], first: int, last: int) -> Where | None:
    return next((by_first[at] for at in range(first, last + BEHIND) if at in by_first), None)


def _site(span: Span, text: str, city: Where | None) -> Where:
    if city is not None and city.span == span:
        return city
    name = " ".join(span.of(text).split())
    if city is None:
        return Where(span, name, "site")
    radius = max(SITE_RADIUS_KM, city.radius_km or 0.0)
    return replace(city, span=span, name=name, kind="site", radius_km=radius, gazetteer_id=None)


def localities(words: Words, taken: Iterable[Where], placing: Placing) -> Iterator[Where]:
    """ "Ribera neighborhood", "the village of Pozo Hondo": so called, though the gazetteer does not know them."""
    known = {at for place in taken for at in range(place.span.start, place.span.end)}
    for first, last in _runs(words):
        headed = words.lower[last - 1] in placing.localities
        last -= headed
        if first == last or known.intersection(range(words.starts[first], words.ends[last - 1])):
            continue
        if headed or _is_called_locality(words, first, last, placing):
            span = Span(words.starts[first], words.ends[last - 1])
            yield Where(span, " ".join(span.of(words.text).split()), "unknown")


def _runs(words: Words) -> Iterator[tuple[int, int]]:
    """Names with the small words inside: `[first, last)`."""
    at, end = 0, len(words.texts)
    while at < end:
        if not words.named[at]:
            at += 1
            continue
        first, last = at, at + 1
        while at < end and (words.named[at] or words.lower[at] in PARTICLES or words.is_break(at)):
            at += 1
            last = at if words.named[at - 1] else last
        yield first, last


def _is_called_locality(words: Words, first: int, last: int, placing: Placing) -> bool:
    after = words.after(last)
    if after < len(words.texts) and words.lower[after] in placing.localities:
        return True
    of = words.before(first)
    if of > 0 and words.texts[of] in QUOTES:
        of = words.before(of)
    return (
        of > 0 and words.lower[of] == "of" and words.lower[words.before(of)] in placing.localities
    )


def grounds(words: Words, lexicon: Lexicon) -> Iterator[Where]:
    """ "The Iraqi border", "Syrian soil", "European countries": the country or region."""
    for at, word in enumerate(words.texts[:-1]):
        if not words.named[at] or not _before_ground(words, at + 1, lexicon.placing):
            continue
        place = _of_adjective(word.capitalize() if words.all_capitals else word, lexicon)
        if place is not None:
            yield where(Span(words.starts[at], words.ends[at]), place)


def _of_adjective(word: str, lexicon: Lexicon) -> KnownPlace | None:
    country = lexicon.country_of_adjective.get(word)
    if country is not None:
        return lexicon.gazetteer.country(country)
    name = lexicon.placing.adjectives.get(word)
    return next(iter(lexicon.gazetteer.find(place_key(name))), None) if name else None


def _before_ground(words: Words, at: int, placing: Placing) -> bool:
    if words.lower[at] in placing.grounds:
        return True
    following = at + 1 < len(words.texts) and words.lower[at + 1] in placing.grounds
    return following and not words.named[at] and words.lower[at].isalpha()
