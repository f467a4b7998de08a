"""Days as places on a line, with marks at years or months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allegiance.notebook._pieces import View

# Months between two marks.
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
MOST_MARKS = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """From the left to the right edge, in pixels."""

    view: View
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where the day begins; the nearer edge for days out of view."""
        first, end = self.view.first.toordinal(), self.view.end.toordinal()
        share = (day.toordinal() - first) / (end - first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def marks(self) -> Iterator[tuple[date, str]]:
        """First days of years or months that are round, with their names; as many as one can read."""
        days = (self.view.end - self.view.first).days
        step = next((one for one in STEPS if days / 30.4 / one < MOST_MARKS), STEPS[-1])
        first = self.view.first
        # The rounded month before the first day, counted from the year 0.
        month = (first.year * 12 + first.month - 1) // step * step
        while (day := _month(month)) is not None and day < self.view.end:
            if day >= first:
                yield day, f"{day:%Y}" if step >= 12 else f"{day:%Y-%m}"
            month += step


def _month(number: int) -> date | None:
    """The first day of a month; None beyond the days that there are; the first year for earlier ones."""
    year, month = divmod(number, 12)
    return date(max(year, 1), month + 1, 1) if year <= date.max.year else None
