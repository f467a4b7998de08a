"""`/ties`: who was ever tied to whom."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import Asked
from allegiance.records.listing import Tied

ROUTER = APIRouter(tags=["maps"])


@ROUTER.get("/ties", response_model=list[Tied])
def ties(answer: Answer, asked: Asked) -> Response:
    """Each relation once, of all days from `from` to `to`, without its times: enough to lay a picture out."""
    return answer.give(lambda session: session.through(asked).ties())
