"""`allegiance agreement`: how far reviewers agree."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from allegiance.errors import UsageError
from allegiance.faces.cli._claim_words import review_words
from allegiance.faces.cli._guard import NOT_FOUND
from allegiance.faces.cli._options import DEFAULT_STORE, Overlay, Store
from allegiance.faces.cli._screen import complain, say
from allegiance.records.canonical import plain
from allegiance.records.deciding import Agreement
from allegiance.wording import count, safe, short

EXAMPLES = ("allegiance agreement", "allegiance agreement --format json")
TABLE, JSON = "table", "json"


def run(
    db: Store = DEFAULT_STORE,
    lexicon: Overlay = None,
    layout: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table or json.")
    ] = TABLE,
) -> None:
    """Show how far reviewers agree on the claims that two or more have decided on.

    Krippendorff's alpha for nominal data (Krippendorff 2011): 1 in full agreement, 0 as by chance. `review --second` shows claims that a colleague has decided, without their decision.
    """
    # Here, not above: the help of every command would wait for it.
    from allegiance import session

    if layout not in (TABLE, JSON):
        raise UsageError(f"cannot write {layout!r}; there are {TABLE}, {JSON}")
    with session.open(db, create=False, lexicon=lexicon) as store:
        found = store.agreement()
    if layout == JSON:
        typer.echo(json.dumps(plain(found), ensure_ascii=False, indent=1))
        return
    if not found.claims:
        complain(
            "no claim has been decided by two; a second person decides with "
            "`allegiance review --second`, or `allegiance decisions import` brings their decisions"
        )
        raise typer.Exit(NOT_FOUND)
    for line in told(found):
        say(line)


def told(found: Agreement) -> list[str]:
    """Alpha, what it rests on, and each claim on which reviewers differ."""
    alpha = "not defined, as all decided alike" if found.alpha is None else f"{found.alpha:.3f}"
    names = ", ".join(map(safe, found.reviewers))
    lines = [
        f"Krippendorff's alpha {alpha}",
        f"{count(found.claims, 'claim')} decided by two or more of {names}; on {found.agreed:,} all agree",
    ]
    for one in found.disagreements:
        lines.append(short(one.claim_id))
        lines += [f"  {review_words(word)}" for word in one.words]
    return lines
