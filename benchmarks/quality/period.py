"""Times as the scorers compare them: without grain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """`[start, end)` in days; None where open."""

    start: date | None
    end: date | None

    def __str__(self) -> str:
        return f"{self.start or ''}..{self.end or ''}"

    @property
    def days(self) -> float:
        """How long it is; infinite where open."""
        return (self.end - self.start).days if self.start and self.end else float("inf")

    def holds(self, other: Period) -> bool:
        """Does `other` lie wholly inside?"""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        return starts and (self.end is None or (other.end is not None and other.end <= self.end))

    def meets(self, other: Period) -> bool:
        """Do the two share a day?"""
        return _before(self.start, other.end) and _before(other.start, self.end)


def period_of(written: dict[str, str | None]) -> Period:
    """That of an object with `start` and `end`.

    Raises:
        ValueError: one of them is no day.
    """
    start, end = (written[side] for side in ("start", "end"))
    return Period(_day(start), _day(end))


def calendar_period(written: str) -> Period:
    """The year, month or day that is written so.

    >>> calendar_period("2014-12")
    Period(start=datetime.date(2014, 12, 1), end=datetime.date(2015, 1, 1))
    """
    year, month, day = (int(part) for part in (*written.split("-"), "0", "0")[:3])
    if not month:
        return Period(date(year, 1, 1), date(year + 1, 1, 1))
    if not day:
        return Period(date(year, month, 1), date(year + month // 12, month % 12 + 1, 1))
    start = date(year, month, day)
    return Period(start, date.fromordinal(start.toordinal() + 1))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end
