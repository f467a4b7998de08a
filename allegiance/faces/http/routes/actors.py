"""`/actors`: who is named, and all that is said of one."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeAlias

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked, Words
from allegiance.faces.http.cursors import AskedPage, cursor_of
from allegiance.faces.http.shapes import ActorPage
from allegiance.faces.http.tables import actors_table
from allegiance.records.answer import Profile, Section
from allegiance.records.listing import Key
from allegiance.records.overview import Overview
from allegiance.session import Session

# More lines than any actor has, and more claims than any line.
MOST = 100_000
KnownBy: TypeAlias = Annotated[
    date | None, Query(description="Leave out what was published after this day.")
]
ROUTER = APIRouter(tags=["actors"])


@ROUTER.get("/actors", response_model=ActorPage, responses=TABLE)
def actors(answer: Answer, asked: Asked, page: AskedPage, q: Words = "") -> Response:
    """Actors, those that most reports name first; `q`: whose name, or a name that reports use, holds these words."""

    def ask(session: Session, after: Key | None, limit: int) -> ActorPage:
        found = session.through(asked).actors(q, after=after, limit=limit)
        return ActorPage(found.rows, found.total, cursor_of(found.next))

    return answer.pages(ask, page, most=100, table=lambda found: actors_table(found.rows))


@ROUTER.get("/actors/{actor}", response_model=Profile)
def profile(answer: Answer, actor: str, known_by: KnownBy = None) -> Response:
    """All that reports say of one actor, in a fixed order; by its id, its name or an alias."""
    return answer.give(lambda session: session.profile(actor, known_by=known_by))


@ROUTER.get("/actors/{actor}/overview", response_model=Overview)
def overview(
    answer: Answer,
    actor: str,
    known_by: KnownBy = None,
    lines: Annotated[
        int,
        Query(
            ge=0,
            le=MOST,
            description="Of each section so many, the best-witnessed; of events the latest.",
        ),
    ] = 10,
    reports: Annotated[
        int, Query(ge=0, le=MOST, description="Of each line those of so many of its claims.")
    ] = 5,
    section: Annotated[Section | None, Query(description="This section alone.")] = None,
) -> Response:
    """The same by the part: of each section the lines that most independent reports tell, with their stretches of the history, and how many there are."""
    return answer.give(
        lambda session: session.overview(
            actor, known_by=known_by, lines=lines, reports=reports, section=section
        )
    )
