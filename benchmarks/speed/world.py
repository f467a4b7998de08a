"""An invented world, made from a seed: who there is, who has to do with whom and when, and where.

A few actors and pairs are in most reports, most are in few: weights fall as one through the rank. A pair has to do with each
other for some months or years of the decade, in one temper. Nobody in it is real.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Literal, TypeVar

from allegiance.records.mention import ActorKind

T = TypeVar("T")
Temper = Literal["hostile", "friendly", "ranked", "led", "held"]

FIRST_DAY = date(2010, 1, 1)
DAYS = 3650
# Of 100,000 claims; the world of ten times as many is about twice as large.
ACTORS_OF_100_000, GROWTH = 5000, 0.3
PAIRS_AN_ACTOR, PLACES_AN_ACTOR, PUBLISHERS = 2, 0.2, 120
# Every so-many-th actor is in the knowledge base; the rest are told by their names alone.
KNOWN_EVERY = 4
MONTH = 30
_NORTH, _SOUTH, _WEST, _EAST = 37.0, 12.0, -8.0, 48.0
_SYLLABLES = "ka ro mi ta len dur esh va nor sul bra qim ze hal ora tim gad wen yar pol".split()
_ADJECTIVES = "Northern Free River United Dawn Desert Popular Green Eastern Holy".split()
_BODIES = "Front Brigade Guards Army Movement Council Battalion League Party Corps".split()
_KINDS: tuple[ActorKind, ...] = ("armed-group", "armed-group", "military", "party", "government")


@dataclass(frozen=True, slots=True)
class Body:
    """An actor of the world.

    Attributes:
        knowledge_id: None for three in four.
    """

    name: str
    kind: ActorKind
    knowledge_id: str | None


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the world; degrees WGS 84."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Bond:
    """Two that have to do with each other; of whom holds a town, the town instead of a second actor.

    Attributes:
        first, last: the days of the decade, from 0, between which they do.
    """

    source: Body
    target: Body | None
    town: Town
    temper: Temper
    first: int
    last: int


class World:
    """Everything that reports may tell of, for a store of about so many claims."""

    def __init__(self, claims: int, seed: int) -> None:
        chance = random.Random(f"world {seed}")
        actors = max(20, round(ACTORS_OF_100_000 * (claims / 100_000) ** GROWTH))
        self.bodies = [_body(number, chance) for number in range(actors)]
        self.leaders = [_leader(number, chance) for number in range(actors // 5)]
        self.towns = [
            _town(number, chance) for number in range(max(10, round(actors * PLACES_AN_ACTOR)))
        ]
        self.publishers = [f"{_word(chance, 2)} {_one(chance, _PAPERS)}" for _ in range(PUBLISHERS)]
        self._bonds = [self._bond(chance) for _ in range(actors * PAIRS_AN_ACTOR)]

    def bond(self, day: int, chance: random.Random) -> Bond:
        """Two that have to do with each other that day; often those that often have."""
        found, sums = self._by_month[day // MONTH]
        return found[bisect_left(sums, chance.random() * sums[-1])]

    @cached_property
    def _by_month(self) -> list[tuple[list[Bond], list[float]]]:
        months = []
        for month in range(DAYS // MONTH + 1):
            first, last = month * MONTH, (month + 1) * MONTH
            ranked = [
                (1 / (rank + 1), bond)
                for rank, bond in enumerate(self._bonds)
                if bond.first < last and bond.last >= first
            ]
            months.append(
                ([bond for _, bond in ranked], list(accumulate(weight for weight, _ in ranked)))
            )
        return months

    def _bond(self, chance: random.Random) -> Bond:
        temper: Temper = chance.choices(
            ("hostile", "friendly", "ranked", "led", "held"), (40, 20, 12, 12, 16)
        )[0]
        source = heavy(self.bodies, chance)
        target: Body | None = heavy(self.bodies, chance)
        while target is source:
            target = heavy(self.bodies, chance)
        if temper == "led":
            source, target = _one(chance, self.leaders), source
        elif temper == "held":
            target = None
        first = chance.randrange(-DAYS // 4, DAYS)
        last = first + 60 + round(chance.expovariate(1 / 900))
        return Bond(source, target, heavy(self.towns, chance), temper, first, last)


def heavy(several: Sequence[T], chance: random.Random) -> T:
    """One of them; the earlier, the likelier: about as one through the rank."""
    return several[min(int(len(several) ** chance.random()), len(several)) - 1]


def day_of(number: int) -> date:
    """A day of the decade, from 0."""
    return FIRST_DAY + timedelta(days=number)


_PAPERS = "Times Wire Herald Post Agency".split()


def _one(chance: random.Random, several: Sequence[T]) -> T:
    return several[chance.randrange(len(several))]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(_one(chance, _SYLLABLES) for _ in range(syllables)).capitalize()


def _body(number: int, chance: random.Random) -> Body:
    name = f"{_word(chance, 3)} {_one(chance, _ADJECTIVES)} {_one(chance, _BODIES)}"
    known = f"speed-{number}" if number % KNOWN_EVERY == 0 else None
    return Body(name, _one(chance, _KINDS), known)


def _leader(number: int, chance: random.Random) -> Body:
    name = f"{_word(chance, 2)} {_word(chance, 2)} {_word(chance, 3)}"
    known = f"speed-leader-{number}" if number % KNOWN_EVERY == 0 else None
    return Body(name, "person", known)


def _town(number: int, chance: random.Random) -> Town:
    name = f"{_word(chance, 3)}{number}"
    return Town(
        name, round(chance.uniform(_SOUTH, _NORTH), 3), round(chance.uniform(_WEST, _EAST), 3)
    )
