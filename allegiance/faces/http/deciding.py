"""Reviews as they are posted, handed to the reviewer's desk."""

from __future__ import annotations

from allegiance.errors import UsageError
from allegiance.faces.http.shapes import (
    Correcting,
    ReviewedMany,
    Reviewing,
    ReviewingMany,
    Selecting,
)
from allegiance.records.asked import Claimed, Filter
from allegiance.records.deciding import Outcome
from allegiance.records.decision import Correction
from allegiance.records.span import Span
from allegiance.session import Session


def review_one(session: Session, claim_id: str, said: Reviewing, by: str) -> Outcome:
    """A word on one claim.

    Raises:
        UnknownName: no claim has that id, or several begin so.
        UsageError: verdict and correction do not fit together, or the outcome could not be read of any text.
    """
    desk = session.desk(by)
    if said.verdict == "corrected":
        return desk.correct(claim_id, _correction(said.correction), said.because)
    if said.correction is not None:
        raise UsageError(f"{said.verdict} takes no correction; say corrected, or leave it out")
    decide = desk.accept if said.verdict == "accepted" else desk.reject
    return decide(claim_id, said.because)


def review_all(session: Session, said: ReviewingMany, by: str) -> ReviewedMany:
    """The same word on many claims.

    Raises:
        UsageError: neither or both of ids and filter are given, or there are more or fewer than the reviewer saw.
        UnknownName: no claim has one of the ids.
    """
    if bool(said.claim_ids) == (said.filter is not None):
        raise UsageError("either claim_ids or a filter says which claims; give one of them")
    claim_ids = said.claim_ids
    if said.filter is not None:
        claim_ids = session.through(_filter(said.filter)).claim_ids(_claimed(said.filter))
    if said.expected is not None and said.expected != len(claim_ids):
        raise UsageError(
            f"{len(claim_ids)} claims fit by now, not {said.expected}; look at them again"
        )
    decisions = session.desk(by).review_all(said.verdict, claim_ids, said.because)
    return ReviewedMany(len(decisions), tuple(one.id for one in decisions))


def _correction(given: Correcting | None) -> Correction:
    if given is None:
        raise UsageError("a corrected claim needs a correction; give what should have been read")
    return Correction(
        given.predicate,
        given.phase,
        given.stance,
        given.swapped,
        given.when,
        _span("source", given.source),
        _span("target", given.target),
    )


def _span(part: str, given: tuple[int, int] | None) -> Span | None:
    if given is None:
        return None
    try:
        return Span(*given)
    except ValueError as error:
        raise UsageError(f"{part}: {error}") from error


def _filter(given: Selecting) -> Filter:
    return Filter(
        known_by=given.known_by,
        since=given.since,
        until=given.until,
        actor=given.actor,
        kinds=given.kinds,
        min_confidence=given.min_confidence,
        publishers=given.publishers,
        place=given.place,
    )


def _claimed(given: Selecting) -> Claimed:
    return Claimed(given.stances, given.phases, given.states, given.words)
