"""One JSON object a line; its `record` says what it is. It drops nothing."""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.export._contract import File
from allegiance.export._lines import json_line, utf8
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.canonical import Json, plain
from allegiance.records.dossier import Dossier, Figure, Incident, Reference, Site, Testimony
from allegiance.records.history import Interval

SUFFIX = ".jsonl"
BINARY = False
SCHEMA = "allegiance.export/1"


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """The first line says what the export is of; then actors, places, relations, events, claims, articles, runs."""
    yield File("map.jsonl", utf8(map(json_line, _lines(dossier))))


def _lines(dossier: Dossier) -> Iterator[Json]:
    head = {name: getattr(dossier, name) for name in ("since", "until", "known_by")}
    yield {"record": "export", "schema": SCHEMA, **_fields(head)}
    yield from map(_actor, dossier.figures)
    yield from map(_place, dossier.sites)
    yield from map(_relation, dossier.intervals)
    yield from map(_event, dossier.incidents)
    yield from map(_claim, dossier.testimonies)
    yield from map(_article, dossier.references)
    yield from ({"record": "run", **_fields(run)} for run in dossier.runs)


def _actor(figure: Figure) -> Json:
    more: dict[str, Json] = {
        "names": list(figure.names),
        "borne": plain(figure.borne),
        "countries": list(figure.countries),
    }
    return {"record": "actor", **_fields(figure.actor), **more}


def _place(site: Site) -> Json:
    more: dict[str, Json] = {"kind": site.kind, "radius_km": site.radius_km}
    return {"record": "place", **_fields(site.place), **more}


def _relation(interval: Interval) -> Json:
    """The relation's fields among the interval's; `relation` is its id, the same for all its intervals."""
    relation = _fields(interval.relation)
    stretch = {key: value for key, value in _fields(interval).items() if key != "relation"}
    return {"record": "relation", **relation, **stretch, "relation": relation["id"]}


def _event(incident: Incident) -> Json:
    more: dict[str, Json] = {
        "place_id": incident.site,
        "cameo": incident.cameo,
        "tolls": plain(incident.counts),
    }
    return {"record": "event", **_fields(incident.event), **more}


def _claim(testimony: Testimony) -> Json:
    claim = testimony.claim
    roles: list[Json] = [
        {
            "role": role.role,
            "actor": party.actor.id if party.actor is not None else None,
            "words": party.words,
            "span": plain(role.span),
        }
        for role, party in zip(claim.roles, testimony.parties, strict=True)
    ]
    return {
        "record": "claim",
        **_fields(claim),
        "roles": roles,
        "evidence": plain(testimony.passages),
        "place_id": testimony.site,
        "speaker": testimony.speaker,
        "speaker_words": testimony.speaker_words,
        "article": testimony.article_id,
        "run": testimony.run_id,
    }


def _article(reference: Reference) -> Json:
    report = _fields(reference.report)
    more = {key: value for key, value in _fields(reference).items() if key != "report"}
    return {"record": "article", "id": report.pop("article_id"), **report, **more}


def _fields(record: object) -> dict[str, Json]:
    values = plain(record)
    assert isinstance(values, dict)
    return values
