"""Options that several commands share, each described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Store: TypeAlias = Annotated[
    Path,
    typer.Option("--db", envvar="ALLEGIANCE_DB", help="The store, one file.", show_envvar=True),
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

DEFAULT_STORE = Path("allegiance.db")
STANDARD_INPUT = "-"
