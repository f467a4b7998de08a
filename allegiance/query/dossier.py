"""Gather what an export hands on: relations and events of some days, and all that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.details import figures, incidents, sites, testimony
from allegiance.query.drawing import Drawing
from allegiance.query.events import events
from allegiance.query.history import Wanted, history
from allegiance.query.lineage import names_in_time
from allegiance.query.network import well_founded
from allegiance.query.sentences import sentences
from allegiance.records.dossier import Dossier, Testimony
from allegiance.records.history import Interval
from allegiance.records.network import Event
from allegiance.store.depositions import depositions, references, runs
from allegiance.store.store import Store


def dossier(
    store: Store,
    drawing: Drawing,
    lexicon: Lexicon,
    wanted: Wanted,
    *,
    known_by: date,
    on: date | None = None,
    all_claims: bool = False,
) -> Dossier:
    """Relations and events that are wanted, and all that they rest on.

    Args:
        drawing: of claims known by `known_by`; where an actor is wanted, those of the actor suffice.
        wanted: its kinds are those of relations and of events.
        on: one day: the relations of its map, and the events that such a map tells; the wanted days are not looked at.
        all_claims: those of all days that nothing drawn rests on, too: of nameless parties, denied, sought, planned.
    """
    # The map of a day draws a split long after it happened, so for one day all have to be looked through.
    asked = wanted if on is None else replace(wanted, since=None, until=None)
    found = history(drawing, asked, known_by=known_by)
    intervals = found.intervals if on is None else tuple(_held(found.intervals, on))
    told = _events(drawing, wanted, on)
    claims = set(_claims_of(intervals, told))
    # Of whatever days and kinds the rest is: a name is borne before and after what is told of.
    present = _parties(intervals, told, ())
    borne = {one: names for one, names in names_in_time(drawing).items() if one in present}
    claims.update(claim for names in borne.values() for one in names for claim in one.claim_ids)
    if all_claims:
        claims.update(_others_of(drawing, wanted))
    heard = depositions(store, claims)
    around = sentences(store, heard)
    testimonies = tuple(testimony(one, drawing.cast, around[one.claim.id]) for one in heard)
    held = {one.relation.place for one in intervals}
    return Dossier(
        since=on or wanted.since,
        until=on or wanted.until,
        known_by=known_by,
        figures=figures(
            store, drawing.cast, lexicon, _parties(intervals, told, testimonies), borne
        ),
        sites=sites(heard, [one for one in found.places if one.id in held]),
        intervals=intervals,
        incidents=incidents(told, testimonies),
        testimonies=testimonies,
        references=references(store, (one.article_id for one in testimonies)),
        runs=runs(store, (one.run_id for one in testimonies)),
        narrowed=tuple(_narrowed(wanted, drawing)),
    )


def _narrowed(wanted: Wanted, drawing: Drawing) -> Iterator[str]:
    """What a reader has to know of what is not in it."""
    if wanted.actor is not None:
        actor = drawing.cast.actors.get(wanted.actor)
        yield f"only {actor.name if actor is not None else wanted.actor}"
    if wanted.kinds:
        yield f"only {', '.join(sorted(wanted.kinds))}"
    if not wanted.alleged:
        yield "without what is only alleged"
    floor = wanted.floor
    if floor.reviewed_only:
        yield "reviewed claims alone"
    if floor.confidence:
        yield f"confidence {floor.confidence} or more"
    if floor.witnesses > 1:
        yield f"{floor.witnesses} independent reports or more"


def _held(intervals: Iterable[Interval], on: date) -> Iterator[Interval]:
    """Those that a map of the day draws: of each relation the latest, a settled one before an alleged."""
    latest: dict[str, Interval] = {}
    for one in intervals:
        if one.drawn is None or on < one.drawn.start or (one.drawn.end or date.max) <= on:
            continue
        before = latest.get(one.relation.id)
        if before is None or _rank(one) > _rank(before):
            latest[one.relation.id] = one
    chosen = {one.id for one in latest.values()}
    return (one for one in intervals if one.id in chosen)


def _rank(interval: Interval) -> tuple[bool, int]:
    return (not interval.relation.alleged, interval.number)


def _events(drawing: Drawing, wanted: Wanted, on: date | None) -> list[Event]:
    """By the last day that each may have been."""
    if on is not None:
        told = drawing.recent_events(on)
    else:
        told = tuple(
            one for one in events(drawing.happenings) if within(one, wanted.since, wanted.until)
        )
    found = [
        one
        for one in told
        if (not wanted.kinds or one.predicate in wanted.kinds)
        and wanted.actor in (None, one.source, one.target)
    ]
    found = list(well_founded(found, drawing, wanted.floor))
    return sorted(found, key=lambda one: (one.day, one.id))


def within(event: Event, since: date | None, until: date | None) -> bool:
    """May it have been in these days, both included?"""
    start = event.when.start if event.when is not None else None
    first = start if start is not None else event.day
    return (since is None or event.day >= since) and (until is None or first <= until)


def _claims_of(intervals: Iterable[Interval], told: Iterable[Event]) -> Iterator[str]:
    for one in intervals:
        yield from one.relation.claim_ids
        yield from one.relation.disputed_by
    for event in told:
        yield from event.claim_ids


def _others_of(drawing: Drawing, wanted: Wanted) -> Iterator[str]:
    actor_of = drawing.cast.actor_of
    for account, _, _ in drawing.heard:
        sides = (actor_of.get(account.source or ""), actor_of.get(account.target or ""))
        if (not wanted.kinds or account.predicate in wanted.kinds) and (
            wanted.actor is None or wanted.actor in sides
        ):
            yield account.claim_id


def _parties(
    intervals: Iterable[Interval], told: Iterable[Event], testimonies: Iterable[Testimony]
) -> set[str]:
    """Everybody who is named: in relations, in events, and in their claims."""
    ids: set[str | None] = {party for one in intervals for party in one.relation.parties}
    ids.update(party for one in told for party in (one.source, one.target))
    for one in testimonies:
        ids.add(one.speaker)
        ids.update(party.actor.id for party in one.parties if party.actor is not None)
    return {one for one in ids if one is not None}
