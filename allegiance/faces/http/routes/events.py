"""`/events`: what was done, each told once however many reports tell it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked
from allegiance.faces.http.cursors import AskedPage, cursor_of
from allegiance.faces.http.shapes import EventPage
from allegiance.faces.http.tables import events_table
from allegiance.records.asked import Filter
from allegiance.records.listing import EventOrder, EventTold, Key
from allegiance.session import Session

ROUTER = APIRouter(tags=["events"])


@ROUTER.get("/events", response_model=EventPage, responses=TABLE)
def events(
    answer: Answer,
    asked: Asked,
    page: AskedPage,
    sort: Annotated[EventOrder, Query(description="A minus before it turns it round.")] = "-when",
) -> Response:
    """Events between named actors or by one, each told once."""

    def ask(session: Session, after: Key | None, limit: int) -> EventPage:
        view = session.through(asked)
        found = view.events(order=sort, after=after, limit=limit)
        return EventPage(found.rows, found.total, cursor_of(found.next, sort), view.event_facets())

    return answer.pages(
        ask, page._replace(order=sort), most=100, table=lambda found: events_table(found.rows)
    )


@ROUTER.get("/events/{event_id}", response_model=EventTold)
def event(
    answer: Answer,
    event_id: str,
    known_by: Annotated[
        date | None, Query(description="Leave out what was published after this day.")
    ] = None,
) -> Response:
    """One event with all that tell or deny it, by independent witness."""
    asked = Filter(known_by=known_by)
    return answer.give(lambda session: session.through(asked).event(event_id))
