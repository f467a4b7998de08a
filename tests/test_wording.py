"""Times and reports in words."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.records.answer import Report
from allegiance.records.when import Grain, When
from allegiance.wording import report_words, time_words


@pytest.mark.parametrize(
    ("start", "end", "grain", "words"),
    [
        (date(2014, 2, 3), date(2014, 2, 4), "day", "2014-02-03"),
        (date(2014, 1, 27), date(2014, 2, 3), "week", "2014-01-27 to 2014-02-02"),
        (date(2013, 12, 1), date(2014, 1, 1), "month", "2013-12"),
        (date(2013, 1, 1), date(2014, 1, 1), "year", "2013"),
        (date(2010, 1, 1), date(2020, 1, 1), "decade", "2010-2019"),
        (date(2013, 1, 1), date(2013, 4, 1), "quarter", "2013-01-01 to 2013-03-31"),
        (None, date(2014, 2, 4), "until", "by 2014-02-03"),
        (date(2014, 2, 4), None, "since", "from 2014-02-04"),
        (None, None, "vague", ""),
    ],
)
def test_a_time_is_written_as_exactly_as_it_is_known(
    start: date | None, end: date | None, grain: Grain, words: str
) -> None:
    assert time_words(When(start, end, grain)) == words


def test_a_report_is_cited_by_publisher_day_and_title() -> None:
    day = When(date(2014, 2, 3), date(2014, 2, 4), "day")
    report = Report("article-1", "A title\x1b", "The Wire", day, None, "a.txt")
    assert report_words(report) == "The Wire, 2014-02-03, A title\N{REPLACEMENT CHARACTER}"


def test_a_report_without_any_of_these_is_cited_by_its_label() -> None:
    assert report_words(Report("article-1", None, None, None, None, "a.txt")) == "a.txt"
