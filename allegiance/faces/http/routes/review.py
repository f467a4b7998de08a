"""`/review`: was a claim read rightly?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import MOST_CHARACTERS, Asked
from allegiance.faces.http.deciding import review_all, review_one
from allegiance.faces.http.shapes import ReviewedMany, Reviewing, ReviewingMany, ReviewQueue
from allegiance.records.deciding import Outcome
from allegiance.session import Session

ROUTER = APIRouter(tags=["deciding"], prefix="/review")


@ROUTER.get("/queue", response_model=ReviewQueue)
def queue(
    answer: Answer,
    asked: Asked,
    by: Annotated[str | None, Query(max_length=MOST_CHARACTERS)] = None,
    second: Annotated[
        bool, Query(description="Claims that others have decided and this person has not.")
    ] = False,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> Response:
    """Claims to review, disputed ones first, then those that the reader is least sure of."""
    who = by or answer.held.by

    def ask(session: Session) -> ReviewQueue:
        claims = session.through(asked).queue(who, second=second, limit=limit)
        return ReviewQueue(who, second, claims)

    return answer.give(ask)


@ROUTER.post("/bulk", response_model=ReviewedMany)
def bulk(answer: Answer, said: ReviewingMany) -> Response:
    """The same word on many claims: all of it is kept, or nothing."""
    return answer.act(lambda session: review_all(session, said, said.by or answer.held.by))


@ROUTER.post("/{claim_id}", response_model=Outcome)
def review(answer: Answer, claim_id: str, said: Reviewing) -> Response:
    """Accept a claim, reject it, or say how it should have been read."""
    return answer.act(
        lambda session: review_one(session, claim_id, said, said.by or answer.held.by)
    )
