"""Times, reports and numbers, as a person writes them."""

from __future__ import annotations

from datetime import date, timedelta

from allegiance.faces.cli._screen import safe
from allegiance.records.answer import Report
from allegiance.records.when import When

ONE_DAY = timedelta(days=1)


def time_words(when: When | None) -> str:
    """A time, no more exact than it is known; empty where it is not.

    >>> time_words(When(date(2014, 2, 1), date(2014, 3, 1), "month"))
    '2014-02'
    >>> time_words(When(None, date(2014, 2, 4), "day"))
    'by 2014-02-03'
    """
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start is None:
        assert when.end is not None
        return f"by {when.end - ONE_DAY}"
    if when.end is None:
        return f"from {when.start}"
    return _between(when.start, when.end - ONE_DAY)


def _between(first: date, last: date) -> str:
    """The first and the last day, shortened where together they are a year or a month."""
    if first == last:
        return str(first)
    if first == date(first.year, 1, 1) and last == date(last.year, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    whole_month = first.day == 1 and (last + ONE_DAY).day == 1
    if whole_month and (first.year, first.month) == (last.year, last.month):
        return f"{first.year}-{first.month:02}"
    return f"{first} to {last}"


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
