"""How far a signed network is from two camps: the fewest bonds that stand in the way.

Every part of the network is searched by itself, without actors that have one bond: those can always be put on the right side.
A small part is searched wholly, by branch and bound; of a large one a bound is found by descent from several beginnings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from allegiance.lexicon.signs import Effort
from allegiance.query.signed import Neighbours, triads
from allegiance.records.balance import Bond, Frustration

# An actor's place in a part, with the sign of the bond.
Links = list[list[tuple[int, int]]]


class Part(NamedTuple):
    """Actors that are linked, and how.

    Attributes:
        actors: ids, in the order in which they are placed.
        links: for each, the places of those it has a bond with, and the sign.
    """

    actors: list[str]
    links: Links


class Placed(NamedTuple):
    """Sides (0 or 1) by place, the bonds that stand in the way, and whether none fewer can."""

    sides: list[int]
    cost: int
    exact: bool


def frustration(around: Neighbours, effort: Effort, *, seed: int) -> Frustration:
    """The fewest bonds that would have to change, or the fewest found."""
    sides: dict[str, int] = {}
    camps = []
    exact = True
    for actors in parts(around):
        part = _part(_without_ends(actors, around), around)
        placed = _place(part, effort, Random(seed))
        exact = exact and placed.exact
        own = dict(zip(part.actors, placed.sides, strict=True))
        _add_ends(own, actors, around)
        sides.update(own)
        camps.append((_camp(own, 0), _camp(own, 1)))
    bonds = _all_bonds(around)
    frustrated = tuple(bond for bond in bonds if _is_frustrated(bond, sides))
    return Frustration(
        bonds=frustrated,
        at_least=len(frustrated) if exact else _packed_triads(around),
        exact=exact,
        balance=round(1 - 2 * len(frustrated) / len(bonds), 4) if bonds else 1.0,
        camps=tuple(camps),
    )


def parts(around: Neighbours) -> Iterator[list[str]]:
    """Actors that are linked directly or by way of others, each part sorted, the parts by their first."""
    seen: set[str] = set()
    for start in around:
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            new = set(around[waiting.pop()]) - part
            part |= new
            waiting.extend(new)
        seen |= part
        yield sorted(part)


def _without_ends(actors: Sequence[str], around: Neighbours) -> set[str]:
    """What is left when actors with one bond are taken away, again and again; the first actor where nothing is."""
    left = {actor: len(around[actor]) for actor in actors}
    ends = [actor for actor in actors if left[actor] == 1]
    while ends:
        end = ends.pop()
        if left.pop(end, None) is None:
            continue
        for other in around[end]:
            if other in left:
                left[other] -= 1
                if left[other] == 1:
                    ends.append(other)
    return set(left) or {actors[0]}


def _add_ends(sides: dict[str, int], actors: Sequence[str], around: Neighbours) -> None:
    """Place what was taken away, from the core outward: each has one bond to what is placed."""
    waiting = sorted(sides)
    while waiting:
        actor = waiting.pop()
        for other, bond in around[actor].items():
            if other not in sides:
                sides[other] = sides[actor] if bond.sign > 0 else 1 - sides[actor]
                waiting.append(other)
    assert len(sides) == len(actors)


def _part(core: set[str], around: Neighbours) -> Part:
    """Actors so that each has many bonds to those before it: then mistakes show early."""
    to_placed = dict.fromkeys(sorted(core), 0)
    actors = []
    while to_placed:
        actor = max(to_placed, key=lambda one: (to_placed[one], len(around[one]), one))
        del to_placed[actor]
        actors.append(actor)
        for other in around[actor]:
            if other in to_placed:
                to_placed[other] += 1
    place = {actor: number for number, actor in enumerate(actors)}
    links: Links = [
        [(place[other], bond.sign) for other, bond in around[actor].items() if other in place]
        for actor in actors
    ]
    return Part(actors, links)


def _place(part: Part, effort: Effort, chance: Random) -> Placed:
    best = _descend(part.links, effort.restarts, chance)
    if best.cost == 0:
        return best._replace(exact=True)
    if len(part.actors) > effort.exact_actors:
        return best
    return _Search(part.links, best, effort.exact_steps).run()


def _descend(links: Links, restarts: int, chance: Random) -> Placed:
    """Turn every actor over for which that helps, until none is left; the best of several beginnings."""
    size = len(links)
    best = Placed([0] * size, size * size, False)
    for number in range(max(1, restarts)):
        sides = [0] * size if number == 0 else [chance.randrange(2) for _ in range(size)]
        better = True
        while better:
            better = False
            for place in range(size):
                wrong = sum(
                    (sides[other] == sides[place]) != (sign > 0) for other, sign in links[place]
                )
                if 2 * wrong > len(links[place]):
                    sides[place] = 1 - sides[place]
                    better = True
        cost = _cost(sides, links)
        if cost < best.cost:
            best = Placed(list(sides), cost, False)
    return best


def _cost(sides: Sequence[int], links: Links) -> int:
    twice = sum(
        (sides[other] == sides[place]) != (sign > 0)
        for place, bonds in enumerate(links)
        for other, sign in bonds
    )
    return twice // 2


class _Search:
    """Branch and bound: actors are placed in order; a branch ends where even the best for all others is no better."""

    def __init__(self, links: Links, best: Placed, steps: int) -> None:
        self._links = links
        self._best = best
        self._steps = steps
        self._sides = [0] * len(links)
        # What it would cost to put an actor on either side, by those placed so far.
        self._costs = [[0, 0] for _ in links]

    def run(self) -> Placed:
        """The best there is; not known to be exact where the steps did not suffice."""
        # The first may stand on either side: the camps have no names.
        self._put(0, 0, 0)
        return self._best._replace(exact=self._steps > 0)

    def _put(self, place: int, side: int, cost: int) -> None:
        self._steps -= 1
        if self._steps <= 0:
            return
        cost += self._costs[place][side]
        self._sides[place] = side
        self._count(place, side, 1)
        following = place + 1
        if cost + sum(map(min, self._costs[following:])) < self._best.cost:
            if following == len(self._links):
                self._best = Placed(list(self._sides), cost, True)
            else:
                cheap = int(self._costs[following][1] < self._costs[following][0])
                self._put(following, cheap, cost)
                self._put(following, 1 - cheap, cost)
        self._count(place, side, -1)

    def _count(self, place: int, side: int, change: int) -> None:
        for other, sign in self._links[place]:
            if other > place:
                wrong = 1 - side if sign > 0 else side
                self._costs[other][wrong] += change


def _packed_triads(around: Neighbours) -> int:
    """Unbalanced triads that share no bond: each holds a bond that stands in the way."""
    used: set[tuple[str, str]] = set()
    count = 0
    for triad in triads(around):
        names = {(bond.one, bond.other) for bond in triad.bonds}
        if not triad.balanced and not names & used:
            used |= names
            count += 1
    return count


def _is_frustrated(bond: Bond, sides: dict[str, int]) -> bool:
    return (sides[bond.one] == sides[bond.other]) != (bond.sign > 0)


def _camp(sides: dict[str, int], side: int) -> tuple[str, ...]:
    return tuple(sorted(actor for actor, own in sides.items() if own == side))


def _all_bonds(around: Neighbours) -> list[Bond]:
    return [bond for one, bonds in around.items() for other, bond in bonds.items() if one < other]
