"""`/conflicts`: claims that cannot both hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.cursors import AskedPage, cursor_of
from allegiance.faces.http.shapes import ConflictPage
from allegiance.faces.http.tables import conflicts_table
from allegiance.records.conflict import ConflictKind
from allegiance.records.listing import Key
from allegiance.session import Session

ROUTER = APIRouter(tags=["lists"])


@ROUTER.get("/conflicts", response_model=ConflictPage, responses=TABLE)
def conflicts(
    answer: Answer,
    asked: Asked,
    page: AskedPage,
    about: Annotated[
        list[ConflictKind] | None, Query(description="Only these: who, tie, toll, when.")
    ] = None,
) -> Response:
    """What reports disagree on, side by side with who says it. As a table: a row a voice."""

    def ask(session: Session, after: Key | None, limit: int) -> ConflictPage:
        found = session.through(asked).conflicts(tuple(about or ()), after=after, limit=limit)
        return ConflictPage(found.rows, found.total, cursor_of(found.next))

    return answer.pages(ask, page, most=50, table=lambda found: conflicts_table(found.rows))
