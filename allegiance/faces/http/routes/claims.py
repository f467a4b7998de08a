"""`/claims`: what was said, by whom, and with which words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import TABLE, Answer
from allegiance.faces.http.asking import Asked, Words
from allegiance.faces.http.cursors import Cursor, Limit, cursor_of, key_of
from allegiance.faces.http.shapes import ClaimPage
from allegiance.faces.http.tables import claims_table
from allegiance.records.answer import Explanation
from allegiance.records.asked import Claimed
from allegiance.records.claim import Phase, Stance
from allegiance.records.listing import ClaimOrder, ReviewState
from allegiance.session import Session

ROUTER = APIRouter(tags=["claims"])
# As many as a drawer shows before one scrolls.
MOST_EXPLAINED = 100


@ROUTER.get("/claims", response_model=ClaimPage, responses=TABLE)
def claims(
    answer: Answer,
    asked: Asked,
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
    cursor: Cursor = None,
    limit: Limit = None,
) -> Response:
    """Claims as reviewers left them, rejected ones too; `q`: whose words hold all of these."""
    after = key_of(cursor, sort)
    claimed = Claimed(
        tuple(stance or ()), tuple(phase or ()), tuple(state or ()), q, tuple(claim or ())
    )

    def ask(session: Session) -> ClaimPage:
        view = session.through(asked)
        page = view.claims(claimed, order=sort, after=after, limit=answer.rows(limit, 100))
        facets = view.claim_facets(claimed)
        return ClaimPage(page.rows, page.total, cursor_of(page.next, sort), facets)

    return answer.give(ask, lambda found: claims_table(found.rows))


@ROUTER.get("/claims/{claim_id}", response_model=Explanation)
def why(answer: Answer, claim_id: str) -> Response:
    """Where a claim comes from: its sentence, its speaker, its report, the rule that read it; by its id, or how that begins."""
    return answer.give(lambda session: session.why(claim_id))


@ROUTER.get("/explanations", response_model=list[Explanation])
def explanations(
    answer: Answer,
    claim: Annotated[list[str], Query(min_length=1, max_length=MOST_EXPLAINED)],
) -> Response:
    """The same for several claims at once, in the order given."""
    return answer.give(lambda session: tuple(map(session.why, dict.fromkeys(claim))))
