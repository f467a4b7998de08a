"""What is handed on: a stretch of the map with everything that it rests on, down to the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from allegiance.records.answer import Party, Report
from allegiance.records.bundle import Run
from allegiance.records.claim import Claim
from allegiance.records.history import Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.records.span import Span
from allegiance.records.toll import TollKind
from allegiance.records.when import When


@dataclass(frozen=True, slots=True)
class Borne:
    """A name that an actor bore for a time, by renamings that nobody disputes.

    Attributes:
        since: when it took the name; None where nobody says.
        until: when it took the next; None where nobody says, or it still bears it.
        sure: the first and the last day on which it was called so for sure, both included, either None where open; None for no day.
        claim_ids: the claims of the renamings that say so.
    """

    name: str
    since: When | None
    until: When | None
    sure: tuple[date | None, date | None] | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """An actor as far as an export tells of it.

    Attributes:
        names: other names that reports use, sorted.
        countries: ISO 3166-1 alpha-2, of the knowledge base; empty where it knows none.
        borne: its names in time, the oldest first; empty where no report tells that it took another.
    """

    actor: Actor
    names: tuple[str, ...]
    countries: tuple[str, ...]
    borne: tuple[Borne, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """A place and how exactly it is known.

    Attributes:
        kind: as `Where.kind`.
        radius_km: how vague the point is; None where there is no point.
    """

    place: Place
    kind: str
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class Count:
    """Persons: the least and the most that any claim says; `most` is None where a claim sets no upper bound."""

    kind: TollKind
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Incident:
    """An event with what its claims say of place, code and persons.

    Attributes:
        site: a place's id.
        cameo: the finest CAMEO code of any claim; None where CAMEO has none.
    """

    event: Event
    site: str | None
    cameo: str | None
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a claim rests on, with a little of what stands around them.

    Attributes:
        rule: the lexicon line, pattern or model that read them.
    """

    span: Span
    quote: str
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Testimony:
    """A claim with its parties across articles and its words.

    Attributes:
        parties: one a role, in the claim's order.
        site: the id of the place that it names, as a role or beside; None where it names none.
        speaker: who is quoted as saying so: an actor's id; None where nobody with a name is.
        speaker_words: the words for the speaker; None in the article's own voice, or where the text names nobody.
        sentence: the words around the passages, white space as written.
        start: where in the article the sentence begins.
    """

    claim: Claim
    article_id: str
    run_id: str
    parties: tuple[Party, ...]
    site: str | None
    speaker: str | None
    speaker_words: str | None
    sentence: str
    start: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """An article, without its text.

    Attributes:
        known_on: the first day on which it was surely out.
        fetched_on: the day it came into the store.
        sha256: of the file, page or line that it came in.
    """

    report: Report
    language: str
    byline: str | None
    reprint_of: str | None
    known_on: date
    fetched_on: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A stretch of the map with everything that it rests on; all tuples in a fixed order.

    Attributes:
        since, until: the first and the last day asked for; None where open.
        known_by: no claim published after this day is used.
        intervals: relations, each from its beginning to its end.
        testimonies: the claims that relations and events rest on, and those that dispute them, by id; others where asked for.
        references: the articles of these claims.
        runs: what read them.
        narrowed: what else it was narrowed to, in words: "only Dawn Brigade".
    """

    since: date | None
    until: date | None
    known_by: date
    figures: tuple[Figure, ...]
    sites: tuple[Site, ...]
    intervals: tuple[Interval, ...]
    incidents: tuple[Incident, ...]
    testimonies: tuple[Testimony, ...]
    references: tuple[Reference, ...]
    runs: tuple[Run, ...]
    narrowed: tuple[str, ...] = ()

    @property
    def last_day(self) -> date:
        """The last day of which it tells: that which was asked for, or the day of knowledge."""
        return self.until if self.until is not None else self.known_by

    def days(self, interval: Interval) -> tuple[date, date] | None:
        """The first and the last day on which a relation may have held, both included; None where no day can be named.

        A happening by when it may have happened; what goes on, up to the last day of which the dossier tells.
        """
        since = interval.relation.since
        if interval.happening and since.end is not None:
            last = date.fromordinal(since.end.toordinal() - 1)
            return (since.start if since.start is not None else last, last)
        if interval.drawn is None:
            return None
        first, end = interval.drawn.start, interval.drawn.end
        last = date.fromordinal(end.toordinal() - 1) if end is not None else self.last_day
        if interval.relation.until is None:
            last = min(last, self.last_day)
        return (first, max(first, last))
