"""Times that a phrase names by itself, if not their year: "3 May", "last March", "the summer of 2014", "the 1990s"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from allegiance.extract._timing import periods as period
from allegiance.extract._timing.groups import (
    Groups,
    Moment,
    Reader,
    day_number,
    holds,
    long_year,
    month_number,
    open_ended,
    said_year,
    year_of_day,
)
from allegiance.lexicon.calendar import Calendar
from allegiance.records.when import When


def _date(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    month = month_number(groups, calendar)
    number = day_number(groups.get("day") or groups.get("day_number"), calendar)
    year = said_year(groups, moment)
    if year is None:
        year = year_of_day(month, number, moment)
    return open_ended("day") if year is None else period.day(date(year, month, number))


def _days(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    month = month_number(groups, calendar)
    first = day_number(groups["day"], calendar)
    last = day_number(groups["day2"], calendar)
    year = said_year(groups, moment) or year_of_day(month, first, moment)
    if year is None:
        return open_ended("day")
    return When(date(year, month, first), date(year, month, last) + period.DAY, "day")


def _slashed(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    one, other = int(groups["one"] or 0), int(groups["other"] or 0)
    month_first = (calendar.month_first and one <= 12) or other > 12
    month, number = (one, other) if month_first else (other, one)
    return period.day(date(long_year(groups["short_year"] or "", moment), month, number))


def _month(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    month = month_number(groups, calendar)
    year = said_year(groups, moment)
    if year is not None:
        return period.month(year, month)
    if moment.anchor is None:
        return open_ended("month")
    this = moment.anchor.year
    back = month > moment.anchor.month + moment.months_ahead
    match calendar.steps.get(groups.get("step") or ""):
        case -1:
            # "last May", said in October, is that of this year; said in June, it is the one before.
            return period.month(this - (month >= moment.anchor.month - 1), month)
        case 0:
            return period.month(this, month)
        case 1:
            return period.month(this + (month <= moment.anchor.month), month)
    if moment.future:
        return period.month(this + (month < moment.anchor.month), month)
    return period.month(this - back, month)


def _season(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    first_month = calendar.seasons[groups["season"] or ""]
    year = said_year(groups, moment)
    if year is not None:
        return period.season(year, first_month)
    if moment.anchor is None:
        return open_ended("season")
    step = calendar.steps.get(groups.get("step") or "")
    now = period.season(moment.anchor.year, first_month)
    assert now.start is not None
    ahead = now.start > moment.anchor
    if step == 1:
        return period.season(moment.anchor.year + (not ahead), first_month)
    if (ahead and step != 0 and not moment.future) or (step == -1 and holds(now, moment.anchor)):
        return period.season(moment.anchor.year - 1, first_month)
    return now


def _half(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    year = said_year(groups, moment)
    number = 1 if groups["half"] in ("first", "1st") else 2
    return open_ended("season") if year is None else period.half(year, number)


def _quarter(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    number = int(groups.get("quarter") or calendar.ordinals[groups["ordinal"] or ""])
    year = int(groups.get("fore_year") or 0) or said_year(groups, moment)
    if year is None:
        if moment.anchor is None:
            return open_ended("quarter")
        year = moment.anchor.year
        # A quarter is reported when it is over, or nearly.
        ahead = 3 * number - 2 > moment.anchor.month
        if ahead and not moment.future and 3 * number - 2 > moment.anchor.month + 2:
            year -= 1
    return period.quarter(year - bool(groups.get("before")), number)


def _year(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    return period.year(int(groups["year"] or 0))


def _year_end(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    year = said_year(groups, moment)
    if year is None:
        year = moment.anchor.year if moment.anchor else None
    return open_ended("year") if year is None else period.day(date(year, 12, 31))


def _years(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    first, written = int(groups["year"] or 0), groups["end_year"] or ""
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    if not first < last < first + 100:
        return None
    return When(date(first, 1, 1), date(last + 1, 1, 1), "year")


def _worded(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    words = (groups["worded"] or "").replace("-", " ").split()
    counted = [calendar.numbers.get(word, 0) for word in words]
    tens = {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
    rest = sum(number + tens.get(word, 0) for number, word in zip(counted, words, strict=True))
    if "thousand" in words:
        number = 2000 + sum(counted[words.index("thousand") + 1 :])
    else:
        number = 1900 + rest - 19
    if groups.get("month"):
        return period.month(number, month_number(groups, calendar))
    if groups.get("season"):
        return period.season(number, calendar.seasons[groups["season"] or ""])
    return period.year(number)


def _decade(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    written = groups.get("decade")
    if not written:
        return period.decade(calendar.tens[groups["tens"] or ""])
    figures = written.lstrip("'’")
    if len(figures) == 4:
        return period.decade(int(figures))
    return period.decade(long_year(figures, moment))


def _feast(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    month, number = calendar.feasts[" ".join((groups["feast"] or "").split())]
    year = said_year(groups, moment) or year_of_day(month, number, moment)
    return open_ended("day") if year is None else period.day(date(year, month, number))


def _fixed(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    return period.day(calendar.fixed[" ".join((groups["fixed"] or "").split())])


READERS: Mapping[str, Reader] = {
    "date": _date,
    "days": _days,
    "decade": _decade,
    "feast": _feast,
    "fixed": _fixed,
    "half": _half,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "slashed": _slashed,
    "worded": _worded,
    "year": _year,
    "year_end": _year_end,
    "years": _years,
}
