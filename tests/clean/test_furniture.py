"""What is no part of a report is marked, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from allegiance.clean.furniture import furniture
from allegiance.lexicon.furnishing import FurniturePattern
from allegiance.lexicon.lexicon import load
from allegiance.records.span import Span

FURNISHING = load().furnishing
REPORT = "The rebels took the town on Monday. The army denied it."


def marked(text: str) -> list[str]:
    return [span.of(text) for span in furniture(text, FURNISHING)]


@pytest.mark.parametrize("pattern", FURNISHING.patterns, ids=lambda pattern: pattern.id)
def test_each_pattern_marks_its_example(pattern: FurniturePattern) -> None:
    text = f"{REPORT}\n\n{pattern.within}\n\n{REPORT}"
    assert "".join(marked(text)).strip() == pattern.example.strip()


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The front released a video: \"We pledge allegiance to the emir and to his men.\"",
        "Fighters follow the commander of the front. Join us, he told the men of the village.",
        "They share the town. The two groups read the same papers, and print leaflets.",
        "A photo of the emir was found in the house, the army said.",
        "The X group left the front, Reuters reported.",
        "It was published by the ministry.\nThe army left.\nThe army left the town with all of its weapons and its wounded men.",
        "By Monday the town had fallen.",
        "Related groups joined the front: the Sons of the River and the Lions of the Hill.",
    ],
)  # fmt: skip
def test_the_report_itself_is_not_marked(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighters of the front near the\nFighters of the front near the AFP\n\n" + REPORT,
         ["Fighters of the front near the\nFighters of the front near the AFP"]),
        ("Fighters of the front near the hillFighters of the front near the hill Reuters\n" + REPORT,
         ["Fighters of the front near the hillFighters of the front near the hill Reuters"]),
        (REPORT + " Follow us on Telegram.", ["Follow us on Telegram."]),
        (REPORT + "\nRelated:\nArmy leaves the north\nTalks fail again\n\n" + REPORT,
         ["Related:\nArmy leaves the north\nTalks fail again"]),
        ("Share\nPrint\n\n" + REPORT + "\r\nADVERTISEMENT\r\n", ["Share\nPrint", "ADVERTISEMENT"]),
    ],
)  # fmt: skip
def test_furniture_is_marked_in_full(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_marks_are_in_order_and_apart() -> None:
    text = f"Share\n{REPORT}\nShare\n{REPORT} Follow us.\n© 2014 The Paper\n"
    marks = furniture(text, FURNISHING)
    assert len(marks) == 3
    assert all(left.end < right.start for left, right in pairwise(marks))


def test_no_text_no_marks() -> None:
    assert furniture("", FURNISHING) == ()
    assert furniture("\n \n", FURNISHING) == ()
    assert furniture("Share", FURNISHING) == (Span(0, 5),)
