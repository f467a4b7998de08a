"""GraphML: actors and places as nodes, every stretch of every relation as an edge; it drops events and the words of claims.

Edges have the ids of intervals. Symmetric relations are directed edges like all others, as a reader takes a graph of both for broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from allegiance.export._contract import File
from allegiance.export._lines import utf8
from allegiance.export._marks import called, time
from allegiance.export._xml import DECLARATION, content, tag
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier, Figure, Site
from allegiance.records.history import Interval

SUFFIX = ".graphml"
BINARY = False
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = {
    "label": "string",
    "kind": "string",
    "knowledge_id": "string",
    "names": "string",
    "names_in_time": "string",
    "countries": "string",
    "latitude": "double",
    "longitude": "double",
    "radius_km": "double",
}
EDGE_KEYS = {
    "relation": "string",
    "predicate": "string",
    "symmetric": "boolean",
    "happening": "boolean",
    "results": "string",
    "new_name": "string",
    "old_name": "string",
    "since": "string",
    "until": "string",
    "first_day": "string",
    "last_day": "string",
    "confidence": "double",
    "reports": "int",
    "witnesses": "int",
    "disputed": "boolean",
    "alleged": "boolean",
    "attributed": "boolean",
    "derived": "boolean",
    "faded": "boolean",
    "claims": "string",
    "disputed_by": "string",
}
Value = str | int | float | bool | None


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One graph. Times are ISO 8601 intervals with `..` where open; several ids or names have spaces or `|` between.

    A name in time stands behind the days on which it was sure, "2012-06-01/.. Reed Front"; "?" stands for no day.
    """
    yield File("map.graphml", utf8(_lines(dossier, lexicon)))


def _lines(dossier: Dossier, lexicon: Lexicon) -> Iterator[str]:
    yield DECLARATION
    yield f"<{tag('graphml', xmlns=NAMESPACE)}>"
    for scope, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, type_ in keys.items():
            about = {"for": scope, "attr.name": name, "attr.type": type_}
            yield f"<{tag('key', id=f'{scope}-{name}', **about)}/>"
    yield f"<{tag('graph', id='allegiance', edgedefault='directed')}>"
    for figure in dossier.figures:
        yield from _element("node", {"id": figure.actor.id}, _figure(figure))
    # Only places that somebody holds are part of the graph.
    held = {one.relation.place for one in dossier.intervals}
    for site in dossier.sites:
        if site.place.id in held:
            yield from _element("node", {"id": site.place.id}, _site(site))
    for interval in dossier.intervals:
        relation = interval.relation
        ends = {"source": relation.source, "target": relation.target or relation.place or ""}
        yield from _element("edge", {"id": interval.id, **ends}, _edge(interval, dossier, lexicon))
    yield "</graph>"
    yield "</graphml>"


def _element(name: str, attributes: dict[str, str], data: Mapping[str, Value]) -> Iterator[str]:
    yield f"<{tag(name, **attributes)}>"
    for key, value in data.items():
        if value is not None and value != "":
            written = str(value).lower() if isinstance(value, bool) else str(value)
            yield f"<{tag('data', key=f'{name}-{key}')}>{content(written)}</data>"
    yield f"</{name}>"


def _figure(figure: Figure) -> dict[str, Value]:
    return {
        "label": figure.actor.name,
        "kind": figure.actor.kind,
        "knowledge_id": figure.actor.knowledge_id,
        "names": "|".join(figure.names),
        "names_in_time": "|".join(map(called, figure.borne)),
        "countries": " ".join(figure.countries),
    }


def _site(site: Site) -> dict[str, Value]:
    return {
        "label": site.place.name,
        "kind": "place",
        "countries": site.place.country,
        "latitude": site.place.latitude,
        "longitude": site.place.longitude,
        "radius_km": site.radius_km,
    }


def _edge(interval: Interval, dossier: Dossier, lexicon: Lexicon) -> dict[str, Value]:
    relation = interval.relation
    first, last = dossier.days(interval) or (None, None)
    return {
        "relation": relation.id,
        "predicate": relation.predicate,
        "symmetric": lexicon.ontology.relation(relation.predicate).symmetric,
        "happening": interval.happening,
        "results": " ".join(relation.results),
        "new_name": relation.names[0] if relation.names is not None else None,
        "old_name": relation.names[1] if relation.names is not None else None,
        "since": time(relation.since),
        "until": time(relation.until) if relation.until is not None else None,
        "first_day": str(first) if first is not None else None,
        "last_day": str(last) if last is not None else None,
        "confidence": relation.confidence,
        "reports": relation.reports,
        "witnesses": relation.witnesses,
        "disputed": relation.disputed,
        "alleged": relation.alleged,
        "attributed": relation.attributed,
        "derived": relation.derived,
        "faded": relation.faded,
        "claims": " ".join(relation.claim_ids),
        "disputed_by": " ".join(relation.disputed_by),
    }
