"""Copies of a report are told from other reports of the same event."""

from __future__ import annotations

from allegiance.clean.reprints import likeness, nearest, signature

STORY = (
    "The rebels took the town on Monday after a week of fighting, a spokesman for the army said. "
    "Residents fled across the river in boats, and at least a dozen houses near the old market burned down. "
    "The governor asked the capital for help, but no convoy had left by nightfall, two officials told reporters. "
    "Talks between the front and the government broke down last month over the release of prisoners."
)
OTHER = (
    "On Monday, fighters of the northern front entered the town, ending seven days of battle with soldiers. "
    "Many people left their homes by boat; officials counted twelve burned buildings around the market square. "
    "No help had come from the capital in the evening although the governor had called for it, according to two aides."
)


def signed(text: str) -> str:
    found = signature(text)
    assert found is not None
    return found


def test_a_copy_with_another_headline_and_case_is_a_copy() -> None:
    copy = "Town falls\n\n" + STORY.upper() + " (Agency)"
    assert nearest(signed(copy), [("first", signed(OTHER)), ("second", signed(STORY))]) == "second"


def test_another_report_of_the_same_event_is_none() -> None:
    assert nearest(signed(OTHER), [("first", signed(STORY))]) is None
    assert likeness(signed(OTHER), signed(STORY)) < 0.2


def test_a_text_is_wholly_like_itself_and_of_two_the_first_counts() -> None:
    assert likeness(signed(STORY), signed(STORY)) == 1.0
    assert nearest(signed(STORY), [("a", signed(STORY)), ("b", signed(STORY))]) == "a"


def test_short_texts_have_no_signature() -> None:
    assert signature("No casualties were reported.") is None
    assert signature("") is None


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signed(STORY)[:16] == "720d31041d56b541"
    assert len(signed(STORY)) == 1024
