"""A map as a signed network: where friends of friends are friends, and where something must give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from allegiance.records.judgement import Actor

Sign = Literal[1, 0, -1]


@dataclass(frozen=True, slots=True)
class Bond:
    """Two actors and the sign of what is between them.

    Attributes:
        one, other: actors' ids, sorted.
        sign: 1 with each other, -1 against each other, 0 both at once.
        predicates: the relations between the two that have a sign, sorted.
        claim_ids: what they rest on.
        disputed_by: claims that speak against them.
    """

    one: str
    other: str
    sign: Sign
    predicates: tuple[str, ...]
    claim_ids: tuple[str, ...]
    disputed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors with bonds between all of them.

    Attributes:
        actors: ids, sorted.
        balanced: the product of its signs is positive (Heider 1946; Cartwright and Harary 1956): all friends, or two
            friends with one enemy.
        weakly: no two friends have an enemy between them only one of them fights (Davis 1967): three enemies may be, too.
        bonds: three, by their actors.
    """

    actors: tuple[str, str, str]
    balanced: bool
    weakly: bool
    bonds: tuple[Bond, Bond, Bond]


@dataclass(frozen=True, slots=True)
class Census:
    """How many triads there are, by the number of their negative bonds.

    Attributes:
        friends: none; balanced.
        torn: one: two enemies with a common friend; unbalanced.
        allied: two: two friends with a common enemy; balanced.
        hostile: three enemies; unbalanced, but weakly balanced.
    """

    friends: int
    torn: int
    allied: int
    hostile: int

    @property
    def total(self) -> int:
        """All triads."""
        return self.friends + self.torn + self.allied + self.hostile

    @property
    def balanced(self) -> float | None:
        """The share of balanced ones; None where there are no triads."""
        return round((self.friends + self.allied) / self.total, 4) if self.total else None

    @property
    def weakly_balanced(self) -> float | None:
        """The share of weakly balanced ones; None where there are no triads."""
        return round(1 - self.torn / self.total, 4) if self.total else None


@dataclass(frozen=True, slots=True)
class Frustration:
    """The fewest bonds that would have to change for two camps without friends across and enemies within.

    Line index of balance (Harary 1959), frustration index (Aref and Wilson 2018).

    Attributes:
        bonds: that many, and which: one choice of several that may be as small.
        at_least: no choice is smaller than this; the same number where `exact`.
        exact: False: a smaller choice may exist.
        balance: 1 - 2 x bonds / all bonds, 1 where there are no bonds: 1 is balanced, 0 is the worst there can be.
        camps: actors' ids on one side and on the other, for each part of the network.
    """

    bonds: tuple[Bond, ...]
    at_least: int
    exact: bool
    balance: float
    camps: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Factions:
    """Any number of groups, with as few friends across and enemies within as a search found (Davis 1967; Doreian and Mrvar 1996).

    Attributes:
        groups: actors' ids, the largest first; who fits nowhere is alone.
        misfits: bonds with a friend across or an enemy within; fewer may be possible.
    """

    groups: tuple[tuple[str, ...], ...]
    misfits: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """The signed network of one day as another day knew it.

    Attributes:
        actors: those with a bond, by name.
        bonds: with a sign, by actors' ids.
        ambivalent: pairs that are with and against each other at once; they count in nothing else.
        triads: the unbalanced first, then by actors' ids.
    """

    on: date
    known_by: date
    actors: tuple[Actor, ...]
    bonds: tuple[Bond, ...]
    ambivalent: tuple[Bond, ...]
    census: Census
    triads: tuple[Triad, ...]
    frustration: Frustration
    factions: Factions

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id.

        Raises:
            KeyError: no actor of this network has it.
        """
        return {actor.id: actor for actor in self.actors}[actor_id]
