"""How many persons came to harm, by the claim that says so."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import TypeAlias

from sqlalchemy import Connection, select, text

from allegiance.records.toll import TollKind
from allegiance.store import schema

# Kind of harm, at least, and at most; None where there is no upper bound.
Count: TypeAlias = "tuple[TollKind, int, int | None]"


def tolls(
    connection: Connection, readings: Collection[str] | None
) -> dict[tuple[str, str], tuple[Count, ...]]:
    """Numbers of persons by reading and claim, sorted.

    Args:
        readings: only claims of these; None for all.
    """
    toll = schema.toll.c
    wanted = select(toll.reading_id, toll.claim_id, toll.kind, toll.low, toll.high)
    wanted = wanted.where(toll.claim_id.is_not(None))
    if readings is not None:
        each = text("SELECT value FROM json_each(:readings)")
        wanted = wanted.where(toll.reading_id.in_(each))
    asked = {"readings": json.dumps(sorted(readings))} if readings is not None else {}
    found: defaultdict[tuple[str, str], set[Count]] = defaultdict(set)
    for reading, claim, kind, low, high in connection.execute(wanted, asked).all():
        found[reading, claim].add((kind, low, high))
    return {key: tuple(sorted(counts, key=_kind_and_low)) for key, counts in found.items()}


def _kind_and_low(count: Count) -> tuple[str, int, bool, int]:
    kind, low, high = count
    return (kind, low, high is None, high or 0)
