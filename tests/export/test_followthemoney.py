"""Entities, read again by followthemoney."""

from __future__ import annotations

from typing import Any

import pytest
from followthemoney import model

from tests.export.told import DAWN, everything, read_lines

# What followthemoney reads is untyped.
Entity = Any


def entities() -> dict[str, Entity]:
    return {
        line["id"]: model.get_proxy(line, cleaned=False) for line in read_lines("followthemoney")
    }


def of_schema(name: str) -> list[Entity]:
    return [one for one in entities().values() if one.schema.name == name]


def test_the_model_takes_every_value_as_it_is() -> None:
    lost = [
        (line["schema"], name, values)
        for line in read_lines("followthemoney")
        for name, values in line["properties"].items()
        # The model takes control characters out of names.
        if sorted(model.get_proxy(line, cleaned=False).get(name))
        != sorted(value.replace("\x1b", "") for value in values)
    ]
    assert lost == []


def test_every_reference_leads_to_an_entity_of_the_kind_that_the_model_wants() -> None:
    known = entities()
    for entity in known.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert known[value].schema.is_a(prop.range), (entity.schema, prop, value)


def test_nobody_is_lost() -> None:
    given = everything()
    wanted = {one.actor.id for one in given.figures} | {one.id for one in given.intervals}
    wanted |= {one.event.id for one in given.incidents}
    wanted |= {one.claim.id for one in given.testimonies}
    wanted |= {one.report.article_id for one in given.references}
    assert wanted <= set(entities())


@pytest.mark.parametrize(
    ("predicate", "schema", "role"),
    [
        ("rivalry", "UnknownLink", "is at odds with"),
        ("alliance", "UnknownLink", "is allied with"),
        ("leadership", "Directorship", "leads"),
    ],
)
def test_what_the_model_has_no_word_for_is_a_link_with_a_role(
    predicate: str, schema: str, role: str
) -> None:
    links = [one for one in everything().intervals if one.relation.predicate == predicate]
    found = {(entities()[one.id].schema.name, *entities()[one.id].get("role")) for one in links}
    assert found == {(schema, role)}


def test_a_member_of_no_organisation_is_linked_all_the_same() -> None:
    (membership,) = [
        one for one in everything().intervals if one.relation.predicate == "membership"
    ]
    assert entities()[membership.id].schema.name == "UnknownLink"


def test_a_date_is_never_more_exact_than_the_text() -> None:
    (wing,) = [one for one in everything().intervals if one.relation.predicate == "affiliate"]
    link = entities()[wing.id]
    assert link.get("startDate") == ["2013-04"]
    assert link.get("endDate") == ["2014-02-01"]


def test_doubt_is_carried() -> None:
    for interval in everything().intervals:
        status = entities()[interval.id].get("status")
        assert ("disputed" in status) == interval.relation.disputed
        assert ("alleged" in status) == interval.relation.alleged


def test_a_link_leads_to_its_notes_and_they_to_articles() -> None:
    known = entities()
    for interval in everything().intervals:
        claims = known[interval.id].get("recordId")
        assert set(claims) == set(interval.relation.claim_ids)
        for claim in claims:
            assert known[claim].schema.name == "Note"
            assert known[claim].get("description")
            (article,) = known[claim].get("proof")
            assert known[article].schema.name == "Article"


def test_an_event_has_its_parties_its_place_and_its_toll() -> None:
    (raid,) = [one for one in of_schema("Event") if "aerial" in one.caption]
    assert len(raid.get("involved")) == 2
    assert raid.get("summary") == ["at least 3 killed"]
    (address,) = raid.get("addressEntity")
    assert entities()[address].get("latitude") == ["36.2"]
    assert any(DAWN in one.caption for one in of_schema("Organization"))
