"""Where a place lies that no gazetteer knows, as far as the text tells: by the place that it says it is in, or was last in."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from allegiance.records.where import Where

# Words that may stand between a place and the one that it lies in: ", an outskirt of".
MOST_BETWEEN = 5
LINKS = frozenset(("in", "of", "near", "outside", "around", "within"))
# What lies somewhere in or by a town.
TOWNS = frozenset(("city", "site"))
# How far the two may lie apart, where the text says that one is in or near the other; and where it only told of it before.
NEAR_KM = 30.0
LAST_NAMED_KM = 50.0
# A site belongs to the town that was named so many characters before, or less.
LAST_NAMED = 400


def located(places: Iterable[Where], text: str) -> Iterator[Where]:
    """The places in text order; those that have no point get that of a place beside them, and say how vague it is."""
    ordered = sorted(places, key=lambda place: place.span)
    known = [place for place in ordered if place.latitude is not None]
    starts = [place.span.start for place in known]
    for place in ordered:
        if place.latitude is not None:
            yield place
            continue
        at = bisect(starts, place.span.start)
        if at < len(known) and _lies_in(place, known[at], text):
            yield _beside(place, known[at], NEAR_KM)
        elif place.kind == "site" and (town := _last_town(place, known[:at])) is not None:
            yield _beside(place, town, LAST_NAMED_KM)
        else:
            yield place


def _lies_in(place: Where, other: Where, text: str) -> bool:
    """ "Kavar, an outskirt of Derzan", "the camp in Derzan"; behind a comma alone only what is wider than a town."""
    gap = text[place.span.end : other.span.start]
    words = gap.replace(",", " ").lower().split()
    if len(words) > MOST_BETWEEN or any(sign in gap for sign in ".;:\n"):
        return False
    if LINKS.isdisjoint(words):
        return gap.strip() == "," and other.kind not in TOWNS
    return True


def _last_town(place: Where, before: Sequence[Where]) -> Where | None:
    near = (one for one in reversed(before) if one.kind in TOWNS)
    town = next(near, None)
    return town if town is not None and place.span.start - town.span.end <= LAST_NAMED else None


def _beside(place: Where, other: Where, vague: float) -> Where:
    return replace(
        place,
        country=other.country,
        latitude=other.latitude,
        longitude=other.longitude,
        radius_km=max(vague, other.radius_km or 0.0),
    )
