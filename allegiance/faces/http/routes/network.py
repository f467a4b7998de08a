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


@ROUTER.get("/network", response_model=Clipped, responses=TABLE)
def network(
    answer: Answer,
    asked: Asked,
    limit: Annotated[
        int, Query(ge=1, le=100_000, description="Actors; the best-witnessed are kept.")
    ] = MOST_ACTORS,
) -> Response:
    """The map of a day as another day knew it. As a table: its relations."""
    return answer.give(
        lambda session: session.through(asked).clipped(limit),
        lambda found: relations_table(found.network),
    )
