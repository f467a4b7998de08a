"""Persons that came to harm are counted as the text counts them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.records.bundle import Found

Read = Callable[..., Found]


def tolls(read: Read, text: str) -> list[tuple[str, int, int | None]]:
    return [(toll.kind, toll.low, toll.high) for toll in read(text).tolls]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 soldiers were killed.", [("killed", 12, None)]),
        ("More than 100 people died in the flooding.", [("killed", 100, None)]),
        ("Up to 30 rebels were captured near the river.", [("detained", 1, 30)]),
        ("Between 10 and 15 civilians were kidnapped.", [("abducted", 10, 15)]),
        ("Two hundred and fifty people were detained.", [("detained", 250, 250)]),
        ("Half a dozen fighters died.", [("killed", 6, 6)]),
        ("They killed 1,200 men.", [("killed", 1200, 1200)]),
        ("About 40 villagers were abducted.", [("abducted", 36, 44)]),
        ("Thousands of families were displaced.", [("displaced", 2000, 9999)]),
        ("Several others were wounded.", [("wounded", 3, 9)]),
    ],
)
def test_a_number_becomes_a_range(
    read: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert tolls(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "14 soldiers were killed and dozens wounded.",
            [("killed", 14, 14), ("wounded", 24, 99)],
        ),
        (
            "The blast tore through a market, killing at least 20 people and injuring 48 others.",
            [("killed", 20, None), ("wounded", 48, 48)],
        ),
        ("The bombing left five people dead.", [("killed", 5, 5)]),
        ("The death toll rose to 33.", [("killed", 33, 33)]),
        ("Police found the bodies of six men.", [("killed", 6, 6)]),
        ("The attack caused 33 deaths.", [("killed", 33, 33)]),
        ("12 people killed in the attack were buried.", [("killed", 12, 12)]),
    ],
)
def test_harm_is_told_in_many_ways(
    read: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert tolls(read, text) == expected


def test_one_person_counts_named_or_not(read: Read) -> None:
    assert tolls(read, "Militants killed a policeman.") == [("killed", 1, 1)]
    assert tolls(read, "Gunmen assassinated Col. Ahmed Rashid in Aden.") == [("killed", 1, 1)]


def test_persons_joined_are_added_and_persons_included_are_not(read: Read) -> None:
    assert tolls(read, "The mine killed two soldiers and a policeman.") == [("killed", 3, 3)]
    assert tolls(read, "The mine killed three people, including a child.") == [("killed", 3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "No one was killed.",
        "There were no casualties.",
        "The rebels threatened to kill 20 hostages.",
        "The attack could kill 30 people.",
        "Parliament killed the bill.",
        "The army captured two villages.",
        "They fled 40 kilometres.",
    ],
)
def test_what_harmed_nobody_is_no_toll(read: Read, text: str) -> None:
    assert tolls(read, text) == []


def test_a_toll_spans_its_number_and_its_noun(read: Read) -> None:
    text = "Gunmen killed at least 12 soldiers on Monday."
    assert read(text).tolls[0].span.of(text) == "at least 12 soldiers"
