"""A decision as a line: it comes back as it was, and nothing that anybody writes breaks the reader."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.records.decision import Anchor, Choice, Correction, Side, side, signed
from allegiance.records.decision_line import decision_of, instant, line_of
from allegiance.records.span import Span
from tests.telling import day

ANCHOR = Anchor(
    "article-1", "relation", "alliance", "holds", "asserted", (("source", Span(0, 4)),), Span(0, 9)
)
MOMENTS = st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
CHOICES = st.one_of(
    st.builds(Choice, st.just("same"), st.just("actor-a"), st.just("actor-b~name:x y"), WORDS),
    st.builds(Choice, st.just("undone"), st.just("decision-1"), st.none(), WORDS),
    st.builds(Choice, st.just("accepted"), st.just("claim-1"), st.none(), WORDS, st.just(ANCHOR)),
    st.builds(
        Choice,
        st.just("corrected"),
        st.just("claim-1"),
        st.none(),
        WORDS,
        st.just(ANCHOR),
        st.builds(
            Correction,
            predicate=WORDS,
            swapped=st.booleans(),
            when=st.just(day("2014")),
            source=st.none() | st.just(Span(3, 9)),
            target=st.none() | st.just(Span(12, 20)),
        ),
    ),
)


@given(CHOICES, WORDS, st.text(st.characters(exclude_categories=["Cs"])), MOMENTS)
def test_a_line_gives_back_what_it_was_made_of(
    choice: Choice, by: str, because: str, made_at: datetime
) -> None:
    decision = signed(choice, by=by, because=because, made_at=made_at)
    line = line_of(decision)
    assert "\n" not in line
    assert decision_of(line) == decision


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
GOOD = json.loads(line_of(signed(Choice("accepted", "claim-1", None, "x", ANCHOR), by="M", because="", made_at=datetime(2020, 1, 1, tzinfo=UTC))))  # fmt: skip


@given(st.sampled_from(sorted(GOOD)), JSON)
def test_whatever_stands_in_a_field_is_a_plain_error_or_fits(field: str, value: object) -> None:
    line = json.dumps(GOOD | {field: value})
    if GOOD[field] != value:
        with pytest.raises(ValueError):  # noqa: PT011
            decision_of(line)


@given(MOMENTS, MOMENTS)
def test_written_instants_sort_as_instants(one: datetime, other: datetime) -> None:
    assert (instant(one) < instant(other)) == (one < other)


@pytest.mark.parametrize(
    "one", [Side("actor-x"), Side("actor-x", name="hill martyrs"), Side("actor-x", article_id="article-0:1", start=17)]
)  # fmt: skip
def test_a_side_is_read_as_it_was_written(one: Side) -> None:
    assert side(one.written) == one


@pytest.mark.parametrize("written", ["", "claim-1", "actor-x~at:article", "actor-x~by:1"])
def test_what_is_no_side_is_told(written: str) -> None:
    with pytest.raises(ValueError, match="wanted"):
        side(written)


def test_a_decision_of_before_words_could_be_picked_keeps_its_id() -> None:
    choice = Choice("corrected", "claim-1", None, "x", ANCHOR, Correction(phase="ends"))
    made = signed(choice, by="Mara", because="", made_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert '"source":' not in line_of(made)
    assert made.id == "decision-aa8926e391b02d18"
