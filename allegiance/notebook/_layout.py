"""Where the actors of a small map stand: as far from each other as they are along their ties, enemies farther than friends."""

from __future__ import annotations

import cmath
import math
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TypeAlias

Pair: TypeAlias = "tuple[str, str]"

# Forty actors stand still long before.
ROUNDS = 150
# Parts that no tie joins stand a little farther apart than the farthest two of a part.
BETWEEN_PARTS = 1.0


def positions(actors: Iterable[str], lengths: Mapping[Pair, float]) -> dict[str, complex]:
    """A point for each, the same each time.

    Weighted stress majorisation, one actor at a time (Gansner, Koren and North 2004, section 2.3), from a circle on which
    they stand in the order given. No chance: twins that would lie on each other stand apart on the circle.

    Args:
        lengths: how long each tie should be; any unit.
    """
    ids = list(actors)
    apart = _distances(ids, lengths)
    places = {
        one: cmath.rect(len(ids), math.tau * number / len(ids)) for number, one in enumerate(ids)
    }
    for _ in range(ROUNDS):
        for one in ids:
            places[one] = _moved(one, places, apart[one])
    return places


def _moved(one: str, places: Mapping[str, complex], apart: Mapping[str, float]) -> complex:
    """Where it stands best while all others stay."""
    total, weights = 0j, 0.0
    for other, wanted in apart.items():
        away = places[one] - places[other]
        distance = abs(away)
        toward = away / distance if distance else 1
        weight = wanted**-2
        total += weight * (places[other] + wanted * toward)
        weights += weight
    return total / weights if weights else places[one]


def _distances(ids: list[str], lengths: Mapping[Pair, float]) -> dict[str, dict[str, float]]:
    """Along the shortest ways (Floyd and Warshall), each to all others."""
    far = math.inf
    apart = {one: {other: far for other in ids if other != one} for one in ids}
    for (one, other), length in lengths.items():
        shorter = min(length, apart[one][other])
        apart[one][other] = apart[other][one] = shorter
    for via in ids:
        for one, other in combinations([name for name in ids if name != via], 2):
            way = apart[one][via] + apart[via][other]
            if way < apart[one][other]:
                apart[one][other] = apart[other][one] = way
    found = [length for row in apart.values() for length in row.values() if length < far]
    between = max(found, default=0.0) + BETWEEN_PARTS
    return {
        one: {other: length if length < far else between for other, length in row.items()}
        for one, row in apart.items()
    }
