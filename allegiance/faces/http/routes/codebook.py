"""`/codebook`: what every predicate, phase and stance means."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import Answer
from allegiance.records.codebook import Codebook

ROUTER = APIRouter(tags=["store"])


@ROUTER.get("/codebook", response_model=Codebook)
def codebook(answer: Answer) -> Response:
    """Labels, definitions, examples and signs of all predicates, as the data files have them."""
    return answer.give(lambda session: session.codebook())
