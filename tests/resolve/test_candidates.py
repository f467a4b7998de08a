"""Which actors may be one, how likely, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.records.judgement import Actor
from allegiance.records.mention import ActorKind
from allegiance.resolve.candidates import Facts, acronyms, candidates

WEIGHTS = load().likeness


def facts(
    name: str,
    *others: str,
    kind: ActorKind = "armed-group",
    known: bool = False,
    leaders: tuple[str, ...] = (),
    company: tuple[str, ...] = (),
    reports: tuple[str, ...] | None = None,
) -> Facts:
    actor_id = f"actor-{name.lower().replace(' ', '-')}"
    actor = Actor(actor_id, name, kind, actor_id.removeprefix("actor-") if known else None)
    return Facts(
        actor,
        (name, *others),
        {one.lower(): one for one in leaders},
        frozenset(company),
        frozenset(reports if reports is not None else (name,)),
    )


def told(*known: Facts) -> list[tuple[str, str, tuple[str, ...]]]:
    found = candidates(known, WEIGHTS)
    return [(one.left.name, one.right.name, one.because) for one in found]


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        (facts("Hill Martyrs"), facts("Hill Martyr"), "'Hill Martyr' is like 'Hill Martyrs'"),
        (facts("Hill Martyrs"), facts("Martyrs Hill"), "the same name"),
        (
            facts("MOJ"),
            facts("Movement for Oneness and Jihad"),
            "MOJ may stand for 'Movement for Oneness and Jihad'",
        ),
        (
            facts("Sons of the River", leaders=("Tor", "Adan")),
            facts("Dawn Front", leaders=("Tor",)),
            "both led by Tor",
        ),
    ],
)
def test_each_reason_is_told(one: Facts, other: Facts, because: str) -> None:
    ((_, _, reasons),) = told(one, other)
    assert reasons == (because,)


def test_company_alone_makes_no_candidate_but_more_likely_ones() -> None:
    pair = facts("Hill Martyrs"), facts("Hill Martyr")
    beside = tuple(replace(one, company=frozenset({"actor-x"})) for one in pair)
    assert told(facts("Ab", company=("x",)), facts("Cd", company=("x",))) == []
    assert candidates(beside, WEIGHTS)[0].score > candidates(pair, WEIGHTS)[0].score
    assert "named beside 1 of the same 1 others" in candidates(beside, WEIGHTS)[0].because


def test_more_reasons_come_before_fewer() -> None:
    names = [
        facts("MOJ", leaders=("Tor",)),
        facts("Movement of Justice", leaders=("Tor",)),
        facts("Council of Hill Youth"),
        facts("CHY"),
    ]
    assert [{one, other} for one, other, _ in told(*names)] == [
        {"MOJ", "Movement of Justice"},
        {"CHY", "Council of Hill Youth"},
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (facts("Hill Martyrs", known=True), facts("Hill Martyr", known=True)),
        (facts("Hamid Tor", kind="person"), facts("Hamid Torr")),
        (facts("River Guards"), facts("Dawn Front")),
        (facts("Free Front"), facts("Popular Front")),
    ],
)
def test_some_pairs_are_no_question(one: Facts, other: Facts) -> None:
    assert told(one, other) == []


def test_a_pair_that_is_settled_is_no_question() -> None:
    pair = facts("Hill Martyrs"), facts("Hill Martyr")
    settled = {frozenset(one.actor.id for one in pair)}
    assert candidates(pair, WEIGHTS, settled=settled) == []


def test_two_that_one_report_names_are_half_as_likely() -> None:
    apart = facts("Hill Martyrs", reports=("1",)), facts("Hill Martyr", reports=("2",))
    together = facts("Hill Martyrs", reports=("1",)), facts("Hill Martyr", reports=("1",))
    likely, doubted = candidates(apart, WEIGHTS)[0], candidates(together, WEIGHTS)[0]
    assert doubted.score == pytest.approx(likely.score * WEIGHTS.named_apart, abs=1e-3)
    assert doubted.because[-1] == "but 1 report names both"


def test_a_word_that_a_crowd_shares_makes_no_pairs() -> None:
    crowd = [facts(f"Front {chr(97 + number % 26) * (3 + number)}") for number in range(60)]
    assert candidates(crowd, replace(WEIGHTS, shown=0.0)) == []


def test_the_order_of_actors_does_not_show() -> None:
    names = [facts(name) for name in ("Hill Martyrs", "Hill Martyr", "The Hill Martyrs", "HM")]
    assert candidates(names, WEIGHTS) == candidates(names[::-1], WEIGHTS)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Movement for Oneness and Jihad", {"MFOAJ", "MOJ"}),
        ("Hill Martyrs", set()),
        ("Al-Qaeda in Iraq", {"AQII", "AQI"}),
        ("- -", set()),
    ],
)
def test_acronyms_come_with_and_without_small_words(name: str, made: set[str]) -> None:
    assert acronyms(name) == made
