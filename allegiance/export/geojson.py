"""GeoJSON (RFC 7946): every event, and everybody's hold on a place, as a feature; it drops relations that have no place.

What happened where no gazetteer can say has the geometry null, as the RFC allows, so that nothing is lost on the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.export._lines import json_line, json_list, utf8
from allegiance.export._marks import marks, persons, time
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.canonical import Json, plain
from allegiance.records.dossier import Dossier, Incident, Site
from allegiance.records.history import Interval

SUFFIX = ".geojson"
BINARY = False


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One collection of features, holds on places first; `precision_km` is the radius within which the place lies."""
    head = (
        f'{{"type":"FeatureCollection","known_by":{json_line(str(dossier.known_by))},"features":['
    )
    yield File("map.geojson", utf8(json_list(head, _features(dossier), "]}")))


def _features(dossier: Dossier) -> Iterator[Json]:
    index = Index(dossier)
    for interval in dossier.intervals:
        if interval.relation.place is not None:
            yield _hold(interval, dossier, index)
    for incident in dossier.incidents:
        yield _event(incident, index)


def _hold(interval: Interval, dossier: Dossier, index: Index) -> Json:
    relation = interval.relation
    first, last = dossier.days(interval) or (None, None)
    properties: dict[str, Json] = {
        "record": "relation",
        "predicate": relation.predicate,
        "source": relation.source,
        "source_name": index.name(relation.source),
        "since": time(relation.since),
        "until": time(relation.until) if relation.until is not None else None,
        "first_day": plain(first),
        "last_day": plain(last),
        "confidence": relation.confidence,
        "reports": relation.reports,
        "witnesses": relation.witnesses,
        "marks": list(marks(relation)),
        "claims": list(relation.claim_ids),
        "disputed_by": list(relation.disputed_by),
    }
    return _feature(interval.id, index.sites.get(relation.place or ""), properties)


def _event(incident: Incident, index: Index) -> Json:
    event = incident.event
    properties: dict[str, Json] = {
        "record": "event",
        "predicate": event.predicate,
        "mode": event.mode,
        "source": event.source,
        "source_name": index.name(event.source) or None,
        "target": event.target,
        "target_name": index.name(event.target) or None,
        "when": time(event.when) if event.when is not None else None,
        "day": str(event.day),
        "tolls": [persons(count) for count in incident.counts],
        "witnesses": event.witnesses,
        "claims": list(event.claim_ids),
    }
    return _feature(event.id, index.sites.get(incident.site or ""), properties)


def _feature(id_: str, site: Site | None, properties: dict[str, Json]) -> Json:
    geometry: Json = None
    if site is not None:
        place = site.place
        if place.latitude is not None and place.longitude is not None:
            geometry = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
        properties |= {
            "place": place.id,
            "place_name": place.name,
            "place_kind": site.kind,
            "country": place.country,
            "precision_km": site.radius_km,
        }
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}
