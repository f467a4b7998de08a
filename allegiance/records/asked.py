"""The one filter that every view of a store takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allegiance.records.claim import Phase, Stance
from allegiance.records.listing import ReviewState


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; the default is everything but what is only alleged.

    Attributes:
        on: the day of a map; lists of claims, events and articles tell of all days unless `since` and `until` say otherwise.
        known_by: leave out what was published later.
        since, until: the first and the last day in the world, both included.
        actor: a name, an alias, or an actor's id: only what it is a party to.
        kinds: predicates, of relations or of events; none for all.
        alleged: draw what is only alleged, too.
        reviewed_only: rest on claims alone that a reviewer has accepted or corrected.
        min_confidence: at least so sure, 0 to 1.
        min_witnesses: told by at least so many independent reports.
        publishers: only reports of these; none for all.
        place: a place's id: only claims that name it.
    """

    on: date | None = None
    known_by: date | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    kinds: tuple[str, ...] = ()
    alleged: bool = False
    reviewed_only: bool = False
    min_confidence: float = 0.0
    min_witnesses: int = 0
    publishers: tuple[str, ...] = ()
    place: str | None = None


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Claimed:
    """What is asked for of claims beside the filter; empty asks for nothing.

    Attributes:
        stances, phases, states: one of these.
        words: all of them stand in the words that the claim rests on.
        claim_ids: only these.
    """

    stances: tuple[Stance, ...] = ()
    phases: tuple[Phase, ...] = ()
    states: tuple[ReviewState, ...] = ()
    words: str = ""
    claim_ids: tuple[str, ...] = ()


ANY_CLAIM = Claimed()
