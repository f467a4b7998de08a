"""Dynamic GEXF: actors and places as nodes, relations as edges that come and go, with the days of every stretch.

Intervals are closed, from the first to the last day on which a relation may have held, as Gephi rejects open ones; what goes on ends
with the last day of which the export tells. It drops events, the words of claims, and relations of which reports only say that they
were once: there is no day to draw them on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.export._lines import utf8
from allegiance.export._marks import marks, time
from allegiance.export._xml import DECLARATION, tag
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier
from allegiance.records.history import Interval

SUFFIX = ".gexf"
BINARY = False
# Gephi and networkx both read this version.
NAMESPACE = "http://www.gexf.net/1.2draft"
NODE_KEYS = {"kind": "string", "knowledge_id": "string", "names": "string", "countries": "string"}
# By renamings that nobody disputes, on the days on which it is sure.
NODE_CHANGING_KEYS = {"name": "string"}
STEADY_KEYS = {"predicate": "string", "relation": "string"}
CHANGING_KEYS = {
    "since": "string",
    "until": "string",
    "confidence": "double",
    "reports": "integer",
    "witnesses": "integer",
    "marks": "string",
    "claims": "string",
    "disputed_by": "string",
    "results": "string",
    "new_name": "string",
    "old_name": "string",
}


class Spell(NamedTuple):
    """One stretch of an edge, first and last day included."""

    first: date
    last: date
    interval: Interval


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One graph; an edge a relation, a spell a stretch; what is only alleged is an edge of its own."""
    yield File("map.gexf", utf8(_lines(dossier)))


def _lines(dossier: Dossier) -> Iterator[str]:
    edges = _edges(dossier)
    nodes = _nodes(dossier, edges)
    every = [spell for spells in edges.values() for spell in spells]
    start = min((one.first for one in every), default=dossier.since or dossier.last_day)
    end = max((one.last for one in every), default=dossier.last_day)
    yield DECLARATION
    yield f"<{tag('gexf', xmlns=NAMESPACE, version='1.2')}>"
    about = {"mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed"}
    yield f"<{tag('graph', **about, start=str(start), end=str(end))}>"
    yield from _keys("node", "static", NODE_KEYS)
    yield from _keys("node", "dynamic", NODE_CHANGING_KEYS)
    yield from _keys("edge", "static", STEADY_KEYS)
    yield from _keys("edge", "dynamic", CHANGING_KEYS)
    yield "<nodes>"
    index = Index(dossier)
    for node, spells in nodes.items():
        yield from _node(index, node, spells, (start, end))
    yield "</nodes>"
    yield "<edges>"
    for (relation, _), spells in edges.items():
        yield from _edge(relation, spells)
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _edges(dossier: Dossier) -> dict[tuple[str, bool], list[Spell]]:
    """Spells by relation, in the order of days; none begins before the one before it is over."""
    found: dict[tuple[str, bool], list[Spell]] = {}
    for interval in dossier.intervals:
        days = dossier.days(interval)
        if days is not None:
            relation = interval.relation
            found.setdefault((relation.id, relation.alleged), []).append(Spell(*days, interval))
    return {key: list(_apart(sorted(spells))) for key, spells in sorted(found.items())}


def _apart(spells: list[Spell]) -> Iterator[Spell]:
    """Where the ranges of an end and of the next beginning overlap, the later stretch begins a day after.

    A stretch that has no day of its own then is dropped.
    """
    over = date.min.toordinal()
    for one in spells:
        first = max(one.first.toordinal(), over + 1)
        if first <= one.last.toordinal():
            over = one.last.toordinal()
            yield one._replace(first=date.fromordinal(first))


def _nodes(dossier: Dossier, edges: dict[tuple[str, bool], list[Spell]]) -> dict[str, list[Spell]]:
    """Every actor and every place that is held, with the spells of its edges."""
    found: dict[str, list[Spell]] = {one.actor.id: [] for one in dossier.figures}
    for spells in edges.values():
        for spell in spells:
            relation = spell.interval.relation
            for end in (relation.source, relation.target or relation.place or ""):
                found.setdefault(end, []).append(spell)
    return dict(sorted(found.items()))


def _node(index: Index, node: str, spells: list[Spell], days: tuple[date, date]) -> Iterator[str]:
    label, values = _about(index, node)
    first = str(min(one.first for one in spells)) if spells else None
    last = str(max(one.last for one in spells)) if spells else None
    yield f"<{tag('node', id=node, label=label, start=first, end=last)}>"
    yield "<attvalues>"
    for key, value in values.items():
        if value:
            yield f"<{tag('attvalue', for_=f'node-{key}', value=value)}/>"
    for name, start, end in _names(index, node, days):
        span = {"start": str(start), "end": str(end)}
        yield f"<{tag('attvalue', for_='node-name', value=name, **span)}/>"
    yield "</attvalues>"
    yield "</node>"


def _about(index: Index, node: str) -> tuple[str, dict[str, str | None]]:
    """Its label and what is steady of it."""
    figure = index.figures.get(node)
    if figure is None:
        place = index.sites[node].place
        return place.name, {"kind": "place", "countries": place.country}
    return figure.actor.name, {
        "kind": figure.actor.kind,
        "knowledge_id": figure.actor.knowledge_id,
        "names": "|".join(figure.names),
        "countries": " ".join(figure.countries),
    }


def _names(index: Index, node: str, days: tuple[date, date]) -> Iterator[tuple[str, date, date]]:
    """What it was called, from the first to the last day of the graph on which that is sure."""
    figure = index.figures.get(node)
    for one in figure.borne if figure is not None else ():
        if one.sure is not None:
            start, end = max(one.sure[0] or days[0], days[0]), min(one.sure[1] or days[1], days[1])
            if start <= end:
                yield one.name, start, end


def _edge(relation_id: str, spells: list[Spell]) -> Iterator[str]:
    relation = spells[0].interval.relation
    ends = {"source": relation.source, "target": relation.target or relation.place or ""}
    edge = f"{relation_id}-alleged" if relation.alleged else relation_id
    days = {"start": str(spells[0].first), "end": str(spells[-1].last)}
    # `kind` lets Gephi keep an alliance and a rivalry of the same two apart.
    yield f"<{tag('edge', id=edge, label=relation.predicate, kind=relation.predicate, **ends, **days)}>"
    yield "<attvalues>"
    yield f"<{tag('attvalue', for_='edge-predicate', value=relation.predicate)}/>"
    yield f"<{tag('attvalue', for_='edge-relation', value=relation_id)}/>"
    for spell in spells:
        span = {"start": str(spell.first), "end": str(spell.last)}
        for key, value in _changing(spell.interval).items():
            yield f"<{tag('attvalue', for_=f'edge-{key}', value=value, **span)}/>"
    yield "</attvalues>"
    yield "<spells>"
    for spell in spells:
        yield f"<{tag('spell', start=str(spell.first), end=str(spell.last))}/>"
    yield "</spells>"
    yield "</edge>"


def _changing(interval: Interval) -> dict[str, str]:
    relation = interval.relation
    lineage = {"results": " ".join(relation.results)}
    if relation.names is not None:
        lineage |= zip(("new_name", "old_name"), relation.names, strict=True)
    return {key: value for key, value in lineage.items() if value} | {
        "since": time(relation.since),
        "until": time(relation.until) if relation.until is not None else "",
        "confidence": str(relation.confidence),
        "reports": str(relation.reports),
        "witnesses": str(relation.witnesses),
        "marks": " ".join(marks(relation)),
        "claims": " ".join(relation.claim_ids),
        "disputed_by": " ".join(relation.disputed_by),
    }


def _keys(scope: str, mode: str, keys: dict[str, str]) -> Iterator[str]:
    yield f"<{tag('attributes', class_=scope, mode=mode)}>"
    for name, type_ in keys.items():
        yield f"<{tag('attribute', id=f'{scope}-{name}', title=name, type=type_)}/>"
    yield "</attributes>"
