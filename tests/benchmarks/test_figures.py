"""Sums, pairs and names, below all sets."""

from __future__ import annotations

from allegiance.records.span import Span
from benchmarks.quality.figures import Average, Score, Share, figures
from benchmarks.quality.marks import Mark, Measure, asked, given, sought
from benchmarks.quality.matching import overlap, paired, sentence
from benchmarks.quality.names import akin, within


def test_marks_sum_up_to_precision_recall_and_shares() -> None:
    marks: list[Mark | Measure] = [
        *(sought("pairs", found) for found in (True, True, False, False)),
        *(given("pairs", right) for right in (True, False, False, False, False)),
        *(asked("near", yes) for yes in (True, False)),
        *(Measure("km", value) for value in (1.0, 2.0, 9.0)),
    ]
    found = figures(marks)
    pairs = found["pairs"]
    assert isinstance(pairs, Score)
    assert (pairs.precision, pairs.recall, round(pairs.value, 4)) == (0.2, 0.5, 0.2857)
    assert found["near"] == Share(1, 2)
    assert found["km"] == Average(4.0, 2.0, 3)


def test_the_mean_of_a_kind_is_over_what_the_gold_has() -> None:
    marks = [sought("type: a", True), given("type: a", True), sought("type: b", False)]
    found = figures([*marks, given("type: c", False)])
    assert found["type: mean F1"] == Average(0.5, 0.5, 2)


def test_the_best_fit_is_paired_first() -> None:
    gold, read = [Span(0, 10), Span(10, 20)], [Span(8, 20), Span(0, 9)]
    assert paired(gold, read, overlap) == {0: 1, 1: 0}
    assert paired(gold[:1], read[:1], overlap) == {0: 0}
    assert paired(gold, [Span(30, 31)], overlap) == {}


def test_a_sentence_ends_before_a_capital_or_an_empty_line() -> None:
    text = "He left at 5 p.m. on Monday.” They stayed.\n\nthe end"
    assert sentence(text, Span(3, 7)).of(text) == "He left at 5 p.m. on Monday.” "
    assert sentence(text, Span(30, 34)).of(text) == "They stayed.\n\n"
    assert sentence(text, Span(44, 47)).of(text) == "the end"


def test_names_are_compared_by_their_words_or_heads() -> None:
    assert within("ELN", "the ELN")
    assert within("Army of Liberation", "liberation army of Essara")
    assert not within("Liberation Army", "Liberation Front")
    assert akin("two policemen", "POLICEMEN from Achi")
    assert not akin("mayor of Achi", "bank of Essara")
