"""What a report of the invented world says: who did what to whom and when, in how many ways and words."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from allegiance.records.claim import Phase, Stance
from allegiance.records.when import Grain, When
from benchmarks.speed.world import DAYS, Body, Temper, Town, World, day_of

T = TypeVar("T")

# Shares follow those of the sample reports, roughly.
EVENT_SHARE, NAMELESS_SHARE, QUOTED_SHARE, RETOLD_SHARE = 0.45, 0.13, 0.25, 0.5
STANCES: dict[Stance, int] = {
    "asserted": 88, "alleged": 5, "denied": 3, "planned": 2, "threatened": 1, "requested": 1,
}  # fmt: skip
GRAINS: dict[Grain | None, int] = {
    None: 56, "day": 25, "month": 9, "since": 4, "week": 3, "year": 3,
}  # fmt: skip
DONE: dict[Temper, dict[str, int]] = {
    "hostile": {"assault": 70, "accuse": 10, "reject": 8, "threaten": 7, "coerce": 5},
    "friendly": {"cooperate": 30, "aid": 25, "agree": 25, "consult": 20},
    "ranked": {"consult": 50, "aid": 30, "request": 20},
    "led": {"consult": 60, "request": 40},
    "held": {"assault": 80, "retreat": 20},
}
STOOD: dict[Temper, dict[tuple[str, Phase], int]] = {
    "hostile": {("rivalry", "holds"): 80, ("truce", "begins"): 8, ("truce", "ends"): 5, ("split", "begins"): 4,
                ("rivalry", "ends"): 3},
    "friendly": {("alliance", "holds"): 50, ("alliance", "begins"): 22, ("support", "holds"): 18, ("alliance", "ends"): 7,
                 ("merger", "begins"): 3},
    "ranked": {("affiliate", "holds"): 50, ("affiliate", "begins"): 30, ("affiliate", "ends"): 8, ("split", "begins"): 6,
               ("affiliate", "sought"): 3, ("affiliate", "refused"): 3},
    "led": {("leadership", "holds"): 70, ("leadership", "begins"): 12, ("leadership", "ends"): 6, ("membership", "holds"): 12},
    "held": {("control", "begins"): 50, ("control", "holds"): 30, ("control", "ends"): 20},
}  # fmt: skip
MODES = ("ASSAULT/explosives", "ASSAULT/firearms", "ASSAULT/heavy-weapons", "ASSAULT")
# Of a hundred reports, so many dozens of dead are few; none of them is averaged.
MOST_DEAD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """One claim, before it has words.

    Attributes:
        source: None: nobody with a name.
        phase: None of an event.
        plover: PLOVER's type and mode; None of a relation.
        toll: at least and at most so many killed.
    """

    source: Body | None
    predicate: str
    target: Body | None
    phase: Phase | None
    stance: Stance
    when: When | None
    town: Town | None
    speaker: Body | None
    confidence: float
    plover: str | None = None
    toll: tuple[int, int | None] | None = None


class Talk:
    """What can be said day after day; events of the last days are told again, with other numbers."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._world = world
        self._chance = chance
        self._fresh: list[tuple[int, Word]] = []

    def word(self, day: int) -> Word:
        """One claim of a report of that day."""
        self._fresh = [one for one in self._fresh[-40:] if one[0] >= day - 3]
        if self._chance.random() >= EVENT_SHARE:
            return self._relation(day)
        if self._fresh and self._chance.random() < RETOLD_SHARE:
            return self._again(self._chance.choice(self._fresh)[1])
        told = self._event(day)
        self._fresh.append((day, told))
        return told

    def _event(self, day: int) -> Word:
        bond = self._world.bond(day, self._chance)
        predicate = _drawn(self._chance, DONE[bond.temper])
        hurts = predicate == "assault"
        dead = 1 + int(self._chance.expovariate(1 / 6))
        return Word(
            source=self._named(bond.source),
            predicate=predicate,
            target=self._named(bond.target) if bond.target else None,
            phase=None,
            stance=_drawn(self._chance, STANCES),
            when=self._when(day, exact=hurts),
            town=bond.town if hurts or self._chance.random() < 0.3 else None,
            speaker=self._speaker(bond.source),
            confidence=round(self._chance.uniform(0.4, 0.98), 3),
            plover=self._chance.choice(MODES) if hurts else predicate.upper(),
            toll=(dead, None if self._chance.random() < 0.2 else dead) if hurts else None,
        )

    def _relation(self, day: int) -> Word:
        bond = self._world.bond(day, self._chance)
        predicate, phase = _drawn(self._chance, STOOD[bond.temper])
        held = bond.target is None
        return Word(
            source=self._named(bond.source),
            predicate=predicate,
            target=self._named(bond.target) if bond.target else None,
            phase=phase,
            stance=_drawn(self._chance, STANCES),
            when=self._when(day, exact=False),
            town=bond.town if held else None,
            speaker=self._speaker(bond.source),
            confidence=round(self._chance.uniform(0.4, 0.98), 3),
        )

    def _again(self, told: Word) -> Word:
        """The same event as another report has it: perhaps with another toll, perhaps without the doer's name."""
        toll = told.toll
        if toll is not None and self._chance.random() < 0.4:
            low = min(MOST_DEAD, max(1, toll[0] + self._chance.randint(-2, 4)))
            toll = (low, low)
        source = None if self._chance.random() < 0.1 else told.source
        return replace(told, toll=toll, source=source, speaker=self._speaker(told.source))

    def _named(self, body: Body) -> Body | None:
        return None if self._chance.random() < NAMELESS_SHARE else body

    def _speaker(self, near: Body | None) -> Body | None:
        if self._chance.random() >= QUOTED_SHARE:
            return None
        return (
            near
            if near and self._chance.random() < 0.4
            else self._chance.choice(self._world.bodies)
        )

    def _when(self, day: int, *, exact: bool) -> When | None:
        grain = _drawn(self._chance, GRAINS)
        if exact and self._chance.random() < 0.6:
            grain = "day"
        if grain is None:
            return None
        before = day_of(max(0, day - int(self._chance.expovariate(1 / 2))))
        if grain == "since":
            back = day_of(day - self._chance.randrange(MONTHS_BACK * 30)).replace(day=1)
            return When(back, None, "since")
        if grain == "year":
            return When(
                before.replace(month=1, day=1),
                before.replace(year=before.year + 1, month=1, day=1),
                "year",
            )
        if grain == "month":
            first = before.replace(day=1)
            return When(first, (first + timedelta(days=31)).replace(day=1), "month")
        return When(before, before + timedelta(days=7 if grain == "week" else 1), grain)


MONTHS_BACK = 40


def last_day(day: int) -> int:
    """A day that is in the decade."""
    return min(DAYS - 1, day)


def _drawn(chance: random.Random, shares: dict[T, int]) -> T:
    return chance.choices(list(shares), list(shares.values()))[0]
