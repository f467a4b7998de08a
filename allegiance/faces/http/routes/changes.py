"""`/changes`: what began, ended, was disputed or became known."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.cursors import AskedPage, cursor_of
from allegiance.faces.http.shapes import ChangePage
from allegiance.faces.http.tables import changes_table
from allegiance.records.listing import Key
from allegiance.session import Session

ROUTER = APIRouter(tags=["maps"])


@ROUTER.get("/changes", response_model=ChangePage, responses=TABLE)
def changes(
    answer: Answer,
    asked: Asked,
    page: AskedPage,
    known_from: Annotated[
        date | None,
        Query(description="Compare what was known on this day with what was known on `known_by`."),
    ] = None,
) -> Response:
    """What changed in the world between `from` and `to`; given `known_from`, in what was known of it."""

    def ask(session: Session, after: Key | None, limit: int) -> ChangePage:
        view = session.through(asked)
        found = view.changes(known_from, after=after, limit=limit)
        facets = view.change_facets(known_from)
        return ChangePage(found.rows, found.total, cursor_of(found.next), facets)

    return answer.pages(ask, page, most=100, table=lambda found: changes_table(found.rows))
