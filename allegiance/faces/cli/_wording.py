"""Times, reports and numbers, as a person writes them."""

from __future__ import annotations

from datetime import date, timedelta

from allegiance.errors import UsageError
from allegiance.faces.cli._screen import safe
from allegiance.records.answer import Report
from allegiance.records.changes import Changes
from allegiance.records.history import History, Interval
from allegiance.records.network import Relation
from allegiance.records.when import When

ONE_DAY = timedelta(days=1)


def time_words(when: When | None, *, point: bool = False) -> str:
    """A time, no more exact than it is known; empty where it is not.

    Args:
        point: it is a moment somewhere in the range, as a beginning or an end is.

    >>> time_words(When(date(2014, 2, 1), date(2014, 3, 1), "month"))
    '2014-02'
    >>> time_words(When(None, date(2014, 2, 4), "day"))
    'by 2014-02-03'
    >>> time_words(When(date(2013, 4, 8), date(2013, 6, 11), "vague"), point=True)
    'between 2013-04-08 and 2013-06-10'
    """
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start is None:
        assert when.end is not None
        return f"by {when.end - ONE_DAY}"
    if when.end is None:
        return f"from {when.start}"
    return _range_words(when.start, when.end - ONE_DAY, point=point)


def when_of(written: str) -> When:
    """A day, a month or a year as a time.

    >>> time_words(when_of("2014-02"))
    '2014-02'

    Raises:
        UsageError: it is none.
    """
    parts = written.strip().split("-")
    try:
        year, month, day = (*map(int, parts), 1, 1)[:3]
        start = date(year, month, day)
        if len(parts) == 3:
            return When(start, start + ONE_DAY, "day")
        if len(parts) == 2:
            return When(start, date(year + month // 12, month % 12 + 1, 1), "month")
        return When(start, date(year + 1, 1, 1), "year")
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{written.strip()!r} is no day; write 2014-02-10, 2014-02 or 2014"
        ) from error


def _range_words(first: date, last: date, *, point: bool) -> str:
    """The first and the last day, shortened where together they are years or a month."""
    if first == last:
        return str(first)
    if first == date(first.year, 1, 1) and last == date(last.year, 12, 31):
        if first.year == last.year:
            return str(first.year)
        return f"between {first.year} and {last.year}" if point else f"{first.year}-{last.year}"
    whole_month = first.day == 1 and (last + ONE_DAY).day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02}"
    return f"between {first} and {last}" if point else f"{first} to {last}"


def since_words(interval: Interval) -> str:
    """When it began or happened; empty for what is only said to have been once."""
    return time_words(interval.relation.since, point=True) if interval.drawn is not None else ""


def until_words(interval: Interval) -> str:
    """When it ended, or the last day that reports tell of; empty while it goes on, and for happenings."""
    if interval.relation.until is not None:
        return time_words(interval.relation.until, point=True)
    if interval.relation.faded and not interval.happening:
        return f"not told of after {interval.last}"
    return ""


def interval_words(interval: Interval) -> str:
    """Its beginning and its end on one line."""
    since, until = since_words(interval), until_words(interval)
    ended = until if interval.relation.until is None else f"ended {until}"
    return ", ".join(words for words in (since, ended) if words)


def other_name(relation: Relation, among: History | Changes) -> str:
    """The name of the target, or of the place."""
    if relation.target is not None:
        return among.actor(relation.target).name
    return among.place(relation.place or "").name


def report_words(report: Report) -> str:
    """A report as one cites it: publisher, day, title."""
    parts = [report.publisher, time_words(report.published), report.title]
    return ", ".join(safe(part) for part in parts if part) or safe(report.label)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun.

    >>> count(1, "article"), count(1200, "article")
    ('1 article', '1,200 articles')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def told_by(reports: int, witnesses: int) -> str:
    """How many reports say so, and how many of them by themselves.

    >>> told_by(3, 2), told_by(1, 1)
    ('3 reports, 2 independent', '1 report, 1 independent')
    """
    return f"{count(reports, 'report')}, {witnesses:,} independent"


def short(claim_id: str) -> str:
    """As much of a claim's id as one has to type."""
    return claim_id.removeprefix("claim-")[:8]


def short_decision(decision_id: str) -> str:
    """As much of a decision's id as one has to type."""
    return decision_id.removeprefix("decision-")[:8]
