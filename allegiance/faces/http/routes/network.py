"""`/network`: who stood with, under and against whom on a day."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import relations_table
from allegiance.records.listing import Clipped

ROUTER = APIRouter(tags=["maps"])
# More nodes than this no reader can tell apart.
MOST_ACTORS = 300
ALL_ACTORS = 100_000


@ROUTER.get("/network", response_model=Clipped, responses=TABLE)
def network(
    answer: Answer,
    asked: Asked,
    limit: Annotated[
        int | None,
        Query(
            ge=1,
            le=ALL_ACTORS,
            description=f"Actors: the best-witnessed are kept. {MOST_ACTORS} by itself; a table has all.",
        ),
    ] = None,
) -> Response:
    """The map of a day as another day knew it. As a table: its relations."""
    most = answer.room(limit, most=MOST_ACTORS, whole=ALL_ACTORS)
    return answer.give(
        lambda session: session.through(asked).clipped(most),
        lambda found: relations_table(found.network),
    )
