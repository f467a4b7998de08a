"""`allegiance extract`: articles in, one JSON line an article out, as docs/contract.md promises; nothing is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Annotated, Literal

import typer

from allegiance.faces.cli._explained import explained
from allegiance.faces.cli._guard import SOME_FAILED
from allegiance.faces.cli._options import STANDARD_INPUT, Form, Inputs, Overlay, Published, Workers
from allegiance.faces.cli._progress import bar
from allegiance.faces.cli._screen import complain
from allegiance.records.canonical import Json
from allegiance.wording import count

EXAMPLES = (
    "allegiance extract report.txt --published 2014-02-03",
    "cat reports.jsonl | allegiance extract --from jsonl > readings.jsonl",
    "allegiance extract report.txt --explain",
)


def run(
    paths: Inputs = None,
    form: Form = "txt",
    published: Published = None,
    layout: Annotated[
        Literal["jsonl"], typer.Option("--format", help="The only one yet.")
    ] = "jsonl",
    workers: Workers = None,
    lexicon: Overlay = None,
    readers: Annotated[
        Literal["both", "frames", "encoder"],
        typer.Option(help="Who reads claims: the frames of the lexicon, the encoder, or both."),
    ] = "both",
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in words what each reader saw, and why.")
    ] = False,
) -> None:
    """Print what articles say, one JSON object a line.

    Nothing is kept. Without PATH, standard input is read. A bad article becomes a line with its failures, and the run goes on.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import extraction

    inputs = paths or [STANDARD_INPUT]
    done = failed = 0
    if explain:
        for bundle in extraction.explain(
            inputs, form=form, published=published, readers=readers, lexicon=lexicon
        ):
            done += 1
            failed += bool(bundle.failures)
            typer.echo("\n".join(explained(bundle)))
        _fail_for(failed, done)
        return
    with bar("Reading") as shown:
        lines = extraction.read(
            inputs,
            form=form,
            published=published,
            workers=workers,
            readers=readers,
            lexicon=lexicon,
        )
        for line in lines:
            _write(line)
            done += 1
            failed += bool(line["failures"])
            if shown:
                shown(done, None)
    _fail_for(failed, done)


def _fail_for(failed: int, done: int) -> None:
    if failed:
        complain(f"{failed:,} of {count(done, 'article')} could not be read; `failures` says why")
        raise typer.Exit(SOME_FAILED)


def _write(line: Mapping[str, Json]) -> None:
    """One line at once, so that whoever reads the pipe need not wait for the next article."""
    sys.stdout.buffer.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
