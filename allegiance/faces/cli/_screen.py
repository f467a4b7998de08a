"""What reaches a terminal: tables, and sentences with words lit."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from allegiance.records.answer import Light
from allegiance.wording import harmless, safe

if TYPE_CHECKING:  # Annotation only: a tenth of a second that `extract` and `--help` do without.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

# Told apart by the colour-blind too: none relies on red against green.
STYLES = {
    "source": "bold blue",
    "target": "bold dark_orange",
    "place": "bold magenta",
    "result": "bold magenta",
    "instrument": "bold cyan",
    "speaker": "bold cyan",
    "cue": "italic cyan",
    "when": "italic",
    "hit": "bold yellow",
    "evidence": "underline",
}
# The stretch that holds all the others: it is the sentence, so brackets around it would say nothing.
UNBRACKETED = "evidence"
# Found words are what was typed, so they need no name.
NAMELESS = "hit"
# Where nobody looks nothing is cut to fit; a table takes what it needs.
WIDTH_OF_A_FILE = 400
WIDTH_OF_PROSE = 100


def say(line: str, *, bold: bool = False) -> None:
    """Print a line that is already safe."""
    out().print(line, style="bold" if bold else None, soft_wrap=True)


def say_text(text: Text, *, indent: int) -> None:
    """Print prose, folded where a person reads it and on one line where a program does."""
    from rich.padding import Padding

    if out().is_terminal:
        width = min(out().width, WIDTH_OF_PROSE)
        out().print(Padding(text, (0, 0, 0, indent)), width=width)
    else:
        out().print(" " * indent, text, sep="", soft_wrap=True)


def draw(table: Table) -> None:
    """Print a table."""
    out().print(table)


def lit(text: str, lights: Sequence[Light]) -> Text:
    """A stretch of an article with words lit: in colours, or in named brackets where there are none."""
    from rich.text import Text

    shown = "".join(" " if character.isspace() else harmless(character) for character in text)
    if not colourful():
        return Text(bracketed(shown, lights))
    painted = Text(shown)
    for light in sorted(lights, key=lambda light: light.what != UNBRACKETED):
        painted.stylize(STYLES.get(light.what, "bold"), light.span.start, light.span.end)
    return painted


def bracketed(text: str, lights: Sequence[Light]) -> str:
    """The text with every light in brackets that name it.

    >>> from allegiance.records.span import Span
    >>> bracketed("ISIS left", [Light(Span(0, 4), "source")])
    '[source: ISIS] left'
    """
    shown = [light for light in lights if light.what != UNBRACKETED]
    starts = [(light.span.start, 1, -light.span.end, _opening(light)) for light in shown]
    # At one place what ends is closed before what begins is opened.
    ends = [(light.span.end, 0, 0, "]") for light in shown]
    pieces: list[str] = []
    last = 0
    for place, _, _, mark in sorted(starts + ends):
        pieces += [text[last:place], mark]
        last = place
    return "".join([*pieces, text[last:]])


def _opening(light: Light) -> str:
    return "[" if light.what == NAMELESS else f"[{light.what}: "


def complain(message: str) -> None:
    """Tell the user on standard error, in plain words."""
    lines = [_indented(line) for line in message.split("\n")]
    print("allegiance: " + "\n".join(lines), file=sys.stderr)


def _indented(line: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + safe(line)


def without_colour() -> None:
    """Print no colours from here on, in every console of this process."""
    os.environ["NO_COLOR"] = "1"
    out.cache_clear()


def colourful() -> bool:
    """Do colours reach the user of standard output?"""
    return out().color_system is not None and not out().no_color


@cache
def out() -> Console:
    """Standard output; it reads no markup, so that brackets in an article stay brackets."""
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = WIDTH_OF_A_FILE
    return console
