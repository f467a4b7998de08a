"""Dates are found as the text counts them, and turned into days from the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from allegiance.extract._timing.values import MEANINGS
from allegiance.lexicon.lexicon import load
from allegiance.records.bundle import Found
from allegiance.records.when import DatePhrase

Read = Callable[..., Found]

# A Wednesday.
PUBLISHED = "2014-02-12"


def only(read: Read, text: str, published: str | None = PUBLISHED) -> DatePhrase:
    found = read(text, published).dates
    assert len(found) == 1, [phrase.span.of(text) for phrase in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "phrase", "start", "end", "grain"),
    [
        ("Troops left on 2014-02-03.", "2014-02-03", "2014-02-03", "2014-02-04", "day"),
        ("Troops left on 3 Feb 2014.", "3 Feb 2014", "2014-02-03", "2014-02-04", "day"),
        ("Troops left on 3rd of May, 2012.", "3rd of May, 2012", "2012-05-03", "2012-05-04", "day"),
        ("Troops left on February 3.", "February 3", "2014-02-03", "2014-02-04", "day"),
        ("Troops left on Feb. 3.", "Feb. 3", "2014-02-03", "2014-02-04", "day"),
        ("The talks took place on Dec. 9.", "Dec. 9", "2013-12-09", "2013-12-10", "day"),
        ("Troops left on Monday.", "Monday", "2014-02-10", "2014-02-11", "day"),
        ("Troops left last Wednesday.", "last Wednesday", "2014-02-05", "2014-02-06", "day"),
        ("They will meet on Friday.", "Friday", "2014-02-14", "2014-02-15", "day"),
        ("They meet next Tuesday.", "next Tuesday", "2014-02-18", "2014-02-19", "day"),
        ("Troops left last week.", "last week", "2014-02-03", "2014-02-10", "week"),
        ("Troops left this month.", "this month", "2014-02-01", "2014-03-01", "month"),
        ("Troops left last year.", "last year", "2013-01-01", "2014-01-01", "year"),
        ("Troops left in 2013.", "2013", "2013-01-01", "2014-01-01", "year"),
        ("Troops left in March.", "March", "2013-03-01", "2013-04-01", "month"),
        ("Troops left in July 2011.", "July 2011", "2011-07-01", "2011-08-01", "month"),
        ("Troops left in the 1990s.", "the 1990s", "1990-01-01", "2000-01-01", "decade"),
        ("Troops left three days ago.", "three days ago", "2014-02-09", "2014-02-10", "day"),
        ("Troops left yesterday.", "yesterday", "2014-02-11", "2014-02-12", "day"),
        ("Troops left this morning.", "this morning", "2014-02-12", "2014-02-13", "day"),
        (
            "War raged in the fall of 2012.",
            "the fall of 2012",
            "2012-09-01",
            "2012-12-01",
            "season",
        ),
        ("War raged in spring 2012.", "spring 2012", "2012-03-01", "2012-06-01", "season"),
        ("It fell in the third quarter of 2012.", None, "2012-07-01", "2012-10-01", "quarter"),
        ("They signed on May 3-5, 2012.", "May 3-5, 2012", "2012-05-03", "2012-05-06", "day"),
        ("He fled on 05/10/1996.", "05/10/1996", "1996-05-10", "1996-05-11", "day"),
        ("He fled on 25/10/1996.", "25/10/1996", "1996-10-25", "1996-10-26", "day"),
        ("THEY WERE ATTACKED ON 5 SEP 89.", "5 SEP 89", "1989-09-05", "1989-09-06", "day"),
        ("The 9/11 attacks followed.", "9/11", "2001-09-11", "2001-09-12", "day"),
    ],
)
def test_a_phrase_is_read_as_days(
    read: Read, text: str, phrase: str | None, start: str, end: str, grain: str
) -> None:
    found = only(read, text)
    if phrase is not None:
        assert found.span.of(text) == phrase
    expected = (date.fromisoformat(start), date.fromisoformat(end), grain)
    assert (found.when.start, found.when.end, found.when.grain) == expected


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It was held between March and June 2012.", date(2012, 3, 1), date(2012, 7, 1)),
        ("It was held from 2011 to 2013.", date(2011, 1, 1), date(2014, 1, 1)),
        ("It was held from 3 May 2012 to 9 June 2012.", date(2012, 5, 3), date(2012, 6, 10)),
        ("It was held between November and January 2012.", date(2011, 11, 1), date(2012, 2, 1)),
    ],
)
def test_two_times_that_bound_one_are_one(read: Read, text: str, start: date, end: date) -> None:
    when = only(read, text).when
    assert (when.start, when.end) == (start, end)


def test_two_times_side_by_side_stay_two(read: Read) -> None:
    assert len(read("They met in March and June 2012.", PUBLISHED).dates) == 2


def test_since_leaves_the_end_open_and_until_the_beginning(read: Read) -> None:
    since = only(read, "It has been at war since 2011.").when
    assert (since.start, since.end, since.grain) == (date(2011, 1, 1), None, "since")
    until = only(read, "It was at war until 2011.").when
    assert (until.start, until.end, until.grain) == (None, date(2012, 1, 1), "until")


def test_a_relative_phrase_with_no_day_to_count_from_is_open_on_both_sides(read: Read) -> None:
    when = only(read, "Troops left last week.", published=None).when
    assert (when.start, when.end, when.grain) == (None, None, "week")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("He was shot on 3 May 2012 and died two days later.", date(2012, 5, 5)),
        ("He was shot on 3 May 2012. His brother fell the same day.", date(2012, 5, 3)),
        ("He was shot on 3 May 2012. They left the following month.", date(2012, 6, 1)),
    ],
)
def test_what_counts_from_the_time_last_named_is_counted_from_it(
    read: Read, text: str, start: date
) -> None:
    assert read(text, PUBLISHED).dates[-1].when.start == start


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The siege lasted for three weeks.",
        "He paid $2000 for 1500 rounds.",
        "It was the 31st battalion.",
        "The camp holds 30 February.",
        "They were seized at 1500 by 2000 men.",
    ],
)
def test_what_only_looks_like_a_date_is_none(read: Read, text: str) -> None:
    assert read(text, PUBLISHED).dates == ()


def test_every_phrase_of_the_calendar_has_a_reader() -> None:
    assert {phrase.means for phrase in load().calendar.phrases} <= MEANINGS


@pytest.mark.parametrize("hour", ["at 2045", "at about 2045", "AT APPROXIMATELY 2045"])
def test_an_hour_is_no_year(read: Read, hour: str) -> None:
    assert not read(f"The shooting began {hour}, and went on.", PUBLISHED).dates


def test_the_fall_of_a_city_is_no_season(read: Read) -> None:
    assert not read("They fled after the fall of Raqqa.", published="2018-06-04").dates
