"""Where every error of a command becomes one message on standard error and an exit status; never a traceback."""

from __future__ import annotations

import errno
import os
import sys

import typer
from click import Context
from typer.core import TyperGroup

from allegiance.errors import AllegianceError, NameProblem
from allegiance.faces.cli._screen import complain

NOT_FOUND = 1
UNUSABLE = 2
SOME_FAILED = 3
# As a shell counts a program that SIGPIPE ended.
NOBODY_READS = 141


class GuardedGroup(TyperGroup):
    """A group of commands whose errors are told to the user."""

    def invoke(self, ctx: Context) -> object:
        """Run the command.

        Raises:
            Exit: it could not do all that it was asked for.
        """
        try:
            outcome: object = super().invoke(ctx)
            sys.stdout.flush()
            return outcome
        except NameProblem as problem:
            complain(_with_candidates(problem))
            raise typer.Exit(NOT_FOUND) from problem
        except AllegianceError as error:
            complain(str(error))
            raise typer.Exit(UNUSABLE) from error
        except BrokenPipeError as error:
            _silence_output()
            raise typer.Exit(NOBODY_READS) from error
        except OSError as error:
            complain(_said_plainly(error))
            raise typer.Exit(UNUSABLE) from error


def _with_candidates(problem: NameProblem) -> str:
    """The message, and below it the candidates that it does not name itself."""
    message = str(problem)
    unnamed = [name for name in problem.candidates if name not in message]
    return "\n".join([message, *(f"  {name}" for name in unnamed)])


def _said_plainly(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full; make room and run the command again (nothing is half-written)"
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"


def _silence_output() -> None:
    # What is still buffered would be flushed at exit, and fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
