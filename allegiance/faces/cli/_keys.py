"""Single keys and short lines, from a terminal or from a pipe."""

from __future__ import annotations

import sys
from typing import Protocol

import click

END_OF_INPUT = "\x04"
ENTER = "\n"


class Keys(Protocol):
    """Where keys come from."""

    def key(self) -> str | None:
        """The next key, in lower case; None where there is none left."""
        ...

    def line(self) -> str | None:
        """What is typed up to the end of the line; None where nothing is left."""
        ...


def keys() -> Keys:
    """The terminal's, or those that stand on standard input."""
    return TerminalKeys() if sys.stdin.isatty() else PipedKeys()


class TerminalKeys:
    """Keys as they are pressed; lines as a person ends them."""

    def key(self) -> str | None:
        """The next key pressed. Ctrl-C stops the program, Ctrl-D ends the input."""
        try:
            pressed = click.getchar()
        except EOFError:
            return None
        if pressed == END_OF_INPUT:
            return None
        return ENTER if pressed in "\r\n" else pressed.lower()

    def line(self) -> str | None:
        """A line, edited as the terminal allows."""
        try:
            return input()
        except EOFError:
            return None


class PipedKeys:
    """One character a key; white space between keys is passed over."""

    def key(self) -> str | None:
        """The next character that is no white space."""
        while character := sys.stdin.read(1):
            if not character.isspace():
                return character.lower()
        return None

    def line(self) -> str | None:
        """The rest of the line."""
        written = sys.stdin.readline()
        return written.rstrip("\r\n") if written else None
