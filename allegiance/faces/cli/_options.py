"""Options that several commands share, each described once."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

DEFAULT_STORE = Path("allegiance.db")
STORE_VARIABLE = "ALLEGIANCE_DB"
STANDARD_INPUT = "-"

Store: TypeAlias = Annotated[
    Path,
    typer.Option("--db", envvar=STORE_VARIABLE, help="The store, one file.", show_envvar=True),
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
    int,
    typer.Option(min=1, max=256, metavar="N", help="Processes that read; each holds one model."),
]
KnownBy: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--known-by",
        metavar="DATE",
        help="Use only what was published up to this day.  [default: all]",
    ),
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


def naming(db: Path) -> str:
    """What the next command needs to find the same store: nothing, if that is where it looks anyway."""
    looked_for = os.environ.get(STORE_VARIABLE) or str(DEFAULT_STORE)
    return "" if str(db) == looked_for else f" --db {shlex.quote(str(db))}"
