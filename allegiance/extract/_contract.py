"""What a module of this room has to be."""

from __future__ import annotations

from typing import Protocol

from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found


class Extractor(Protocol):
    """A part of the shelf `allegiance.extract`.

    Attributes:
        NEEDS: the extractors that have to run before.
    """

    NEEDS: tuple[str, ...]

    @staticmethod
    def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
        """Give back `found` with what this extractor finds added to it (`dataclasses.replace`)."""
        ...
