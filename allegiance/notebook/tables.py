"""What a map, a history and a profile hold, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from allegiance.export._relations import RELATION, Columns, Row, days, names, relation_row
from allegiance.notebook.frames import Table
from allegiance.records.answer import Line, Profile, Report, Stage
from allegiance.records.history import Days, History, Interval
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Network, Place
from allegiance.records.toll import TollKind

ACTOR: Columns = {"actor": "string", "name": "string", "kind": "string", "knowledge_id": "string"}
PLACE: Columns = {
    "place": "string",
    "name": "string",
    "country": "string",
    "latitude": "number",
    "longitude": "number",
}
INTERVAL: Columns = {
    "interval": "string",
    "number": "integer",
    "happening": "boolean",
    "last": "date",
    "drawn_start": "date",
    "drawn_end": "date",
    "sure_start": "date",
    "sure_end": "date",
    **RELATION,
}
# The least and the most persons by kind of harm; the most is unknown where some report sets no upper bound.
LOSSES: Columns = {
    f"{kind}_{bound}": "integer" for kind in get_args(TollKind) for bound in ("low", "high")
}
EVENT: Columns = {
    "event": "string",
    "predicate": "string",
    "mode": "string",
    "source": "string",
    "source_name": "string",
    "target": "string",
    "target_name": "string",
    "when_start": "date",
    "when_end": "date",
    "day": "date",
    "place_name": "string",
    **LOSSES,
    "reports": "integer",
    "witnesses": "integer",
    "claims": "strings",
    "disputed_by": "strings",
}
CITED: Columns = {
    "article": "string",
    "publisher": "string",
    "title": "string",
    "published_start": "date",
    "published_end": "date",
}
LINE: Columns = {
    "section": "string",
    "predicate": "string",
    "what": "string",
    "other": "string",
    "other_name": "string",
    "results": "strings",
    "result_names": "strings",
    "since_start": "date",
    "since_end": "date",
    "until_start": "date",
    "until_end": "date",
    "disputed": "boolean",
    "alleged": "boolean",
    "reports": "integer",
    "witnesses": "integer",
    "claims": "strings",
    **CITED,
}
STAGE: Columns = {
    "actor": "string",
    "name": "string",
    "since_start": "date",
    "since_end": "date",
    "until_start": "date",
    "until_end": "date",
    "claim": "string",
    **CITED,
}


def network_tables(network: Network) -> Mapping[str, Table]:
    """`relations`, `events`, `actors`, `places`."""
    named = names(network)
    relations = (relation_row(one, named) for one in network.relations)
    return {
        "relations": Table(RELATION, relations),
        "events": Table(EVENT, (event_row(one, named) for one in network.events)),
        **_parties(network.actors, network.places),
    }


def history_tables(history: History) -> Mapping[str, Table]:
    """`intervals`, `actors`, `places`."""
    named = names(history)
    return {
        "intervals": Table(INTERVAL, (interval_row(one, named) for one in history.intervals)),
        **_parties(history.actors, history.places),
    }


def profile_tables(profile: Profile) -> Mapping[str, Table]:
    """`lines`, `lineage`."""
    return {
        "lines": Table(LINE, map(_line, profile.lines)),
        "lineage": Table(STAGE, map(_stage, profile.lineage)),
    }


def _parties(actors: Iterable[Actor], places: Iterable[Place]) -> Mapping[str, Table]:
    return {
        "actors": Table(ACTOR, map(_actor, actors)),
        "places": Table(PLACE, map(_place, places)),
    }


def _actor(actor: Actor) -> Row:
    return {
        "actor": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "knowledge_id": actor.knowledge_id,
    }


def _place(place: Place) -> Row:
    return {
        "place": place.id,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def interval_row(interval: Interval, named: Mapping[str, str]) -> Row:
    """The cells of `INTERVAL`; `named` are the names of its actors and places."""
    return {
        "interval": interval.id,
        "number": interval.number,
        "happening": interval.happening,
        "last": interval.last,
        **_stretch("drawn", interval.drawn),
        **_stretch("sure", interval.sure),
        **relation_row(interval.relation, named),
    }


def _stretch(prefix: str, stretch: Days | None) -> Row:
    start, end = (stretch.start, stretch.end) if stretch is not None else (None, None)
    return {f"{prefix}_start": start, f"{prefix}_end": end}


def event_row(event: Event, named: Mapping[str, str]) -> Row:
    """The cells of `EVENT`; `named` are the names of its actors."""
    losses: Row = dict.fromkeys(LOSSES)
    for one in event.tolls:
        losses |= {f"{one.kind}_low": one.low, f"{one.kind}_high": one.high}
    return {
        "event": event.id,
        "predicate": event.predicate,
        "mode": event.mode,
        "source": event.source,
        "source_name": named[event.source] if event.source is not None else None,
        "target": event.target,
        "target_name": named[event.target] if event.target is not None else None,
        **days("when", event.when),
        "day": event.day,
        "place_name": event.place,
        **losses,
        "reports": event.reports,
        "witnesses": event.witnesses,
        "claims": event.claim_ids,
        "disputed_by": event.disputed_by,
    }


def _line(line: Line) -> Row:
    return {
        "section": line.section,
        "predicate": line.predicate,
        "what": line.what,
        "other": line.other_id,
        "other_name": line.other,
        "results": tuple(one.id for one in line.results),
        "result_names": tuple(one.name for one in line.results),
        **days("since", line.since),
        **days("until", line.until),
        "disputed": line.disputed,
        "alleged": line.alleged,
        "reports": line.reports,
        "witnesses": line.witnesses,
        "claims": line.claim_ids,
        **_cited(line.report),
    }


def _stage(stage: Stage) -> Row:
    return {
        "actor": stage.actor_id,
        "name": stage.name,
        **days("since", stage.since),
        **days("until", stage.until),
        "claim": stage.claim_id,
        **_cited(stage.report),
    }


def _cited(report: Report) -> Row:
    return {
        "article": report.article_id,
        "publisher": report.publisher,
        "title": report.title,
        **days("published", report.published),
    }
