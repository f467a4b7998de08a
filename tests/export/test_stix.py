"""The bundle, read again by stix2."""

from __future__ import annotations

from typing import Any

import stix2

from allegiance.query.history import Wanted
from tests.export.told import REPORTS, everything, exported, gathered

# What stix2 reads is untyped.
Object = Any


def objects() -> list[Object]:
    return list(stix2.parse(exported("stix").decode(), allow_custom=False).objects)


def of_type(name: str) -> list[Object]:
    return [one for one in objects() if one.type == name]


def ours(one: Object) -> list[str]:
    return [ref.external_id for ref in one.external_references if ref.source_name == "allegiance"]


def test_ids_are_given_once_and_every_reference_leads_to_an_object() -> None:
    found = objects()
    ids = [one.id for one in found]
    assert len(ids) == len(set(ids))
    for one in found:
        refs = [*getattr(one, "object_refs", [])]
        refs += [one.source_ref, one.target_ref] if one.type == "relationship" else []
        assert set(refs) <= set(ids)


def test_an_armed_group_acts_and_a_people_is_an_identity() -> None:
    kinds = {
        ours(one)[0]: one.type for one in objects() if one.type in ("threat-actor", "identity")
    }
    assert kinds["actor-dawn-brigade"] == "threat-actor"
    assert kinds["actor-valley-people"] == "identity"
    assert set(kinds) == {one.actor.id for one in everything().figures}


def test_every_relation_has_its_claims_its_doubts_and_its_confidence() -> None:
    links = {ours(one)[0]: one for one in of_type("relationship") if "confidence" in one}
    for interval in everything().intervals:
        link, relation = links[interval.id], interval.relation
        assert ours(link)[1:] == list(relation.claim_ids)
        assert link.confidence == round(100 * relation.confidence)
        assert ("disputed" in link.labels) == relation.disputed
        assert ("alleged" in link.labels) == relation.alleged


def test_what_speaks_against_a_relation_is_an_opinion_with_its_words() -> None:
    (disputed,) = [one.relation for one in everything().intervals if one.relation.disputed]
    opinions = {ours(one)[0]: one for one in of_type("opinion")}
    assert set(opinions) == set(disputed.disputed_by)
    assert {one.opinion for one in opinions.values()} == {"disagree"}
    assert any("alliance holds denied" in one.explanation for one in opinions.values())


def test_a_note_holds_the_words_of_each_claim() -> None:
    quotes = {one.claim.id: one.passages[0].quote for one in everything().testimonies}
    for note in of_type("note"):
        assert quotes[ours(note)[0]] in note.content


def test_times_are_those_of_the_reports() -> None:
    (dawn,) = [one for one in of_type("threat-actor") if ours(one) == ["actor-dawn-brigade"]]
    assert str(dawn.created)[:10] == "2013-05-01"
    assert str(dawn.modified)[:10] == "2014-02-03"


def test_a_relation_begins_no_later_and_ends_no_sooner_than_the_text_says() -> None:
    (wing,) = [one for one in of_type("relationship") if one.relationship_type == "affiliated-to"]
    assert (str(wing.start_time)[:10], str(wing.stop_time)[:10]) == ("2013-04-01", "2014-02-02")


def test_an_object_has_the_same_id_in_every_export() -> None:
    less = stix2.parse(exported("stix", gathered(Wanted(), *REPORTS[:2])).decode()).objects
    assert {one.id for one in less if one.type == "threat-actor"} <= {one.id for one in objects()}


def test_a_report_tells_of_what_it_told() -> None:
    titles = {one.name: one for one in of_type("report")}
    first = titles['=HYPERLINK("x") & <more>']
    assert len(first.object_refs) == 3
    assert str(first.published)[:10] == "2013-05-01"
