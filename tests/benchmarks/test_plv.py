"""The root of an event, and its sides."""

from __future__ import annotations

from tests.benchmarks.made import Made, counts, figures_of

TEXT = "Essara accused Ruwan of shelling a village and threatened Tarim."


def made(predicate: str, source: str, target: str) -> Made:
    reading = Made(TEXT)
    reading.claim(predicate, {"source": (None, source), "target": (None, target)}, kind="event")
    return reading


def gold(root: str, target: str | None) -> dict[str, object]:
    span = Made(TEXT).span
    return {"root": root, "source": span("Essara"), "target": span(target) if target else None}


def test_a_pair_is_read_where_sides_and_root_agree() -> None:
    reading = made("accuse", "Essara", "Ruwan")
    found = figures_of("plv", reading.case(gold("INVESTIGATE", "Ruwan")))
    assert counts(found["roots"]) == (1, 1, 1, 1)
    assert counts(found["end to end"]) == (1, 1, 1, 1)
    assert counts(found["root when covered"]) == (1, 1)


def test_sides_exchanged_are_told() -> None:
    found = figures_of("plv", made("accuse", "Ruwan", "Essara").case(gold("accuse", "Ruwan")))
    assert counts(found["covered"]) == (0, 1)
    assert counts(found["reversed"]) == (1, 1)


def test_sides_that_some_event_has_right_are_not_exchanged() -> None:
    reading = made("accuse", "Ruwan", "Essara")
    sides = {"source": (None, "Essara"), "target": (None, "Ruwan")}
    reading.claim("accuse", sides, kind="event")
    found = figures_of("plv", reading.case(gold("accuse", "Ruwan")))
    assert counts(found["reversed"]) == (0, 1)


def test_what_is_right_by_another_pair_of_the_sentence_is_right() -> None:
    reading = made("threaten", "Essara", "Tarim")
    found = figures_of("plv", reading.case(gold("accuse", "Ruwan"), gold("threaten", "Tarim")))
    assert counts(found["roots"]) == (1, 1, 0, 1)
    assert counts(found["end to end"]) == (1, 1, 0, 1)


def test_a_pair_without_target_asks_for_the_source_alone() -> None:
    found = figures_of("plv", made("coerce", "Essara", "village").case(gold("accuse", None)))
    assert counts(found["root when covered"]) == (0, 1)
    assert "reversed" not in found
