"""`/history`: every relation as stretches of time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import intervals_table
from allegiance.records.listing import ClippedHistory

ROUTER = APIRouter(tags=["maps"])
# More lanes than a page has room for, so that kinds of relations can be taken away and others come into view.
MOST_ACTORS = 100
ALL_ACTORS = 100_000
MOST_KEPT = 100


@ROUTER.get("/history", response_model=ClippedHistory, responses=TABLE)
def history(
    answer: Answer,
    asked: Asked,
    limit: Annotated[
        int | None,
        Query(
            ge=1,
            le=ALL_ACTORS,
            description=f"Actors: the best-witnessed are kept, with the persons tied to them. {MOST_ACTORS} by itself; a table has all.",
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        Query(
            max_length=MOST_KEPT,
            description="Ids of actors that come first; those tied to them come next.",
        ),
    ] = None,
    places: Annotated[bool, Query(description="Relations to places, too.")] = True,
) -> Response:
    """Relations with their beginnings and ends, never more exact than the reports. As a table: the stretches."""
    most = answer.room(limit, most=MOST_ACTORS, whole=ALL_ACTORS)
    return answer.give(
        lambda session: session.through(asked).clipped_history(most, keep or (), places=places),
        lambda found: intervals_table(found.history),
    )
