"""What to review next: disputed claims first, then those of which the reader is least sure either way."""

from __future__ import annotations

import heapq
from collections.abc import Collection

from allegiance.query.drawing import Drawing, parties
from allegiance.query.reviewing import reviews
from allegiance.store.store import Store

# Here the reader says that a claim is as likely right as wrong.
EVEN = 0.5


def queue_for(
    store: Store,
    drawing: Drawing,
    *,
    by: str,
    limit: int,
    kinds: Collection[str] = (),
    actor: str | None = None,
    second: bool = False,
    within: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Ids of claims that a person may review, the most urgent first.

    Args:
        drawing: for a second reviewer, of claims as they were read.
        second: those that others have decided and this person has not; otherwise those that nobody has decided.
        within: only these claims; None for all.
    """
    decided, own = reviews(store), reviews(store, by=by)
    wanted = frozenset(decided) if second else None
    if within is not None:
        wanted = frozenset(within) if wanted is None else wanted.intersection(within)
    return queue(
        drawing,
        limit=limit,
        kinds=kinds,
        actor=actor,
        wanted=wanted,
        done=own.keys() if second else decided.keys(),
    )


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
