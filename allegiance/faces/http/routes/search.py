"""`/search`: articles and claims that hold words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from allegiance.faces.http.answers import Answer
from allegiance.faces.http.asking import MOST_CHARACTERS
from allegiance.records.answer import Hit

ROUTER = APIRouter(tags=["lists"])


@ROUTER.get("/search", response_model=list[Hit])
def search(
    answer: Answer,
    q: Annotated[
        str, Query(max_length=MOST_CHARACTERS, description="Quotation marks keep words together.")
    ],
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
) -> Response:
    """Articles and claims that hold all the words, the best first."""
    return answer.give(lambda session: session.search(q, limit=limit))
