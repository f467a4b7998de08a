"""Claims that cannot both hold, side by side with who says them, by the rules of `conflicts.toml`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from allegiance.errors import UsageError
from allegiance.lexicon.conflicting import Conflicting
from allegiance.query.chart import Chart, Pair
from allegiance.query.disputes import Dispute
from allegiance.query.events import event_id
from allegiance.query.happenings import Happening
from allegiance.query.signals import DAY, Tie
from allegiance.query.voices import Voices
from allegiance.records.canonical import digest
from allegiance.records.conflict import CONFLICT_KINDS, Conflict, ConflictKind, Side
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.records.when import Grain, When
from allegiance.resolve.actors import Cast
from allegiance.store.contested import Key
from allegiance.store.ledgers import Account
from allegiance.store.lookups import reports
from allegiance.store.store import Store


class Found(NamedTuple):
    """A conflict with what it depends on (`Dispute.depends`), and the id of its tie's place; None where it is on no such tie."""

    conflict: Conflict
    depends: frozenset[Key]
    place: str | None


def voices_of(
    store: Store,
    cast: Cast,
    told: Iterable[Account],
    tied: Collection[Pair],
    rules: Conflicting,
) -> Voices:
    """What weighs some claims."""
    # At once: to look up each that is cited takes longer than all of them.
    cited = reports(store, {one.article_id for one in told})
    return Voices(cast, tied, rules, cited)


def rival_ids(rivals: Iterable[tuple[Happening, Happening]]) -> Iterator[tuple[str, str]]:
    """Pairs of events by id, both ways round."""
    for one, other in rivals:
        mine, theirs = event_id(one), event_id(other)
        yield from ((mine, theirs), (theirs, mine))


def named(disputes: Iterable[Dispute], chart: Chart) -> Iterator[Found]:
    """Disputes as records."""
    disputes = list(disputes)
    there = {one.about.place for one in disputes if isinstance(one.about, Tie)}
    places = chart.places({one for one in there if one is not None})
    for one in disputes:
        if isinstance(one.about, Event):
            yield Found(_of_event(chart.cast, one, one.about), one.depends, None)
        else:
            conflict = _of_tie(chart.cast, one, one.about, places)
            yield Found(conflict, one.depends, one.about.place)


def in_order(several: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """By the first day that the claims speak of; never by the order in which they were found."""
    return tuple(sorted(several, key=lambda one: (*conflict_key(one), _claims(one))))


def _claims(conflict: Conflict) -> list[str]:
    return [voice.claim_id for side in conflict.sides for voice in side.voices]


def among(
    several: Iterable[Conflict],
    *,
    actor: str | None = None,
    since: date | None = None,
    until: date | None = None,
    kinds: Collection[ConflictKind] = (),
) -> tuple[Conflict, ...]:
    """Those of several conflicts that are wanted, in their order.

    Args:
        actor: an actor's id: only what it is a party to, or named for.
        since, until: only what may have been on one of these days, both included; None: no bound.
        kinds: none for all.
    """
    return tuple(
        one
        for one in several
        if (not kinds or one.kind in kinds) and is_about(one, actor, since, until)
    )


def conflict_key(conflict: Conflict) -> tuple[str, str, str]:
    """By the first day that the claims speak of."""
    return ((conflict.when.start or date.min).isoformat(), conflict.kind, conflict.id)


def is_about(conflict: Conflict, actor: str | None, since: date | None, until: date | None) -> bool:
    """Is the actor a party to it, and may it be of these days, both included? None asks for nothing."""
    first, end = conflict.when.start or date.min, conflict.when.end or date.max
    begun = until is None or first <= until
    return (actor is None or actor in _parties(conflict)) and (
        begun and (since is None or end > since)
    )


def is_told_enough(conflict: Conflict, witnesses: int, confidence: float) -> bool:
    """Do at least two of its sides each have so many independent witnesses, and a voice that was read so surely (0 to 1)?"""
    heard = [
        side
        for side in conflict.sides
        if side.witnesses >= witnesses
        and any(voice.confidence >= confidence for voice in side.voices)
    ]
    return len(heard) >= 2


def conflict_kinds(words: Iterable[str]) -> tuple[ConflictKind, ...]:
    """Kinds by name.

    Raises:
        UsageError: there is no such kind; the message lists those there are.
    """
    wanted = set(words)
    if unknown := sorted(wanted - set(CONFLICT_KINDS)):
        there = ", ".join(CONFLICT_KINDS)
        raise UsageError(f"no conflict is called {', '.join(unknown)}; there are {there}")
    return tuple(kind for kind in CONFLICT_KINDS if kind in wanted)


def _of_event(cast: Cast, dispute: Dispute, event: Event) -> Conflict:
    harms = sorted({side.toll.kind for side in dispute.sides if side.toll})
    return Conflict(
        id=digest("conflict", dispute.kind, event.id, *harms),
        kind=dispute.kind,
        predicate=event.predicate,
        mode=event.mode,
        source=None if dispute.kind == "who" else event.source,
        target=event.target,
        place=event.place,
        when=_span(dispute),
        actors=_actors(cast, dispute, event.source, event.target),
        sides=_weightiest_first(dispute.sides),
    )


def _of_tie(cast: Cast, dispute: Dispute, tie: Tie, places: Mapping[str, Place]) -> Conflict:
    first = min(voice.claim_id for side in dispute.sides for voice in side.voices)
    shared = len({side.actor for side in dispute.sides}) == 1
    return Conflict(
        id=digest("conflict", dispute.kind, *tie.parts, first),
        kind=dispute.kind,
        predicate=tie.predicate,
        mode=None,
        source=tie.source if shared else None,
        target=tie.target,
        place=places[tie.place].name if tie.place is not None else None,
        when=_span(dispute),
        actors=_actors(cast, dispute, tie.source, tie.target),
        sides=_weightiest_first(dispute.sides),
        names=tie.names,
    )


def _actors(cast: Cast, dispute: Dispute, *parties: str | None) -> tuple[Actor, ...]:
    ids = {*parties, *(side.actor for side in dispute.sides)}
    ids.update(voice.speaker for side in dispute.sides for voice in side.voices)
    return by_name(cast.actors[one] for one in ids if one is not None)


def by_name(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Actors as a conflict lists them."""
    return tuple(sorted(actors, key=lambda one: (one.name, one.id)))


def _span(dispute: Dispute) -> When:
    grain: Grain = "day" if dispute.first == dispute.last else "vague"
    return When(dispute.first, dispute.last + DAY, grain)


def _weightiest_first(sides: Iterable[Side]) -> tuple[Side, ...]:
    return tuple(
        sorted(sides, key=lambda side: (-side.weight, not side.holds, side.voices[0].claim_id))
    )


def _parties(conflict: Conflict) -> set[str | None]:
    return {conflict.source, conflict.target, *(side.actor for side in conflict.sides)}
