"""What a phrase of the calendar means, counted from the day of publication or from the time last named.

Each reader bears the name by which `calendar.toml` calls it, takes the groups of the phrase, and gives back the period:
open on both sides where there is no day to count from, None where the words are no date.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from allegiance.extract._timing import periods as period
from allegiance.extract._timing.groups import (
    Groups,
    Moment,
    counted,
    day_number,
    holds,
    long_year,
    month_number,
    said_year,
    year_before,
    year_of_day,
)
from allegiance.lexicon.calendar import Calendar
from allegiance.records.when import When


def read(means: str, groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    """The period that a phrase names; None where it is no date after all (31 February)."""
    try:
        return _READERS[means](groups, moment, calendar)
    except (ValueError, OverflowError):  # A day that no calendar has.
        return None


def open_ended(grain: str) -> When:
    """A phrase with no day to count from."""
    kinds = {"weekend": "day", "fortnight": "week"}
    return When(None, None, kinds.get(grain, grain))  # type: ignore[arg-type]


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


def _weekday(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.anchor is None:
        return open_ended("day")
    weekday = calendar.weekdays[groups["weekday"] or ""]
    step = calendar.steps.get(groups.get("step") or "", None)
    back = (moment.anchor.weekday() - weekday) % 7
    if step == 1 or (moment.future and step is None and back):
        ahead = (weekday - moment.anchor.weekday()) % 7 or 7
        return period.day(moment.anchor + ahead * period.DAY)
    if step == -1:
        back = back or 7
    return period.day(moment.anchor - back * period.DAY)


def _weekday_of_week(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.anchor is None:
        return open_ended("day")
    weekday = calendar.weekdays[groups["weekday"] or ""]
    steps = calendar.steps[groups["week"] or ""]
    monday = moment.anchor - moment.anchor.weekday() * period.DAY
    return period.day(monday + (7 * steps + weekday) * period.DAY)


def _step(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    unit = groups["unit"] or ""
    if moment.anchor is None:
        return open_ended(unit)
    steps = calendar.steps.get(groups.get("step") or "", 0)
    if unit == "weekend" and steps == 0 and moment.anchor.weekday() < 5 and not moment.future:
        steps = -1
    return period.holding(unit, period.moved(moment.anchor, unit, steps))


def _span_back(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    unit = calendar.units[groups["unit"] or ""]
    number = groups["number"]
    if moment.anchor is None:
        return open_ended(unit)
    if number is None:
        return open_ended("vague")
    first = period.moved(moment.anchor, unit, -counted(number, calendar))
    return When(first, moment.anchor + period.DAY, unit)  # type: ignore[arg-type]


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


def _ago(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    unit = calendar.units[groups["unit"] or ""]
    count = counted(groups.get("number") or "one", calendar)
    way = groups["way"]
    if unit == "year" and count == 1 and moment.quarter is not None and way != "later":
        return year_before(moment.quarter)
    start = moment.anchor if way == "ago" else moment.reference
    if start is None:
        return open_ended(unit)
    if unit == "year" and way == "earlier" and moment.last and moment.last.grain == "day":
        return period.holding("year", period.moved(start, unit, -count))
    sign = 1 if way in ("after", "later", "afterwards") else -1
    return period.holding(unit, period.moved(start, unit, sign * count))


def _long_ago(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    return open_ended("vague")


def _near_day(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.anchor is None:
        return open_ended("day")
    shift = " ".join((groups["shift"] or "").split())
    days = {"the day before yesterday": -2, "yesterday": -1, "last night": -1}
    days |= {"tomorrow": 1, "the day after tomorrow": 2}
    return period.day(moment.anchor + days.get(shift, 0) * period.DAY)


def _decade(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    written = groups.get("decade")
    if not written:
        return period.decade(calendar.tens[groups["tens"] or ""])
    figures = written.lstrip("'’")
    if len(figures) == 4:
        return period.decade(int(figures))
    return period.decade(long_year(figures, moment))


def _year_reader(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    return period.year(int(groups["year"] or 0))


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


def _years(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    first, written = int(groups["year"] or 0), groups["end_year"] or ""
    last = int(written) if len(written) == 4 else first - first % 100 + int(written)
    if not first < last < first + 100:
        return None
    return When(date(first, 1, 1), date(last + 1, 1, 1), "year")


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


def _period(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.quarter is not None:
        return moment.quarter
    if moment.anchor is None:
        return open_ended("quarter")
    steps = 0 if moment.future else -1
    return period.holding("quarter", period.moved(moment.anchor, "quarter", steps))


def _period_before(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.quarter is not None:
        return year_before(moment.quarter)
    return open_ended("year") if moment.anchor is None else period.year(moment.anchor.year - 1)


def _period_year(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    year = int(groups["year"] or 0)
    if moment.quarter is not None and moment.quarter.start is not None:
        return period.quarter(year, (moment.quarter.start.month + 2) // 3)
    return period.year(year)


def _half(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    year = said_year(groups, moment)
    number = 1 if groups["half"] in ("first", "1st") else 2
    return open_ended("season") if year is None else period.half(year, number)


def _year_end(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    year = said_year(groups, moment)
    if year is None:
        year = moment.anchor.year if moment.anchor else None
    return open_ended("year") if year is None else period.day(date(year, 12, 31))


def _unit_end(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    if moment.anchor is None:
        return open_ended("day")
    unit = groups["unit"] or ""
    steps = calendar.steps.get(groups["which"] or "", 0)
    whole = period.holding(unit, period.moved(moment.anchor, unit, steps))
    assert whole.end is not None
    return period.day(whole.end - period.DAY)


def _the_unit(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    unit = groups["unit"] or ""
    if moment.anchor is None:
        return open_ended(unit)
    steps = -7 if unit == "weekend" and moment.anchor.weekday() < 5 and not moment.future else 0
    return period.holding(unit, moment.anchor + steps * period.DAY)


def _same(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    unit = calendar.units[groups["unit"] or ""]
    start = moment.reference
    if start is None:
        return open_ended(unit)
    steps = 1 if groups.get("forward") else -1 if groups.get("back") else 0
    return period.holding(unit, period.moved(start, unit, steps))


def _recent(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    days = calendar.recent[calendar.units[groups["unit"] or ""]]
    if moment.anchor is None:
        return open_ended("vague")
    return When(moment.anchor - days * period.DAY, moment.anchor + period.DAY, "vague")


def _feast(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    month, number = calendar.feasts[" ".join((groups["feast"] or "").split())]
    year = said_year(groups, moment) or year_of_day(month, number, moment)
    return open_ended("day") if year is None else period.day(date(year, month, number))


def _fixed(groups: Groups, moment: Moment, calendar: Calendar) -> When | None:
    return period.day(calendar.fixed[" ".join((groups["fixed"] or "").split())])


_READERS: dict[str, Callable[[Groups, Moment, Calendar], When | None]] = {
    "ago": _ago,
    "date": _date,
    "days": _days,
    "decade": _decade,
    "feast": _feast,
    "fixed": _fixed,
    "half": _half,
    "long_ago": _long_ago,
    "month": _month,
    "near_day": _near_day,
    "period": _period,
    "period_before": _period_before,
    "period_year": _period_year,
    "quarter": _quarter,
    "recent": _recent,
    "same": _same,
    "season": _season,
    "slashed": _slashed,
    "span_back": _span_back,
    "step": _step,
    "the_unit": _the_unit,
    "unit_end": _unit_end,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "worded": _worded,
    "year": _year_reader,
    "year_end": _year_end,
    "years": _years,
}
MEANINGS = frozenset(_READERS)
