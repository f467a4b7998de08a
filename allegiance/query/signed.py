"""The signed network of a map: who is with and who is against whom, and the triads they form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from allegiance.lexicon.signs import Signs
from allegiance.records.balance import Bond, Census, Sign, Triad
from allegiance.records.network import Network, Relation

Neighbours: TypeAlias = "Mapping[str, Mapping[str, Bond]]"


def bonds_of(network: Network, signs: Signs) -> tuple[Bond, ...]:
    """One bond for every two actors between whom a relation has a sign, by their ids."""
    counts = {actor.id for actor in network.actors if actor.kind in signs.kinds}
    between: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in network.relations:
        signed = relation.predicate in signs.positive | signs.negative
        if signed and relation.target in counts and relation.source in counts:
            pair = sorted((relation.source, relation.target))
            between[pair[0], pair[1]].append(relation)
    return tuple(_bond(pair, between[pair], signs) for pair in sorted(between))


def neighbours(bonds: Iterable[Bond]) -> Neighbours:
    """Every actor's bonds by the other's id, both sorted."""
    found: defaultdict[str, dict[str, Bond]] = defaultdict(dict)
    for bond in bonds:
        found[bond.one][bond.other] = bond
        found[bond.other][bond.one] = bond
    return {one: dict(sorted(found[one].items())) for one in sorted(found)}


def triads(around: Neighbours) -> Iterator[Triad]:
    """Every three actors with all three bonds, once, by their ids."""
    for one, bonds in around.items():
        for other, third in combinations([name for name in bonds if name > one], 2):
            if third in around[other]:
                three = (bonds[other], bonds[third], around[other][third])
                against = sum(bond.sign < 0 for bond in three)
                yield Triad((one, other, third), against % 2 == 0, against != 1, three)


def census(found: Sequence[Triad]) -> Census:
    """Triads by the number of their negative bonds."""
    counts = Counter(sum(bond.sign < 0 for bond in triad.bonds) for triad in found)
    return Census(friends=counts[0], torn=counts[1], allied=counts[2], hostile=counts[3])


def _bond(pair: tuple[str, str], relations: Iterable[Relation], signs: Signs) -> Bond:
    relations = sorted(relations, key=lambda one: (one.predicate, one.id))
    with_ = any(one.predicate in signs.positive for one in relations)
    against = any(one.predicate in signs.negative for one in relations)
    sign: Sign = 0 if with_ and against else 1 if with_ else -1
    return Bond(
        one=pair[0],
        other=pair[1],
        sign=sign,
        predicates=tuple(dict.fromkeys(one.predicate for one in relations)),
        claim_ids=tuple(dict.fromkeys(claim for one in relations for claim in one.claim_ids)),
        disputed_by=tuple(dict.fromkeys(claim for one in relations for claim in one.disputed_by)),
    )
