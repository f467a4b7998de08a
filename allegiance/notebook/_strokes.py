"""What a map's drawing shows: its busiest parties, and one line for all ties of one sign between two of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from allegiance.export._relations import names
from allegiance.lexicon.lexicon import Lexicon
from allegiance.notebook.graphs import sign_of
from allegiance.records.network import Network, Relation

# More would hide each other.
SHOWN_PARTIES = 40


@dataclass(frozen=True, slots=True)
class Stroke:
    """Ties of one sign between two parties.

    Attributes:
        one: an actor's id, the first of both as they sort.
        other: an actor's or a place's id.
        toward: which of both all ties point at; None where they are symmetric, or point either way.
        pale: every one of them is disputed or only alleged.
    """

    one: str
    other: str
    sign: int
    toward: str | None
    pale: bool
    relations: tuple[Relation, ...]


def parties(network: Network) -> tuple[str, ...]:
    """The ids of those with the most ties, as many as can be drawn; in the order of the map's names."""
    ties = Counter(party for one in network.relations for party in ends(one))
    reports: Counter[str] = Counter()
    for one in network.relations:
        reports.update(dict.fromkeys(ends(one), one.reports))
    busiest = sorted(ties, key=lambda party: (-ties[party], -reports[party], party))
    drawn = set(busiest[:SHOWN_PARTIES])
    return tuple(party for party in names(network) if party in drawn)


def strokes(network: Network, shown: Iterable[str], lexicon: Lexicon) -> tuple[Stroke, ...]:
    """The lines between those who are drawn, by their ends."""
    drawn = set(shown)
    groups: defaultdict[tuple[str, str, int], list[Relation]] = defaultdict(list)
    for relation in network.relations:
        one, other = sorted(ends(relation))
        # A tie of somebody to itself has no line.
        if one != other and drawn.issuperset((one, other)):
            groups[one, other, sign_of(relation.predicate, lexicon.signs)].append(relation)
    return tuple(_stroke(*key, groups[key], lexicon) for key in sorted(groups))


def ends(relation: Relation) -> tuple[str, str]:
    """Both parties of a tie."""
    return relation.source, relation.target or relation.place or ""


def _stroke(
    one: str, other: str, sign: int, relations: Iterable[Relation], lexicon: Lexicon
) -> Stroke:
    ties = tuple(relations)
    symmetric = any(lexicon.ontology.relation(tie.predicate).symmetric for tie in ties)
    targets = {ends(tie)[1] for tie in ties}
    return Stroke(
        one=one,
        other=other,
        sign=sign,
        toward=None if symmetric or len(targets) > 1 else next(iter(targets)),
        pale=all(tie.disputed or tie.alleged for tie in ties),
        relations=ties,
    )
