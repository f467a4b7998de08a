"""A chart with what lists ask of it again and again, each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from allegiance.query.chart import Chart
from allegiance.query.drawing import Drawing
from allegiance.query.events import EventSeen, event_id, happening_seen
from allegiance.query.happenings import Happening
from allegiance.records.asked import Filter
from allegiance.records.listing import EventOrder, EventRow, Key
from allegiance.records.network import Place
from allegiance.store.ledgers import Account


class Seen:
    """What one chart shows.

    Args:
        drawing: gives the claims that it was made of, for what it does not hold.
    """

    def __init__(self, chart: Chart, drawing: Callable[[], Drawing]) -> None:
        self.chart = chart
        self._drawing = drawing

    @cached_property
    def happenings(self) -> dict[str, Happening]:
        """What was done, by the event's id."""
        return {event_id(one): one for one in self._drawing().happenings.all}

    @cached_property
    def events(self) -> tuple[EventSeen, ...]:
        """All events that name somebody and are asserted, the latest first."""
        return in_order(self.chart.seen_events(), "-when")

    @cached_property
    def radii(self) -> dict[str, float]:
        """How vague the point of a place is, in km, by its id; of several claims the most exact counts."""
        return self.chart.radii()

    def places(self, ids: Collection[str]) -> dict[str, Place]:
        """Places by id."""
        return self.chart.places(ids)

    def seen(self, happening: Happening) -> EventSeen:
        """One event."""
        named = {one.place[0] for one in happening.accounts if one.place is not None}
        return happening_seen(happening, self.places(named))

    def row(self, seen: EventSeen) -> EventRow:
        """An event with its names."""
        actors = self.chart.cast.actors
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
