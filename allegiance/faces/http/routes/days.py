"""`/days`: how many events, day by day."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import days_table
from allegiance.records.listing import DayCount, DayGrain

ROUTER = APIRouter(tags=["events"])


@ROUTER.get("/days", response_model=list[DayCount], responses=TABLE)
def days(answer: Answer, asked: Asked, grain: DayGrain = "month") -> Response:
    """Events by day, week, month, quarter or year; stretches without any are left out."""
    return answer.give(lambda session: session.through(asked).days(grain), days_table)
