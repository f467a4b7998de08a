"""Arithmetic of days, weeks, months and years; a period is a `When`, half-open."""

from __future__ import annotations

from datetime import date, timedelta

from allegiance.records.when import When

DAY = timedelta(days=1)
MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}


def day(of: date) -> When:
    """That day."""
    return When(of, of + DAY, "day")


def week(of: date) -> When:
    """The week from Monday that holds a day."""
    monday = of - of.weekday() * DAY
    return When(monday, monday + 7 * DAY, "week")


def weekend(of: date) -> When:
    """Saturday and Sunday of the week that holds a day."""
    saturday = of + (5 - of.weekday()) * DAY
    return When(saturday, saturday + 2 * DAY, "day")


def month(year: int, number: int) -> When:
    """A month; numbers below 1 and above 12 run into other years."""
    first = _month_start(year, number)
    return When(first, _month_start(year, number + 1), "month")


def season(year: int, first_month: int) -> When:
    """Three months; winter runs into the next year."""
    return When(_month_start(year, first_month), _month_start(year, first_month + 3), "season")


def quarter(year: int, number: int) -> When:
    """A quarter of a calendar year; numbers below 1 and above 4 run into other years."""
    first = 3 * number - 2
    return When(_month_start(year, first), _month_start(year, first + 3), "quarter")


def half(year: int, number: int) -> When:
    """January to June, or July to December."""
    first = 6 * number - 5
    return When(_month_start(year, first), _month_start(year, first + 6), "season")


def year(number: int) -> When:
    """A calendar year."""
    return When(date(number, 1, 1), date(number + 1, 1, 1), "year")


def decade(first_year: int) -> When:
    """Ten years from one that ends in 0."""
    return When(date(first_year, 1, 1), date(first_year + 10, 1, 1), "decade")


def holding(unit: str, of: date) -> When:
    """The period of that unit in which a day lies."""
    match unit:
        case "week" | "fortnight":
            return week(of)
        case "weekend":
            return weekend(of)
        case "month":
            return month(of.year, of.month)
        case "quarter":
            return quarter(of.year, (of.month + 2) // 3)
        case "year":
            return year(of.year)
        case "decade":
            return decade(of.year - of.year % 10)
        case _:
            return day(of)


def moved(of: date, unit: str, steps: int) -> date:
    """A day so many units on; the last day of the month where the month is too short."""
    if unit in MONTHS_OF:
        first = _month_start(of.year, of.month + steps * MONTHS_OF[unit])
        last = (_month_start(first.year, first.month + 1) - DAY).day
        return first.replace(day=min(of.day, last))
    return of + steps * DAYS_OF.get(unit, 7) * DAY


def _month_start(year: int, number: int) -> date:
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)
