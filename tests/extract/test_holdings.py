"""What is held, taken and lost: places with a name, and those without. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.records.bundle import Found

Read = Callable[..., Found]


def held(read: Read, text: str) -> set[tuple[str | None, str]]:
    """Phase and place of every claim of control, the place in the article's words."""
    return {
        (claim.phase, place.span.of(text))
        for claim in read(text, published="2018-06-04").claims
        if claim.predicate == "control" and (place := claim.role("place")) is not None
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Islamic State seized the airport.", ("begins", "the airport")),
        ("The Islamic State has taken two villages.", ("begins", "two villages")),
        ("Hamas controls most of the countryside.", ("holds", "the countryside")),
        ("The army withdrew from the valley.", ("ends", "the valley")),
        ("The town fell to the Islamic State.", ("begins", "The town")),
        ("The town is in the hands of the Islamic State.", ("holds", "The town")),
        ("The Islamic State holds large parts of Iraq.", ("holds", "Iraq")),
        ("Hamas rules over Gaza City.", ("holds", "Gaza City")),
        ("The recapture of Raqqa by the army was a blow.", ("begins", "Raqqa")),
        ("The fall of Raqqa to the Islamic State was a blow.", ("begins", "Raqqa")),
    ],
)
def test_a_place_is_held_with_or_without_a_name(
    read: Read, text: str, place: tuple[str, str]
) -> None:
    assert place in held(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Islamic State attacked Raqqa. On Monday it took control of the town.",
        "Raqqa is quiet. The Islamic State has held it since June.",
    ],
)
def test_words_take_up_the_place_that_was_named(read: Read, text: str) -> None:
    assert "Raqqa" in {place for _, place in held(read, text)}


@pytest.mark.parametrize(
    "text",
    [
        # Another town than that of the date line, and none that was named.
        "RAQQA (Agency) - The Islamic State took control of the town.",
        "Raqqa is quiet. The Islamic State took control of the old town.",
        # Who acts is not held, and what only describes is not meant.
        "A Raqqa-bound ship was let go after Iran held it.",
        "The crossing was reopened for the first time since Israel captured it.",
    ],
)
def test_words_do_not_take_up_any_place(read: Read, text: str) -> None:
    assert {"RAQQA", "Raqqa", "Israel"}.isdisjoint(place for _, place in held(read, text))


@pytest.mark.parametrize("land", ["Syria", "South Kivu"])
def test_two_towns_in_a_land_are_not_the_land(read: Read, land: str) -> None:
    assert held(read, f"Hamas controls two towns in {land}.") == {("holds", "two towns")}


def test_towns_are_held_and_not_the_land_that_they_are_taken_in(read: Read) -> None:
    assert ("begins", "towns") in held(read, "The army captured towns in South Kivu.")


def test_a_site_is_not_the_town_whose_it_is(read: Read) -> None:
    assert held(read, "Hamas holds Tripoli's airport.") == {("holds", "Tripoli's airport")}


def test_who_takes_control_attacks_no_control(read: Read) -> None:
    text = "The Islamic State took control of Raqqa."
    words = {
        role.span.of(text)
        for claim in read(text, published="2018-06-04").claims
        if claim.predicate == "assault"
        for role in claim.roles
    }
    assert words == {"Islamic State", "Raqqa"}
