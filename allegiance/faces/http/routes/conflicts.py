"""`/conflicts`: claims that cannot both hold."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.cursors import Cursor, Limit, cursor_of, key_of
from allegiance.faces.http.shapes import ConflictPage
from allegiance.faces.http.tables import conflicts_table
from allegiance.records.conflict import ConflictKind
from allegiance.session import Session

ROUTER = APIRouter(tags=["lists"])


@ROUTER.get("/conflicts", response_model=ConflictPage, responses=TABLE)
def conflicts(
    answer: Answer,
    asked: Asked,
    about: Annotated[
        list[ConflictKind] | None, Query(description="Only these: who, tie, toll, when.")
    ] = None,
    cursor: Cursor = None,
    limit: Limit = None,
) -> Response:
    """What reports disagree on, side by side with who says it. As a table: a row a voice."""
    after = key_of(cursor)

    def ask(session: Session) -> ConflictPage:
        page = session.through(asked).conflicts(
            tuple(about or ()), after=after, limit=answer.rows(limit, 50)
        )
        return ConflictPage(page.rows, page.total, cursor_of(page.next))

    return answer.give(ask, lambda found: conflicts_table(found.rows))
