"""Incidents of an article."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "THE LIBERATION ARMY BOMBED A BANK IN ACHI. THE MAYOR AND SEVEN OTHERS DIED."
TEMPLATE: dict[str, Any] = {
    "classes": ["bombing"],
    "optional": False,
    "dates": [{"start": "1990-01-05", "end": "1990-01-06", "by": False}],
    "countries": ["CO"],
    "places": [["BOLIVAR", "ACHI"]],
    "perpetrators": [{"names": ["ARMY OF NATIONAL LIBERATION", "ELN"], "optional": False}],
    "targets": [{"names": ["MAYOR OF ACHI"], "optional": False}],
    "killed": [8, 8],
}


def made(mode: str = "explosives", low: int = 8, high: int | None = 8) -> Made:
    reading = Made(TEXT)
    army = reading.actor("LIBERATION ARMY")
    reading.claim(
        "assault",
        {"source": (army, "LIBERATION ARMY"), "target": (None, "THE MAYOR")},
        kind="event",
        codes={"cameo": None, "plover": f"ASSAULT/{mode}"},
        when={"start": "1990-01-01", "end": "1990-02-01"},
        where=reading.place("ACHI", "CO", None),
        toll={"killed": {"low": low, "high": high}},
    )
    return reading


def test_an_incident_is_read_slot_by_slot() -> None:
    found = figures_of("muc4", made().case({"events": [TEMPLATE]}))
    for name in ("relevance", "class", "perpetrator", "target", "country", "place", "date"):
        assert counts(found[name]) == (1, 1, 1, 1), name
    assert counts(found["killed"]) == (1, 1, 1, 1)


def test_a_wider_place_is_right_and_finds_nothing() -> None:
    chain = {**TEMPLATE, "places": [["ACHI", "EL RETIRO"]]}
    assert counts(figures_of("muc4", made().case({"events": [chain]}))["place"]) == (1, 1, 0, 1)


def test_what_is_optional_counts_neither_way() -> None:
    found = figures_of("muc4", made().case({"events": [{**TEMPLATE, "optional": True}]}))
    assert found == {}


def test_either_of_two_classes_will_do() -> None:
    either = {**TEMPLATE, "classes": ["attack", "bombing"]}
    found = figures_of("muc4", made("firearms").case({"events": [either]}))
    assert counts(found["class"]) == (1, 1, 1, 1)
    assert counts(found["class: attack"]) == (1, 1, 1, 1)
    assert "class: bombing" not in found


def test_templates_with_a_name_in_common_tell_of_one_actor() -> None:
    other = {**TEMPLATE, "perpetrators": [{"names": ["ELN"], "optional": True}]}
    found = figures_of("muc4", made().case({"events": [TEMPLATE, other]}))
    assert counts(found["perpetrator"]) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("low", "high", "right"),
    [(5, 9, 1), (1, 10, 1), (1, 11, 0), (9, 20, 0), (4, None, 1), (3, None, 0)],
)
def test_a_toll_has_to_hold_the_number_and_say_something(
    low: int, high: int | None, right: int
) -> None:
    found = figures_of("muc4", made(low=low, high=high).case({"events": [TEMPLATE]}))
    assert counts(found["killed"]) == (right, 1, right, 1)


def test_an_incident_where_there_is_none_is_a_mistake() -> None:
    assert counts(figures_of("muc4", made().case({"events": []}))["relevance"]) == (0, 1, 0, 0)
