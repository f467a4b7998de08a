"""What changed between two days: in the world, or in what was known of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from allegiance.records.history import Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Place
from allegiance.records.when import When

# How a relation of some kind begins, as the ontology has it.
Begun = Literal["began", "merged", "split", "renamed"]
What = Literal[
    "began", "merged", "split", "renamed", "first-told", "ended", "faded", "disputed",
    "learned", "settled", "redated", "withdrawn",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        what: in the world: how it began (`began`, `merged`, `split`, `renamed`), or `first-told` where nobody says when it
            began; `ended`; `faded` (no report renewed it); `disputed`. In what was known: `learned`; `settled` (it was only
            alleged before); `redated` (it begins or ends at another time than was known); `disputed`; `withdrawn`.
        when: the time in the world; None for a change in what was known.
        sure: that time lies in the days asked for, wherever it lies in its range. True for a change in what was known.
        known_on: the first day on which a claim that brings the change was out; None for a change in the world, and where
            it comes of no claim.
        interval: the relation as it is known afterwards; what was withdrawn, as it was known before.
        before: as it was known before; None for changes in the world and for what was learned.
        claim_ids: what it rests on; empty for what was withdrawn.
    """

    what: What
    when: When | None
    sure: bool
    known_on: date | None
    interval: Interval
    before: Interval | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between two days.

    Attributes:
        about: the id of the actor that was asked for; None for everybody.
        since, until: the first and the last day in the world; None where open.
        known_from: the earlier day of knowledge; None where changes in the world were asked for.
        known_by: the later day of knowledge.
        changes: by day; changes in the world by `when`, those in what was known by `known_on`.
        actors: those of the changes, by name.
        places: those of the changes, by name.
    """

    about: str | None
    since: date | None
    until: date | None
    known_from: date | None
    known_by: date
    changes: tuple[Change, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id.

        Raises:
            KeyError: no actor of these changes has it.
        """
        return {actor.id: actor for actor in self.actors}[actor_id]

    def place(self, place_id: str) -> Place:
        """The place of that id.

        Raises:
            KeyError: no place of these changes has it.
        """
        return {place.id: place for place in self.places}[place_id]
