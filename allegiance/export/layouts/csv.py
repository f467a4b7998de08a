"""The relations of a map as a table; it drops the events, the kinds of actors and what was left out."""

from __future__ import annotations

from datetime import date
from typing import BinaryIO

from allegiance.export._cells import harmless, row
from allegiance.records.network import Network, Relation
from allegiance.records.when import When

COLUMNS = (
    "relation predicate source source_name target target_name place place_name "
    "since_start since_end until_start until_end reports witnesses confidence "
    "disputed alleged attributed derived faded certain claims disputed_by"
).split()


def write(network: Network, out: BinaryIO) -> None:
    """Write a row a relation: days half-open as everywhere, claims by their ids with spaces between."""
    out.write(row(COLUMNS))
    out.writelines(row(_row(relation, network)) for relation in network.relations)


def _row(relation: Relation, network: Network) -> list[str]:
    target = network.actor(relation.target).name if relation.target is not None else ""
    place = network.place(relation.place).name if relation.place is not None else ""
    flags = (
        relation.disputed,
        relation.alleged,
        relation.attributed,
        relation.derived,
        relation.faded,
        relation.certain,
    )
    return [
        relation.id,
        relation.predicate,
        relation.source,
        harmless(network.actor(relation.source).name),
        relation.target or "",
        harmless(target),
        relation.place or "",
        harmless(place),
        *_days(relation.since),
        *_days(relation.until),
        str(relation.reports),
        str(relation.witnesses),
        str(relation.confidence),
        *("yes" if flag else "no" for flag in flags),
        " ".join(relation.claim_ids),
        " ".join(relation.disputed_by),
    ]


def _days(when: When | None) -> tuple[str, str]:
    return (_day(when.start), _day(when.end)) if when else ("", "")


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
