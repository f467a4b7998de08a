"""The command `allegiance`: each module of `commands` is one of its commands.

Exit statuses: 0 done; 1 what was asked for is not there; 2 the call or the store cannot be used; 3 some articles could
not be read; 130 stopped by Ctrl-C; 141 whoever read the output went away.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from allegiance import __version__, shelf
from allegiance.faces.cli._guard import GuardedGroup
from allegiance.faces.cli._screen import without_colour

COMMANDS = "allegiance.faces.cli.commands"


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its number; it is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    build()()


def build() -> typer.Typer:
    """The application with all its commands, by name."""
    app = typer.Typer(
        name="allegiance",
        cls=GuardedGroup,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_start)
    for name in shelf.names(COMMANDS):
        command = shelf.take(COMMANDS, name)
        app.command(name, epilog=_examples(command.EXAMPLES))(command.run)
    return app


def _start(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=lambda on: _version(on)
        ),
    ] = False,
    no_color: Annotated[
        bool,
        typer.Option("--no-color", help="Print without colours (so does the variable NO_COLOR)."),
    ] = False,
) -> None:
    """Read reports on conflict and keep a sourced, dated map of who stands with, under and against whom."""
    if no_color:
        without_colour()


def _version(on: bool) -> None:
    if on:
        typer.echo(f"allegiance {__version__}")
        raise typer.Exit


def _examples(examples: tuple[str, ...]) -> str:
    # The sign keeps the lines of a paragraph as they are.
    return "\n".join(["\b", "Examples:", *(f"  $ {line}" for line in examples)])
