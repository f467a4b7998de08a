"""Which claims in the atlas may be of one event with some others: found by the facets that the rules ask to agree."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from allegiance.lexicon.sameness import Sameness
from allegiance.query.gathering import ClaimKey
from allegiance.query.happenings import last_day
from allegiance.query.shelving import place_of
from allegiance.query.wordings import spot_of
from allegiance.resolve.deeds import Spot, distance_km
from allegiance.store.atlas import rows
from allegiance.store.ledgers import Account
from allegiance.store.store import Store

_COLUMNS = {"who": "source", "whom": "target", "where": "place"}
_DAYS = "claim.happened BETWEEN json_extract(one.value, '$[0]') AND json_extract(one.value, '$[1]')"
# What is alike word for word is of one event, however vague.
_ALIKE = "claim.source IS json_extract(one.value, '$[2]')"
_CELLS = "SELECT DISTINCT place FROM atlas_claim WHERE happened BETWEEN ? AND ? AND place IS NOT NULL"  # fmt: skip


def likely(
    store: Store, told: Collection[Account], actor_of: Mapping[str, str], rules: Sameness
) -> set[ClaimKey]:
    """All that may be likened to one of these, and more."""
    sought = [*rules.sought, *rules.sought_to_deny]
    looked_up = _LookedUp(store, told, actor_of, rules)
    found: set[ClaimKey] = set()
    for row in sought:
        facets = sorted(row - {"when"})
        same = (f"claim.{_COLUMNS[facet]} = json_extract(one.value, '$[{at}]')" for at, facet in enumerate(facets, 2))  # fmt: skip
        found.update(_found(store, " AND ".join(same), looked_up.by(facets, exact="when" in row)))
    found.update(_found(store, _ALIKE, looked_up.word_for_word()))
    return found


def _found(store: Store, same: str, wanted: Iterable[tuple[object, ...]]) -> list[ClaimKey]:
    asked = (
        "SELECT claim.claim_id, claim.article_id FROM json_each(?) AS one"
        f" CROSS JOIN atlas_claim AS claim WHERE {same} AND {_DAYS}"
    )
    return rows(store, asked, json.dumps(sorted(set(wanted), key=str)))


class _LookedUp:
    """Claims as rows to look others up by: the first and the last day on which those may end, and what has to be equal."""

    def __init__(
        self, store: Store, told: Collection[Account], actor_of: Mapping[str, str], rules: Sameness
    ) -> None:
        self._store = store
        self._told = [(last_day(one).toordinal(), one) for one in told]
        self._actor_of = actor_of
        self._rules = rules
        self._reach = rules.days_vague + rules.days_apart + rules.days_reported
        self._near: dict[Spot, list[str]] = {}

    def by(self, facets: list[str], *, exact: bool) -> Iterator[tuple[object, ...]]:
        """By facets; `exact`: the days agree, too."""
        reach = self._rules.days_exact if exact else self._reach
        for day, account in self._told:
            known = {
                "who": self._actors(account.source),
                "whom": self._actors(account.target),
                "where": self._cells(account) if "where" in facets else [],
            }
            for values in product(*(known[facet] for facet in facets)):
                yield (day - reach, day + reach, *values)

    def word_for_word(self) -> Iterator[tuple[object, ...]]:
        """By the day, and by who did it, if that is told."""
        for day, account in self._told:
            yield (day, day, self._actor_of.get(account.source or ""))

    def _actors(self, referent: str | None) -> list[str]:
        actor = self._actor_of.get(referent or "")
        return [actor] if actor is not None else []

    def _cells(self, account: Account) -> list[str]:
        spot = spot_of(account)
        if spot is None:
            return []
        if spot not in self._near:
            self._near[spot] = [cell for cell, there in self._there if self._is_near(spot, there)]
        return self._near[spot]

    def _is_near(self, one: Spot, other: Spot) -> bool:
        apart = 0.0 if one.id == other.id else distance_km(one, other)
        return apart is not None and apart <= self._rules.km_apart

    @cached_property
    def _there(self) -> list[tuple[str, Spot]]:
        """The places of claims of about these days, as the atlas has them."""
        days = [day for day, _ in self._told]
        first, last = min(days) - self._reach, max(days) + self._reach
        cells = (cell for (cell,) in rows(self._store, _CELLS, first, last))
        grounds = ((cell, place_of(cell)) for cell in cells)
        return [(cell, Spot(at[0], at[3], at[4], None)) for cell, at in grounds]
