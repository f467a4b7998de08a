"""`/history`: every relation as stretches of time."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import intervals_table
from allegiance.records.history import History

ROUTER = APIRouter(tags=["maps"])


@ROUTER.get("/history", response_model=History, responses=TABLE)
def history(answer: Answer, asked: Asked) -> Response:
    """Relations with their beginnings and ends, never more exact than the reports. As a table: the stretches."""
    return answer.give(lambda session: session.through(asked).history(), intervals_table)
