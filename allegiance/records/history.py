"""The map over time: every stretch of every relation, with how exactly its ends are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allegiance.records.judgement import Actor
from allegiance.records.network import Place, Relation


@dataclass(frozen=True, slots=True)
class Days:
    """The days `[start, end)`.

    Attributes:
        end: the day after the last; None where no end is in sight.
    """

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Interval:
    """One stretch of a relation, from its beginning to its end, or one happening (a split, a succession).

    Attributes:
        id: `interval-` and 16 hex digits, of the relation and the number.
        number: which stretch of its relation it is, from 1; the settled and the alleged ones are counted apart.
        happening: it happened at `relation.since` and has no end.
        last: the last day on which a report says that it held.
        drawn: the days on which a map may draw it; None for what is only said to have been once ("a former ally"). Where no
            report tells of an end, they end when no report has renewed it for long enough.
        sure: of the days of `drawn` those on which it held wherever in their ranges its beginning and end lie; None for no day.
        relation: who stands how to whom, since and until when, and what says so. `until` is None while it goes on and where it
            has only faded; `certain` says that some day is sure.
    """

    id: str
    number: int
    happening: bool
    last: date
    drawn: Days | None
    sure: Days | None
    relation: Relation


@dataclass(frozen=True, slots=True)
class History:
    """All stretches of relations that may lie in a span of days, as one day knew them.

    Attributes:
        about: the id of the actor that it is the history of; None for everybody.
        since, until: the first and the last day asked for; None where open.
        known_by: no claim published after this day is used.
        intervals: by the first day on which they may have begun; where nobody says, by that on which they are first told of.
        actors: those of the intervals, by name.
        places: those of the intervals, by name.
    """

    about: str | None
    since: date | None
    until: date | None
    known_by: date
    intervals: tuple[Interval, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id.

        Raises:
            KeyError: no actor of this history has it.
        """
        return {actor.id: actor for actor in self.actors}[actor_id]

    def place(self, place_id: str) -> Place:
        """The place of that id.

        Raises:
            KeyError: no place of this history has it.
        """
        return {place.id: place for place in self.places}[place_id]
