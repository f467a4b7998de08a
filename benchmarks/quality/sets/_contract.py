"""What a module of this folder has to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, Measure


class Scorer(Protocol):
    """One set: what counts in a document of it. Its docstring defines every figure."""

    __doc__: str | None

    @staticmethod
    def score(case: Case) -> Iterator[Mark | Measure]:
        """Everything that counts for a figure; the gold has the form that README.md gives."""
        ...
