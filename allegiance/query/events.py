"""Events, each told once however many reports tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from allegiance.query.drawing import Drawing
from allegiance.query.signals import DAY
from allegiance.records.canonical import digest
from allegiance.records.network import Event
from allegiance.records.when import When
from allegiance.store.ledgers import Account


def recent_events(drawing: Drawing, on: date) -> tuple[Event, ...]:
    """Events of the days before `on`, between named actors or by one, the latest first."""
    since = on - timedelta(days=drawing.ontology.recent_days)
    found = [event for event in events(drawing) if since < event.day <= on]
    return tuple(sorted(found, key=lambda event: (-event.day.toordinal(), event.id)))


def events(drawing: Drawing) -> Iterator[Event]:
    """All events that name somebody and are asserted."""
    actor_of = drawing.cast.actor_of
    told: defaultdict[Deed, list[Account]] = defaultdict(list)
    for account, fate, _ in drawing.heard:
        source = actor_of.get(account.source or "")
        target = actor_of.get(account.target or "")
        if fate == "event" and account.stance == "asserted" and (source or target):
            told[_deed(account, source, target)].append(account)
    for deed, tellers in told.items():
        yield _event(deed, tellers)


class Deed(NamedTuple):
    """What has to be equal for claims to be of one event."""

    predicate: str
    mode: str | None
    source: str | None
    target: str | None
    place: str | None
    when: When | None
    only_in: str | None


def _deed(account: Account, source: str | None, target: str | None) -> Deed:
    _, _, mode = (account.plover or "").partition("/")
    place = account.place[1] if account.place else None
    only_in = account.report if account.when is None else None
    return Deed(account.predicate, mode or None, source, target, place, account.when, only_in)


def _event(deed: Deed, tellers: list[Account]) -> Event:
    out = min(one.known_on for one in tellers)
    return Event(
        id=digest("event", *deed),
        predicate=deed.predicate,
        mode=deed.mode,
        source=deed.source,
        target=deed.target,
        when=deed.when,
        day=deed.when.end - DAY if deed.when and deed.when.end else out,
        place=deed.place,
        witnesses=len({one.publisher or one.report for one in tellers}),
        claim_ids=tuple(dict.fromkeys(one.claim_id for one in tellers)),
    )
