"""The small encoder: how pairs are packed, and that its weights read plain sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from allegiance.annotate import _packing as packing
from allegiance.annotate._classes import EVENTS, HEADS, RELATIONS
from allegiance.annotate.encoder import Encoder
from allegiance.reading import Pair, Weighed


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def answer(encoder: Encoder, text: str, pairs: Sequence[Pair]) -> list[Weighed | None]:
    return next(encoder.weigh([(text, pairs)]))


def weighed(encoder: Encoder, text: str, one: str, other: str) -> Weighed:
    pair = tuple((text.index(side), text.index(side) + len(side)) for side in (one, other))
    found = answer(encoder, text, [(pair[0], pair[1])])[0]
    assert found is not None
    return found


def test_marks_stand_behind_the_words_and_bear_their_places(encoder: Encoder) -> None:
    text = "The Front fought the Army."
    row = packing.pack(text, [((4, 9), (21, 25)), ((0, 9), None)], encoder._tokenizer)
    assert row.words == 8  # With the two tokens that bound a sentence.
    assert row.tokens[row.words :] == [*packing.MARKS, *packing.MARKS]
    assert row.positions[row.words :] == [2, 5, 1, 0]
    assert row.groups[row.words :] == [1, 1, 2, 2]
    assert row.ends == [(2, 5), (2, 0)]


def test_a_mention_beyond_what_is_read_is_left_out(encoder: Encoder) -> None:
    text = "The Front said so. " + "Nothing more was known. " * 60 + "The Army left."
    at = text.index("Army")
    assert answer(encoder, text, [((4, 9), (at, at + 4))]) == [None]


def test_a_pair_reads_the_same_in_any_company(encoder: Encoder) -> None:
    text = "The Northern Front attacked the Dawn Brigade near the army's camp."
    alone = weighed(encoder, text, "Northern Front", "Dawn Brigade")
    pairs = [((4, 18), (32, 44)), ((4, 18), (54, 58)), ((32, 44), (54, 58))]
    together = answer(encoder, text, pairs)[0]
    assert together is not None
    assert together.events.keys() == alone.events.keys()
    for written, share in alone.events.items():
        assert together.events[written] == pytest.approx(share, abs=0.05)


def test_sentences_read_the_same_in_any_company(encoder: Encoder) -> None:
    texts = [
        f"The Reed Front {verb} the Salt Army in May." for verb in ("joined", "left", "fought")
    ]
    pair = ((4, 14), (26, 30))
    together = list(encoder.weigh([(text, [pair]) for text in texts * 5]))
    assert together == [answer(encoder, text, [pair]) for text in texts] * 5


@pytest.mark.parametrize(
    ("text", "one", "other", "relation"),
    [
        ("Fighters of the Reed Front clashed with the Salt Army.", "the Reed Front", "the Salt Army", ("rivalry", True)),
        ("The Owls broke away from the Reed Front in 2012.", "The Owls", "the Reed Front", ("split", True)),
        ("The Reed Front is led by Omar Tal.", "The Reed Front", "Omar Tal", ("leadership", False)),
        ("The Owls swore allegiance to the Caliphate.", "The Owls", "the Caliphate", ("affiliate", True)),
        ("Norland funds and arms the Owls.", "Norland", "the Owls", ("support", True)),
        ("The Owls and the Foxes announced an alliance.", "The Owls", "the Foxes", ("alliance", True)),
    ],
)  # fmt: skip
def test_reads_plain_sentences(
    encoder: Encoder, text: str, one: str, other: str, relation: tuple[str, bool]
) -> None:
    shares = weighed(encoder, text, one, other).relations
    assert max(shares, key=lambda written: shares[written]) == relation


def test_every_class_has_its_way_back() -> None:
    for classes in (RELATIONS, EVENTS):
        for number in range(1, len(classes)):
            assert classes.of(*classes.reads(number)) == number
    assert HEADS["relation"] == len(RELATIONS) == 21
    assert RELATIONS.of("alliance", False) == RELATIONS.of("alliance", True)
