"""From where an article counts its times, and what the parts of a date phrase are as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from allegiance.extract._timing import periods as period
from allegiance.lexicon.calendar import Calendar
from allegiance.records.when import When

Groups = Mapping[str, str | None]

_FIGURES = re.compile(r"\d+")


@dataclass(slots=True)
class Moment:
    """From where the article counts.

    Attributes:
        anchor: the day of publication; None where unknown.
        last: the period that the text named before this phrase.
        quarter: the quarter it named before.
        future: the sentence speaks of what is to come.
        past: it speaks of what was.
    """

    anchor: date | None
    last: When | None = None
    quarter: When | None = None
    future: bool = False
    past: bool = False

    @property
    def months_ahead(self) -> int:
        """So many months ahead are spoken of more often than those of a year ago, unless something happened then."""
        return 0 if self.past else 2

    @property
    def reference(self) -> date | None:
        """A day inside the time last named, or else of publication."""
        if self.last is not None and self.last.start is not None:
            return self.last.start
        return self.anchor


Reader = Callable[[Groups, Moment, Calendar], When | None]


def open_ended(grain: str) -> When:
    """A phrase with no day to count from."""
    kinds = {"weekend": "day", "fortnight": "week"}
    return When(None, None, kinds.get(grain, grain))  # type: ignore[arg-type]


def month_number(groups: Groups, calendar: Calendar) -> int:
    """1 to 12, from figures or a name."""
    if groups.get("month_number"):
        return int(groups["month_number"] or 0)
    return calendar.months[groups["month"] or ""]


def day_number(word: str | None, calendar: Calendar) -> int:
    """The day of the month, from "3", "3rd" or "third"."""
    figures = _FIGURES.match(word or "")
    return int(figures.group()) if figures else calendar.days[word or ""]


def counted(word: str, calendar: Calendar) -> int:
    """How many, from figures or words."""
    return int(word) if word.isdigit() else calendar.numbers[" ".join(word.split())]


def said_year(groups: Groups, moment: Moment) -> int | None:
    """The year that the phrase itself names."""
    if groups.get("year"):
        return int(groups["year"] or 0)
    if groups.get("short_year"):
        return long_year(groups["short_year"] or "", moment)
    said = groups.get("step_year") or groups.get("step_year2")
    if not said or moment.anchor is None:
        return None
    steps = {"last": -1, "next": 1}.get(said.split()[0], 0)
    return moment.anchor.year + steps


def long_year(written: str, moment: Moment) -> int:
    """'89 is 1989, '05 is 2005: the latest that is at most ten years ahead."""
    number = int(written)
    if len(written) > 2:
        return number
    newest = (moment.anchor.year if moment.anchor else 2030) + 10
    return newest - (newest - number) % 100


def year_of_day(month: int, number: int, moment: Moment) -> int | None:
    """The year of a day without one: the latest before publication, or the next where it is to come."""
    if moment.anchor is None:
        return None
    this = moment.anchor.year
    ahead = (month, number) > (moment.anchor.month, moment.anchor.day)
    if moment.future:
        return this if ahead or month == moment.anchor.month else this + 1
    return this - (ahead and month > moment.anchor.month + moment.months_ahead)


def year_before(when: When) -> When:
    """The same stretch of the calendar a year earlier; `when` has to have a start."""
    assert when.start is not None
    back = when.start.replace(year=when.start.year - 1)
    return period.holding(when.grain, back)


def holds(when: When, of: date) -> bool:
    """Does a day lie in a time? It has to be bounded on both sides."""
    assert when.start is not None
    assert when.end is not None
    return when.start <= of < when.end
