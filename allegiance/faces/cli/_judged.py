"""What came of a decision, told to who made it."""

from __future__ import annotations

from pathlib import Path

from allegiance.faces.cli._options import naming
from allegiance.faces.cli._screen import say
from allegiance.records.deciding import Outcome
from allegiance.wording import safe, short_decision


def tell(outcome: Outcome, db: Path) -> None:
    """Print the decision, what it takes the place of, and how to take it back."""
    decision = outcome.decision
    if decision is not None:
        say(f"{safe(decision.choice.what)} ({safe(decision.by)}, {decision.made_at.date()})")
    for note in outcome.notes:
        say(f"  {safe(note)}" if decision else f"{safe(note)}; nothing was added")
    if decision is not None:
        say(f"Take it back: allegiance undo {short_decision(decision.id)}{naming(db)}")
