"""Conflicts as the bodies that a store keeps, and back: actors, places, reports and rules are named by id alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from allegiance.lexicon.conflicting import Conflicting
from allegiance.query.chart import Chart
from allegiance.query.conflicts import Found, by_name
from allegiance.query.shelving import shelved, when_cells, when_of
from allegiance.query.unswept import unswept
from allegiance.records.answer import Report
from allegiance.records.conflict import Conflict, Side, Voice
from allegiance.records.network import Losses, Place
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.contested import Shelved
from allegiance.store.lookups import reports
from allegiance.store.store import Store


def shelf_row(found: Found) -> Shelved:
    """A conflict as it is kept."""
    one = found.conflict
    assert one.when.start is not None
    assert one.when.end is not None
    first, end = one.when.start.toordinal(), one.when.end.toordinal()
    return Shelved(one.kind, first, end, body(found), found.depends)


def body(found: Found) -> str:
    """All of it but for what is only named."""
    one = found.conflict
    place = one.place if found.place is None else None
    about = (one.id, one.kind, one.predicate, one.mode, one.source, one.target, place, found.place)
    actors = [actor.id for actor in one.actors]
    sides = [_side_cells(side) for side in one.sides]
    return shelved((*about, _cells(one.when), one.names, actors, sides))


@unswept()
def conflicts_of(
    bodies: Collection[str],
    store: Store,
    chart: Chart,
    rules: Conflicting,
    read: dict[str, Conflict],
) -> list[Conflict]:
    """The conflicts of some bodies.

    Args:
        read: those that were read before from the same store, by body; others come to stand there.
    """
    new = [one for one in bodies if one not in read]
    read.update(zip(new, _conflicts_of(new, store, chart, rules), strict=True))
    return [read[one] for one in bodies]


def _conflicts_of(
    bodies: Iterable[str], store: Store, chart: Chart, rules: Conflicting
) -> list[Conflict]:
    several = list(map(json.loads, bodies))
    cited = {voice[-1] for one in several for side in one[-1] for voice in side[-1]}
    there = {one[7] for one in several if one[7] is not None}
    because = {row.id: row.because for row in rules.voices}
    page = _Page(chart.cast, chart.places(there), reports(store, cited), because)
    return [_conflict_of(one, page) for one in several]


class _Page(NamedTuple):
    """What bodies only name."""

    cast: Cast
    places: Mapping[str, Place]
    cited: Mapping[str, Report]
    because: Mapping[str, str]


def _conflict_of(cells: list[Any], page: _Page) -> Conflict:
    id_, kind, predicate, mode, source, target, place, at, when, names, actors, sides = cells
    return Conflict(
        id_,
        kind,
        predicate,
        mode,
        source,
        target,
        place if at is None else page.places[at].name,
        when_of(*when),
        by_name(page.cast.actors[one] for one in actors),
        tuple(_side_of(one, page) for one in sides),
        tuple(names) if names is not None else None,
    )


def _side_cells(side: Side) -> tuple[object, ...]:
    toll = side.toll and (side.toll.kind, side.toll.low, side.toll.high, side.toll.agreed)
    told = (side.weight, side.reports, side.witnesses, [_voice_cells(one) for one in side.voices])
    return (side.holds, side.predicate, side.phase, side.actor, toll, _cells(side.when), *told)


def _side_of(cells: list[Any], page: _Page) -> Side:
    holds, predicate, phase, actor, toll, when, weight, many, witnesses, voices = cells
    return Side(
        holds,
        predicate,
        phase,
        actor,
        Losses(*toll) if toll is not None else None,
        when_of(*when) if when is not None else None,
        weight,
        many,
        witnesses,
        tuple(_voice_of(one, page) for one in voices),
    )


def _voice_cells(voice: Voice) -> tuple[object, ...]:
    who = (voice.claim_id, voice.standing, voice.speaker, voice.stance)
    return (*who, voice.weight, voice.confidence, voice.rule, voice.report.article_id)


def _voice_of(cells: list[Any], page: _Page) -> Voice:
    claim_id, standing, speaker, stance, weight, confidence, rule, article = cells
    because, report = page.because[rule], page.cited[article]
    return Voice(claim_id, standing, speaker, stance, weight, confidence, rule, because, report)


def _cells(when: When | None) -> tuple[object, ...] | None:
    return when_cells(when) if when is not None else None
