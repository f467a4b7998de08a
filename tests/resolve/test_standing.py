"""Which decisions count, and who is kept apart from whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from allegiance.records.decision import Choice, Decision, Verdict, signed
from allegiance.resolve.standing import chain, identities_of, nodes, standing, undoings
from allegiance.resolve.ties import Ties

NAMES = ("actor-a", "actor-b", "actor-c", "actor-d")
SAID: tuple[Verdict, ...] = ("same", "different")
PAIRS = st.tuples(st.sampled_from(SAID), st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
    lambda one: one[1] != one[2]
)


def decided(*said: tuple[Verdict, str, str | None]) -> list[Decision]:
    return [_decision(number, *one) for number, one in enumerate(said)]


def _decision(number: int, verdict: Verdict, left: str, right: str | None) -> Decision:
    made_at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    return signed(Choice(verdict, left, right, "x"), by="Mara", because="", made_at=made_at)


def test_undoing_an_undoing_brings_back_and_so_on() -> None:
    made = decided(("same", "actor-a", "actor-b"))
    expected = True
    for number in range(1, 6):
        made.append(_decision(number, "undone", made[-1].id, None))
        expected = not expected
        assert (made[0] in standing(made)) == expected
    assert undoings(made)[made[0].id] == made[1]


def test_of_a_chain_and_what_contradicts_it_the_earliest_is_set_aside() -> None:
    made = decided(
        ("same", "actor-a", "actor-b"),
        ("same", "actor-b", "actor-c"),
        ("different", "actor-a", "actor-c"),
    )
    found = identities_of(made)
    assert found.counted == (made[2], made[1])
    (aside,) = found.contradictions
    assert aside.aside == made[0]
    assert set(aside.by) == {made[1], made[2]}


@given(st.lists(PAIRS, max_size=12))
def test_what_counts_never_contradicts_itself_and_the_last_word_always_counts(
    said: list[tuple[Verdict, str, str]],
) -> None:
    made = decided(*said)
    found = identities_of(made)
    assert {*found.counted, *(one.aside for one in found.contradictions)} == set(made)
    for decision in found.counted:
        joined = chain(*nodes(decision), found.counted) is not None
        assert joined == (decision.choice.verdict == "same")
    if made:
        assert made[-1] in found.counted
    for one in found.contradictions:
        assert one.by
        assert all(other.made_at > one.aside.made_at for other in one.by)


@given(st.lists(PAIRS, max_size=14))
def test_ties_hold_apart_what_was_parted_whatever_is_joined(
    said: list[tuple[Verdict, str, str]],
) -> None:
    ties, apart = Ties(), []
    for verdict, left, right in said:
        if verdict == "same":
            if ties.may_join(left, right):
                ties.join(left, right)
        elif ties.find(left) != ties.find(right):
            ties.part(left, right)
            apart.append((left, right))
    assert all(ties.find(left) != ties.find(right) for left, right in apart)
    assert all(root == min(members) for root, members in ties.sets().items())
