"""Entities of followthemoney, one JSON object a line: actors, places, articles, relations, events, and a note for every claim.

The model knows no rival and no ally, and its links carry no doubt: such relations are UnknownLinks with a role, and `status` says what
is disputed or only alleged. Dates are cut to the year, the month or the day that surely holds them; the ranges stand in `summary`.
A link's `recordId` lists its claims; the note of that id has the words and, as `proof`, the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.export._lines import json_line, utf8
from allegiance.export._marks import as_exact, called, marks, persons, summary, time
from allegiance.lexicon.formats import FollowTheMoney, Link
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.canonical import Json, digest
from allegiance.records.dossier import Dossier, Figure, Incident, Reference, Site, Testimony
from allegiance.records.history import Interval
from allegiance.records.network import Relation

SUFFIX = ".ftm.json"
BINARY = False


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """Entities with the ids of what they are: actors, places, articles, intervals, events, claims."""
    yield File("map.ftm.json", utf8(map(json_line, _entities(dossier, lexicon))))


def _entities(dossier: Dossier, lexicon: Lexicon) -> Iterator[Json]:
    index, terms = Index(dossier), lexicon.formats.followthemoney
    yield from (_actor(one, terms) for one in dossier.figures)
    yield from map(_place, dossier.sites)
    yield from (_article(one, terms) for one in dossier.references)
    for interval in dossier.intervals:
        yield _link(interval, index, lexicon)
        yield from _results(interval, index, lexicon)
    yield from (_event(one, index) for one in dossier.incidents)
    yield from (_note(one, index) for one in dossier.testimonies)


def _entity(id_: str, schema: str, properties: dict[str, Iterable[str | None]]) -> Json:
    """What has no value is left out."""
    kept: dict[str, Json] = {}
    for name, values in properties.items():
        given: list[Json] = [value for value in dict.fromkeys(values) if value]
        if given:
            kept[name] = given
    return {"id": id_, "schema": schema, "properties": kept}


def _actor(figure: Figure, terms: FollowTheMoney) -> Json:
    schema, topics = terms.kinds[figure.actor.kind]
    return _entity(
        figure.actor.id,
        schema,
        {
            "name": [figure.actor.name],
            "alias": figure.names,
            "previousName": [one.name for one in figure.borne[:-1]],
            "notes": [f"called {called(one)}" for one in figure.borne],
            "country": [code.lower() for code in figure.countries],
            "topics": topics,
        },
    )


def _place(site: Site) -> Json:
    place = site.place
    vague = f"within {site.radius_km:g} km" if site.radius_km is not None else None
    return _entity(
        _place_id(place.id),
        "Address",
        {
            "name": [place.name],
            "full": [place.name],
            "country": [place.country.lower() if place.country else None],
            "latitude": [str(place.latitude) if place.latitude is not None else None],
            "longitude": [str(place.longitude) if place.longitude is not None else None],
            "remarks": [", ".join(filter(None, (site.kind, vague, place.id)))],
        },
    )


def _article(reference: Reference, terms: FollowTheMoney) -> Json:
    report = reference.report
    return _entity(
        report.article_id,
        "Article",
        {
            "title": [report.title or report.label],
            "publisher": [report.publisher],
            "publishedAt": [as_exact(report.published)],
            "retrievedAt": [str(reference.fetched_on)],
            "sourceUrl": [report.url],
            "author": [reference.byline],
            "language": [terms.languages.get(reference.language)],
        },
    )


def _link(interval: Interval, index: Index, lexicon: Lexicon) -> Json:
    relation = interval.relation
    link = _fitting(interval, index, lexicon.formats.followthemoney)
    ends: dict[str, Iterable[str | None]] = {
        link.source: [relation.source],
        link.target: [relation.target or _place_id(relation.place or "")],
        "role": [lexicon.ontology.relation(relation.predicate).label],
        "endDate": [as_exact(relation.until)],
    }
    return _entity(interval.id, link.schema, ends | _told(relation, index))


def _results(interval: Interval, index: Index, lexicon: Lexicon) -> Iterator[Json]:
    """Of whom it was formed, from what came of a merger."""
    relation, link = interval.relation, lexicon.formats.followthemoney.result
    for result in relation.results:
        for party in (relation.source, relation.target):
            ends: dict[str, Iterable[str | None]] = {
                link.source: [result],
                link.target: [party],
                "role": [lexicon.ontology.relation(relation.predicate).formed],
            }
            yield _entity(
                digest("result", interval.id, result, party),
                link.schema,
                ends | _told(relation, index),
            )


def _told(relation: Relation, index: Index) -> dict[str, Iterable[str | None]]:
    """Since when, how sure, and by whom."""
    articles = index.told_in(relation.claim_ids)
    return {
        "status": marks(relation),
        "startDate": [as_exact(relation.since)],
        "summary": [summary(relation)],
        "recordId": relation.claim_ids,
        "sourceUrl": [one.report.url for one in articles],
        "publisher": [one.report.publisher for one in articles],
    }


def _fitting(interval: Interval, index: Index, terms: FollowTheMoney) -> Link:
    relation = interval.relation
    link = terms.links[relation.predicate]
    if not link.bodies:
        return link
    schema, _ = terms.kinds[index.kind(relation.target)]
    return link if schema in terms.bodies else terms.otherwise


def _event(incident: Incident, index: Index) -> Json:
    event = incident.event
    articles = index.told_in(event.claim_ids)
    site = index.sites.get(incident.site or "")
    country = site.place.country if site is not None else None
    return _entity(
        event.id,
        "Event",
        {
            "name": [index.heading(incident)],
            "date": [as_exact(event.when)],
            "involved": [event.source, event.target],
            "addressEntity": [_place_id(incident.site) if incident.site is not None else None],
            "location": [event.place],
            "country": [country.lower() if country else None],
            "summary": ["; ".join(map(persons, incident.counts))],
            "recordId": event.claim_ids,
            "proof": [one.report.article_id for one in articles],
            "publisher": [one.report.publisher for one in articles],
        },
    )


def _note(testimony: Testimony, index: Index) -> Json:
    claim = testimony.claim
    parties = [party.actor.id for party in testimony.parties if party.actor is not None]
    speaker = index.name(testimony.speaker) or testimony.speaker_words
    when = f"; {time(claim.when)}" if claim.when is not None else ""
    said = [claim.predicate, claim.phase, claim.stance, f"said by {speaker}" if speaker else None]
    return _entity(
        claim.id,
        "Note",
        {
            "name": [" ".join(filter(None, said))],
            "description": [one.quote for one in testimony.passages],
            "summary": [f"confidence {claim.confidence}{when}"],
            "entity": parties,
            "proof": [testimony.article_id],
        },
    )


def _place_id(id_: str) -> str:
    """Of ids the model takes letters, digits, points and hyphens alone."""
    return digest("place", id_)
