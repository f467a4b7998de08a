"""How many persons came to harm, by the claim that says so."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, select, tuple_

from allegiance.records.toll import TollKind
from allegiance.store import schema

# Kind of harm, at least, and at most; None where there is no upper bound.
Count: TypeAlias = "tuple[TollKind, int, int | None]"


def tolls(
    connection: Connection, claims: Select[Any] | None
) -> dict[tuple[str, str], tuple[Count, ...]]:
    """Numbers of persons by reading and claim, sorted.

    Args:
        claims: gives the readings and claims that are wanted; None for all.
    """
    toll = schema.toll.c
    wanted = select(toll.reading_id, toll.claim_id, toll.kind, toll.low, toll.high)
    wanted = wanted.where(toll.claim_id.is_not(None))
    if claims is not None:
        wanted = wanted.where(tuple_(toll.reading_id, toll.claim_id).in_(claims))
    found: defaultdict[tuple[str, str], set[Count]] = defaultdict(set)
    for reading, claim, kind, low, high in connection.execute(wanted):
        found[reading, claim].add((kind, low, high))
    return {key: tuple(sorted(counts, key=_kind_and_low)) for key, counts in found.items()}


def _kind_and_low(count: Count) -> tuple[str, int, bool, int]:
    kind, low, high = count
    return (kind, low, high is None, high or 0)
