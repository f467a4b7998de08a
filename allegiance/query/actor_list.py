"""Actors by how much is told of them, and found by any name that reports use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import chain
from operator import itemgetter

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


class Written:
    """How reports name whom: read once, and good for who is who on any day."""

    def __init__(self, store: Store) -> None:
        self._article: dict[str, str] = {}
        self._words: defaultdict[str, list[str]] = defaultdict(list)
        for words, key, article in all_names(store):
            self._article[key] = article
            self._words[key].append(words)

    def reports(self, who: Cast) -> Counter[str]:
        """How many articles name each actor, by id."""
        article = self._article
        told = {(actor, article[key]) for key, actor in who.actor_of.items() if key in article}
        return Counter(map(itemgetter(0), told))

    def names(self, who: Cast) -> dict[str, frozenset[str]]:
        """The names of each actor as they are looked for (`name_key`), by id; its main name is among them."""
        written: defaultdict[str, set[str]] = defaultdict(set)
        for key, actor in who.actor_of.items():
            written[actor].update(self._words.get(key, ()))
        alike = {words: name_key(words) for words in set(chain.from_iterable(written.values()))}
        return {
            one.id: frozenset((name_key(one.name), *(alike[words] for words in written[one.id])))
            for one in who.actors.values()
        }


def actor_rows(
    drawing: Drawing,
    wanted: Wanted,
    events: Iterable[EventSeen],
    reports: Mapping[str, int],
    *,
    all_named: bool,
) -> tuple[ActorRow, ...]:
    """Actors, those that most reports name first.

    Args:
        events: the wanted ones.
        reports: how many articles name whom.
        all_named: those without any relation or event, too.
    """
    ties, done = _ties(drawing, wanted), _done(events)
    rows = (
        ActorRow(one, reports.get(one.id, 0), ties[one.id], done[one.id])
        for one in drawing.cast.actors.values()
        if all_named or ties[one.id] or done[one.id]
    )
    return tuple(sorted(rows, key=actor_key))


def with_words(
    rows: Iterable[ActorRow], words: str, names: Mapping[str, Collection[str]]
) -> tuple[ActorRow, ...]:
    """Those of whose names one holds all the words, each as the beginning of a word."""
    asked = name_key(words).split()
    return tuple(one for one in rows if _is_called(one.actor, asked, names[one.actor.id]))


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
