"""Place names and where they are."""

from __future__ import annotations

import pytest

from benchmarks.quality.sets.places import distance_km
from tests.benchmarks.made import Made, counts, figures_of

TEXT = "TITLE Essara. Tarimi troops shelled Ruwan and Essaran Port, the town said in Oram."


def gold() -> dict[str, object]:
    span = Made(TEXT).span
    unknown: dict[str, object] = {"latitude": None, "longitude": None, "country": None}
    kinds = {"Ruwan": "Literal", "Port": "Literal", "Tarimi": "Demonym", "town": "Non_Toponym"}
    toponyms: list[dict[str, object]] = [
        {"span": span(words), "type": kind, "literal": kind == "Literal", **unknown}
        for words, kind in kinds.items()
    ]
    toponyms[0] |= {"latitude": 36.0, "longitude": 37.0, "country": "SY"}
    return {"toponyms": toponyms, "unmarked": [span("TITLE Essara.")]}


def test_only_names_that_are_no_place_or_unmarked_are_mistakes() -> None:
    made = Made(TEXT)
    for words in ("Essara", "Tarimi", "Ruwan", "town", "Oram"):
        made.place(words, "SY", (36.0, 38.0))
    found = figures_of("places", made.case(gold()))
    assert counts(found["found"]) == (1, 3, 1, 2)
    assert counts(found["country right"]) == (1, 1)
    assert counts(found["within 161 km"]) == (1, 1)
    # A degree of a parallel is as long as one of the equator (111.19 km) times the cosine of its latitude.
    assert counts(found["km off"]) == pytest.approx((89.96,), abs=0.01)


def test_a_place_without_a_point_is_not_near() -> None:
    made = Made(TEXT)
    made.place("Ruwan", "TR", None)
    found = figures_of("places", made.case(gold()))
    assert counts(found["country right"]) == (0, 1)
    assert counts(found["within 161 km"]) == counts(found["end to end"]) == (0, 1)
    assert "km off" not in found


def test_half_of_the_globe_is_the_farthest() -> None:
    assert distance_km((0, 0), (0, 180)) == pytest.approx(20015.09, abs=0.01)
