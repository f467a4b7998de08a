"""What lists show: a row each of actors, claims, events, places and days, with the names beside the ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeAlias, TypeVar

from allegiance.records.answer import Explanation, Party, Report
from allegiance.records.changes import Change
from allegiance.records.claim import ClaimKind, Phase, Stance
from allegiance.records.history import History
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Network, Place, Relation
from allegiance.records.when import When

# What became of a claim in review; of several words on it the last counts.
ReviewState = Literal["open", "accepted", "rejected", "corrected"]
REVIEW_STATES: tuple[ReviewState, ...] = ("open", "accepted", "rejected", "corrected")
# What a map makes of a claim; `rejected` by a reviewer, `event` is told as one.
Use = Literal["drawn", "nameless", "unsettled", "alleged", "denied", "event", "rejected"]
DayGrain = Literal["day", "week", "month", "quarter", "year"]
# What is told of a place.
PlaceFacts = Literal["events", "holders"]
ClaimOrder = Literal[
    "published", "-published", "when", "-when", "confidence", "-confidence", "predicate", "publisher"
]  # fmt: skip
EventOrder = Literal["-when", "when", "-witnesses", "witnesses", "-confidence", "confidence", "predicate"]  # fmt: skip


# What a row of a list is sorted by, and found again by: the next page begins behind it.
Key: TypeAlias = "tuple[str | int | float, ...]"
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list.

    Attributes:
        total: how many the whole list has.
        next: the key of the last of these rows, if others come behind it.
    """

    rows: tuple[Row, ...]
    total: int
    next: Key | None


@dataclass(frozen=True, slots=True)
class Facet:
    """A value, as a reader sees it, and how many rows have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a map of the best-witnessed actors leaves out."""

    actors: int
    relations: int
    events: int


@dataclass(frozen=True, slots=True)
class Clipped:
    """A map of no more actors than can be drawn: those with the most independent witnesses.

    Attributes:
        hidden: what the whole map has besides.
    """

    network: Network
    hidden: Hidden


@dataclass(frozen=True, slots=True)
class Unshown:
    """What a history of the best-witnessed actors leaves out.

    Attributes:
        groups, persons: the actors that it does not tell of; whoever is no person counts as a group.
        to_places: relations to places of the actors that are kept, where none of places are asked for.
    """

    groups: int
    persons: int
    intervals: int
    to_places: int = 0


@dataclass(frozen=True, slots=True)
class ClippedHistory:
    """A history of no more actors than can be told apart, with the persons who are tied to them.

    Attributes:
        hidden: what the whole history has besides.
    """

    history: History
    hidden: Unshown


@dataclass(frozen=True, slots=True)
class Tied:
    """A relation of whatever days, without them.

    Attributes:
        witnesses: the most that tell of it for one stretch of time.
    """

    predicate: str
    source: str
    target: str | None
    place: str | None
    witnesses: int


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor and how much is told of it.

    Attributes:
        reports: articles that name it, copies too.
        relations: that it is a party to, on any day.
        events: that it takes part in.
    """

    actor: Actor
    reports: int
    relations: int
    events: int


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as reviewers left it.

    Attributes:
        use: what a map makes of it.
        speaker: who is quoted as saying so; None in the report's own voice, and where nobody with a name is.
        stated: it stands in somebody's statement.
        place: where it is told to be.
        copies: articles that copy this one and say the same.
        sentence: the words around the evidence, white space as written.
        state: what became of it in review.
    """

    id: str
    kind: ClaimKind
    predicate: str
    phase: Phase | None
    stance: Stance
    use: Use
    parties: tuple[Party, ...]
    speaker: Actor | None
    stated: bool
    when: When | None
    place: Place | None
    report: Report
    copies: int
    sentence: str
    confidence: float
    state: ReviewState


@dataclass(frozen=True, slots=True)
class ClaimFacets:
    """How many of the claims have what, the most frequent first; each as if nothing of it were chosen yet.

    Attributes:
        actor, publisher, place: the most frequent ones alone.
        year: of the time in the world; a claim counts in each that it may be of.
    """

    kind: tuple[Facet, ...]
    predicate: tuple[Facet, ...]
    phase: tuple[Facet, ...]
    stance: tuple[Facet, ...]
    state: tuple[Facet, ...]
    actor: tuple[Facet, ...]
    publisher: tuple[Facet, ...]
    place: tuple[Facet, ...]
    year: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its names.

    Attributes:
        site: where it was, as a place across articles; None where no report says.
        confidence: that of the surest of its claims, 0 to 1.
    """

    event: Event
    source: Actor | None
    target: Actor | None
    site: Place | None
    confidence: float


@dataclass(frozen=True, slots=True)
class EventFacets:
    """How many of the events have what, the most frequent first.

    Attributes:
        actor, place: the most frequent ones alone.
    """

    predicate: tuple[Facet, ...]
    actor: tuple[Facet, ...]
    place: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change with the names of its relation.

    Attributes:
        source: the actor whose relation it is.
        target: the other actor; None where it is a relation to a place.
        site: the place of the relation; None where it is one to an actor.
        results: the actors that came of it (of a merger).
    """

    change: Change
    source: Actor
    target: Actor | None
    site: Place | None
    results: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class ChangeFacets:
    """How many of the changes have what, the most frequent first.

    Attributes:
        what: what happened to the relation.
        predicate: which relation it is.
    """

    what: tuple[Facet, ...]
    predicate: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class WitnessGroup:
    """What one independent witness tells of an event.

    Attributes:
        witness: the publisher, or the id of an article of unknown publisher.
        explanations: of its claims, by the day they were out.
    """

    witness: str
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event and all that tell it, those that deny it too.

    Attributes:
        groups: one a witness, by the day on which it first told.
    """

    row: EventRow
    groups: tuple[WitnessGroup, ...]


@dataclass(frozen=True, slots=True)
class PredicateCount:
    """How many events of one type."""

    predicate: str
    count: int


@dataclass(frozen=True, slots=True)
class Deaths:
    """Persons killed, summed over events; `high` is None where some event has no upper bound."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, and what is told of it.

    Attributes:
        kind: as `Where.kind`.
        radius_km: how vague the point is; None where there is no point.
        events: by type, the most frequent first.
        deaths: of these events; None where no report gives a number.
        controls: who is said to hold it.
        claim_ids: what all that rests on.
    """

    place: Place
    kind: str
    radius_km: float | None
    events: tuple[PredicateCount, ...]
    deaths: Deaths | None
    controls: tuple[Relation, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacesSeen:
    """Places with the names of those who hold them.

    Attributes:
        unplaced: events of which no report says where they were.
        actors: those of the controls, by name.
    """

    places: tuple[PlaceRow, ...]
    unplaced: int
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class DayCount:
    """Events of the days `[start, end)`, each counted on the last day that it may have been.

    Attributes:
        uncertain: those of them that may have been on an earlier day, before `start`.
    """

    start: date
    end: date
    events: int
    uncertain: int
    by_predicate: tuple[PredicateCount, ...]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a store holds.

    Attributes:
        location: its file.
        first_day, last_day: of publication, of reports that name a day; None where none does.
        publishers: with the number of their articles, the most first.
        reviewers: who has decided something, by name.
    """

    location: str
    articles: int
    claims: int
    actors: int
    first_day: date | None
    last_day: date | None
    publishers: tuple[Facet, ...]
    reviewers: tuple[str, ...]
