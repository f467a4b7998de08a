"""What is linked by denials in a few steps is what is linked pair by pair."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.query.clashes import WORDS, Clash, Said, Turns, Word, apart, linked
from allegiance.query.denials import denials
from allegiance.query.signals import Tie
from allegiance.store.ledgers import Account
from tests.query.test_conflicts import DAWN, FRONT

FIRST = date(2014, 2, 1)
ACCOUNT = Account(
    "", "relation", "alliance", None, "asserted", 0.9, None, None, None, None, False, None, None,
    "article", "article", False, None, None, FIRST, "Wire",
)  # fmt: skip
TOLD = st.lists(
    st.tuples(
        st.sampled_from([("holds", "opens"), ("holds", "supports"), ("ends", "ends")]),
        st.booleans(),
        st.integers(0, 14),
        st.sampled_from([0, 0, 1, 3, 9]),
    ),
    max_size=12,
)


def said(
    number: int,
    word: Word,
    act: str,
    denied: bool,
    begins: int,
    takes: int,
) -> Said:
    first = FIRST + timedelta(days=begins)
    account = ACCOUNT._replace(claim_id=f"claim-{number:02}")
    last = first + timedelta(days=takes)
    return Said(Tie("alliance", DAWN, FRONT, None), act, word, denied, first, last, account)  # type: ignore[arg-type]


def pair_by_pair(told: list[Said], word: Word, days: int) -> list[Clash]:
    """Whoever affirms, and whoever denies it, near in time, with no turn in between."""
    turned = Turns(one for one in told if one.word == "ends" or one.act == "opens")
    return [
        (one, no)
        for one in told
        for no in told
        if one.word == no.word == word and no.denied and not one.denied
        if apart(one, no) <= days and not (word == "holds" and turned.between(one, no))
    ]


@settings(max_examples=500, deadline=None)
@given(TOLD, st.sampled_from(WORDS), st.sampled_from([0, 2, 5]))
def test_few_steps_link_what_all_pairs_link(
    rows: list[tuple[tuple[Word, str], bool, int, int]], word: Word, days: int
) -> None:
    told = [said(number, *moves, *others) for number, (moves, *others) in enumerate(rows)]  # type: ignore[arg-type]
    told.sort(key=lambda one: (one.first, one.last, one.account.claim_id))
    assert linked(denials(told, word, days)) == linked(pair_by_pair(told, word, days))


def test_very_many_on_the_same_days_take_few_steps() -> None:
    told = [said(number, "holds", "supports", number % 2 == 0, number % 50, 0) for number in range(2000)]  # fmt: skip
    pairs = denials(told, "holds", 365)
    assert len(pairs) < 2 * len(told)
    assert [len(group) for group in linked(pairs)] == [len(told)]
