"""RDF as Turtle: claims are entities of PROV, derived from articles and attributed to speakers; relations and events derive from claims.

A relation is a reified statement with its times, never a bare triple: nothing here is said to hold without its day and its source.
It drops the text around the words of evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import quote, urlsplit

from allegiance.export._contract import File
from allegiance.export._lines import utf8
from allegiance.export._marks import marks
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.bundle import Run
from allegiance.records.dossier import Dossier, Figure, Incident, Reference, Site, Testimony
from allegiance.records.history import Interval
from allegiance.records.when import When

SUFFIX = ".ttl"
BINARY = False
PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    # Names, not addresses: nobody has to keep a server for them.
    "al": "urn:allegiance:term:",
    "rel": "urn:allegiance:relation:",
    "ev": "urn:allegiance:event:",
}
Pairs = Iterable[tuple[str, str | None]]


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One graph, a subject a paragraph."""
    yield File("map.ttl", utf8(_lines(dossier, lexicon)))


def _lines(dossier: Dossier, lexicon: Lexicon) -> Iterator[str]:
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> ."
    yield from _terms(lexicon)
    for figure in dossier.figures:
        yield from _about(_iri(figure.actor.id), _actor(figure))
    for site in dossier.sites:
        yield from _about(_iri(site.place.id), _place(site))
    for run in dossier.runs:
        yield from _about(_iri(run.id), _run(run))
    for reference in dossier.references:
        yield from _about(_iri(reference.report.article_id), _article(reference))
    for testimony in dossier.testimonies:
        yield from _about(_iri(testimony.claim.id), _claim(testimony))
    for interval in dossier.intervals:
        yield from _about(_iri(interval.id), _relation(interval))
    for incident in dossier.incidents:
        yield from _about(_iri(incident.event.id), _event(incident))


def _about(subject: str, pairs: Pairs) -> Iterator[str]:
    """All that is said of one subject; what is None is not said."""
    said = [f"{predicate} {value}" for predicate, value in pairs if value is not None]
    yield ""
    yield f"{subject} " + " ;\n    ".join(said) + " ."


def _terms(lexicon: Lexicon) -> Iterator[str]:
    for kind in lexicon.ontology.relations:
        yield from _about(
            f"rel:{kind.predicate}",
            [
                ("a", "rdf:Property"),
                ("rdfs:label", _text(kind.label)),
                ("rdfs:comment", _text(kind.definition)),
            ],
        )
    for event in lexicon.ontology.events:
        yield from _about(
            f"ev:{event.predicate}",
            [
                ("a", "rdfs:Class"),
                ("rdfs:subClassOf", "al:Event"),
                ("rdfs:label", _text(event.label)),
                ("rdfs:comment", _text(event.definition)),
            ],
        )


def _actor(figure: Figure) -> Pairs:
    yield "a", "al:Actor, prov:Agent"
    yield "rdfs:label", _text(figure.actor.name)
    yield "al:kind", _text(figure.actor.kind)
    yield from (("al:otherName", _text(name)) for name in figure.names)
    yield from (("al:country", _text(code)) for code in figure.countries)
    for one in figure.borne:
        first, last = one.sure or (None, None)
        words = [
            ("a", "prov:Entity"),
            ("rdfs:label", _text(one.name)),
            *_range("al:since", one.since),
            *_range("al:until", one.until),
            ("al:sureFrom", _day(first)),
            ("al:sureTo", _day(last)),
            *(("prov:wasDerivedFrom", _iri(claim)) for claim in one.claim_ids),
        ]
        yield "al:nameInTime", _nested(words)


def _place(site: Site) -> Pairs:
    place = site.place
    yield "a", "al:Place, prov:Location"
    yield "rdfs:label", _text(place.name)
    yield "al:kind", _text(site.kind)
    yield "al:country", _text(place.country)
    yield "geo:lat", _number(place.latitude)
    yield "geo:long", _number(place.longitude)
    yield "al:radiusKm", _number(site.radius_km)


def _run(run: Run) -> Pairs:
    yield "a", "al:Run, prov:Activity"
    yield "al:codeVersion", _text(run.code_version)
    yield "al:lexiconSha256", _text(run.lexicon_sha256)
    yield from (("al:model", _text(model)) for model in run.models)


def _article(reference: Reference) -> Pairs:
    report = reference.report
    yield "a", "al:Article, prov:Entity"
    yield "dcterms:title", _text(report.title)
    yield "dcterms:publisher", _text(report.publisher)
    yield "dcterms:creator", _text(reference.byline)
    yield "dcterms:language", _text(reference.language)
    yield from _range("al:published", report.published)
    yield "dcterms:dateAccepted", _day(reference.fetched_on)
    yield "dcterms:source", _address(report.url)
    yield "dcterms:identifier", _text(report.label)
    yield "al:sha256", _text(reference.sha256)
    yield "prov:wasDerivedFrom", _maybe(reference.reprint_of)


def _claim(testimony: Testimony) -> Pairs:
    claim = testimony.claim
    yield "a", "al:Claim, prov:Entity"
    yield (
        "al:says",
        f"rel:{claim.predicate}" if claim.kind == "relation" else f"ev:{claim.predicate}",
    )
    yield "al:phase", _text(claim.phase)
    yield "al:stance", _text(claim.stance)
    yield "al:confidence", _number(claim.confidence)
    for party in testimony.parties:
        yield f"al:{party.role}", _maybe(party.actor.id if party.actor is not None else None)
        yield f"al:{party.role}Words", _text(party.words)
    yield from _range("al:when", claim.when)
    yield "prov:atLocation", _maybe(testimony.site)
    yield "prov:wasAttributedTo", _maybe(testimony.speaker)
    yield "al:speakerWords", _text(testimony.speaker_words)
    yield "prov:wasGeneratedBy", _iri(testimony.run_id)
    yield "prov:wasDerivedFrom", _iri(testimony.article_id)
    for one in testimony.passages:
        words = [
            ("a", "prov:Entity"),
            ("prov:value", _text(one.quote)),
            ("prov:wasQuotedFrom", _iri(testimony.article_id)),
            ("al:start", str(one.span.start)),
            ("al:end", str(one.span.end)),
            ("al:rule", _text(one.rule)),
        ]
        yield "al:evidence", _nested(words)


def _relation(interval: Interval) -> Pairs:
    relation = interval.relation
    yield "a", "al:Relation, rdf:Statement, prov:Entity"
    yield "rdf:subject", _iri(relation.source)
    yield "rdf:predicate", f"rel:{relation.predicate}"
    yield "rdf:object", _maybe(relation.target or relation.place)
    yield "al:relation", _iri(relation.id)
    yield from (("al:result", _iri(one)) for one in relation.results)
    if relation.names is not None:
        yield from zip(("al:newName", "al:oldName"), map(_text, relation.names), strict=True)
    yield from _range("al:since", relation.since)
    yield from _range("al:until", relation.until)
    yield "al:confidence", _number(relation.confidence)
    yield "al:reports", str(relation.reports)
    yield "al:witnesses", str(relation.witnesses)
    yield from (("al:mark", _text(mark)) for mark in marks(relation))
    yield from (("prov:wasDerivedFrom", _iri(claim)) for claim in relation.claim_ids)
    yield from (("al:disputedBy", _iri(claim)) for claim in relation.disputed_by)


def _event(incident: Incident) -> Pairs:
    event = incident.event
    yield "a", f"ev:{event.predicate}, al:Event, prov:Entity"
    yield "al:mode", _text(event.mode)
    yield "al:cameo", _text(incident.cameo)
    yield "al:source", _maybe(event.source)
    yield "al:target", _maybe(event.target)
    yield from _range("al:when", event.when)
    yield "prov:atLocation", _maybe(incident.site)
    for count in incident.counts:
        most = f" ; al:most {count.most}" if count.most is not None else ""
        yield "al:toll", f"[ al:kind {_text(count.kind)} ; al:least {count.least}{most} ]"
    yield "al:witnesses", str(event.witnesses)
    yield from (("prov:wasDerivedFrom", _iri(claim)) for claim in event.claim_ids)


def _nested(pairs: Pairs) -> str:
    """What is said of something that has no name of its own."""
    said = (f"{predicate} {value}" for predicate, value in pairs if value is not None)
    return f"[ {' ; '.join(said)} ]"


def _range(name: str, when: When | None) -> Pairs:
    """The first possible day and the day after the last; what is open is not said."""
    if when is not None:
        yield f"{name}Start", _day(when.start)
        yield f"{name}End", _day(when.end)
        yield f"{name}Grain", _text(when.grain)


def _iri(id_: str) -> str:
    return f"<urn:allegiance:{quote(id_, safe=':-._~')}>"


def _maybe(id_: str | None) -> str | None:
    return _iri(id_) if id_ is not None else None


def _address(url: str | None) -> str | None:
    """An address on the web as an IRI; anything else is only a text."""
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return _text(url)
    return f"<{quote(url, safe=':/?#[]@!$&()*+,;=%~-._')}>"


def _text(text: str | None) -> str | None:
    return f'"{"".join(map(_escaped, text))}"' if text is not None else None


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08X}"


def _number(value: float | None) -> str | None:
    return f'"{value!r}"^^xsd:double' if value is not None else None


def _day(day: date | None) -> str | None:
    return f'"{day}"^^xsd:date' if day is not None else None
