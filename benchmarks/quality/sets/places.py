"""places: place names in news, and where they are.

Gold are names by which a place is meant. Names used otherwise (for a people, a government, inside another name) and common
nouns count neither way, nor does what stands where nobody annotated (`unmarked`). They are paired one to one, the best
overlap first.

- `found`: paired.
- `country right`: of those found whose country is known, those with that country.
- `within 161 km`: of those found whose point is known, those with a point so near (100 miles, as is usual).
- `end to end`: of all of the gold whose point is known, those found and so near.
- `km off`: the distance of those with a point on both sides.

A country has one point in the gold, so another centre of a large one is off.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

# Any: a toponym as the gold has it.
from typing import Any

from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, Measure, asked, given, sought
from benchmarks.quality.matching import overlap, paired, spans_of
from benchmarks.quality.reading import Place

_NEAR_KM = 161.0
_EARTH_RADIUS_KM = 6371.0


def score(case: Case) -> Iterator[Mark | Measure]:
    """What counts in one article."""
    gold = [one for one in case.gold["toponyms"] if one["literal"]]
    read = case.reading.places
    pairs = paired(gold, read, lambda one, place: overlap(Span(*one["span"]), place.span))
    for i, toponym in enumerate(gold):
        span = Span(*toponym["span"])
        yield sought("found", i in pairs, "place not found", span)
        yield from _resolved(toponym, read[pairs[i]] if i in pairs else None, span)
    neutral = _neutral(case)
    for j, place in enumerate(read):
        paired_up = j in pairs.values()
        if paired_up or not any(place.span.overlaps(span) for span in neutral):
            yield given("found", paired_up, "no such place", place.span)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Of two points, each latitude and longitude in degrees, on a globe (haversine)."""
    (north, east), (north_2, east_2) = (tuple(map(math.radians, point)) for point in (one, other))
    across = math.cos(north) * math.cos(north_2) * math.sin((east_2 - east) / 2) ** 2
    chord = math.sin((north_2 - north) / 2) ** 2 + across
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, chord)))


def _neutral(case: Case) -> list[Span]:
    """Where a place read counts neither way."""
    others = [
        one["span"]
        for one in case.gold["toponyms"]
        if not one["literal"] and one["type"] != "Non_Toponym"
    ]
    return spans_of([*others, *case.gold.get("unmarked", ())])


def _resolved(toponym: Any, place: Place | None, span: Span) -> Iterator[Mark | Measure]:
    if place and toponym["country"]:
        note = f"country {toponym['country']}, read {place.country}"
        yield asked("country right", place.country == toponym["country"], note, span)
    if toponym["latitude"] is None:
        return
    point = toponym["latitude"], toponym["longitude"]
    off = distance_km(place.point, point) if place and place.point else None
    near = off is not None and off <= _NEAR_KM
    yield asked("end to end", near)
    if place:
        yield asked("within 161 km", near, "no point" if off is None else f"{off:.0f} km off", span)
    if off is not None:
        yield Measure("km off", off)
