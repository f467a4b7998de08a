"""`/claims`: what was said, by whom, and with which words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked, Words
from allegiance.faces.http.cursors import AskedPage, cursor_of
from allegiance.faces.http.shapes import ClaimPage
from allegiance.faces.http.tables import claims_table
from allegiance.records.answer import Explanation
from allegiance.records.asked import Claimed
from allegiance.records.claim import Phase, Stance
from allegiance.records.listing import ClaimOrder, Key, ReviewState
from allegiance.session import Session

ROUTER = APIRouter(tags=["claims"])
# As many as a drawer shows before one scrolls.
MOST_EXPLAINED = 100


@ROUTER.get("/claims", response_model=ClaimPage, responses=TABLE)
def claims(
    answer: Answer,
    asked: Asked,
    page: AskedPage,
    stance: Annotated[list[Stance] | None, Query()] = None,
    phase: Annotated[list[Phase] | None, Query()] = None,
    state: Annotated[
        list[ReviewState] | None, Query(description="What became of them in review.")
    ] = None,
    claim: Annotated[list[str] | None, Query(description="Only these, by their ids.")] = None,
    q: Words = "",
    sort: Annotated[
        ClaimOrder, Query(description="A minus before it turns it round.")
    ] = "-published",
) -> Response:
    """Claims as reviewers left them, rejected ones too; `q`: whose words hold all of these."""
    claimed = Claimed(
        tuple(stance or ()), tuple(phase or ()), tuple(state or ()), q, tuple(claim or ())
    )

    def ask(session: Session, after: Key | None, limit: int) -> ClaimPage:
        view = session.through(asked)
        found = view.claims(claimed, order=sort, after=after, limit=limit)
        facets = view.claim_facets(claimed)
        return ClaimPage(found.rows, found.total, cursor_of(found.next, sort), facets)

    return answer.pages(
        ask, page._replace(order=sort), most=100, table=lambda found: claims_table(found.rows)
    )


@ROUTER.get("/claims/{claim_id}", response_model=Explanation)
def why(answer: Answer, claim_id: str) -> Response:
    """Where a claim comes from: its sentence, its speaker, its report, the rule that read it; by its id, or how that begins."""
    return answer.give(lambda session: session.why(claim_id))


@ROUTER.get("/explanations", response_model=list[Explanation])
def explanations(
    answer: Answer,
    claim: Annotated[list[str], Query(min_length=1, max_length=MOST_EXPLAINED)],
) -> Response:
    """The same for several claims at once, in the order given; those that are not here, as in a link to another store, are left out."""
    return answer.give(lambda session: session.explanations(claim))
