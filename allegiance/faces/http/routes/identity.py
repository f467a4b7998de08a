"""`/candidates`, `/identity`: who may be the same as whom, and who a person says is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import MOST_CHARACTERS
from allegiance.faces.http.cursors import Cursor, Limit, cursor_of, key_of
from allegiance.faces.http.shapes import CandidatePage, Identifying
from allegiance.records.deciding import Outcome
from allegiance.session import Session

ROUTER = APIRouter(tags=["deciding"])


@ROUTER.get("/candidates", response_model=CandidatePage)
def candidates(
    answer: Answer,
    actor: Annotated[str | None, Query(max_length=MOST_CHARACTERS)] = None,
    cursor: Cursor = None,
    limit: Limit = None,
) -> Response:
    """Pairs of actors that may be one, the likeliest first; those that were decided on are left out."""
    after = key_of(cursor)

    def ask(session: Session) -> CandidatePage:
        page = session.candidates_page(actor, after=after, limit=limit or 50)
        return CandidatePage(page.rows, page.total, cursor_of(page.next))

    return answer.give(ask)


@ROUTER.post("/identity", response_model=Outcome)
def identify(answer: Answer, said: Identifying) -> Response:
    """Say that two names mean one actor, or two; `/undo` takes it back."""

    def do(session: Session) -> Outcome:
        desk = session.desk(said.by or answer.held.by)
        decide = desk.same if said.verdict == "same" else desk.different
        return decide(said.left, said.right, said.because)

    return answer.act(do)
