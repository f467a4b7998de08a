"""Actors by how much is told of them, and found by any name that reports use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from allegiance.lexicon.names import name_key
from allegiance.query.drawing import Drawing
from allegiance.query.events import EventSeen
from allegiance.query.history import Wanted, traced
from allegiance.query.signals import Tie
from allegiance.records.judgement import Actor
from allegiance.records.listing import ActorRow, Key
from allegiance.resolve.actors import Cast
from allegiance.store.lookups import all_names
from allegiance.store.store import Store


class Named(NamedTuple):
    """How an actor is named: the articles that do, and the words they use (`name_key`)."""

    articles: int
    words: frozenset[str]


def named_in(store: Store, cast: Cast) -> dict[str, Named]:
    """How each actor of a cast is named, by id."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for written, key, article in all_names(store):
        actor = cast.actor_of.get(key)
        if actor is not None:
            articles[actor].add(article)
            words[actor].add(written)
    return {
        one.id: Named(len(articles[one.id]), frozenset(map(name_key, (one.name, *words[one.id]))))
        for one in cast.actors.values()
    }


def actor_rows(
    drawing: Drawing,
    wanted: Wanted,
    events: Iterable[EventSeen],
    named: Mapping[str, Named],
    *,
    all_named: bool,
) -> tuple[ActorRow, ...]:
    """Actors, those that most reports name first.

    Args:
        events: the wanted ones.
        all_named: those without any relation or event, too.
    """
    ties, done = _ties(drawing, wanted), _done(events)
    rows = (
        ActorRow(one, named[one.id].articles, ties[one.id], done[one.id])
        for one in drawing.cast.actors.values()
        if all_named or ties[one.id] or done[one.id]
    )
    return tuple(sorted(rows, key=actor_key))


def with_words(
    rows: Iterable[ActorRow], words: str, named: Mapping[str, Named]
) -> tuple[ActorRow, ...]:
    """Those of whose names one holds all the words, each as the beginning of a word."""
    asked = name_key(words).split()
    return tuple(one for one in rows if _is_called(one.actor, asked, named[one.actor.id].words))


def actor_key(row: ActorRow) -> Key:
    """The order of the list."""
    return (-row.reports, -row.relations - row.events, row.actor.name, row.actor.id)


def _is_called(actor: Actor, asked: Collection[str], names: Iterable[str]) -> bool:
    return any(
        all(any(part.startswith(one) for part in name.split()) for one in asked) for name in names
    ) or asked == [actor.id]


def _ties(drawing: Drawing, wanted: Wanted) -> Counter[str]:
    """How many relations each actor is a party to, on whatever of the wanted days."""
    ties: dict[Tie, None] = {}
    for one in traced(drawing, wanted, known_by=date.max):
        if wanted.takes(one.state) and one.touches(wanted):
            ties[one.state.tie] = None
    counts: Counter[str] = Counter()
    for tie in ties:
        counts.update({party for party in (tie.source, tie.target) if party is not None})
    return counts


def _done(events: Iterable[EventSeen]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in events:
        counts.update({party for party in (one.event.source, one.event.target) if party})
    return counts
