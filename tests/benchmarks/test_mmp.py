"""The type, the pair and the date of a relation between two groups."""

from __future__ import annotations

from collections.abc import Mapping

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "In May 2012 the Dawn Brigade joined forces with the Northern Front."
GOLD = {
    "relation": "alliance",
    "date": "2012-05",
    "precision": "month",
    "names": [["Dawn Brigade"], ["The Northern Front", "NF"]],
}
MAY = {"start": "2012-05-01", "end": "2012-06-01"}


def made(predicate: str, when: Mapping[str, str | None] | None = None, **more: object) -> Made:
    reading = Made(TEXT)
    brigade, front = reading.actor("Dawn Brigade"), reading.actor("Northern Front")
    sides = {"source": (front, "Northern Front"), "target": (brigade, "Dawn Brigade")}
    reading.claim(predicate, sides, when=when, **more)
    return reading


def test_the_right_type_between_the_right_groups_counts_in_either_order() -> None:
    found = figures_of("mmp", made("truce", MAY).case(GOLD))
    assert counts(found["type: alliance"]) == (1, 1, 1, 1)
    for name in ("label recall", "accuracy", "pair found", "pair and type", "date right"):
        assert counts(found[name]) == (1, 1), name


def test_the_most_confident_type_is_the_prediction_and_others_are_spurious() -> None:
    reading = made("rivalry", confidence=0.9)
    reading.claim("alliance", {"source": (None, "Dawn Brigade")}, confidence=0.4)
    found = figures_of("mmp", reading.case(GOLD))
    assert counts(found["label recall"]) == (1, 1)
    assert counts(found["accuracy"]) == (0, 1)
    assert counts(found["type: alliance"]) == (0, 0, 0, 1)
    assert counts(found["type: rivalry"]) == (0, 1, 0, 0)
    assert counts(found["spurious types"]) == (1,)
    assert counts(found["pair and type"]) == (0, 1)


def test_an_actor_with_the_names_of_both_groups_is_neither() -> None:
    reading = Made(TEXT)
    both = reading.actor("Dawn Brigade", "Northern Front")
    reading.claim("alliance", {"source": (both, "Dawn Brigade"), "target": (both, "forces")})
    assert counts(figures_of("mmp", reading.case(GOLD))["pair found"]) == (0, 1)


def test_a_date_may_be_one_step_coarser_and_no_more() -> None:
    year = {"start": "2012-01-01", "end": "2013-01-01"}
    decade = {"start": "2010-01-01", "end": "2020-01-01"}
    since = {"start": "2012-05-10", "end": None}
    for when, inside, right in ((year, 0, 1), (decade, 0, 0), (since, 1, 1)):
        found = figures_of("mmp", made("alliance", when).case(GOLD))
        assert counts(found["date inside"]) == (inside, 1)
        assert counts(found["date right"]) == (right, 1)


def test_a_date_that_the_text_does_not_name_is_not_asked_for() -> None:
    assert "date right" not in figures_of("mmp", made("alliance").case({**GOLD, "date": "2011-05"}))
