"""`allegiance balance`: the map as a signed network, and where something must give."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._options import (
    DEFAULT_STORE,
    KnownBy,
    Overlay,
    Store,
    naming,
)
from allegiance.faces.cli._screen import draw, say
from allegiance.records.balance import Balance, Bond
from allegiance.records.canonical import plain
from allegiance.wording import count, safe, short

if TYPE_CHECKING:  # Annotation only: JSON needs no tables.
    from rich.table import Table

SCHEMA = "allegiance.balance/1"
EXAMPLES = (
    "allegiance balance --on 2014-02-10",
    "allegiance balance --from 2012-01-01 --to 2014-12-31 --step quarter",
    "allegiance balance --known-by 2014-02-28 --json",
)
MARKS = {1: "with", -1: "against", 0: "with and against"}
HEADINGS = ("Day", "Actors", "With", "Against", "Triads", "Balanced", "Weakly", "Frustration", "Of 1")  # fmt: skip


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day in the world.  [default: of the last report]"),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Measure from this day on ...")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="... up to this one ...")
    ] = None,
    step: Annotated[
        str,
        typer.Option(metavar="STEP", help="... once a day, week, month, quarter or year."),
    ] = "month",
    known_by: KnownBy = None,
    seed: Annotated[
        int, typer.Option(metavar="N", help="Of the search for a bound in large networks.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show how balanced the map is, and where something must give.

    Triads of three actors who are with or against each other, the fewest bonds that would have to change for two camps (frustration), and factions. With --from and --to: over time.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if (since is None) != (until is None) or (since is not None and on is not None):
        raise UsageError("give --on alone, or --from and --to together")
    with session.open(db, create=False, lexicon=lexicon) as store:
        if since is not None and until is not None:
            found = store.balance_over(since, until, step=step, known_by=known_by, seed=seed)
        else:
            found = (store.balance(on, known_by, seed=seed),)
    if as_json:
        written = {"schema": SCHEMA, "balances": plain(found)}
        typer.echo(json.dumps(written, ensure_ascii=False, indent=1))
    elif since is not None:
        draw(series(found))
    else:
        for line in told(found[0], naming(db)):
            say(line)


def series(found: Iterable[Balance]) -> Table:
    """One row a day."""
    from rich.table import Table

    grid = Table(box=None, header_style="bold", pad_edge=False)
    for heading in HEADINGS:
        grid.add_column(heading, justify="left" if heading == "Day" else "right")
    for one in found:
        triads = one.census
        against = sum(bond.sign < 0 for bond in one.bonds)
        grid.add_row(
            str(one.on),
            str(len(one.actors)),
            str(len(one.bonds) - against),
            str(against),
            str(triads.total),
            _share(triads.balanced),
            _share(triads.weakly_balanced),
            frustration(one),
            f"{one.frustration.balance:.2f}",
        )
    return grid


def told(found: Balance, store: str) -> Iterator[str]:
    """One day in words."""
    against = sum(bond.sign < 0 for bond in found.bonds)
    bonds = (
        f"{count(len(found.bonds), 'bond')} ({len(found.bonds) - against} with, {against} against)"
    )
    yield f"On {found.on}, as known by {found.known_by}: {count(len(found.actors), 'actor')}, {bonds}."
    if found.ambivalent:
        yield f"{count(len(found.ambivalent), 'pair')} left out, with and against each other at once:"
        yield from (f"  {words(bond, found)}" for bond in found.ambivalent)
    yield from _triads(found)
    yield ""
    yield f"Frustration: {frustration(found)} ({'exact' if found.frustration.exact else 'an upper bound'}), balance {found.frustration.balance:.2f} of 1."
    if found.frustration.bonds:
        yield "The fewest bonds whose change would leave two camps, or one choice of them:"
        yield from (f"  {words(bond, found)}" for bond in found.frustration.bonds)
    yield from _factions(found)
    if found.bonds:
        yield f"Evidence: allegiance why {short(found.bonds[0].claim_ids[0])}{store}"


def _triads(found: Balance) -> Iterator[str]:
    kinds = found.census
    yield (
        f"{count(kinds.total, 'triad')}: {kinds.friends} of three friends, {kinds.allied} of two friends with one enemy,"
        f" {kinds.torn} of two enemies with one friend, {kinds.hostile} of three enemies."
    )
    if kinds.total:
        weakly = _share(kinds.weakly_balanced)
        yield f"Balanced: {_share(kinds.balanced)}; weakly, three enemies allowed: {weakly}."
    for triad in found.triads:
        if not triad.balanced:
            yield ""
            names = ", ".join(safe(found.actor(one).name) for one in triad.actors)
            yield f"{'Three enemies' if triad.weakly else 'Something must give'}: {names}"
            yield from (f"  {words(bond, found)}" for bond in triad.bonds)


def _factions(found: Balance) -> Iterator[str]:
    groups = [group for group in found.factions.groups if len(group) > 1]
    alone = len(found.factions.groups) - len(groups)
    yield ""
    rest = f", {alone} alone" if alone else ""
    misfits = count(len(found.factions.misfits), "misfit")
    yield f"{count(len(groups), 'faction')}{rest}; {misfits} (found by search; fewer may be possible):"
    for group in groups:
        yield f"  {', '.join(safe(found.actor(one).name) for one in group)}"


def frustration(found: Balance) -> str:
    """The number, or between which it lies."""
    number = len(found.frustration.bonds)
    return str(number) if found.frustration.exact else f"{found.frustration.at_least}-{number}"


def words(bond: Bond, found: Balance) -> str:
    """Who is with or against whom, by which relations, and a claim that says so."""
    one, other = (safe(found.actor(name).name) for name in (bond.one, bond.other))
    disputed = ", disputed" if bond.disputed_by else ""
    claims = " ".join(short(claim) for claim in bond.claim_ids[:3])
    more = f" and {len(bond.claim_ids) - 3} more" if len(bond.claim_ids) > 3 else ""
    by = ", ".join(bond.predicates)
    return f"{one} {MARKS[bond.sign]} {other} ({by}{disputed}; {claims}{more})"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
