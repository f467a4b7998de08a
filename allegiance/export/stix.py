"""A STIX 2.1 bundle: actors, places, relations, incidents, and for every claim a note or, against a relation, an opinion.

Ids are made of ours (UUID version 5), times are those of the reports: `created` is the day of the first that tells of it, `modified`
that of the last. `start_time` and `stop_time` are the earliest beginning and the latest end; the ranges stand in `description`.
It drops runs, the offsets of words, and articles and claims that nothing drawn rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID, uuid5

from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.export._lines import json_list, utf8
from allegiance.export._marks import called, marks, persons, summary
from allegiance.lexicon.formats import Stix
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.canonical import Json
from allegiance.records.dossier import Dossier, Figure, Incident, Reference, Site, Testimony
from allegiance.records.history import Interval

SUFFIX = ".stix.json"
BINARY = False
# Drawn once; another would give every object another id.
NAMESPACE = UUID("5b8f5f43-52a4-4c64-9d0e-8d1c5f7a3b6e")
OURS = "allegiance"
Object = dict[str, Json]


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One bundle; `external_references` hold our ids, and those of the claims."""
    ids = ([one.id for one in dossier.intervals], [one.claim.id for one in dossier.testimonies])
    bundle = _id("bundle", f"{ids} {dossier.since} {dossier.until} {dossier.known_by}")
    head = f'{{"type":"bundle","id":"{bundle}","objects":['
    yield File("map.stix.json", utf8(json_list(head, _Bundle(dossier, lexicon).objects(), "]}")))


class _Bundle:
    """What every object of a bundle needs to know of the others."""

    def __init__(self, dossier: Dossier, lexicon: Lexicon) -> None:
        self._dossier = dossier
        self._index = Index(dossier)
        self._lexicon = lexicon
        self._terms: Stix = lexicon.formats.stix
        self._told = _tellers(dossier, self._index)

    def objects(self) -> Iterator[Object]:
        """Actors, places, relations and incidents with their notes, articles."""
        yield from map(self._actor, self._dossier.figures)
        yield from (self._called(one) for one in self._dossier.figures if one.borne)
        yield from map(self._place, self._dossier.sites)
        for interval in self._dossier.intervals:
            yield from self._relation(interval)
        for incident in self._dossier.incidents:
            yield from self._incident(incident)
        yield from self._reports()

    def _actor(self, figure: Figure) -> Object:
        type_, class_ = self._terms.kinds[figure.actor.kind]
        more: Object = {"name": figure.actor.name, "description": figure.actor.kind}
        if class_:
            more["identity_class"] = class_
        elif figure.names:
            more["aliases"] = list(figure.names)
        return self._made(type_, figure.actor.id, self._told.get(figure.actor.id, ()), more)

    def _place(self, site: Site) -> Object:
        place = site.place
        more: Object = {"name": place.name, "description": site.kind}
        if place.country is not None:
            more["country"] = place.country
        if place.latitude is not None and place.longitude is not None:
            more |= {"latitude": place.latitude, "longitude": place.longitude}
            more |= {"precision": site.radius_km * 1000} if site.radius_km is not None else {}
        elif place.country is None:
            # A location has to have one of the three; a name alone is a region to the standard.
            more["region"] = place.name
        return self._made("location", place.id, self._told.get(place.id, ()), more)

    def _relation(self, interval: Interval) -> Iterator[Object]:
        relation = interval.relation
        target = relation.target or relation.place or ""
        more: Object = {
            "relationship_type": self._terms.relations[relation.predicate],
            "source_ref": self._ref(relation.source),
            "target_ref": self._ref(target),
            "description": f"{relation.predicate}; {summary(relation)}",
            "confidence": round(100 * relation.confidence),
            "labels": [relation.predicate, *marks(relation)],
        }
        start, end = relation.since.start, relation.until.end if relation.until else None
        if start is not None:
            more["start_time"] = _midnight(start)
        if end is not None:
            more["stop_time"] = _midnight(end)
        told = self._index.told_in((*relation.claim_ids, *relation.disputed_by))
        ours = (interval.id, *relation.claim_ids)
        yield self._made("relationship", interval.id, told, more, ours)
        yield from self._results(interval, told, ours)
        about = _id("relationship", interval.id)
        yield from (self._note(one, about, interval.id) for one in relation.claim_ids)
        yield from (self._opinion(one, about, interval.id) for one in relation.disputed_by)

    def _results(
        self, interval: Interval, told: Sequence[Reference], ours: tuple[str, ...]
    ) -> Iterator[Object]:
        """Of whom it was formed, from what came of a merger; it does not end with the merger."""
        relation = interval.relation
        for result in relation.results:
            for party in filter(None, (relation.source, relation.target)):
                more: Object = {
                    "relationship_type": self._terms.result,
                    "source_ref": self._ref(result),
                    "target_ref": self._ref(party),
                    "description": f"{relation.predicate}; {summary(relation)}",
                    "confidence": round(100 * relation.confidence),
                    "labels": [relation.predicate, *marks(relation)],
                }
                if relation.since.start is not None:
                    more["start_time"] = _midnight(relation.since.start)
                of = f"{interval.id} {result} {party}"
                yield self._made("relationship", of, told, more, ours)

    def _called(self, figure: Figure) -> Object:
        """A note on an actor's names in time, as neither it nor the standard's aliases have days."""
        claims = tuple(dict.fromkeys(claim for one in figure.borne for claim in one.claim_ids))
        more: Object = {
            "abstract": "names in time",
            "content": "\n".join(map(called, figure.borne)),
            "object_refs": [self._ref(figure.actor.id)],
        }
        told = self._index.told_in(claims)
        of = f"{figure.actor.id} names"
        return self._made("note", of, told, more, (figure.actor.id, *claims))

    def _incident(self, incident: Incident) -> Iterator[Object]:
        event = incident.event
        told = self._index.told_in(event.claim_ids)
        when = f"on or before {event.day}" if event.when is None else f"until {event.day}"
        parts = [when, f"independent {event.witnesses}", *map(persons, incident.counts)]
        more: Object = {"name": self._index.heading(incident), "description": "; ".join(parts)}
        more["labels"] = [event.predicate, *([event.mode] if event.mode else [])]
        yield self._made("incident", event.id, told, more, (event.id, *event.claim_ids))
        about = _id("incident", event.id)
        ends = (("source", event.source), ("target", event.target), ("place", incident.site))
        for role, end in ends:
            if end is not None:
                link: Object = {
                    "relationship_type": self._terms.events[role],
                    "source_ref": about,
                    "target_ref": self._ref(end),
                }
                of = f"{event.id} {role}"
                yield self._made("relationship", of, told, link, (event.id, *event.claim_ids))
        yield from (self._note(one, about, event.id) for one in event.claim_ids)

    def _note(self, claim_id: str, about: str, of: str) -> Object:
        testimony = self._index.claims[claim_id]
        more: Object = {
            "abstract": _said(testimony, self._index),
            "content": _words(testimony),
            "confidence": round(100 * testimony.claim.confidence),
            "object_refs": [about],
        }
        told = self._index.told_in((claim_id,))
        return self._made("note", f"{claim_id} {of}", told, more, (claim_id, of))

    def _opinion(self, claim_id: str, about: str, of: str) -> Object:
        testimony = self._index.claims[claim_id]
        more: Object = {
            "opinion": "disagree",
            "explanation": f"{_said(testimony, self._index)}: {_words(testimony)}",
            "confidence": round(100 * testimony.claim.confidence),
            "object_refs": [about],
        }
        told = self._index.told_in((claim_id,))
        return self._made("opinion", f"{claim_id} {of}", told, more, (claim_id, of))

    def _reports(self) -> Iterator[Object]:
        """Articles with what they tell of; the standard knows no report of nothing."""
        about: dict[str, list[str]] = {
            one.report.article_id: [] for one in self._dossier.references
        }
        for interval in self._dossier.intervals:
            relation = interval.relation
            for one in self._index.told_in((*relation.claim_ids, *relation.disputed_by)):
                about[one.report.article_id].append(_id("relationship", interval.id))
        for incident in self._dossier.incidents:
            for one in self._index.told_in(incident.event.claim_ids):
                about[one.report.article_id].append(_id("incident", incident.event.id))
        told = (one for one in self._dossier.references if about[one.report.article_id])
        yield from (self._report(one, about[one.report.article_id]) for one in told)

    def _report(self, reference: Reference, about: list[str]) -> Object:
        report = reference.report
        more: Object = {
            "name": report.title or report.label,
            "published": _midnight(reference.known_on),
            "report_types": ["observed-data"],
            "object_refs": list(about),
        }
        return self._made("report", report.article_id, (reference,), more)

    def _made(
        self,
        type_: str,
        of: str,
        told: Sequence[Reference],
        more: Object,
        ours: Iterable[str] = (),
    ) -> Object:
        """An object with our ids, its own by default, and the articles that tell of it."""
        days = [one.known_on for one in told] or [self._dossier.known_by]
        about: list[Json] = [
            {"source_name": OURS, "external_id": one} for one in tuple(ours) or (of,)
        ]
        about += [_cited(one) for one in told]
        return {
            "type": type_,
            "spec_version": "2.1",
            "id": _id(type_, of),
            "created": _midnight(min(days)),
            "modified": _midnight(max(days)),
            **more,
            "external_references": about,
        }

    def _ref(self, id_: str) -> str:
        if id_ in self._index.figures:
            return _id(self._terms.kinds[self._index.kind(id_)][0], id_)
        return _id("location", id_)


def _tellers(dossier: Dossier, index: Index) -> dict[str, tuple[Reference, ...]]:
    """The articles that tell of each actor and each place."""
    found: dict[str, dict[str, Reference]] = {}
    for one in dossier.testimonies:
        named = [party.actor.id for party in one.parties if party.actor is not None]
        for id_ in (*named, one.speaker, one.site):
            if id_ is not None:
                found.setdefault(id_, {})[one.article_id] = index.articles[one.article_id]
    return {id_: tuple(articles.values()) for id_, articles in found.items()}


def _said(testimony: Testimony, index: Index) -> str:
    claim = testimony.claim
    speaker = index.name(testimony.speaker) or testimony.speaker_words
    words = [claim.predicate, claim.phase, claim.stance, f"said by {speaker}" if speaker else None]
    return " ".join(filter(None, words))


def _words(testimony: Testimony) -> str:
    return " … ".join(dict.fromkeys(one.quote for one in testimony.passages))


def _cited(reference: Reference) -> Json:
    report = reference.report
    cited: Object = {
        "source_name": report.publisher or report.label,
        "external_id": report.article_id,
    }
    if report.title:
        cited["description"] = report.title
    if report.url:
        cited["url"] = report.url
    return cited


def _id(type_: str, of: str) -> str:
    return f"{type_}--{uuid5(NAMESPACE, f'{type_} {of}')}"


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00.000Z"
