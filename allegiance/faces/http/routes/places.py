"""`/places`: what was done where, and who is said to hold it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import places_table
from allegiance.records.listing import PlaceFacts, PlacesSeen

ROUTER = APIRouter(tags=["events"])


@ROUTER.get("/places", response_model=PlacesSeen, responses=TABLE)
def places(
    answer: Answer,
    asked: Asked,
    only: Annotated[
        PlaceFacts | None, Query(description="Only what was done there, or only who holds it.")
    ] = None,
) -> Response:
    """Places with their events and holders: of `from` to `to`; given `on` alone, as the map of that day has them."""
    return answer.give(lambda session: session.through(asked).places(only), places_table)
