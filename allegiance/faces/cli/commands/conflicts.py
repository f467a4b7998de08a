"""`allegiance conflicts`: claims that cannot both hold, side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    KnownBy,
    Overlay,
    Store,
    naming,
)
from allegiance.faces.cli._screen import draw, say
from allegiance.records.canonical import plain
from allegiance.records.conflict import Conflict, Side, Voice
from allegiance.records.network import Losses
from allegiance.wording import count, report_words, safe, short, time_words, told_by

if TYPE_CHECKING:  # Annotation only: JSON needs no tables.
    from rich.table import Table

SCHEMA = "allegiance.conflicts/1"
EXAMPLES = (
    "allegiance conflicts",
    "allegiance conflicts 'Northern Front' --kind who,toll --from 2014-01-01 --to 2014-12-31",
    "allegiance conflicts --known-by 2014-02-28 --json",
)


def run(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="Only conflicts that this actor is a party to.",
            show_default=False,
        ),
    ] = None,
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only of this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only of this day or earlier.")
    ] = None,
    known_by: KnownBy = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND,...", help="Only these: who, tie, toll, when."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show claims that cannot both hold, side by side.

    Who did it, whether a tie is there, how many were killed, on which day. Each side has its speakers and reports, and a weight with its reason; nothing is averaged, and nobody is said to be right.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    kinds = tuple(word.strip() for word in kind.split(",") if word.strip()) if kind else ()
    with session.open(db, create=False, lexicon=lexicon) as store:
        found = store.conflicts(name, since=since, until=until, known_by=known_by, kinds=kinds)
    if as_json:
        written = {"schema": SCHEMA, "conflicts": plain(found)}
        typer.echo(json.dumps(written, ensure_ascii=False, indent=1))
        return
    for conflict in found:
        _tell(conflict)
    say(f"{count(len(found), 'conflict')}.")
    if found:
        example = short(found[0].sides[0].voices[0].claim_id)
        say(f"Evidence: allegiance why {example}{naming(db)}")


def _tell(conflict: Conflict) -> None:
    say(headline(conflict), bold=True)
    for side in conflict.sides:
        told = told_by(side.reports, side.witnesses)
        say(f"  {says(side, conflict)}  (weight {side.weight:.2f}: {told})")
        draw(table(side, conflict))
    say("")


def headline(conflict: Conflict) -> str:
    """What the claims disagree on."""
    mode = f" ({conflict.mode})" if conflict.mode else ""
    source, target = map(safe, conflict.parties)
    what = " ".join(word for word in (source, conflict.predicate + mode, target) if word)
    place = f" in {safe(conflict.place)}" if conflict.place else ""
    return f"{conflict.kind}: {what}{place}, {time_words(conflict.when)}"


def says(side: Side, conflict: Conflict) -> str:
    """What one side says, in words."""
    if side.toll is not None:
        return _toll_words(side.toll)
    if side.when is not None:
        return time_words(side.when)
    if side.phase is None:
        return f"{_name(side.actor, conflict)} {'did it' if side.holds else 'did not do it'}"
    who = f"{_name(side.actor, conflict)}, " if side.actor else ""
    word = {"ends": "ended", "begins": "begun", "holds": "so"}[side.phase]
    return f"{who}{side.predicate}: {word if side.holds else f'not {word}'}"


def table(side: Side, conflict: Conflict) -> Table:
    """One row a voice: its weight, who speaks, why it weighs so, the report, the claim."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    for _ in range(4):
        grid.add_column()
    for voice in side.voices:
        grid.add_row(*_row(voice, conflict))
    return grid


def _row(voice: Voice, conflict: Conflict) -> Iterator[str]:
    yield f"    {voice.weight:.2f}"
    yield _name(voice.speaker, conflict) or "-"
    yield f"{voice.because} ({voice.rule}); read with confidence {voice.confidence:.2f}"
    yield report_words(voice.report)
    yield short(voice.claim_id)


def _name(actor: str | None, conflict: Conflict) -> str:
    return safe(conflict.actor(actor).name) if actor is not None else ""


def _toll_words(toll: Losses) -> str:
    if toll.high is None:
        return f"at least {toll.low:,} {toll.kind}"
    number = f"{toll.low:,}" if toll.low == toll.high else f"{toll.low:,} to {toll.high:,}"
    return f"{number} {toll.kind}"
