"""What queries answer: computed from the ledgers for a pair of days, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allegiance.records.judgement import Actor
from allegiance.records.toll import TollKind
from allegiance.records.when import When


@dataclass(frozen=True, slots=True)
class Place:
    """A place across articles.

    Attributes:
        id: the gazetteer's id, or `name:` and the words in lower case.
        country: ISO 3166-1 alpha-2; None where unknown.
    """

    id: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A stretch of time in which reports say that two actors, or an actor and a place, stood so.

    Attributes:
        id: `relation-` and 16 hex digits, of predicate and parties: the same on every day.
        source: an actor's id; for symmetric predicates the one that sorts first.
        target: an actor's id; None where `place` is given.
        place: a place's id, for `control`.
        since: when it began; `start` is None where reports only say that it held by `end`.
        until: when it ended; None while it goes on.
        faded: it has an end only because no report renewed it in time.
        certain: it held on the day asked for whatever the exact days were.
        alleged: no report says so without a hedge.
        attributed: every claim stands in somebody's statement; none in a report's own voice.
        derived: it rests on events alone (an assault supports a rivalry).
        reports: articles that say so, copies and rewrites too.
        witnesses: how many of them are independent: copies and rewrites count with what they go back to, and all
            articles of one publisher together; an article of unknown publisher counts for itself.
        confidence: 0 to 1, of all witnesses together.
        claim_ids: what it rests on, at least one, by date.
        disputed_by: claims that speak against it.
        results: ids of the actors that came of it (of a merger); empty where no report names one.
        names: the new and the old name, where source and target are one actor that took another name; None for all else.
    """

    id: str
    predicate: str
    source: str
    target: str | None
    place: str | None
    since: When
    until: When | None
    faded: bool
    certain: bool
    alleged: bool
    attributed: bool
    derived: bool
    reports: int
    witnesses: int
    confidence: float
    claim_ids: tuple[str, ...]
    disputed_by: tuple[str, ...]
    results: tuple[str, ...] = ()
    names: tuple[str, str] | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of all actors that it names."""
        sides = (self.source,) if self.target is None else (self.source, self.target)
        return (*sides, *self.results)

    @property
    def disputed(self) -> bool:
        """Does any report speak against it?"""
        return bool(self.disputed_by)


@dataclass(frozen=True, slots=True)
class Losses:
    """How many persons came to harm in an event, from the least to the most that any report gives; never averaged.

    Attributes:
        high: None where some report sets no upper bound.
        agreed: one number may be what all reports mean.
    """

    kind: TollKind
    low: int
    high: int | None
    agreed: bool


@dataclass(frozen=True, slots=True)
class Event:
    """Something done. Claims are of one event if they agree in enough of who did it, to whom, what, where, when and with what
    toll, and nothing rules it out: `same_event.toml` says how far.

    Attributes:
        predicate: the PLOVER type in lower case.
        id: `event-` and 16 hex digits, of the claim that told it first.
        mode: PLOVER's mode, that of most claims; None where the texts give none.
        source: an actor's id; None where nobody is named.
        target: an actor's id; None where nobody is named.
        when: the most exact time told, or from the first to the last of exact ones that do not meet; None where no report says.
        day: the last day it may have been; where no report says, the day the first was out.
        place: the name of the most exact place told.
        tolls: by kind of harm.
        reports: articles that tell it, copies and rewrites too.
        witnesses: how many of them are independent, as for relations.
        claim_ids: the claims that tell it, at least one, by the day they were out.
        disputed_by: claims that deny it.
    """

    id: str
    predicate: str
    mode: str | None
    source: str | None
    target: str | None
    when: When | None
    day: date
    place: str | None
    tolls: tuple[Losses, ...]
    reports: int
    witnesses: int
    claim_ids: tuple[str, ...]
    disputed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Claims that the map does not draw, so that nobody takes it for the whole.

    Attributes:
        nameless: a party has no name ("the rebels", "gunmen"), or both parties are one: nobody joins itself.
        unsettled: only sought, refused, planned, threatened, requested.
        alleged: hedged, and not asked for.
        denied: only denied.
        over: drawn on another day: ended, faded or not yet begun.
        weak: of relations with too little confidence or too few witnesses, where that was asked.
        unreviewed: no reviewer has taken them, where that was asked.
    """

    nameless: int = 0
    unsettled: int = 0
    alleged: int = 0
    denied: int = 0
    over: int = 0
    weak: int = 0
    unreviewed: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """The map of one day as one day knew it.

    Attributes:
        on: the day in the world.
        known_by: no claim published after this day is used.
        actors: those of the relations and events, by name.
        events: of the weeks before `on` (how many the ontology says), the latest first.
    """

    on: date
    known_by: date
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    left_out: LeftOut

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id.

        Raises:
            KeyError: no actor of this map has it.
        """
        return {actor.id: actor for actor in self.actors}[actor_id]

    def place(self, place_id: str) -> Place:
        """The place of that id.

        Raises:
            KeyError: no place of this map has it.
        """
        return {place.id: place for place in self.places}[place_id]
