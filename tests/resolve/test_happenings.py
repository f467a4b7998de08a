"""Which deeds are of one event. Towns and actors are invented."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.lexicon.sameness import Sameness
from allegiance.resolve.deeds import (
    Deed,
    Finding,
    Spot,
    compare,
    distance_km,
    is_contested,
    is_same,
)
from allegiance.resolve.happenings import happenings as grouped
from allegiance.resolve.happenings import pairs

RULES = load().ontology.sameness
ESSARA = Spot("essara", 36.0, 37.0, 3.0)
NEARBY = Spot("nearby", 36.1, 37.1, 3.0)
FAR = Spot("far", 16.0, 49.0, 3.0)
LAND = Spot("land", 35.0, 38.0, 300.0)
FIRST = date(2014, 2, 1).toordinal()
RAID = Deed(
    id="a",
    type="ASSAULT",
    who="dawn",
    whom="front",
    where=ESSARA,
    first=FIRST,
    last=FIRST,
    out=FIRST + 1,
    tolls=(("killed", 12, 12),),
)


def other(**facets: Any) -> Deed:
    return RAID._replace(id="b", **facets)


def verdict(one: Deed, two: Deed) -> str:
    found = compare(one, two, RULES)
    if found is None:
        return "ruled out"
    if is_same(found, RULES):
        return "same"
    return "contested" if is_contested(found, RULES) else "unknown"


def happenings(deeds: list[Deed]) -> list[list[Deed]]:
    return grouped(deeds, pairs(deeds, RULES), RULES)


UNDATED = {"first": None, "last": None}


@pytest.mark.parametrize(
    ("facets", "wanted"),
    [
        ({}, "same"),
        ({"where": None, "tolls": ()}, "same"),
        ({"who": None}, "same"),
        ({"whom": None}, "same"),
        ({"who": None, "whom": None}, "same"),
        ({"who": None, "whom": None, "tolls": ()}, "unknown"),
        ({"who": None, "whom": None, "tolls": (("killed", 1, None),)}, "unknown"),
        ({"who": "guards"}, "contested"),
        ({"who": "guards", "where": None}, "unknown"),
        ({"whom": "guards"}, "ruled out"),
        ({"type": "ASSAULT/aerial"}, "same"),
        ({"type": "THREATEN"}, "ruled out"),
        ({"where": NEARBY}, "same"),
        ({"where": LAND}, "same"),
        ({"where": LAND, "whom": None}, "unknown"),
        ({"where": FAR}, "ruled out"),
        ({"first": FIRST + 1, "last": FIRST + 1}, "same"),
        ({"first": FIRST + 1, "last": FIRST + 1, "tolls": ()}, "unknown"),
        ({"first": FIRST + 2, "last": FIRST + 2}, "ruled out"),
        ({"first": FIRST - 10, "last": FIRST + 10}, "same"),
        ({"first": FIRST - 10, "last": FIRST + 10, "where": None}, "unknown"),
        (UNDATED, "same"),
        ({**UNDATED, "out": FIRST + 8}, "ruled out"),
        ({**UNDATED, "out": FIRST - 1}, "ruled out"),
        ({"tolls": (("killed", 15, 15),)}, "same"),
        ({"tolls": (("killed", 10, None),)}, "same"),
        ({"tolls": (("killed", 90, 90),)}, "ruled out"),
        ({"tolls": (("killed", 15, 15),), "who": "guards"}, "unknown"),
        ({"tolls": (("wounded", 90, 90),)}, "same"),
    ],
)
def test_enough_has_to_agree_and_nothing_may_rule_it_out(
    facets: dict[str, Any], wanted: str
) -> None:
    assert verdict(RAID, other(**facets)) == wanted
    assert verdict(other(**facets), RAID) == wanted


def test_modes_that_words_do_not_keep_apart_are_one() -> None:
    bomb, suicide, shells = (
        other(type=f"ASSAULT/{mode}") for mode in ("explosives", "suicide-attack", "abduct")
    )
    assert verdict(RAID._replace(type="ASSAULT/explosives"), bomb) == "same"
    assert verdict(bomb, suicide._replace(id="c")) == "same"
    assert verdict(bomb, shells._replace(id="c")) == "ruled out"


def test_the_rules_can_be_edited() -> None:
    strict = replace(RULES, enough=(frozenset({"who", "whom", "when", "where", "toll"}),))
    found = compare(RAID, other(tolls=()), strict)
    assert found is not None
    assert not is_same(found, strict)


def test_a_degree_along_a_meridian_is_some_111_km() -> None:
    assert distance_km(Spot("a", 0, 0, None), Spot("b", 1, 0, None)) == pytest.approx(111.2, 0.01)
    assert distance_km(ESSARA, Spot("b", None, None, None)) is None


def test_what_fits_two_events_joins_the_one_it_fits_best() -> None:
    """Two raids on two days, and a report without a day that agrees in all else with the second."""
    second = RAID._replace(id="b", first=FIRST + 4, last=FIRST + 4, tolls=(("killed", 30, 30),))
    vague = RAID._replace(id="c", first=None, last=None, out=FIRST + 5, tolls=(("killed", 30, 30),))
    assert ids(happenings([RAID, second, vague])) == [["a"], ["b", "c"]]


def test_a_chain_of_likenesses_makes_no_event_of_what_is_ruled_out() -> None:
    """Day by day they differ little; the first and the last are two events."""
    days = [
        RAID._replace(id=str(number), first=FIRST + number, last=FIRST + number)
        for number in range(4)
    ]
    for group in happenings(days):
        assert all(compare(one, two, RULES) for one, two in combinations(group, 2))
    assert len(happenings(days)) == 2


def ids(groups: list[list[Deed]]) -> list[list[str]]:
    return [[deed.id for deed in group] for group in groups]


DEEDS = st.lists(
    st.builds(
        RAID._replace,
        type=st.sampled_from(["ASSAULT", "ASSAULT/aerial", "ASSAULT/firearms"]),
        who=st.sampled_from([None, "dawn", "guards"]),
        whom=st.sampled_from([None, "front"]),
        where=st.sampled_from([None, ESSARA, NEARBY, LAND, FAR]),
        first=st.integers(FIRST - 3, FIRST) | st.just(FIRST - 40),
        last=st.integers(FIRST, FIRST + 3),
        denied=st.sampled_from([False, False, True]),
        tolls=st.sampled_from([(), (("killed", 3, None),), (("killed", 12, 12),)]),
    ),
    max_size=12,
).map(lambda several: [deed._replace(id=f"{place:02}") for place, deed in enumerate(several)])


@settings(max_examples=60, deadline=None)
@given(DEEDS, st.integers())
def test_the_order_of_deeds_never_shows(deeds: list[Deed], seed: int) -> None:
    shuffled = list(deeds)
    random.Random(seed).shuffle(shuffled)
    assert happenings(shuffled) == happenings(deeds)


@settings(max_examples=60, deadline=None)
@given(DEEDS)
def test_every_deed_is_of_one_event_and_no_two_of_it_rule_each_other_out(
    deeds: list[Deed],
) -> None:
    groups = happenings(deeds)
    assert sorted(deed.id for group in groups for deed in group) == [deed.id for deed in deeds]
    for group in groups:
        for one, two in combinations(group, 2):
            found = compare(one, two, RULES)
            assert found is not None
            assert "who" not in found.differs


@settings(max_examples=60, deadline=None)
@given(DEEDS)
def test_every_pair_that_is_of_one_event_is_compared(deeds: list[Deed]) -> None:
    """What is looked up by parties and neighbourhood misses none."""
    compared = {(one.id, two.id) for one, two, _ in pairs(deeds, RULES)}
    for one, two in combinations(deeds, 2):
        if verdict(one, two) in ("same", "contested"):
            assert (one.id, two.id) in compared


def test_a_denial_is_held_against_the_deeds_of_about_its_days_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same two may have to do with each other for decades, and be at it every day."""
    compared: list[tuple[str, str]] = []

    def noted(one: Deed, two: Deed, rules: Sameness) -> Finding | None:
        compared.append((one.id, two.id))
        return compare(one, two, rules)

    monkeypatch.setattr("allegiance.resolve.happenings.compare", noted)
    days = range(FIRST, FIRST + 3000, 3)
    deeds = [
        RAID._replace(id=f"{day}{' no' if denied else ''}", first=day, last=day, denied=denied)
        for day in days
        for denied in (False, True)
    ]
    assert len(list(pairs(deeds, RULES))) == len(days)
    assert len(compared) == len(days)
