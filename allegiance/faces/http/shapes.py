"""What the API alone gives and takes: pages of lists, jobs, what is posted. All else is a record of the session."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from allegiance.records.answer import Explanation, Summary
from allegiance.records.bundle import Failure
from allegiance.records.claim import Phase, Stance
from allegiance.records.conflict import Conflict
from allegiance.records.deciding import Candidate, Standing
from allegiance.records.listing import (
    ActorRow,
    ChangeFacets,
    ChangeRow,
    ClaimFacets,
    ClaimRow,
    EventFacets,
    EventRow,
    Facet,
    ReviewState,
)
from allegiance.records.marked import ArticleRow
from allegiance.records.when import When

JobState = Literal["waiting", "reading", "done", "stopped", "failed"]
ReviewVerdict = Literal["accepted", "rejected", "corrected"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong (RFC 9457).

    Attributes:
        type: always `about:blank`: the status and the title say what kind it is.
        detail: what is wrong, and where.
        remedy: what to do.
        candidates: for a name that does not lead to one actor: those to choose from, the likeliest first.
    """

    type: str
    title: str
    status: int
    detail: str
    remedy: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """The program and its store.

    Attributes:
        reviewer: who decides where `by` is not given.
        edition: changes whenever an answer may.
        formats: of `/export`.
        forms: suffixes of files that can be read, without their dots.
    """

    version: str
    store: str
    articles: int
    claims: int
    actors: int
    first_day: date | None
    last_day: date | None
    publishers: tuple[Facet, ...]
    reviewers: tuple[str, ...]
    reviewer: str
    edition: str
    formats: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """`next` is the cursor of the page after this; None on the last one. So with all pages."""

    rows: tuple[Conflict, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class ActorPage:
    """Actors, those that most reports name first."""

    rows: tuple[ActorRow, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Claims in the order asked for."""

    rows: tuple[ClaimRow, ...]
    total: int
    next: str | None
    facets: ClaimFacets


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events, the latest first."""

    rows: tuple[EventRow, ...]
    total: int
    next: str | None
    facets: EventFacets


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Changes, by day: of those in the world by when they were, of those in what was known by when they became so."""

    rows: tuple[ChangeRow, ...]
    total: int
    next: str | None
    facets: ChangeFacets


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Articles, the latest first."""

    rows: tuple[ArticleRow, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """Pairs of actors that may be one, the likeliest first."""

    rows: tuple[Candidate, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Decisions, the latest first."""

    rows: tuple[Standing, ...]
    total: int
    next: str | None


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """Claims to review, the most urgent first.

    Attributes:
        by: for whom; a second reviewer is not shown what others decided.
    """

    by: str
    second: bool
    claims: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Correcting:
    """How a claim should have been read; what is left out stays as it was read.

    Attributes:
        source, target: characters `[start, end)` of the article that name who takes the part, after swapping.
    """

    predicate: str | None = None
    phase: Phase | None = None
    stance: Stance | None = None
    swapped: bool = False
    when: When | None = None
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reviewing:
    """A word on a claim.

    Attributes:
        correction: for `corrected` alone.
        by: whose word; by default that of who runs the server.
    """

    verdict: ReviewVerdict
    correction: Correcting | None = None
    because: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Selecting:
    """Claims by what they are: as the query parameters of `/claims`."""

    known_by: date | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    kinds: tuple[str, ...] = ()
    min_confidence: float = 0.0
    publishers: tuple[str, ...] = ()
    place: str | None = None
    stances: tuple[Stance, ...] = ()
    phases: tuple[Phase, ...] = ()
    states: tuple[ReviewState, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReviewingMany:
    """The same word on many claims, given by their ids or by what they are, not both.

    Attributes:
        expected: how many the reviewer saw; where there are more or fewer by now, nothing is decided.
    """

    verdict: Literal["accepted", "rejected"]
    claim_ids: tuple[str, ...] = ()
    filter: Selecting | None = None
    expected: int | None = None
    because: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewedMany:
    """What was decided; the decisions in the order of the claims' ids."""

    decided: int
    decision_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undoing:
    """What to take back.

    Attributes:
        decision: its id, or how it begins; None: the last of this person's that stands.
    """

    decision: str | None = None
    because: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class UndoingMany:
    """Decisions to take back at once, by their ids; all of them, or none."""

    decision_ids: tuple[str, ...]
    because: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Identifying:
    """Whether two names mean one actor: names, aliases, actors' ids, or parts in claims (`3f2a9c01:source`)."""

    verdict: Literal["same", "different"]
    left: str
    right: str
    because: str = ""
    by: str | None = None


@dataclass(frozen=True, slots=True)
class PastedReport:
    """A report as text.

    Attributes:
        published: ISO 8601.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class JobBegun:
    """Reports are being read; `/jobs/{job}` tells how far it is."""

    job: str


@dataclass(frozen=True, slots=True)
class JobArticle:
    """An article that a job has read."""

    article_id: str
    label: str
    title: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Job:
    """Reports that are read in the background.

    Attributes:
        done: articles read so far.
        total: files given; a file may hold many articles.
        summary: once it is done.
        failures: sources that could not be read, so far.
        articles: those read so far, in the order of reading.
        problem: why it failed; None where it did not.
    """

    id: str
    state: JobState
    begun_at: datetime
    files: tuple[str, ...]
    done: int
    total: int
    summary: Summary | None
    failures: tuple[Failure, ...]
    articles: tuple[JobArticle, ...]
    problem: Problem | None
