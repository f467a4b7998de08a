"""`/about`: the program and its store."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance import __version__
from allegiance.faces.http.answers import Answer
from allegiance.faces.http.shapes import About
from allegiance.session import Session, exports, forms

ROUTER = APIRouter(tags=["store"])


@ROUTER.get("/about", response_model=About)
def about(answer: Answer) -> Response:
    """The program, what its store holds, and what it can read and write."""
    return answer.give(lambda session: _about(session, answer.held.by))


def _about(session: Session, reviewer: str) -> About:
    held = session.holdings()
    return About(
        version=__version__,
        store=held.location,
        articles=held.articles,
        claims=held.claims,
        actors=held.actors,
        first_day=held.first_day,
        last_day=held.last_day,
        publishers=held.publishers,
        reviewers=held.reviewers,
        reviewer=reviewer,
        edition=session.edition(),
        formats=exports(),
        forms=forms(),
    )
