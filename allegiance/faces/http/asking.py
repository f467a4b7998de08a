"""From query parameters to the one filter, the same for every list and picture."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from fastapi import Depends, Query

from allegiance.records.asked import Filter

# As long as any name or place; a filter is no place to keep texts.
MOST_CHARACTERS = 300
Words: TypeAlias = Annotated[str, Query(max_length=MOST_CHARACTERS)]


def asked(
    on: Annotated[
        date | None,
        Query(description="The day of a map; by default that of the last report."),
    ] = None,
    known_by: Annotated[
        date | None, Query(description="Leave out what was published after this day.")
    ] = None,
    since: Annotated[
        date | None, Query(alias="from", description="The first day in the world.")
    ] = None,
    until: Annotated[
        date | None, Query(alias="to", description="The last day in the world.")
    ] = None,
    actor: Annotated[
        str | None,
        Query(max_length=MOST_CHARACTERS, description="Only what this actor is a party to."),
    ] = None,
    kind: Annotated[
        list[str] | None, Query(description="Only these predicates, of relations or events.")
    ] = None,
    alleged: Annotated[bool, Query(description="Draw what is only alleged, too.")] = False,
    reviewed_only: Annotated[
        bool, Query(description="Rest on claims alone that a reviewer has taken.")
    ] = False,
    min_confidence: Annotated[
        float, Query(ge=0, le=1, description="Only what is at least so sure.")
    ] = 0.0,
    min_witnesses: Annotated[
        int, Query(ge=0, le=1_000_000, description="Only what so many independent reports tell.")
    ] = 0,
    source: Annotated[
        list[str] | None, Query(description="Only reports of these publishers.")
    ] = None,
    place: Annotated[
        str | None,
        Query(max_length=MOST_CHARACTERS, description="A place's id: only claims that name it."),
    ] = None,
) -> Filter:
    """The filter of a request."""
    return Filter(
        on=on,
        known_by=known_by,
        since=since,
        until=until,
        actor=actor or None,
        kinds=tuple(kind or ()),
        alleged=alleged,
        reviewed_only=reviewed_only,
        min_confidence=min_confidence,
        min_witnesses=min_witnesses,
        publishers=tuple(source or ()),
        place=place or None,
    )


Asked: TypeAlias = Annotated[Filter, Depends(asked)]
