"""Colours and lines of the drawings: read in the light and in the dark, and without telling colours apart."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

# Blue against orange is told apart by all common kinds of sight, and both stand out (3 to 1) on white and on black.
WITH = "#2f81d6"
AGAINST = "#d1690a"
NEITHER = "#808080"
FONT = "font: 12px system-ui, sans-serif"
# Of that font, about; what is wider is wide twice.
LETTER = 6.8


class Ink(NamedTuple):
    """How ties of one sign are drawn.

    Attributes:
        dashes: as SVG has them; None for a full line.
        means: what the legend says.
    """

    colour: str
    dashes: str | None
    means: str


INKS = {
    1: Ink(WITH, None, "with each other"),
    -1: Ink(AGAINST, "7 4", "against each other"),
    0: Ink(NEITHER, "2 4", "neither"),
}
# What is disputed or only alleged.
PALE = 0.45


def shortened(text: str, letters: int) -> str:
    """The beginning of a text that takes no more room than so many letters, and `…` where it goes on."""
    room = letters
    for number, letter in enumerate(text):
        room -= 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if room < 0:
            return text[: number - 1].rstrip() + "…"
    return text


def width(text: str) -> float:
    """How wide it is drawn, about, in pixels."""
    return LETTER * sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
