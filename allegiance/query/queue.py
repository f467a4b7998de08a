"""What to review next: disputed claims first, then those of which the reader is least sure either way."""

from __future__ import annotations

import heapq
from collections.abc import Collection

from allegiance.query.drawing import Drawing, parties

# Here the reader says that a claim is as likely right as wrong.
EVEN = 0.5


def queue(
    drawing: Drawing,
    *,
    limit: int,
    kinds: Collection[str] = (),
    actor: str | None = None,
    wanted: Collection[str] | None = None,
    done: Collection[str] = (),
) -> tuple[str, ...]:
    """Ids of claims to review, the most urgent first.

    Args:
        limit: at most so many.
        kinds: only these predicates; none for all.
        actor: only those with a part in it of this actor.
        wanted: only these claims; None for all.
        done: not these.
    """
    disputed = _disputed(drawing)
    open_to = (
        one.account
        for one in drawing.heard
        if one.account.claim_id not in done
        and (wanted is None or one.account.claim_id in wanted)
        and (not kinds or one.account.predicate in kinds)
        and (actor is None or actor in parties(one.account, drawing.cast))
    )
    urgent = heapq.nsmallest(
        limit,
        open_to,
        key=lambda one: (
            one.claim_id not in disputed,
            round(abs(one.confidence - EVEN), 6),
            one.claim_id,
        ),
    )
    return tuple(dict.fromkeys(one.claim_id for one in urgent))


def _disputed(drawing: Drawing) -> frozenset[str]:
    """Claims for relations that another claim speaks against, and those others."""
    states = drawing.states(alleged=False)
    return frozenset(claim for one in states if one.against for claim in one.claims)
