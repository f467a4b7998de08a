"""Annotations and JSON lines: each piece of evidence, and each record, found again."""

from __future__ import annotations

import json
from typing import Any

from rdflib import Graph, Namespace

from allegiance.records.canonical import plain
from tests.export.told import REPORTS, everything, exported, read_json, read_lines

OA = Namespace("http://www.w3.org/ns/oa#")
TEXTS = {one.article.id: one.article.text for one in REPORTS if one.article is not None}


def marks_of_evidence() -> list[Any]:  # JSON holds anything.
    items: list[Any] = read_json("webannotation")["first"]["items"]
    return items


def test_there_is_an_annotation_for_every_piece_of_evidence() -> None:
    found = marks_of_evidence()
    assert len(found) == sum(len(one.passages) for one in everything().testimonies)
    assert read_json("webannotation")["total"] == len(found)
    assert len({one["id"] for one in found}) == len(found)


def test_both_selectors_find_the_words_in_the_article() -> None:
    for one in marks_of_evidence():
        quote, position = one["target"]["selector"]
        text = TEXTS[one["says"]["article"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert len(quote["prefix"]) == min(32, position["start"])


def test_an_annotation_says_what_the_words_claim_and_whose_claim_it_is() -> None:
    by_id = {f"urn:allegiance:{one.claim.id}": one.claim for one in everything().testimonies}
    for one in marks_of_evidence():
        claim = by_id[one["claim"]]
        assert one["body"][0]["value"] == claim.predicate
        assert claim.stance in one["body"][1]["value"]
        assert one["says"]["confidence"] == claim.confidence


def test_json_ld_makes_annotations_of_it() -> None:
    # The standard's own context lies on the web; these are the terms that it gives the words used here.
    context = {
        "@vocab": str(OA),
        "id": "@id",
        "type": {"@id": "@type", "@type": "@vocab"},
        "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
        "target": "oa:hasTarget",
        "selector": "oa:hasSelector",
        "exact": "oa:exact",
        "oa": str(OA),
    }
    written = {**read_json("webannotation"), "@context": context}
    found = Graph().parse(data=json.dumps(written), format="json-ld")
    quotes = {str(value) for value in found.objects(None, OA.exact)}
    assert quotes == {p.quote for one in everything().testimonies for p in one.passages}
    assert len(set(found.subjects(OA.hasTarget, None))) == len(marks_of_evidence())


def test_json_lines_hold_every_record() -> None:
    given = everything()
    lines = read_lines("jsonl")
    assert lines[0]["schema"] == "allegiance.export/1"
    counts = {
        "actor": len(given.figures),
        "place": len(given.sites),
        "relation": len(given.intervals),
        "event": len(given.incidents),
        "claim": len(given.testimonies),
        "article": len(given.references),
        "run": len(given.runs),
    }
    assert {kind: sum(line["record"] == kind for line in lines) for kind in counts} == counts


def test_a_line_says_all_that_its_record_says() -> None:
    lines = {line["id"]: line for line in read_lines("jsonl") if "id" in line}
    for interval in everything().intervals:
        line = lines[interval.id]
        assert line["relation"] == interval.relation.id
        assert line["since"] == plain(interval.relation.since)
        assert line["drawn"] == plain(interval.drawn)
        assert line["claim_ids"] == list(interval.relation.claim_ids)
    for testimony in everything().testimonies:
        line = lines[testimony.claim.id]
        assert line["stance"] == testimony.claim.stance
        assert [one["words"] for one in line["roles"]] == [one.words for one in testimony.parties]
    assert exported("jsonl").decode().count("\n") == len(read_lines("jsonl"))
