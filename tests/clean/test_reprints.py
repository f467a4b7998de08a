"""Copies and rewrites of a report are told from other reports of the same event."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from allegiance.clean.reprints import nearest, signature, signature_of
from allegiance.lexicon.lexicon import load
from allegiance.records.signature import Signature
from allegiance.records.span import Span
from tests.telling import Said, report

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
# What a paper makes of the story: two sentences taken over, one of its own.
REWRITE = (
    "The northern town has changed hands, in a blow to the government. "
    "Residents fled across the river in boats, and at least a dozen houses near the old market burned down. "
    "The governor asked the capital for help, but no convoy had left by nightfall."
)
MENU = " ".join(f"section{number}" for number in range(60)) + " "


def signed(text: str) -> Signature:
    found = signature(text)
    assert found is not None
    return found


def found(text: str, *known: tuple[str, str]) -> str | None:
    return nearest(signed(text), [(name, signed(other)) for name, other in known], load().copying)


def test_a_copy_with_another_headline_and_case_is_a_copy() -> None:
    copy = "Town falls\n\n" + STORY.upper() + " (Agency)"
    assert found(copy, ("first", OTHER), ("second", STORY)) == "second"


def test_another_report_of_the_same_event_is_none() -> None:
    assert found(OTHER, ("first", STORY)) is None
    assert signed(OTHER).likeness(signed(STORY)) < 0.1


def test_a_rewrite_goes_back_to_the_story_that_it_takes_its_words_from() -> None:
    assert signed(REWRITE).likeness(signed(STORY)) < load().copying.copy_share
    assert found(REWRITE, ("first", OTHER), ("second", STORY)) == "second"
    assert found(STORY, ("rewrite", REWRITE)) == "rewrite"


def test_how_much_is_a_rewrite_stands_in_the_table() -> None:
    strict = replace(load().copying, rewrite_share=1.0)
    assert nearest(signed(REWRITE), [("first", signed(STORY))], strict) is None


def test_a_sentence_quoted_in_a_long_report_makes_no_copy() -> None:
    sentence = STORY.split(". ")[1]
    assert found(OTHER + " " + sentence + ". " + OTHER.upper()[::-1], ("first", STORY)) is None


def test_a_text_is_wholly_like_itself_and_of_two_the_first_counts() -> None:
    assert signed(STORY).likeness(signed(STORY)) == 1.0
    assert found(STORY, ("a", STORY), ("b", STORY)) == "a"


def test_short_texts_have_no_signature() -> None:
    assert signature("No casualties were reported.") is None
    assert signature("") is None


def test_a_signature_is_the_same_on_every_machine() -> None:
    assert signed(STORY).digits[:16] == "720d31041d56b541"
    assert signed(STORY).bands()[0] == 2692843736170638415


def test_a_signature_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="wanted 1024"):
        Signature("0" * 1016)


def test_the_menu_that_a_papers_pages_share_makes_no_copies() -> None:
    article = report("2014-02-03", Said("Dawn Brigade", "rivalry", "Northern Front")).article
    assert article is not None
    menu = Span(0, len(MENU))
    one = replace(article, text=MENU + STORY, furniture=(menu,))
    other = replace(article, text=MENU + OTHER, furniture=(menu,))
    mine, theirs = signature_of(one), signature_of(other)
    assert mine is not None
    assert theirs is not None
    assert mine.likeness(theirs) < 0.1
    assert signed(one.text).likeness(signed(other.text)) > 0.2


def test_alike_texts_share_a_band_and_others_do_not() -> None:
    assert set(signed(STORY).bands()) & set(signed(REWRITE).bands())
    assert not set(signed(STORY).bands()) & set(signed(OTHER).bands())


@pytest.mark.parametrize(("kept", "least"), [(0.9, 1.0), (0.7, 1.0), (0.5, 0.9)])
def test_nearly_every_copy_is_found_by_its_bands(kept: float, least: float) -> None:
    """Of texts that keep a share of another's words in one stretch, as an editor cuts."""
    chance = random.Random(1)
    met = 0
    for _ in range(40):
        words = [f"w{chance.randrange(5000)}" for _ in range(200)]
        own = [f"v{chance.randrange(5000)}" for _ in range(40)]
        cut = words[: int(200 * kept)] + own
        met += bool({*signed(" ".join(words)).bands()} & {*signed(" ".join(cut)).bands()})
    assert met / 40 >= least


def test_sizes_are_estimated_well_enough_to_tell_how_much_of_the_shorter_stands_in_the_longer() -> (
    None
):
    chance = random.Random(2)
    words = [f"w{chance.randrange(50000)}" for _ in range(600)]
    whole, part = signed(" ".join(words)), signed(" ".join(words[:200]))
    assert part.overlap(whole) == whole.overlap(part)
    assert part.overlap(whole) > 0.75
