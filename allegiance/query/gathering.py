"""Single claims of the atlas, fetched from the ledgers as a drawing of all claims would have them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from allegiance.lexicon.ontology import Ontology
from allegiance.query.drawing import Drawing, Heard, drawn, is_deed
from allegiance.query.reviewing import applied
from allegiance.records.decision import Decision
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import EACH, listed, rows
from allegiance.store.ledgers import Account, accounts
from allegiance.store.lookups import copied, families
from allegiance.store.store import Store

# A claim, and the article that makes it.
ClaimKey: TypeAlias = "tuple[str, str]"


class Gathering:
    """Fetches claims.

    Args:
        decided: what reviewers decided, by claim.
        meet: called with claims before anybody whom they name is looked up.
    """

    def __init__(
        self,
        store: Store,
        cast: Cast,
        ontology: Ontology,
        decided: Mapping[str, Decision],
        meet: Callable[[Iterable[Account]], None],
    ) -> None:
        self.store = store
        self.cast = cast
        self.ontology = ontology
        self._decided = decided
        self._meet = meet

    def drawing(self, wanted: Collection[ClaimKey]) -> Drawing:
        """A drawing of these claims, and no others."""
        found = accounts(self.store, date.max, claims={claim for claim, _ in wanted})
        told = [one for one in found if (one.claim_id, one.article_id) in wanted]
        return drawn(self.applied(told), self.cast, self.ontology)

    def applied(self, told: list[Account]) -> list[Account]:
        """Claims as reviewers left them."""
        self._meet(told)
        return applied(told, self._decided, self.cast, self.store)

    def units(self, units: Collection[str]) -> set[ClaimKey]:
        """The claims of some units."""
        asked = f"SELECT claim_id, article_id FROM atlas_claim WHERE unit {EACH}"
        return set(rows(self.store, asked, listed(units)))

    def events(self, events: Collection[str]) -> dict[ClaimKey, str]:
        """The claims of some events, each with the event's id."""
        asked = f"SELECT claim_id, article_id, event FROM atlas_claim WHERE event {EACH}"
        return {(one, article): event for one, article, event in rows(self.store, asked, listed(events))}  # fmt: skip

    def events_of(self, claims: Collection[ClaimKey]) -> set[str]:
        """The events that these claims are of."""
        asked = f"SELECT claim_id, article_id, event FROM atlas_claim WHERE claim_id {EACH}"
        found = rows(self.store, asked, listed({claim for claim, _ in claims}))
        return {row[2] for row in found if row[2] and row[:2] in claims}

    def deeds(self, wanted: Collection[ClaimKey]) -> dict[ClaimKey, Account]:
        """Those of `heard` that are of events."""
        return {key: one.account for key, one in self.heard(wanted).items() if is_deed(one)}

    def heard(self, wanted: Collection[ClaimKey]) -> dict[ClaimKey, Heard]:
        """These claims, each with the copies that say the same; others of reports that were copied come along."""
        near = copied(self.store, families(self.store, articles={one for _, one in wanted}))
        asked = f"SELECT claim_id, article_id FROM atlas_claim WHERE article_id {EACH}"
        beside = rows(self.store, asked, listed(near)) if near else []
        return {key_of(one.account): one for one in self.drawing({*wanted, *beside}).heard}


def key_of(account: Account) -> ClaimKey:
    """What tells it from all others."""
    return (account.claim_id, account.article_id)
