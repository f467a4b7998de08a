"""Relations of a map or of a history as rows of typed cells, with names beside the ids."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from allegiance.records.changes import Changes
from allegiance.records.history import History
from allegiance.records.network import Network, Relation
from allegiance.records.when import When

Cell: TypeAlias = "str | int | float | bool | date | tuple[str, ...] | None"
Row: TypeAlias = "dict[str, Cell]"
CellType = Literal["string", "integer", "number", "boolean", "date", "strings"]
Columns: TypeAlias = "Mapping[str, CellType]"

# Days are half-open: an `_end` is the day after the last.
RELATION: Columns = {
    "relation": "string",
    "predicate": "string",
    "source": "string",
    "source_name": "string",
    "target": "string",
    "target_name": "string",
    "place": "string",
    "place_name": "string",
    "results": "strings",
    "result_names": "strings",
    "since_start": "date",
    "since_end": "date",
    "until_start": "date",
    "until_end": "date",
    "reports": "integer",
    "witnesses": "integer",
    "confidence": "number",
    "disputed": "boolean",
    "alleged": "boolean",
    "attributed": "boolean",
    "derived": "boolean",
    "faded": "boolean",
    "certain": "boolean",
    "claims": "strings",
    "disputed_by": "strings",
}


def names(among: Network | History | Changes) -> dict[str, str]:
    """The names of actors and places by their ids: looked up once, as a map may have very many."""
    named = {actor.id: actor.name for actor in among.actors}
    return named | {place.id: place.name for place in among.places}


def relation_row(relation: Relation, named: Mapping[str, str]) -> Row:
    """The cells of `RELATION`, in its order; `named` are the `names` of what the relation stands in."""
    target, place = relation.target, relation.place
    return {
        "relation": relation.id,
        "predicate": relation.predicate,
        "source": relation.source,
        "source_name": relation.names[0] if relation.names else named[relation.source],
        "target": target,
        "target_name": _target_name(relation, named),
        "place": place,
        "place_name": named[place] if place is not None else None,
        "results": relation.results,
        "result_names": tuple(named[one] for one in relation.results),
        **days("since", relation.since),
        **days("until", relation.until),
        "reports": relation.reports,
        "witnesses": relation.witnesses,
        "confidence": relation.confidence,
        "disputed": relation.disputed,
        "alleged": relation.alleged,
        "attributed": relation.attributed,
        "derived": relation.derived,
        "faded": relation.faded,
        "certain": relation.certain,
        "claims": relation.claim_ids,
        "disputed_by": relation.disputed_by,
    }


def _target_name(relation: Relation, named: Mapping[str, str]) -> str | None:
    if relation.names is not None:
        return relation.names[1]
    return named[relation.target] if relation.target is not None else None


def days(prefix: str, when: When | None) -> Row:
    """The first day, and the day after the last; None where open."""
    start, end = (when.start, when.end) if when is not None else (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end}
