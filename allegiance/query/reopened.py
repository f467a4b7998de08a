"""Conflicts found again where something has changed: in the units and the events that it touches, and no others.

A conflict of ties depends on what is said of two actors, or of one place: on its unit. One of events depends on the event
and on its rivals, which may be the same told of another doer. Either depends on who is one side with whom, and on who
speaks. The atlas has noted which units, events and actors are others than they were when conflicts were last found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.atlas import Atlas
from allegiance.query.conflict_bodies import shelf_row
from allegiance.query.conflicts import Found, named, voices_of
from allegiance.query.event_disputes import event_disputes
from allegiance.query.gathering import Gathering
from allegiance.query.reopened_events import ReopenedEvents, events_reopened
from allegiance.query.reviewing import reviews
from allegiance.query.tie_disputes import tie_disputes
from allegiance.query.unswept import unswept
from allegiance.store.atlas import rows
from allegiance.store.contested import (
    Contested,
    Key,
    Outdated,
    keys_beside,
    keys_of_both,
    one_sides,
    with_rivals,
)
from allegiance.store.store import Store

# Of all claims; where more depend on what has changed, it is quicker to find everything.
MOST = 0.2
_DEPENDING = (
    "SELECT count(*) FROM atlas_claim WHERE unit IN (SELECT \"key\" FROM atlas_changed WHERE what = 'unit')"
    " OR event IN (SELECT \"key\" FROM atlas_changed WHERE what = 'event')"
)
_HELD = "SELECT DISTINCT unit FROM atlas_claim WHERE source = ? AND unit >= 'at ' AND unit < 'at!'"
_DONE = "SELECT DISTINCT event FROM atlas_claim WHERE source = ? AND event IS NOT NULL"


class Reopened:
    """What has to be found again.

    Args:
        atlas: up to date.
        changed: what has changed since conflicts were last found.
    """

    def __init__(
        self, store: Store, lexicon: Lexicon, atlas: Atlas, changed: Collection[Key]
    ) -> None:
        self._store = store
        self._rules = lexicon.conflicting
        self._atlas = atlas
        self._changed = changed
        self._gathering = Gathering(store, atlas.cast, atlas.ontology, reviews(store), atlas.meet)

    @property
    def is_much(self) -> bool:
        """Is it quicker to find everything?"""
        (many,) = rows(self._store, "SELECT count(*) FROM atlas_claim")[0]
        (depending,) = rows(self._store, _DEPENDING)[0]
        return bool(depending > MOST * many)

    @unswept()
    def revision(self) -> tuple[Contested, Outdated]:
        """What comes, and what goes."""
        keys = self._keys()
        units = {key for what, key in keys if what == "unit"}
        changed = {key for what, key in keys if what == "event"}
        events = events_reopened(self._gathering, changed)
        found = [*self._on_ties(units), *self._on_events(events)]
        gone: set[Key] = {("event", one) for one in changed | events.happened.keys()}
        gone |= {("unit", one) for one in units}
        return (
            Contested(
                map(shelf_row, found),
                events.rivals,
                self._tied - self._tied_before,
            ),
            Outdated(gone, changed, self._tied_before - self._tied),
        )

    @cached_property
    def _tied(self) -> frozenset[tuple[str, str]]:
        return self._atlas.tied(self._rules.one_side)

    @cached_property
    def _tied_before(self) -> set[tuple[str, str]]:
        return one_sides(self._store)

    def _keys(self) -> set[Key]:
        """What has changed, and what is another because of it."""
        keys = set(self._changed)
        keys |= keys_beside(self._store, [key for key in keys if key[0] == "actor"])
        for one, other in self._tied ^ self._tied_before:
            keys |= self._between(one, other)
        return keys

    def _between(self, one: str, other: str) -> set[Key]:
        """What may be another if two become one side, or are it no more."""
        held, theirs = ({row[0] for row in rows(self._store, _HELD, who)} for who in (one, other))
        done = [
            with_rivals(self._store, {row[0] for row in rows(self._store, _DONE, who)})
            for who in (one, other)
        ]
        return {
            *keys_of_both(self._store, one, other),
            *(("unit", unit) for unit in held & theirs),
            *(("event", event) for event in done[0] & done[1]),
        }

    def _on_ties(self, units: Collection[str]) -> Iterator[Found]:
        told = self._gathering.drawing(self._gathering.units(units))
        voices = voices_of(self._store, told.cast, told.accounts, self._tied, self._rules)
        return named(tie_disputes(told, voices, self._rules), self._atlas)

    def _on_events(self, events: ReopenedEvents) -> Iterator[Found]:
        told = [account for group in events.groups for one in group for account in one.accounts]
        voices = voices_of(self._store, self._atlas.cast, told, self._tied, self._rules)
        days_exact = self._atlas.ontology.sameness.days_exact
        happened = events.happened.values()
        return named(event_disputes(happened, events.groups, days_exact, voices), self._atlas)
