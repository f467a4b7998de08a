"""Events that have changed, with all that conflicts on them are found from: themselves, and their rivals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from allegiance.query.conflicts import rival_ids
from allegiance.query.event_disputes import Group, contested
from allegiance.query.gathering import Gathering
from allegiance.query.happenings import Happening, happening_of, rivals_among
from allegiance.query.likely import likely
from allegiance.store.contested import rivals_of


class ReopenedEvents(NamedTuple):
    """What conflicts are to be found again of.

    Attributes:
        happened: events that have changed, and those that are or were their rivals; by id.
        groups: all groups of rivals in which one of these is, and those of them that have none, alone.
        rivals: the pairs in which one has changed, both ways round.
    """

    happened: Mapping[str, Happening]
    groups: Collection[Group]
    rivals: Collection[tuple[str, str]]


def events_reopened(gathering: Gathering, changed: Collection[str]) -> ReopenedEvents:
    """All about these events; those that are no more have left rivals behind."""
    there = _Events(gathering)
    now = there.among(changed)
    rivals = set(_rivals(gathering, there, now))
    left = {other for _, other in rivals_of(gathering.store, changed)}.difference(changed)
    touched = now.keys() | left | {other for _, other in rivals}

    def beside(events: Collection[str]) -> set[tuple[str, str]]:
        """The pairs of these, those that have changed as they are now."""
        kept = rivals_of(gathering.store, events)
        unchanged = {pair for pair in kept if not any(one in changed for one in pair)}
        return unchanged | {pair for pair in rivals if pair[0] in events}

    near = beside(touched | {other for _, other in beside(touched)})
    happened = there.among(touched.union(*near))
    names = {happened[one].id for one in touched}
    groups = contested(happened, near)
    return ReopenedEvents(
        {one: happened[one] for one in sorted(touched)},
        [group for group in groups if any(one.id in names for one in group)],
        rivals,
    )


class _Events:
    """Events as the atlas has them, each fetched once."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._known: dict[str, Happening] = {}

    def among(self, events: Collection[str]) -> dict[str, Happening]:
        """Those of these that there are."""
        event_of = self._gathering.events(set(events) - self._known.keys())
        told = defaultdict(list)
        for key, account in self._gathering.deeds(event_of.keys()).items():
            if key in event_of:
                told[event_of[key]].append(account)
        for one, several in told.items():
            self._known[one] = happening_of(several, self._gathering.cast.actor_of)
        return {one: self._known[one] for one in events if one in self._known}


def _rivals(
    gathering: Gathering, there: _Events, now: Mapping[str, Happening]
) -> Iterable[tuple[str, str]]:
    """The rivals of some events, as pairs both ways round."""
    rules = gathering.ontology.sameness
    told = [account for one in now.values() for account in one.accounts]
    if not told:
        return
    keys = likely(gathering.store, told, gathering.cast.actor_of, rules)
    near = there.among(gathering.events_of(keys))
    ours = {one.id for one in now.values()}
    found = rivals_among(list({**near, **now}.values()), rules)
    yield from rival_ids(pair for pair in found if any(one.id in ours for one in pair))
