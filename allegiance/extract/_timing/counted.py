"""Times counted from the day of publication, or from the time last named: "on Monday", "two years ago", "the same week"."""

from __future__ import annotations

from collections.abc import Mapping

from allegiance.extract._timing import periods as period
from allegiance.extract._timing.groups import (
    Groups,
    Moment,
    Reader,
    counted,
    open_ended,
    year_before,
)
from allegiance.lexicon.calendar import Calendar
from allegiance.records.when import When


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


READERS: Mapping[str, Reader] = {
    "ago": _ago,
    "long_ago": _long_ago,
    "near_day": _near_day,
    "period": _period,
    "period_before": _period_before,
    "period_year": _period_year,
    "recent": _recent,
    "same": _same,
    "span_back": _span_back,
    "step": _step,
    "the_unit": _the_unit,
    "unit_end": _unit_end,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
}
