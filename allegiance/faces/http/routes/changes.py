"""`/changes`: what began, ended, was disputed or became known."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.tables import changes_table
from allegiance.records.changes import Changes

ROUTER = APIRouter(tags=["maps"])


@ROUTER.get("/changes", response_model=Changes, responses=TABLE)
def changes(
    answer: Answer,
    asked: Asked,
    known_from: Annotated[
        date | None,
        Query(description="Compare what was known on this day with what was known on `known_by`."),
    ] = None,
) -> Response:
    """What changed in the world between `from` and `to`; given `known_from`, in what was known of it."""
    return answer.give(lambda session: session.through(asked).changes(known_from), changes_table)
