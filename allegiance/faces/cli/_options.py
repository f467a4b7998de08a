"""Options that several commands share, each described once."""

from __future__ import annotations

import getpass
import os
import shlex
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from allegiance.errors import UsageError

DEFAULT_STORE = Path("allegiance.db")
STORE_VARIABLE = "ALLEGIANCE_DB"
REVIEWER_VARIABLE = "ALLEGIANCE_REVIEWER"
LEXICON_VARIABLE = "ALLEGIANCE_LEXICON"
STANDARD_INPUT = "-"

Store: TypeAlias = Annotated[
    Path,
    typer.Option("--db", envvar=STORE_VARIABLE, help="The store, one file.", show_envvar=True),
]
Overlay: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="FOLDER",
        envvar=LEXICON_VARIABLE,
        help="Lay this folder over the built-in lexicon.",
        show_envvar=True,
        show_default=False,
    ),
]
Inputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files (.txt, .html, .htm, .jsonl), folders, or - for standard input.",
        show_default=False,
    ),
]
Form: TypeAlias = Annotated[
    str,
    typer.Option("--from", metavar="FORM", help="What standard input holds: txt, html or jsonl."),
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="The day of publication of articles that name none."),
]
Workers: TypeAlias = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=256,
        metavar="N",
        help="Processes that read; each holds one model. If left out: one a processor, up to 4, where it pays.",
    ),
]
KnownBy: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--known-by",
        metavar="DATE",
        help="Use only what was published up to this day.  [default: all]",
    ),
]
By: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        envvar=REVIEWER_VARIABLE,
        help="Who decides; it stands on the decision.  [default: who is logged in]",
        show_envvar=True,
        show_default=False,
    ),
]
Because: TypeAlias = Annotated[
    str,
    typer.Option("--why", metavar="WORDS", help="The reason; kept beside it.", show_default=False),
]
Kinds: TypeAlias = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND,...", help="Only these, for example alliance,rivalry."),
]
Json: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Print one JSON object instead of a table.")
]


def kinds_in(written: str | None) -> tuple[str, ...]:
    """The words of `--kind`.

    >>> kinds_in("alliance, rivalry")
    ('alliance', 'rivalry')
    """
    return tuple(word.strip() for word in (written or "").split(",") if word.strip())


def reviewer(by: str | None) -> str:
    """The name that stands on a decision: as given, else that of git, else of who is logged in.

    Raises:
        UsageError: there is none.
    """
    if by is not None:
        return by
    try:
        return os.environ.get("GIT_AUTHOR_NAME") or getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("nobody is logged in by name; say who decides with --by NAME") from error


def naming(db: Path) -> str:
    """What the next command needs to find the same store: nothing, if that is where it looks anyway."""
    looked_for = os.environ.get(STORE_VARIABLE) or str(DEFAULT_STORE)
    return "" if str(db) == looked_for else f" --db {shlex.quote(str(db))}"
