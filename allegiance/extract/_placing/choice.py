"""Which of the places of one name is meant: the better known, the nearer, the one inside what the text names beside it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from allegiance.extract._placing.names import Sight
from allegiance.lexicon.gazetteer import KnownPlace

# Weights beside log10 of renown, set by hand in coarse steps while reading errors; not fitted.
WITHIN_NEXT = 4.0
CALLED_SO = 2.0
SAME_COUNTRY = 2.0
SAME_PROVINCE = 2.0
NEAR = 0.7
NEAR_KM = 300.0
# A name whose first place is thus much better known than its second speaks for its country.
CLEAR = 1.0
# Looking at more senses never changed a choice.
MOST_SENSES = 12


@dataclass(slots=True)
class Surroundings:
    """What the rest of the article says about where it plays."""

    countries: Counter[str] = field(default_factory=Counter)
    provinces: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)

    def share(self, country: str | None) -> float:
        """0 to 1: how much of the article plays there."""
        total = sum(self.countries.values())
        return self.countries[country] / total if country and total else 0.0


def choose(
    sight: Sight,
    container: Sight | None,
    surroundings: Surroundings,
    said: Counter[str],
    *,
    province: bool = False,
) -> KnownPlace:
    """The likeliest sense.

    Args:
        container: the name that follows as "Tripoli, Lebanon" or "Tripoli in Lebanon".
        said: countries by how often the text's adjectives name them.
        province: the text calls it a part of a country.
    """
    if len(sight.senses) == 1:
        return sight.senses[0]
    around = Surroundings(
        surroundings.countries + said, surroundings.provinces, surroundings.points
    )
    senses = sight.senses[:MOST_SENSES]
    best = max(
        senses,
        key=lambda place: _score(place, container, around) + CALLED_SO * _fits(place, province),
    )
    if province:
        return best
    # "Mexico" is the country, however often the text tells of Mexico City.
    return next((one for one in senses if one.kind == "country" and lies_in(best, one)), best)


def _fits(place: KnownPlace, province: bool) -> bool:
    return province and place.kind in ("admin1", "region")


def _score(place: KnownPlace, container: Sight | None, around: Surroundings) -> float:
    score = math.log10(place.renown + 10)
    if container is not None and any(lies_in(place, outer) for outer in container.senses[:4]):
        score += WITHIN_NEXT
    score += SAME_COUNTRY * around.share(place.country)
    if place.admin1 and around.provinces[place.admin1]:
        score += SAME_PROVINCE
    if place.kind != "admin1" and any(_near(place, point) for point in around.points[:20]):
        score += NEAR
    return score


def lies_in(inner: KnownPlace, outer: KnownPlace) -> bool:
    """Is a place inside a country or province, as far as the gazetteer tells?"""
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "country"
    if outer.kind == "admin1":
        return inner.admin1 == outer.id
    if outer.kind in ("region", "city"):
        return inner is not outer and distance_km(inner, outer) <= outer.radius_km
    return False


def surroundings_of(sights: Sequence[Sight]) -> Surroundings:
    """What the clear names say."""
    found = Surroundings()
    for sight in sights:
        place = sight.senses[0]
        rival = next((other for other in sight.senses if other.country != place.country), None)
        if rival is not None and place.renown < rival.renown * 10**CLEAR:
            continue
        if place.country:
            found.countries[place.country] += 1
        if place.kind == "admin1":
            found.provinces[place.id] += 1
        elif place.admin1:
            found.provinces[place.admin1] += 1
        if place.kind == "city":
            found.points.append((place.latitude, place.longitude))
    return found


def distance_km(one: KnownPlace, other: KnownPlace) -> float:
    """Along the surface; flat enough for comparing."""
    return _distance(one.latitude, one.longitude, other.latitude, other.longitude)


def _near(place: KnownPlace, point: tuple[float, float]) -> bool:
    return 0 < _distance(place.latitude, place.longitude, *point) <= NEAR_KM


def _distance(latitude: float, longitude: float, other: float, other_longitude: float) -> float:
    east = (other_longitude - longitude) * math.cos(math.radians((latitude + other) / 2))
    return 111.2 * math.hypot(other - latitude, east)
