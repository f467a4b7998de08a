"""Events, each told once however many reports tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from allegiance.query.happenings import Happening, Happenings
from allegiance.query.signals import DAY
from allegiance.query.stories import articles
from allegiance.records.canonical import digest
from allegiance.records.network import Event, Losses, Place
from allegiance.records.toll import TollKind
from allegiance.records.when import When
from allegiance.store.ledgers import Account, Ground


class EventSeen(NamedTuple):
    """An event, where it was, and how sure the surest of its claims is."""

    event: Event
    site: Place | None
    confidence: float


def recent_events(happenings: Happenings, on: date, days: int) -> tuple[Event, ...]:
    """Events of so many days before `on`, between named actors or by one, the latest first."""
    since = on - timedelta(days=days)
    near = happenings.between(since + DAY, on)
    found = [event for event in named(near) if since < event.day <= on]
    return tuple(sorted(found, key=latest_first))


def latest_first(event: Event) -> tuple[int, str]:
    """What events are put in order by."""
    return (-event.day.toordinal(), event.id)


def events(happenings: Happenings) -> Iterator[Event]:
    """All events that name somebody and are asserted."""
    return named(happenings.all)


def named(happenings: Iterable[Happening]) -> Iterator[Event]:
    """Those of them that name somebody and are asserted, as records."""
    for happening in happenings:
        event = event_of(happening)
        if is_named(event):
            yield event


def is_named(event: Event) -> bool:
    """Is it asserted, and names somebody?"""
    return bool(event.claim_ids and (event.source or event.target))


def event_of(happening: Happening) -> Event:
    """An event as a record; without claims where nobody asserts it."""
    told, deeds = happening.asserted, happening.deeds
    words = told or happening.accounts
    when = _when([one.when for one in words if one.when is not None])
    place = _most_exact_place(words)
    _, _, mode = _commonest(_modes(words)).partition("/")
    return Event(
        id=event_id(happening),
        predicate=_commonest(one.predicate for one in words),
        mode=mode or None,
        source=next((deed.who for deed in deeds if deed.who), None),
        target=next((deed.whom for deed in deeds if deed.whom), None),
        when=when,
        day=when.end - DAY if when and when.end else words[0].known_on,
        place=place[1] if place else None,
        tolls=tuple(losses(told)),
        reports=len(articles(told)),
        witnesses=len({one.witness for one in told}),
        claim_ids=tuple(dict.fromkeys(one.claim_id for one in told)),
        disputed_by=tuple(
            dict.fromkeys(one.claim_id for one in happening.accounts if one.stance == "denied")
        ),
    )


def event_seen(
    event: Event,
    grounds: Iterable[Ground | None],
    sure: Iterable[float],
    places: Mapping[str, Place],
) -> EventSeen:
    """An event with its place across articles: the one that the event names.

    Args:
        grounds: what its claims name.
        sure: how sure each is that says without a hedge that it happened.
        places: by id.
    """
    named = (one for one in grounds if one is not None and one[1] == event.place)
    site = min(named, key=_place_key, default=None)
    return EventSeen(event, places[site[0]] if site is not None else None, max(sure, default=0.0))


def happening_seen(happening: Happening, places: Mapping[str, Place]) -> EventSeen:
    """An event with its place across articles."""
    grounds = (one.place for one in happening.accounts)
    sure = (one.confidence for one in happening.asserted)
    return event_seen(event_of(happening), grounds, sure, places)


def event_id(happening: Happening) -> str:
    """Of the claim that told it first: more reports do not change it."""
    return _event_id(happening.id)


@lru_cache(maxsize=65536)
def _event_id(happening: str) -> str:
    return digest("event", happening)


def losses(told: Iterable[Account]) -> Iterator[Losses]:
    """By kind of harm, from the least to the most that any report gives."""
    counts: defaultdict[TollKind, set[tuple[int, int | None]]] = defaultdict(set)
    for account in told:
        for kind, low, high in account.tolls:
            counts[kind].add((low, high))
    for kind, given in sorted(counts.items()):
        lows, highs = [low for low, _ in given], [high for _, high in given]
        bounded = [high for high in highs if high is not None]
        yield Losses(
            kind=kind,
            low=min(lows),
            high=max(bounded) if len(bounded) == len(highs) else None,
            agreed=max(lows) <= min(bounded, default=max(lows)),
        )


def _when(given: Sequence[When]) -> When | None:
    """The most exact time told; where exact ones do not meet, from the first to the last of them."""
    best = min(given, key=_vagueness, default=None)
    if best is None or best.start is None or best.end is None:
        return best
    days = [(one.start, one.end) for one in given if one.start and one.end]
    apart = [(start, end) for start, end in days if end <= best.start or start >= best.end]
    if not apart:
        return best
    start, end = min(start for start, _ in apart), max(end for _, end in apart)
    return When(min(start, best.start), max(end, best.end), "vague")


def _place_key(place: Ground) -> tuple[bool, str]:
    # One that the gazetteer knows goes before mere words.
    return (place[3] is None, place[0])


def _vagueness(when: When) -> tuple[int, date, date]:
    start, end = when.start or date.min, when.end or date.max
    return ((end - start).days, start, end)


def _most_exact_place(told: Iterable[Account]) -> Ground | None:
    places = [one for one in told if one.place is not None]
    first = min(places, key=lambda one: (_width(one), one.place or ()), default=None)
    return first.place if first is not None else None


def _width(account: Account) -> float:
    return account.radius_km if account.radius_km is not None else float("inf")


def _modes(told: Iterable[Account]) -> list[str]:
    """Types with a mode; all where none has one."""
    types = [one.plover or one.predicate.upper() for one in told]
    return [one for one in types if "/" in one] or types


def _commonest(words: Iterable[str]) -> str:
    """Of equally common ones the first of the alphabet; empty where there are none."""
    counts = Counter(words)
    return min(counts, key=lambda word: (-counts[word], word), default="")
