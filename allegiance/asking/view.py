"""A store through one filter: the same for maps, lists and exports, so that all show the same claims."""

from __future__ import annotations

from datetime import date

from allegiance.records.answer import Explanation
from allegiance.records.asked import ANY_CLAIM, Claimed
from allegiance.records.balance import Balance
from allegiance.records.changes import Changes
from allegiance.records.conflict import Conflict, ConflictKind
from allegiance.records.dossier import Dossier
from allegiance.records.history import History
from allegiance.records.listing import (
    ActorRow,
    ClaimFacets,
    ClaimOrder,
    ClaimRow,
    Clipped,
    DayCount,
    DayGrain,
    EventFacets,
    EventRow,
    EventTold,
    Key,
    Page,
    PlacesSeen,
)


class View:
    """What a filter lets pass; `Session.through` makes one."""

    def clipped(self, most: int) -> Clipped:
        """The map of a day, of no more than so many actors."""
        raise NotImplementedError

    def history(self) -> History:
        """Every relation as stretches of time."""
        raise NotImplementedError

    def changes(self, known_from: date | None = None) -> Changes:
        """What changed in the world, or in what was known of it."""
        raise NotImplementedError

    def balance(self) -> Balance:
        """How balanced the map of a day is."""
        raise NotImplementedError

    def dossier(self, *, all_claims: bool = False) -> Dossier:
        """What `export` writes."""
        raise NotImplementedError

    def conflicts(
        self, kinds: tuple[ConflictKind, ...] = (), *, after: Key | None = None, limit: int = 50
    ) -> Page[Conflict]:
        """Claims that cannot both hold."""
        raise NotImplementedError

    def actors(
        self, words: str = "", *, after: Key | None = None, limit: int = 100
    ) -> Page[ActorRow]:
        """Actors, those that most reports name first."""
        raise NotImplementedError

    def claims(
        self,
        claimed: Claimed = ANY_CLAIM,
        *,
        order: ClaimOrder = "-published",
        after: Key | None = None,
        limit: int = 100,
    ) -> Page[ClaimRow]:
        """Claims in some order."""
        raise NotImplementedError

    def claim_ids(self, claimed: Claimed = ANY_CLAIM) -> tuple[str, ...]:
        """The ids of all of them, sorted."""
        raise NotImplementedError

    def claim_facets(self, claimed: Claimed = ANY_CLAIM) -> ClaimFacets:
        """How many of them have what."""
        raise NotImplementedError

    def events(self, *, after: Key | None = None, limit: int = 100) -> Page[EventRow]:
        """Events, the latest first."""
        raise NotImplementedError

    def event_facets(self) -> EventFacets:
        """How many of them have what."""
        raise NotImplementedError

    def event(self, event_id: str) -> EventTold:
        """One event with all that tell it."""
        raise NotImplementedError

    def places(self) -> PlacesSeen:
        """Places with their events and holders."""
        raise NotImplementedError

    def days(self, grain: DayGrain) -> tuple[DayCount, ...]:
        """How many events, stretch by stretch."""
        raise NotImplementedError

    def queue(self, by: str, *, second: bool, limit: int) -> tuple[Explanation, ...]:
        """Claims to review, the most urgent first."""
        raise NotImplementedError
