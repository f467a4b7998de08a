"""Any number of groups with friends within and enemies across, as good as a search without chance finds."""

from __future__ import annotations

from collections import Counter, defaultdict

from allegiance.query.signed import Neighbours
from allegiance.records.balance import Factions


def factions(around: Neighbours) -> Factions:
    """Groups of actors, found by moving one actor, then joining two groups, as long as that leaves fewer misfits."""
    group = {actor: actor for actor in around}
    while _move(group, around) or _join(group, around):
        pass
    members: defaultdict[str, list[str]] = defaultdict(list)
    for actor, name in group.items():
        members[name].append(actor)
    groups = sorted((tuple(sorted(one)) for one in members.values()), key=lambda g: (-len(g), g))
    misfits = [
        bond
        for one, bonds in around.items()
        for other, bond in bonds.items()
        if one < other and (group[one] == group[other]) != (bond.sign > 0)
    ]
    return Factions(tuple(groups), tuple(misfits))


def _move(group: dict[str, str], around: Neighbours) -> bool:
    """Move each actor where it has the most friends over enemies; alone where it has none."""
    moved = False
    for actor, bonds in around.items():
        liking: Counter[str] = Counter()
        for other, bond in bonds.items():
            liking[group[other]] += bond.sign
        best = min(liking, key=lambda name: (-liking[name], name))
        now = liking[group[actor]]
        if liking[best] > max(now, 0):
            group[actor] = best
            moved = True
        elif now < 0:
            group[actor] = _free_name(actor, group)
            moved = True
    return moved


def _free_name(actor: str, group: dict[str, str]) -> str:
    """A name for a group of its own: that of an actor that no group bears; there is one, as groups are no more than actors."""
    used = {name for other, name in group.items() if other != actor}
    return actor if actor not in used else min(set(group) - used)


def _join(group: dict[str, str], around: Neighbours) -> bool:
    """Join the two groups that have the most friends over enemies between them."""
    between: Counter[tuple[str, str]] = Counter()
    for one, bonds in around.items():
        for other, bond in bonds.items():
            if group[one] < group[other]:
                between[group[one], group[other]] += bond.sign
    if not between:
        return False
    pair = min(between, key=lambda names: (-between[names], names))
    if between[pair] <= 0:
        return False
    for actor, name in group.items():
        if name == pair[1]:
            group[actor] = pair[0]
    return True
