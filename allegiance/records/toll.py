"""Persons killed, wounded, abducted, detained or displaced, as a range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from allegiance.records.span import Span

TollKind = Literal["killed", "wounded", "abducted", "detained", "displaced"]


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of persons and the words that give it.

    Attributes:
        span: the number with its unit ("at least 12 soldiers").
        low: at least so many.
        high: at most so many; None where the text sets no upper bound.
    """

    kind: TollKind
    low: int
    high: int | None
    span: Span

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"no toll: {self.low} to {self.high}; wanted 0 <= low <= high")
