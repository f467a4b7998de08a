"""Krippendorff's alpha: the examples that he worked by hand, and what reviewers of a store make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.query.agreement import agreement, alpha
from allegiance.records.decision import Correction
from tests.deciding import desk, holding
from tests.telling import Said, report

# Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, sections A, B and C; a point is a missing value.
TWO_BINARY = ("0100000010", "1110010000")
TWO_NOMINAL = ("aabbdcccedda", "babbbccceddd")
FOUR_NOMINAL = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(observers: tuple[str, ...]) -> list[list[str]]:
    assert len({len(observer) for observer in observers}) == 1
    return [[value for value in unit if value != "."] for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("observers", "published"),
    [
        (TWO_BINARY, 0.095),
        (TWO_NOMINAL, 0.692),
        (FOUR_NOMINAL, 0.743),
    ],
)
def test_alpha_is_as_published(observers: tuple[str, ...], published: float) -> None:
    found = alpha(units(observers))
    assert found is not None
    assert round(found, 3) == published


@pytest.mark.parametrize("nothing", [[], [["a"], ["b"]], [["a", "a"], ["a", "a", "a"]]])
def test_alpha_is_not_defined_without_pairs_or_variation(nothing: list[list[str]]) -> None:
    assert alpha(nothing) is None


VALUES = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=12)


@given(VALUES)
def test_alpha_knows_no_order_and_never_passes_one(values: list[list[str]]) -> None:
    found = alpha(values)
    shuffled = [sorted(unit) for unit in reversed(values)]
    assert alpha(shuffled) == pytest.approx(found) if found is not None else True
    assert found is None or found <= 1


DAWN, FRONT = "Dawn Brigade", "Northern Front"
TOLD = [
    report(f"2014-01-0{number}", Said(DAWN, "alliance", FRONT), publisher=f"Paper {number}")
    for number in range(1, 5)
]
CLAIMS = [bundle.found.claims[0].id for bundle in TOLD]


def test_only_claims_that_two_have_decided_on_count_and_of_each_the_last_word() -> None:
    store = holding(*TOLD)
    mara, timo = desk(store), desk(store, by="Timo")
    for claim in CLAIMS:
        mara.accept(claim)
    timo.accept(CLAIMS[0])
    timo.accept(CLAIMS[1])
    timo.reject(CLAIMS[1])
    taken_back = timo.reject(CLAIMS[2]).decision
    assert taken_back is not None
    timo.undo(taken_back.id)
    found = agreement(store)
    assert (found.claims, found.agreed, found.reviewers) == (2, 1, ("Mara", "Timo"))
    assert found.alpha == alpha([["a", "a"], ["a", "r"]])
    assert [one.claim_id for one in found.disagreements] == [CLAIMS[1]]


def test_two_corrections_agree_only_where_they_are_the_same() -> None:
    store = holding(*TOLD)
    for by, phases in (("Mara", ("begins", "begins")), ("Timo", ("begins", "ends"))):
        for claim, phase in zip(CLAIMS, phases, strict=False):
            desk(store, by=by).correct(claim, Correction(phase=phase))  # type: ignore[arg-type]
    assert agreement(store).agreed == 1


def test_where_nobody_shares_a_claim_there_is_no_agreement_to_tell() -> None:
    store = holding(*TOLD)
    desk(store).accept(CLAIMS[0])
    assert agreement(store).alpha is None
    assert agreement(store).claims == 0
