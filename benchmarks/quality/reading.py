"""A line of `allegiance extract` (docs/contract.md) as the scorers use it; what no figure asks for is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Any: an object of JSON; what is not of the promised form raises where it is read.
from typing import Any

from allegiance.records.span import Span
from benchmarks.quality.period import Period, period_of


@dataclass(frozen=True, slots=True)
class Mention:
    """`form` is `name`, `nominal` or `pronoun`."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor in one article."""

    name: str
    kind: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """`point` is latitude and longitude in degrees; None, like `country`, where unknown."""

    span: Span
    name: str
    kind: str
    country: str | None = None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """Words that name a time."""

    span: Span
    when: Period


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, by which words."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    content_span: Span


@dataclass(frozen=True, slots=True)
class Role:
    """Who takes which part in a claim."""

    role: str
    actor: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Count:
    """Persons, from `low` to `high`; None: no upper bound."""

    low: int
    high: int | None

    def __str__(self) -> str:
        return f"{self.low}-{'' if self.high is None else self.high}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the article says of two; `mode` is the part of its PLOVER code after the stroke."""

    kind: str
    predicate: str
    phase: str | None
    stance: str
    roles: tuple[Role, ...]
    when: Period | None
    where: Place | None
    toll: Mapping[str, Count]
    statement: str | None
    mode: str
    confidence: float
    evidence: tuple[Span, ...]

    def parts(self, *names: str) -> tuple[Role, ...]:
        """The roles of these names."""
        return tuple(role for name in names for role in self.roles if role.role == name)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one document; empty where nothing was."""

    text: str
    actors: Mapping[str, Actor]
    places: tuple[Place, ...] = ()
    dates: tuple[DatePhrase, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()

    def claims_of(self, kind: str) -> tuple[Claim, ...]:
        """Those of one kind, `relation` or `event`."""
        return tuple(claim for claim in self.claims if claim.kind == kind)

    def mentions(self, actor: str | None) -> tuple[Mention, ...]:
        """Every mention of an actor, in the order of the text."""
        return self.actors[actor].mentions if actor is not None else ()

    def names(self, role: Role) -> Iterator[str]:
        """What a role is called: its words, its actor's name, and what else the actor is called but for pronouns."""
        if role.span:
            yield role.span.of(self.text)
        if role.actor is not None:
            yield self.actors[role.actor].name
        for mention in self.mentions(role.actor):
            if mention.form != "pronoun":
                yield mention.span.of(self.text)

    def sides(self, claim: Claim) -> str:
        """The words of a claim's parts, for people."""
        return " -> ".join(role.span.of(self.text) if role.span else "?" for role in claim.roles)

    def scene(self, claim: Claim) -> Iterator[Place]:
        """Where it holds or happened: its `where`, and who or what takes the part of the place."""
        if claim.where:
            yield claim.where
        for role in claim.parts("place"):
            if role.span:
                known = [place for place in self.places if place.span.overlaps(role.span)]
                yield from known or [Place(role.span, "", "")]


def reading_of(line: Any) -> Reading:
    """A line, decoded.

    Raises:
        KeyError, TypeError, ValueError: it is not of the promised form.
    """
    return Reading(
        text=line["article"]["text"],
        actors={actor["id"]: _actor(actor) for actor in line["actors"]},
        places=tuple(map(_place, line["places"])),
        dates=tuple(DatePhrase(_span(one["span"]), period_of(one)) for one in line["dates"]),
        statements=tuple(map(_statement, line["statements"])),
        claims=tuple(map(_claim, line["claims"])),
    )


def nothing(text: str) -> Reading:
    """The reading of a document in which nothing was found."""
    return Reading(text, {})


def _span(written: Any) -> Span:
    start, end = written
    return Span(start, end)


def _maybe_span(written: Any) -> Span | None:
    return None if written is None else _span(written)


def _actor(written: Any) -> Actor:
    mentions = tuple(Mention(_span(one["span"]), one["form"]) for one in written["mentions"])
    return Actor(written["name"], written["kind"], mentions)


def _place(written: Any) -> Place:
    latitude, longitude = written["latitude"], written["longitude"]
    return Place(
        span=_span(written["span"]),
        name=written["name"],
        kind=written["kind"],
        country=written["country"],
        point=None if latitude is None or longitude is None else (latitude, longitude),
    )


def _statement(written: Any) -> Statement:
    return Statement(
        id=written["id"],
        speaker=written["speaker"],
        speaker_span=_maybe_span(written["speaker_span"]),
        cue_span=_maybe_span(written["cue_span"]),
        content_span=_span(written["content_span"]),
    )


def _role(written: Any) -> Role:
    return Role(written["role"], written["actor"], _maybe_span(written["span"]))


def _claim(written: Any) -> Claim:
    return Claim(
        kind=written["kind"],
        predicate=written["predicate"],
        phase=written["phase"],
        stance=written["stance"],
        roles=tuple(map(_role, written["roles"])),
        when=_when(written["when"]),
        where=_place(written["where"]) if written["where"] else None,
        toll={kind: Count(**count) for kind, count in (written["toll"] or {}).items()},
        statement=written["statement"],
        mode=((written["codes"] or {}).get("plover") or "").partition("/")[2],
        confidence=written["confidence"],
        evidence=tuple(_span(piece["span"]) for piece in written["evidence"]),
    )


def _when(written: Any) -> Period | None:
    period = period_of(written) if written else Period(None, None)
    return period if period.start or period.end else None
