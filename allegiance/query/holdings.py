"""What a store holds: how many of what, of which days, by whom."""

from __future__ import annotations

from collections import Counter

from allegiance.query.claim_table import most
from allegiance.records.listing import Holdings
from allegiance.resolve.actors import Cast
from allegiance.store.decisions import all_decisions
from allegiance.store.shelved import number_of_claims, shelved
from allegiance.store.store import Store


def holdings(store: Store, cast: Cast) -> Holdings:
    """Of current readings."""
    articles = shelved(store)
    days = sorted(one.known_on for one in articles if one.dated)
    return Holdings(
        location=store.location,
        articles=len(articles),
        claims=number_of_claims(store),
        actors=len(cast.actors),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        publishers=most(Counter(one.publisher for one in articles if one.publisher), {}),
        reviewers=tuple(sorted({one.by for one in all_decisions(store)})),
    )
