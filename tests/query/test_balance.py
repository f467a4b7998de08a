"""Signed networks, measured; those of known balance are drawn by hand."""

from __future__ import annotations

import random
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import UsageError
from allegiance.lexicon.lexicon import load
from allegiance.lexicon.signs import Effort
from allegiance.query.balance import days
from allegiance.query.factions import factions
from allegiance.query.frustration import frustration
from allegiance.query.signed import Neighbours, census, neighbours, triads
from allegiance.records.balance import Bond, Sign
from allegiance.session import Session
from allegiance.store.store import in_memory
from tests.telling import Said, keep, report

EFFORT = load().signs.effort
NO_SEARCH = Effort(exact_actors=0, exact_steps=0, restarts=5)


def bond(one: str, sign: Sign, other: str) -> Bond:
    low, high = sorted((one, other))
    return Bond(low, high, sign, ("rivalry" if sign < 0 else "alliance",), ("claim-1",), ())


def drawn(text: str) -> Neighbours:
    """A network as `a+b b-c`."""
    signs: dict[str, Sign] = {"+": 1, "-": -1}
    return neighbours(bond(pair[0], signs[pair[1]], pair[2]) for pair in text.split())


def fewest(around: Neighbours) -> int:
    """By trying all camps."""
    actors = list(around)
    bonds = [one for name in around for other, one in around[name].items() if name < other]
    best = len(bonds)
    for choice in product((0, 1), repeat=len(actors)):
        side = dict(zip(actors, choice, strict=True))
        wrong = sum((side[one.one] == side[one.other]) != (one.sign > 0) for one in bonds)
        best = min(best, wrong)
    return best


@pytest.mark.parametrize(
    ("text", "balanced", "weakly"),
    [
        ("a+b b+c a+c", True, True),
        ("a+b b-c a-c", True, True),
        ("a+b b+c a-c", False, False),
        ("a-b b-c a-c", False, True),
    ],
)
def test_a_triad_is_balanced_as_heider_and_davis_say(
    text: str, balanced: bool, weakly: bool
) -> None:
    (triad,) = triads(drawn(text))
    assert (triad.actors, triad.balanced, triad.weakly) == (("a", "b", "c"), balanced, weakly)
    assert census([triad]).balanced == float(balanced)
    assert census([triad]).weakly_balanced == float(weakly)


def test_three_without_all_bonds_are_no_triad() -> None:
    assert list(triads(drawn("a+b b+c c+d"))) == []
    assert census([]).balanced is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a-b b-c c-d", 0),
        ("a-b b-c a-c", 1),
        ("a+b b+c a-c", 1),
        ("a-b b-c c-d d-e e-a", 1),
        ("a-b b-c a-c d-e e-f d-f", 2),
        ("a-b b-c a-c c+d d-e e-f d-f", 2),
        # All five against each other: two camps of two and three leave 1 + 3 enemies within.
        ("a-b a-c a-d a-e b-c b-d b-e c-d c-e d-e", 4),
    ],
)
def test_the_frustration_of_small_networks_is_known(text: str, number: int) -> None:
    found = frustration(drawn(text), EFFORT, seed=0)
    assert (len(found.bonds), found.at_least, found.exact) == (number, number, True)
    assert found.balance == pytest.approx(1 - 2 * number / len(text.split()), abs=1e-4)


def test_two_camps_are_told_for_each_part() -> None:
    found = frustration(drawn("a+b b-c x+y"), EFFORT, seed=0)
    assert {frozenset(camps) for camps in found.camps} == {
        frozenset({("a", "b"), ("c",)}),
        frozenset({("x", "y"), ()}),
    }


def test_nobody_is_balanced() -> None:
    found = frustration({}, EFFORT, seed=0)
    assert (found.bonds, found.balance, found.exact, found.camps) == ((), 1.0, True, ())


def chance_network(seed: int, actors: int, bonds: int) -> Neighbours:
    chance = random.Random(seed)
    names = [f"{number:03}" for number in range(actors)]
    pairs = chance.sample(list(combinations(names, 2)), bonds)
    return neighbours(bond(one, chance.choice((1, -1)), other) for one, other in pairs)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9), st.data())
def test_the_exact_number_is_that_of_trying_all_camps(
    seed: int, actors: int, data: st.DataObject
) -> None:
    most = actors * (actors - 1) // 2
    around = chance_network(seed, actors, data.draw(st.integers(1, most)))
    found = frustration(around, EFFORT, seed=0)
    assert found.exact
    assert len(found.bonds) == fewest(around)
    placed = [name for camps in found.camps for camp in camps for name in camp]
    assert sorted(placed) == sorted(around)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9), st.data())
def test_a_bound_is_never_below_the_number_nor_its_floor_above(
    seed: int, actors: int, data: st.DataObject
) -> None:
    most = actors * (actors - 1) // 2
    around = chance_network(seed, actors, data.draw(st.integers(1, most)))
    found = frustration(around, NO_SEARCH, seed=seed)
    assert found.at_least <= fewest(around) <= len(found.bonds)
    assert found.exact == (not found.bonds)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 9), st.data())
def test_turning_an_actor_over_changes_no_frustration(
    seed: int, actors: int, data: st.DataObject
) -> None:
    """Switching: friends for enemies in all of one actor's bonds."""
    most = actors * (actors - 1) // 2
    around = chance_network(seed, actors, data.draw(st.integers(1, most)))
    actor = data.draw(st.sampled_from(sorted(around)))
    every = {one for bonds in around.values() for one in bonds.values()}
    turned = neighbours(
        bond(one.one, -one.sign if actor in (one.one, one.other) else one.sign, one.other)
        for one in every
    )
    before, after = (frustration(one, EFFORT, seed=0) for one in (around, turned))
    assert len(before.bonds) == len(after.bonds)


def test_a_large_network_has_a_bound_that_the_seed_decides() -> None:
    around = chance_network(3, 120, 900)
    found = frustration(around, EFFORT, seed=7)
    assert not found.exact
    assert 0 < found.at_least < len(found.bonds) < 450
    assert found == frustration(around, EFFORT, seed=7)


def test_a_search_that_takes_too_long_says_that_its_number_is_a_bound() -> None:
    short = Effort(exact_actors=60, exact_steps=20, restarts=1)
    found = frustration(chance_network(3, 40, 300), short, seed=0)
    assert not found.exact
    assert found.at_least <= len(found.bonds)


def test_factions_may_be_more_than_two() -> None:
    three = "a+b c+d e+f a-c a-d b-e c-e d-f"
    found = factions(drawn(three))
    assert found.groups == (("a", "b"), ("c", "d"), ("e", "f"))
    assert found.misfits == ()
    torn = factions(drawn("a+b b+c a-c"))
    assert len(torn.misfits) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 12), st.data())
def test_every_actor_is_in_one_faction_and_no_move_is_left(
    seed: int, actors: int, data: st.DataObject
) -> None:
    most = actors * (actors - 1) // 2
    around = chance_network(seed, actors, data.draw(st.integers(1, most)))
    found = factions(around)
    assert sorted(name for group in found.groups for name in group) == sorted(around)
    of = {name: group for group in found.groups for name in group}
    for name, bonds in around.items():
        liking = {group: sum(b.sign for o, b in bonds.items() if of[o] == group) for group in found.groups}  # fmt: skip
        assert liking[of[name]] == max(0, *liking.values())


DAWN, FRONT, GUARDS = "Dawn Brigade", "Northern Front", "River Guards"


def told() -> Session:
    store = in_memory()
    keep(
        store,
        report(
            "2014-01-01",
            Said(DAWN, "alliance", FRONT),
            Said(FRONT, "alliance", GUARDS),
            Said("Adan Tor", "leadership", DAWN),
            Said("Adan Tor", "rivalry", GUARDS),
            kinds={"Adan Tor": "person"},
        ),
        report("2014-03-01", Said(DAWN, "rivalry", GUARDS), Said(DAWN, "truce", GUARDS)),
        report("2014-05-01", Said(GUARDS, "rivalry", FRONT)),
    )
    return Session(store)


def test_a_map_names_the_triad_that_must_give_and_its_claims() -> None:
    found = told().balance("2014-03-02")
    (triad,) = found.triads
    assert not triad.balanced
    assert [found.actor(one).name for one in triad.actors] == [DAWN, FRONT, GUARDS]
    assert [(one.sign, one.predicates) for one in triad.bonds] == [
        (1, ("alliance",)),
        (-1, ("rivalry",)),
        (1, ("alliance",)),
    ]
    assert all(one.claim_ids for one in triad.bonds)
    assert len(found.frustration.bonds) == 1


def test_persons_do_not_count_and_who_is_both_friend_and_enemy_is_left_out() -> None:
    found = told().balance("2014-05-02")
    assert [actor.name for actor in found.actors] == [DAWN, FRONT, GUARDS]
    assert [(one.one, one.other, one.predicates) for one in found.ambivalent] == [
        ("actor-northern-front", "actor-river-guards", ("alliance", "rivalry"))
    ]
    assert found.census.total == 0


def test_a_series_has_a_row_a_step_and_each_is_that_of_its_day() -> None:
    store = told()
    found = store.balance_over("2014-01-31", "2014-04-30", step="month")
    assert [str(one.on) for one in found] == ["2014-01-31", "2014-02-28", "2014-03-31", "2014-04-30"]  # fmt: skip
    assert [one.census.torn for one in found] == [0, 0, 1, 1]
    assert found[2] == store.balance("2014-03-31")


@pytest.mark.parametrize(
    ("step", "wanted"),
    [("week", 53), ("quarter", 5), ("year", 2), ("month", 13)],
)
def test_steps_are_counted_from_the_first_day(step: str, wanted: int) -> None:
    found = list(days(date(2014, 1, 1), date(2015, 1, 1), step))
    assert (found[0], len(found)) == (date(2014, 1, 1), wanted)


@pytest.mark.parametrize(
    ("since", "until", "step", "told_"),
    [
        ("2014-01-01", "2013-01-01", "day", "swap"),
        ("2014-01-01", "2015-01-01", "fortnight", "there are day, week"),
        ("2010-01-01", "2015-01-01", "day", "take a longer step"),
        ("2014", "2015-01-01", "day", "no day"),
    ],
)
def test_a_series_that_cannot_be_is_told(since: str, until: str, step: str, told_: str) -> None:
    with pytest.raises(UsageError, match=told_):
        told().balance_over(since, until, step=step)
