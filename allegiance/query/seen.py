"""A drawing with what lists ask of it again and again, each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from allegiance.query.drawing import Drawing, places
from allegiance.query.events import event_id, event_of
from allegiance.query.happenings import Happening
from allegiance.records.asked import Filter
from allegiance.records.listing import EventOrder, EventRow, Key
from allegiance.records.network import Event, Place
from allegiance.store.ledgers import Account


class EventSeen(NamedTuple):
    """An event, where it was, and how sure the surest of its claims is."""

    event: Event
    site: Place | None
    confidence: float


class Seen:
    """What one drawing shows."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing

    @cached_property
    def happenings(self) -> dict[str, Happening]:
        """What was done, by the event's id."""
        return {event_id(one): one for one in self.drawing.happenings.all}

    @cached_property
    def events(self) -> tuple[EventSeen, ...]:
        """All events that name somebody and are asserted, the latest first."""
        told = (
            (event, one)
            for one in self.happenings.values()
            if (event := event_of(one)).claim_ids and (event.source or event.target)
        )
        found = [self.placed(event, one) for event, one in told]
        return in_order(found, "-when")

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by id."""
        return places(one.account.place for one in self.drawing.heard)

    @cached_property
    def radii(self) -> dict[str, float]:
        """How vague the point of a place is, in km, by its id; of several claims the most exact counts."""
        found: dict[str, float] = {}
        for account, _, _ in self.drawing.heard:
            if account.place is not None and account.radius_km is not None:
                known = found.get(account.place[0], account.radius_km)
                found[account.place[0]] = min(known, account.radius_km)
        return found

    def placed(self, event: Event, happening: Happening) -> EventSeen:
        """An event with its place across articles: the one that the event names."""
        sites = (one.place for one in happening.accounts if one.place is not None)
        site = min((one for one in sites if one[1] == event.place), default=None, key=_place_key)
        return EventSeen(
            event,
            self.places[site[0]] if site is not None else None,
            max((one.confidence for one in happening.asserted), default=0.0),
        )

    def row(self, seen: EventSeen) -> EventRow:
        """An event with its names."""
        actors = self.drawing.cast.actors
        return EventRow(
            event=seen.event,
            source=actors.get(seen.event.source or ""),
            target=actors.get(seen.event.target or ""),
            site=seen.site,
            confidence=seen.confidence,
        )


def in_order(events: Iterable[EventSeen], order: EventOrder) -> tuple[EventSeen, ...]:
    """Events in one of the orders; a minus before it turns it round."""
    return tuple(sorted(events, key=event_key(order), reverse=order.startswith("-")))


def narrowed(drawing: Drawing, wanted: Filter) -> Drawing:
    """The same of the claims alone that a filter lets pass: of some publishers, of one place."""
    if not wanted.publishers and wanted.place is None:
        return drawing
    heard = tuple(one for one in drawing.heard if told_in(one.account, wanted))
    return Drawing(heard, drawing.cast, drawing.ontology)


def told_in(account: Account, wanted: Filter) -> bool:
    """Is it a claim of the wanted publishers that names the wanted place?"""
    by = not wanted.publishers or account.publisher in wanted.publishers
    return by and (wanted.place is None or place_of(account) == wanted.place)


def place_of(account: Account) -> str | None:
    """The id of the place that a claim names."""
    return account.place[0] if account.place is not None else None


def event_key(order: EventOrder) -> Callable[[EventSeen], Key]:
    """By what an order sorts."""
    worth = _ORDERS[order.removeprefix("-")]
    return lambda one: (worth(one), one.event.id)


_ORDERS: Mapping[str, Callable[[EventSeen], str | float]] = {
    # The last day that it may have been.
    "when": lambda one: one.event.day.isoformat(),
    "witnesses": lambda one: one.event.witnesses,
    "confidence": lambda one: one.confidence,
    "predicate": lambda one: one.event.predicate,
}


def _place_key(place: tuple[str, str, str | None, float | None, float | None]) -> tuple[bool, str]:
    # One that the gazetteer knows goes before mere words.
    return (place[3] is None, place[0])
