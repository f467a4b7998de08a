"""Turtle, read again by rdflib."""

from __future__ import annotations

from urllib.parse import quote

from rdflib import RDF, Graph, Literal, Namespace, URIRef

from tests.export.told import ODD, everything, exported

PROV = Namespace("http://www.w3.org/ns/prov#")
AL = Namespace("urn:allegiance:term:")


def graph() -> Graph:
    return Graph().parse(data=exported("rdf"), format="turtle")


def named(id_: str) -> URIRef:
    return URIRef(f"urn:allegiance:{quote(id_, safe=':-._~')}")


def test_every_relation_derives_from_its_claims_and_they_from_articles() -> None:
    found = graph()
    articles = set(found.subjects(RDF.type, AL.Article))
    for interval in everything().intervals:
        relation = interval.relation
        claims = set(found.objects(named(interval.id), PROV.wasDerivedFrom))
        assert claims == {named(one) for one in relation.claim_ids}
        against = set(found.objects(named(interval.id), AL.disputedBy))
        assert against == {named(one) for one in relation.disputed_by}
        for claim in claims | against:
            assert set(found.objects(claim, PROV.wasDerivedFrom)) <= articles
            assert (claim, RDF.type, PROV.Entity) in found


def test_a_relation_is_reified_and_never_said_without_its_day() -> None:
    found = graph()
    (wing,) = [one for one in everything().intervals if one.relation.predicate == "affiliate"]
    affiliate = URIRef("urn:allegiance:relation:affiliate")
    assert (named(wing.id), RDF.predicate, affiliate) in found
    assert list(found.triples((None, affiliate, None))) == []
    assert str(found.value(named(wing.id), AL.sinceStart)) == "2013-04-01"
    assert str(found.value(named(wing.id), AL.untilEnd)) == "2014-02-02"


def test_a_quoted_claim_is_attributed_to_its_speaker() -> None:
    said = [one for one in everything().testimonies if one.speaker is not None]
    assert said
    for one in said:
        assert one.speaker is not None
        speaker = named(one.speaker)
        assert (named(one.claim.id), PROV.wasAttributedTo, speaker) in graph()
        assert (speaker, RDF.type, PROV.Agent) in graph()


def test_every_passage_is_quoted_with_its_place() -> None:
    found = graph()
    for one in everything().testimonies:
        pieces = list(found.objects(named(one.claim.id), AL.evidence))
        assert {str(found.value(piece, PROV.value)) for piece in pieces} == {
            passage.quote for passage in one.passages
        }


def test_odd_names_come_back_as_they_were() -> None:
    labels = {str(value) for value in graph().objects() if isinstance(value, Literal)}
    assert ODD in labels
    assert '=HYPERLINK("x") & <more>' in labels


def test_nothing_but_evidence_and_tolls_is_without_a_name() -> None:
    found = graph()
    counts = {
        AL.Claim: len(everything().testimonies),
        AL.Relation: len(everything().intervals),
        AL.Event: len(everything().incidents),
        AL.Actor: len(everything().figures),
        AL.Article: len(everything().references),
    }
    for type_, wanted in counts.items():
        assert len(set(found.subjects(RDF.type, type_))) == wanted
