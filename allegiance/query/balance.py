"""How balanced a map is: its signed network, measured as the field does, with the triads that must give."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from allegiance.errors import UsageError
from allegiance.lexicon.signs import Signs
from allegiance.query.factions import factions
from allegiance.query.frustration import frustration
from allegiance.query.signed import bonds_of, census, neighbours, triads
from allegiance.records.balance import Balance
from allegiance.records.network import Network

# In days, or in months.
STEPS = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "quarter": (0, 3), "year": (0, 12)}
# More rows than anybody reads; a daily series of a year fits.
MOST_STEPS = 400


def balance(network: Network, signs: Signs, *, seed: int = 0) -> Balance:
    """Measure the signed network of a map; the same seed gives the same answer.

    Args:
        network: the whole map of a day.
        seed: of the search for a bound, where the exact number is out of reach.
    """
    every = bonds_of(network, signs)
    around = neighbours(bond for bond in every if bond.sign)
    found = sorted(triads(around), key=lambda one: (one.balanced, one.weakly, one.actors))
    named = {actor for bond in every for actor in (bond.one, bond.other)}
    return Balance(
        on=network.on,
        known_by=network.known_by,
        actors=tuple(actor for actor in network.actors if actor.id in named),
        bonds=tuple(bond for bond in every if bond.sign),
        ambivalent=tuple(bond for bond in every if not bond.sign),
        census=census(found),
        triads=tuple(found),
        frustration=frustration(around, signs.effort, seed=seed),
        factions=factions(around),
    )


def days(since: date, until: date, step: str) -> Iterator[date]:
    """The first day, and every one a step later, up to the last; a month ends where it ends.

    Raises:
        UsageError: there is no such step, no such day, or there are too many.
    """
    if step not in STEPS:
        raise UsageError(f"no step is called {step!r}; there are {', '.join(STEPS)}")
    if since > until:
        raise UsageError(f"from {since} to {until} there is no day; swap the two")
    for number in range(MOST_STEPS + 1):
        day = _after(since, step, number)
        if day > until:
            return
        if number == MOST_STEPS:
            raise UsageError(
                f"more than {MOST_STEPS} steps of a {step} lie between {since} and {until}; take a longer step"
            )
        yield day


def _after(day: date, step: str, number: int) -> date:
    plain_days, months = STEPS[step]
    if plain_days:
        return day + timedelta(days=plain_days * number)
    month = day.year * 12 + day.month - 1 + months * number
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
