"""A time in the world, never more exact than the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from allegiance.records.span import Span

Grain = Literal[
    "day", "week", "month", "season", "quarter", "year", "decade", "since", "until", "vague"
]


@dataclass(frozen=True, slots=True)
class When:
    """Some time inside `[start, end)`.

    Attributes:
        start: the first possible day; None where open.
        end: the day after the last possible one; None where open.
        grain: how the text counts.
    """

    start: date | None
    end: date | None
    grain: Grain

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"no time: [{self.start}, {self.end}); wanted start before end")


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """The words that name a time, and the time they name."""

    span: Span
    when: When
