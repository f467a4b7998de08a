"""`allegiance lexicon`: a lexicon folder of one's own; fill it from lists of others, and check it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._guard import SOME_FAILED
from allegiance.faces.cli._json import put
from allegiance.faces.cli._options import LEXICON_VARIABLE, STANDARD_INPUT, Json
from allegiance.faces.cli._screen import complain, say
from allegiance.wording import count, safe

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from allegiance.lexicon.importing.mapping import ActorMapping
    from allegiance.lexicon.importing.told import Intake, Told

EXAMPLES = (
    "allegiance lexicon import ucdp-actor-251.csv --as ucdp --into words",
    "allegiance lexicon import groups.csv --mapping groups.toml --into words --shared join",
    "allegiance lexicon check words",
    "allegiance lexicon mapping ucdp > groups.toml",
)
PROBLEMS_FOUND = 1
# More would scroll the summary away; --json tells all.
MOST_TOLD = 20
INTAKE_SCHEMA = "allegiance.intake/1"


class Action(StrEnum):
    """What to do with a lexicon folder."""

    CHECK = "check"
    IMPORT = "import"
    MAPPING = "mapping"


class Shared(StrEnum):
    """What becomes of a row that has a name of an actor that is known."""

    LEAVE = "leave"
    JOIN = "join"
    ADD = "add"


def run(
    action: Annotated[Action, typer.Argument(help="check, import or mapping.", show_default=False)],
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[FOLDER|FILE|NAME]",
            help="check: the folder; import: the list, or - for standard input; mapping: which to print.",
            show_default=False,
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="FOLDER",
            envvar=LEXICON_VARIABLE,
            help="For import: the lexicon folder; made if absent.",
            show_envvar=True,
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="NAME",
            help="For import: a mapping of the folder or a ready-made one: acled, followthemoney, petrarch, ucdp, wikidata.",
            show_default=False,
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="For import: a mapping of your own (TOML).", show_default=False
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="For import: of the file of rows.  [default: the mapping's]"
        ),
    ] = None,
    shared: Annotated[
        Shared,
        typer.Option(
            help="For import: a row with a name of a known actor is left out, joined to it, or added as another."
        ),
    ] = Shared.LEAVE,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="For import: only tell what would be done.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fill a lexicon folder of your own from lists of others, and check it.

    Read with it by --lexicon FOLDER, or the variable ALLEGIANCE_LEXICON. An import tells every row that it does not take, with its line and the reason; the rest goes in.
    """
    if action is Action.CHECK:
        _check(Path(subject) if subject is not None else None)
    elif action is Action.MAPPING:
        _print_mapping(subject, into)
    else:
        if subject is None:
            raise UsageError("import what? name a list, or - for standard input")
        if into is None:
            raise UsageError(f"into which folder? name it by --into, or by {LEXICON_VARIABLE}")
        chosen = _chosen(form, mapping, into)
        intake = _take(subject, chosen, into, name, shared, write=not dry_run)
        if as_json:
            put(INTAKE_SCHEMA, intake)
        else:
            _tell(intake, into, dry_run=dry_run)
        if intake.left:
            raise typer.Exit(SOME_FAILED)


def _check(folder: Path | None) -> None:
    """Print problems and notes of a folder: that named, that of the variable, or ours."""
    # Here, not above: the help of every command would wait for it.
    from allegiance.lexicon.check import DATA, check, notes

    variable = os.environ.get(LEXICON_VARIABLE)
    looked_at = folder or (Path(variable) if variable else DATA)
    if not looked_at.is_dir():
        raise UsageError(f"{looked_at}: no folder; give one that holds data files")
    problems = list(check(looked_at))
    for line in (*problems, *(f"note: {note}" for note in notes(looked_at))):
        typer.echo(safe(line))
    if problems:
        complain(count(len(problems), "problem"))
        raise typer.Exit(PROBLEMS_FOUND)


def _print_mapping(name: str | None, into: Path | None) -> None:
    """Print a mapping, to be copied; without a name, what there is."""
    # Here, not above: the help of every command would wait for it.
    from allegiance.lexicon.importing.mapping import find_mapping, load_mapping, mappings_of
    from allegiance.lexicon.lexicon import DATA

    folders = [folder for folder in (into, DATA) if folder is not None]
    if name is not None:
        sys.stdout.buffer.write(find_mapping(name, *folders).read_bytes())
        return
    for path in (path for folder in folders for path in mappings_of(folder)):
        say(f"{path.stem}  {safe(load_mapping(path).label)}")


def _chosen(form: str | None, mapping: Path | None, into: Path) -> ActorMapping:
    # Here, not above: the help of every command would wait for it.
    from allegiance.lexicon.importing.mapping import find_mapping, load_mapping
    from allegiance.lexicon.lexicon import DATA

    if (form is None) == (mapping is None):
        raise UsageError("say what the list is: by --as NAME, or by --mapping FILE")
    return load_mapping(mapping or find_mapping(form or "", into, DATA))


def _take(
    subject: str,
    mapping: ActorMapping,
    into: Path,
    name: str | None,
    shared: Shared,
    *,
    write: bool,
) -> Intake:
    # Here, not above: the help of every command would wait for it.
    from allegiance.lexicon.importing.intake import take_in

    label = "standard input" if subject == STANDARD_INPUT else Path(subject).name
    with _opened(subject) as file:
        return take_in(file, label, mapping, into=into, name=name, shared=shared.value, write=write)


def _opened(subject: str) -> nullcontext[BinaryIO] | BinaryIO:
    return nullcontext(sys.stdin.buffer) if subject == STANDARD_INPUT else Path(subject).open("rb")


def _tell(intake: Intake, into: Path, *, dry_run: bool) -> None:
    """What was taken, and what was not."""
    taken = "to be taken" if dry_run else "taken"
    where = safe(intake.file or str(into))
    say(f"{where}: {intake.taken:,} of {count(intake.read, 'row')} {taken}")
    if intake.joined:
        say(f"  {intake.joined:,} of them take the place of ours, with further names")
    if intake.dated:
        say(
            f"  with {count(intake.dated, 'name')} that {'has' if intake.dated == 1 else 'have'} days"
        )
    for reason, number in intake.passed:
        say(f"  {number:,} passed over: {safe(reason)}")
    if intake.shared:
        what = f"{count(len(intake.shared), 'row')} left out, as an actor that is known has the name (--shared join or add takes them):"
        say("\n".join([what, *told(intake.shared)]))
    if intake.notes:
        say("\n".join([f"{count(len(intake.notes), 'note')}:", *told(intake.notes)]))
    if intake.taken and not dry_run:
        say(f"Next: allegiance lexicon check {safe(str(into))}")
    if intake.left:
        complain("\n".join([f"{count(len(intake.left), 'row')} not taken:", *told(intake.left)]))


def told(several: Sequence[Told]) -> list[str]:
    """A line each, the first of them."""
    lines = [
        f"  line {one.line}: {safe(one.reason)}" if one.line else f"  {safe(one.reason)}"
        for one in several[:MOST_TOLD]
    ]
    hidden = len(several) - MOST_TOLD
    return [*lines, *([f"  and {hidden:,} more; --json tells all"] if hidden > 0 else [])]
