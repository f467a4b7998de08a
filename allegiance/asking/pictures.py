"""Maps, histories, places and days through a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from allegiance.asking.lens import Lens
from allegiance.query.balance import balance as measure
from allegiance.query.clipping import clipped as clip
from allegiance.query.clipping import clipped_history as clip_history
from allegiance.query.dossier import dossier as gather
from allegiance.query.drawing import Drawing
from allegiance.query.event_list import day_counts
from allegiance.query.events import EventSeen
from allegiance.query.history import found as find
from allegiance.query.history import history as trace
from allegiance.query.network import network as draw_network
from allegiance.query.place_list import places_seen
from allegiance.query.seen import narrowed
from allegiance.query.signals import Tie
from allegiance.records.balance import Balance
from allegiance.records.dossier import Dossier
from allegiance.records.history import History
from allegiance.records.listing import (
    Clipped,
    ClippedHistory,
    DayCount,
    DayGrain,
    PlaceFacts,
    PlacesSeen,
    Tied,
)
from allegiance.records.network import Network, Relation
from allegiance.store.shelved import place_kinds


class Pictures(Lens):
    """Draws what the filter lets pass."""

    def network(self) -> Network:
        """The map of the day that is asked for; by default that of the last report."""
        asked, footing = self._asked, self._footing
        day = asked.on or footing.last_day
        return draw_network(
            self._chart,
            on=day,
            known_by=footing.known_by if asked.known_by is not None else max(day, footing.known_by),
            actor=self._actor,
            kinds=frozenset(asked.kinds),
            alleged=asked.alleged,
            floor=self._floor,
        )

    def clipped(self, most: int) -> Clipped:
        """The same, of no more than so many actors: the best-witnessed."""
        return clip(self.network(), most, keep=self._actor)

    def balance(self, *, seed: int = 0) -> Balance:
        """How balanced the map of the day is, and where something must give."""
        return measure(self.network(), self._footing.lexicon.signs, seed=seed)

    def history(self) -> History:
        """Every relation as stretches of time."""
        return trace(self._reviewed, self._wanted, known_by=self._footing.known_by)

    def clipped_history(
        self, most: int, keep: Collection[str] = (), *, places: bool = True
    ) -> ClippedHistory:
        """The same, of no more than so many actors and the persons tied to them: the best-witnessed.

        Args:
            keep: ids of actors that come first, and those tied to them next.
            places: relations to places, too.
        """
        first = frozenset(keep) | ({self._actor} if self._actor is not None else set())
        chart, wanted = self._reviewed, self._wanted
        known_by = self._footing.known_by
        return clip_history(chart, wanted, most, known_by=known_by, keep=first, places=places)

    def ties(self) -> tuple[Tied, ...]:
        """Each relation of the wanted days once, without its times: a picture is laid out by them."""
        chart = self._reviewed
        most: Counter[Tie] = Counter()
        for alleged in (False, True) if self._asked.alleged else (False,):
            for one in chart.states(self._wanted.asked, alleged=alleged):
                # Nobody is tied to himself by a name that he took.
                if one.tie.names is None and self._floor.bears(one.confidence, one.witnesses):
                    most[one.tie] = max(most[one.tie], one.witnesses)
        return tuple(
            Tied(tie.predicate, tie.source, tie.target, tie.place, witnesses)
            for tie, witnesses in sorted(most.items(), key=lambda item: tuple(map(str, item[0])))
        )

    def dossier(self, *, all_claims: bool = False) -> Dossier:
        """Relations and events with everything that they rest on; given `on` without other days, of the map of that day."""
        return gather(
            self._footing.store,
            self._drawing,
            self._footing.lexicon,
            self._wanted,
            known_by=self._footing.known_by,
            on=self._one_day,
            all_claims=all_claims,
        )

    def places(self, only: PlaceFacts | None = None) -> PlacesSeen:
        """Places with their events and holders: of all days from `since` to `until`, or as the map of `on` alone has them.

        Args:
            only: leaves out the others; None for both.
        """
        drawn = self.network() if self._one_day is not None else None
        events = self._done(drawn) if only != "holders" else ()
        held = drawn.relations if drawn is not None else self._holding()
        relations = list(held) if only != "events" else []
        kinds = self._once(("kinds of places",), lambda: place_kinds(self._footing.store))
        return places_seen(self._seen, events, relations, kinds)

    def _done(self, drawn: Network | None) -> Iterable[EventSeen]:
        if drawn is None:
            return self._events
        near = {one.id for one in drawn.events}
        return [one for one in self._seen.events if one.event.id in near]

    def days(self, grain: DayGrain) -> tuple[DayCount, ...]:
        """How many events, stretch by stretch."""
        return day_counts(self._events, grain)

    def _holding(self) -> Iterator[Relation]:
        """Who is said to hold which place, on whatever of the wanted days."""
        wanted = self._wanted
        of_places = {
            one.predicate for one in self._chart.ontology.relations if one.target == "place"
        }
        kinds = wanted.kinds & of_places if wanted.kinds else frozenset(of_places)
        if kinds:
            asked = replace(wanted, kinds=kinds)
            for one in find(self._reviewed, asked, known_by=self._footing.known_by):
                yield one.interval().relation

    @property
    def _one_day(self) -> date | None:
        """The day of a map, where no other days are asked for."""
        asked = self._asked
        return asked.on if asked.since is None and asked.until is None else None

    def _earlier(self, known_from: date) -> Drawing:
        asked = self._asked
        drawing = narrowed(self._footing.drawing_of(known_from), asked)
        return drawing.reviewed() if asked.reviewed_only else drawing
