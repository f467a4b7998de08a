"""`/balance`: where the map of a day says that something must give."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import Asked
from allegiance.records.balance import Balance

ROUTER = APIRouter(tags=["maps"])


@ROUTER.get("/balance", response_model=Balance)
def balance(answer: Answer, asked: Asked) -> Response:
    """Triads, frustration and factions of the signed network of a day."""
    return answer.give(lambda session: session.through(asked).balance())
