"""`/decisions`, `/agreement`, `/undo`: what persons decided, how far they agree, and taking it back."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.cursors import Cursor, Limit, cursor_of, key_of
from allegiance.faces.http.shapes import DecisionPage, ReviewedMany, Undoing, UndoingMany
from allegiance.records.deciding import Agreement, Outcome
from allegiance.session import Session

ROUTER = APIRouter(tags=["deciding"])


@ROUTER.get("/decisions", response_model=DecisionPage)
def decisions(answer: Answer, cursor: Cursor = None, limit: Limit = None) -> Response:
    """Decisions of persons, the latest first, each with what has become of it."""
    after = key_of(cursor)

    def ask(session: Session) -> DecisionPage:
        page = session.decisions_page(after=after, limit=limit or 100)
        return DecisionPage(page.rows, page.total, cursor_of(page.next))

    return answer.give(ask)


@ROUTER.get("/agreement", response_model=Agreement)
def agreement(answer: Answer) -> Response:
    """How far reviewers agree on the claims that more than one has decided on."""
    return answer.give(lambda session: session.agreement())


@ROUTER.post("/undo", response_model=Outcome)
def undo(answer: Answer, asked: Undoing) -> Response:
    """Take a decision back; undoing an undoing brings back what it undid."""
    return answer.act(
        lambda session: session.desk(asked.by or answer.held.by).undo(asked.decision, asked.because)
    )


@ROUTER.post("/undo/bulk", response_model=ReviewedMany)
def undo_all(answer: Answer, asked: UndoingMany) -> Response:
    """Take several decisions back at once, as those of `/review/bulk`: all of them, or none."""

    def do(session: Session) -> ReviewedMany:
        made = session.desk(asked.by or answer.held.by).undo_all(asked.decision_ids, asked.because)
        return ReviewedMany(len(made), tuple(one.id for one in made))

    return answer.act(do)
