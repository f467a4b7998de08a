"""`allegiance show`: all that reports say of one actor, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.faces.cli._options import DEFAULT_STORE, KnownBy, Overlay, Store
from allegiance.faces.cli._screen import draw, say
from allegiance.records.answer import SECTIONS, Line, Profile
from allegiance.wording import into_words, report_words, safe, short, span_words, told_by

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from rich.table import Table

EXAMPLES = (
    "allegiance show 'Jabhat al-Nusra'",
    "allegiance show ISIS --known-by 2013-12-31",
)


def run(
    name: Annotated[
        str, typer.Argument(help="A name, an alias or an actor's id.", show_default=False)
    ],
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    known_by: KnownBy = None,
) -> None:
    """Show all that reports say of one actor.

    Names, kind, leaders, allies, rivals and the rest, in a fixed order, each line with its source. A name that several have lists them; a name that nobody has suggests near ones.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    with session.open(db, create=False, lexicon=lexicon) as store:
        profile = store.profile(name, known_by=known_by)
    for line in head(profile):
        say(line)
    if profile.lineage:
        say("")
        say("Names in time", bold=True)
        draw(names_in_time(profile))
    for section, heading in SECTIONS:
        if lines := profile.of(section):
            say("")
            say(heading, bold=True)
            draw(table(lines))


def head(profile: Profile) -> list[str]:
    """Who it is."""
    actor = profile.actor
    told = told_by(profile.reports, profile.witnesses)
    lines = [safe(actor.name), f"  {actor.kind}, named in {told}"]
    if profile.names:
        lines.append(f"  also known as {', '.join(map(safe, profile.names))}")
    known = (
        actor.knowledge_id
        or "not known to the lexicon: it may be one of the known under a new name"
    )
    lines.append(f"  {actor.id} ({known})" if actor.knowledge_id is None else f"  {actor.id}")
    return lines


def names_in_time(profile: Profile) -> Table:
    """One row a name that the same body bore, or a body that took its place; its own is marked."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    for _ in range(4):
        grid.add_column()
    for stage in profile.lineage:
        grid.add_row(
            f"  {span_words(stage)}",
            safe(stage.name) + (" (this)" if stage.actor_id == profile.actor.id else ""),
            report_words(stage.report),
            short(stage.claim_id),
        )
    return grid


def table(lines: tuple[Line, ...]) -> Table:
    """One row a line of the profile."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    for _ in range(4):
        grid.add_column()
    for line in lines:
        grid.add_row(
            f"  {span_words(line, lasting=line.section == 'events')}",
            what(line),
            notes(line),
            report_words(line.report),
            short(line.claim_id),
        )
    return grid


def what(line: Line) -> str:
    """How it stands to the other party."""
    return safe(f"{line.what} {line.other or ''}{into_words(line.results)}")


def notes(line: Line) -> str:
    """What a reader has to know before relying on it."""
    words = [told_by(line.reports, line.witnesses)] if line.reports > 1 else []
    words += ["disputed"] if line.disputed else []
    words += ["alleged"] if line.alleged else []
    return ", ".join(words)
