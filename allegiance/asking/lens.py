"""What every question through a filter rests on: the claims that the filter lets pass, and what was worked out of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, cast

from allegiance.asking.memory import Recent
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.actor_list import Written
from allegiance.query.chart import Chart
from allegiance.query.claim_table import ClaimTable
from allegiance.query.drawing import Drawing
from allegiance.query.event_list import chosen_events
from allegiance.query.events import EventSeen
from allegiance.query.history import Wanted
from allegiance.query.network import Floor
from allegiance.query.seen import Seen, narrowed
from allegiance.records.asked import Filter
from allegiance.records.conflict import Conflict
from allegiance.resolve.actors import Cast
from allegiance.store.store import Store

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Footing:
    """A store as known by a day, before any filter.

    Attributes:
        edition: another whenever something was added.
        known: the day of knowledge that was asked for; the last there is, where none was.
        known_by: the one to tell.
        last_day: that of the last report known by then: the day of a map where none is asked for.
        cast: who is who.
        chart: gives what maps of all claims known by then are read from.
        conflicts: gives all conflicts known by then.
        drawing: gives all claims known by then.
        drawing_of: gives those known by another day, with the same cast.
        claims: gives them as a table.
        written: gives how reports name whom.
        as_read: gives those as if nobody had reviewed any.
        memory: of what was worked out for the last few questions.
    """

    store: Store
    lexicon: Lexicon
    edition: Hashable
    known: date
    known_by: date
    last_day: date
    cast: Cast
    chart: Callable[[], Chart]
    conflicts: Callable[[], tuple[Conflict, ...]]
    drawing: Callable[[], Drawing]
    drawing_of: Callable[[date], Drawing]
    claims: Callable[[], ClaimTable]
    written: Callable[[], Written]
    as_read: Callable[[], Drawing]
    memory: Recent[object]


class Lens:
    """A filter before a store.

    Args:
        actor: the id of the actor that the filter asks for.
    """

    def __init__(self, asked: Filter, actor: str | None, footing: Footing) -> None:
        self._asked = asked
        self._actor = actor
        self._footing = footing
        self._floor = Floor(asked.reviewed_only, asked.min_confidence, asked.min_witnesses)

    @property
    def _wanted(self) -> Wanted:
        """What is asked for of relations over time, and of events."""
        asked = self._asked
        kinds = frozenset(asked.kinds)
        return Wanted(self._actor, asked.since, asked.until, kinds, asked.alleged, self._floor)

    @property
    def _narrowed(self) -> Drawing:
        """The claims of the wanted publishers and place, whether reviewed or not."""
        asked = self._asked
        key = ("narrowed", asked.publishers, asked.place)
        return self._once(key, lambda: narrowed(self._footing.drawing(), asked))

    @property
    def _seen(self) -> Seen:
        """Of them the reviewed ones alone, where that is asked for."""
        asked = self._asked
        key = ("seen", asked.publishers, asked.place, asked.reviewed_only)
        return self._once(key, lambda: Seen(self._reviewed, lambda: self._drawing))

    @property
    def _drawing(self) -> Drawing:
        drawing = self._narrowed
        return drawing.reviewed() if self._asked.reviewed_only else drawing

    @property
    def _chart(self) -> Chart:
        """What maps are read from, whether reviewed or not: where the filter asks for no publisher and no place, the store's own is quicker."""
        asked = self._asked
        return self._narrowed if asked.publishers or asked.place else self._footing.chart()

    @property
    def _reviewed(self) -> Chart:
        """Of it the reviewed claims alone, where that is asked for."""
        return self._chart.reviewed() if self._asked.reviewed_only else self._chart

    @property
    def _events(self) -> tuple[EventSeen, ...]:
        """The wanted events, the latest first."""
        key = ("events", self._asked)
        return self._once(key, lambda: chosen_events(self._seen, self._wanted))

    @property
    def _table(self) -> ClaimTable:
        """All claims; it looks at publishers, place and reviews itself."""
        footing = self._footing
        return self._once(
            ("claims",),
            footing.claims,
        )

    @property
    def _is_open(self) -> bool:
        """Does the filter let everything pass, but for the days of map and knowledge?"""
        asked = self._asked
        return asked == Filter(on=asked.on, known_by=asked.known_by, alleged=asked.alleged)

    def _once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """What was worked out before under this key, for this state of the store and this day of knowledge."""
        whole = (self._footing.edition, self._footing.known, key)
        return cast(Value, self._footing.memory.find_or(whole, make))
