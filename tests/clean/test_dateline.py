"""A report begins with its place and its day."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.clean.dateline import Dateline, DatelineFinder
from allegiance.lexicon.lexicon import load
from allegiance.records.span import Span

LEXICON = load()
FINDER = DatelineFinder(
    LEXICON.calendar.months, LEXICON.calendar.weekdays, LEXICON.furnishing.outlets
)


def found(text: str) -> Dateline | None:
    return FINDER.find(text)


@pytest.mark.parametrize(
    ("line", "place", "written"),
    [
        ("BAGHDAD, Feb 3 (Agency) -", "BAGHDAD", None),
        ("BEIRUT (Reuters) –", "BEIRUT", None),
        ("SAN SALVADOR, 5 SEP 89 (ACAN-EFE) --", "SAN SALVADOR", date(1989, 9, 5)),
        ("PANAMA CITY (PANAMA), 19 NOV 89 (ACAN) --", "PANAMA CITY", date(1989, 11, 19)),
        ("Kabul, 3 March 2014 —", "Kabul", date(2014, 3, 3)),
        ("KABUL, Afghanistan, March 3, 2014 (AP) —", "KABUL", date(2014, 3, 3)),
        ("GAZA CITY, Gaza Strip --", "GAZA CITY", None),
        ("Gao, Mali (AFP) -", "Gao", None),
        ("TRIPOLI —", "TRIPOLI", None),
        ("LIMA, NO DATE (DOMESTIC SERVICE) --", "LIMA", None),
        ("GENEVA, 31 Feb 2014 (Agency) -", "GENEVA", None),
    ],
)
def test_a_date_line_is_found_with_its_place_and_day(
    line: str, place: str, written: date | None
) -> None:
    text = f"{line} The talks began."
    dateline = found(text)
    assert dateline is not None
    assert dateline.span.of(text) == line
    assert dateline.place.of(text) == place
    assert (dateline.written.start if dateline.written else None) == written


@pytest.mark.parametrize(
    "text",
    [
        "The front - which holds the town - left.",
        "Al-Qaeda said on Monday that it left.",
        "Rebels (and their allies) left the town - again.",
        "THE ARMY -- WHICH HOLDS THE TOWN -- LEFT IT.",
        "UN - The talks began.",
        "On 3 March 2014 the talks began - at last.",
        "",
    ],
)
def test_other_words_before_a_dash_are_no_date_line(text: str) -> None:
    assert found(text) is None


def test_a_date_line_may_follow_a_headline_but_not_stand_deep_in_the_text() -> None:
    headline = "Talks begin\n\nGENEVA (Agency) - The talks began."
    dateline = found(headline)
    assert dateline is not None
    assert dateline.span == Span(13, 30)
    assert found("The talks went on.\n" * 5 + "GENEVA (Agency) - The talks began.") is None


def test_a_line_that_is_furniture_is_passed_over() -> None:
    text = "GENEVA (Agency) - The talks began."
    assert FINDER.find(text, [Span(0, 10)]) is None
