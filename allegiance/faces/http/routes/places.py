"""`/places`: what was done where, and who is said to hold it."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import places_table
from allegiance.records.listing import PlacesSeen

ROUTER = APIRouter(tags=["events"])


@ROUTER.get("/places", response_model=PlacesSeen, responses=TABLE)
def places(answer: Answer, asked: Asked) -> Response:
    """Places with their events and holders: of `from` to `to`; given `on` alone, as the map of that day has them."""
    return answer.give(lambda session: session.through(asked).places(), places_table)
