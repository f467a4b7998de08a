"""What came of mergers, and names in time of what stayed one actor: in every format that has relations, read again by its library."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import followthemoney.model
import frictionless
import html5lib
import networkx
import pytest
import stix2
from rdflib import RDF, RDFS, Graph, Namespace, URIRef

from allegiance.export._delivery import deliver
from allegiance.lexicon.lexicon import load
from allegiance.records.bundle import Bundle
from allegiance.records.dossier import Dossier
from allegiance.session import Session
from tests.deciding import desk, holding
from tests.export.told import exported, part, read_lines, unpacked
from tests.telling import Said, day, report

# What these libraries read is untyped.
Read = Any
LAKE, HILL, LEAGUE = "Lake Column", "Hill Column", "Lake League"
OLD, MIDDLE, NEW = "Reed Boys", "Reed Front", "Reed Army"
PROV, AL = Namespace("http://www.w3.org/ns/prov#"), Namespace("urn:allegiance:term:")
TOLD = (
    report("2012-03-01", Said(LAKE, "merger", HILL, "begins", when=day("2012-02"), result=LEAGUE)),
    report("2013-02-01", Said(MIDDLE, "succession", OLD, "begins", when=day("2013-01"))),
    report("2016-08-01", Said(NEW, "succession", MIDDLE, "begins", when=day("2016-07-28"))),
    report("2016-12-01", Said(NEW, "rivalry", LEAGUE)),
)
LEAGUE_ID, REED_ID = "actor-lake-league", "actor-reed-army"
SURE = [
    (OLD, None, date(2012, 12, 31)),
    (MIDDLE, date(2013, 1, 31), date(2016, 7, 27)),
    (NEW, date(2016, 7, 28), None),
]
IN_WORDS = [
    "../2012-12-31 Reed Boys",
    "2013-01-31/2016-07-27 Reed Front",
    "2016-07-28/.. Reed Army",
]


def gathered(*told: Bundle, **asked: Read) -> Dossier:
    """Of these reports; a person has said that the three names are one actor's."""
    store = holding(*told)
    desk(store).same(NEW, MIDDLE)
    desk(store).same(NEW, OLD)
    return Session(store).dossier(**asked)


@cache
def everything() -> Dossier:
    return gathered(*TOLD)


def reed(given: Dossier) -> Read:
    return next(one for one in given.figures if one.actor.id == REED_ID)


def merger_and_last_renaming() -> tuple[Read, Read]:
    by = {one.relation.predicate: one for one in everything().intervals}
    return by["merger"], by["succession"]


def test_an_actor_has_its_names_in_time() -> None:
    names = reed(everything()).borne
    assert [(one.name, *one.sure) for one in names] == SURE
    assert [(one.since, one.until) for one in names] == [
        (None, day("2013-01")),
        (day("2013-01"), day("2016-07-28")),
        (day("2016-07-28"), None),
    ]
    assert [len(one.claim_ids) for one in names] == [1, 2, 1]
    assert all(one.borne == () for one in everything().figures if one.actor.id != REED_ID)


@pytest.mark.parametrize(
    "asked",
    [{"since": "2016-11-01"}, {"on": "2016-12-15"}, {"kinds": ["rivalry"]}, {"actor": NEW}],
)
def test_names_in_time_and_their_claims_are_there_whatever_else_is_asked_for(
    asked: dict[str, Read],
) -> None:
    given = gathered(*TOLD, **asked)
    assert [one.name for one in reed(given).borne] == [OLD, MIDDLE, NEW]
    told = {one.claim.id for one in given.testimonies}
    assert {claim for one in reed(given).borne for claim in one.claim_ids} <= told


def test_a_name_known_later_or_disputed_is_none_in_time() -> None:
    assert [one.name for one in reed(gathered(*TOLD, known_by="2014-01-01")).borne] == [OLD, MIDDLE]
    denied = report("2016-09-01", Said(NEW, "succession", MIDDLE, "begins", "denied"))
    assert [one.name for one in reed(gathered(*TOLD, denied)).borne] == [OLD, MIDDLE]


def test_a_gap_between_two_renamings_is_no_day_of_either_name() -> None:
    told = report("2016-08-01", Said(NEW, "succession", OLD, "begins", when=day("2016-07-28")))
    names = reed(gathered(TOLD[1], told)).borne
    assert [one.name for one in names] == [OLD, MIDDLE, OLD, NEW]
    assert names[1].until is None
    assert names[2].sure is None


def test_a_renaming_of_unknown_day_leaves_the_old_name_without_a_sure_one() -> None:
    told = report("2016-08-01", Said(NEW, "succession", OLD, "begins"))
    old, new = reed(gathered(told, TOLD[1])).borne[-2:]
    assert (old.name, old.sure) == (OLD, None)
    assert new.sure is not None


def test_csv_has_a_table_of_names_and_both_names_of_a_renaming(tmp_path: Path) -> None:
    files = unpacked("csv", everything())

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))

    assert [(one["name"], one["sure_start"], one["sure_end"]) for one in rows("names")] == [
        (OLD, "", "2013-01-01"),
        (MIDDLE, "2013-01-31", "2016-07-28"),
        (NEW, "2016-07-28", ""),
    ]
    relations = {one["predicate"]: one for one in rows("relations")}
    assert relations["merger"]["results"] == LEAGUE_ID
    assert (relations["succession"]["new_name"], relations["succession"]["old_name"]) == (NEW, MIDDLE)  # fmt: skip
    deliver(part("csv").files(everything(), load()), tmp_path / "map", several=True)
    found = frictionless.validate(tmp_path / "map" / "datapackage.json")
    assert found.flatten(["type", "note"]) == []


def test_json_lines_have_the_names_of_an_actor() -> None:
    lines = read_lines("jsonl", everything())
    (actor,) = (one for one in lines if one.get("id") == REED_ID)
    assert [one["name"] for one in actor["borne"]] == [OLD, MIDDLE, NEW]


def test_the_page_to_hand_on_has_the_names_of_its_map_of_a_day() -> None:
    (script,) = html5lib.parse(exported("html", everything()).decode()).iter(
        "{http://www.w3.org/1999/xhtml}script"
    )
    assert json.loads(script.text)["names"] == {
        REED_ID: [
            {"name": name, "first": first and str(first), "last": last and str(last)}
            for name, first, last in SURE
        ]
    }


@pytest.mark.parametrize("layout", ["graphml", "gexf"])
def test_a_graph_has_results_and_names_on_its_edges(layout: str) -> None:
    reader = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[layout]
    graph: Read = reader(io.BytesIO(exported(layout, everything())))

    def values(key: str) -> set[str]:
        """What GEXF says of a stretch is a list of values with their days."""
        found = (data[key] for _, _, data in graph.edges(data=True) if data.get(key))
        return {one if isinstance(one, str) else one[0][0] for one in found}

    assert values("results") == {LEAGUE_ID}
    assert values("new_name") == {MIDDLE, NEW}
    assert values("old_name") == {OLD, MIDDLE}


def test_graphml_has_names_with_the_days_on_which_they_are_sure() -> None:
    graph: Read = networkx.read_graphml(io.BytesIO(exported("graphml", everything())))
    assert graph.nodes[REED_ID]["names_in_time"].split("|") == IN_WORDS
    assert "names_in_time" not in graph.nodes[LEAGUE_ID]


def test_gexf_has_names_as_an_attribute_over_time_in_closed_intervals() -> None:
    text = exported("gexf", everything())
    graph: Read = networkx.read_gexf(io.BytesIO(text))
    start, end = graph.graph["start"], graph.graph["end"]
    assert graph.nodes[REED_ID]["name"] == [
        (OLD, start, "2012-12-31"),
        (MIDDLE, "2013-01-31", "2016-07-27"),
        (NEW, "2016-07-28", end),
    ]
    assert "name" not in graph.nodes[LEAGUE_ID]
    assert b"open" not in text


def test_gexf_has_no_name_of_days_that_it_does_not_tell_of() -> None:
    given = gathered(*TOLD, since="2016-11-01", kinds=["rivalry"])
    graph: Read = networkx.read_gexf(io.BytesIO(exported("gexf", given)))
    assert graph.nodes[REED_ID]["name"] == [(NEW, graph.graph["start"], graph.graph["end"])]


def test_rdf_derives_names_and_results_from_claims() -> None:
    graph = Graph().parse(data=exported("rdf", everything()), format="turtle")
    actor = URIRef(f"urn:allegiance:{REED_ID}")
    names = {str(graph.value(one, RDFS.label)): one for one in graph.objects(actor, AL.nameInTime)}
    assert set(names) == {OLD, MIDDLE, NEW}
    assert str(graph.value(names[MIDDLE], AL.sureFrom)) == "2013-01-31"
    assert str(graph.value(names[MIDDLE], AL.sureTo)) == "2016-07-27"
    assert str(graph.value(names[OLD], AL.untilEnd)) == "2013-02-01"
    claims = set(graph.objects(names[MIDDLE], PROV.wasDerivedFrom))
    assert len(claims) == 2
    assert all((one, RDF.type, AL.Claim) in graph for one in claims)
    merger, _ = merger_and_last_renaming()
    of = URIRef(f"urn:allegiance:{merger.id}")
    assert [str(one) for one in graph.objects(of, AL.result)] == [f"urn:allegiance:{LEAGUE_ID}"]
    renamings = {
        (str(graph.value(one, AL.newName)), str(graph.value(one, AL.oldName)))
        for one in graph.subjects(AL.newName)
    }
    assert renamings == {(MIDDLE, OLD), (NEW, MIDDLE)}


def test_stix_links_what_came_of_a_merger_to_each_party() -> None:
    bundle: Read = stix2.parse(exported("stix", everything()).decode(), allow_custom=False)
    by_id = {one.id: one for one in bundle.objects}
    formed = [
        one for one in bundle.objects if getattr(one, "relationship_type", "") == "formed-from"
    ]
    ends = {(by_id[one.source_ref].name, by_id[one.target_ref].name) for one in formed}
    assert ends == {(LEAGUE, LAKE), (LEAGUE, HILL)}
    merger, _ = merger_and_last_renaming()
    for one in formed:
        assert str(one.start_time)[:10] == "2012-02-01"
        assert "stop_time" not in one
        ours = [ref.external_id for ref in one.external_references if ref.source_name == "allegiance"]  # fmt: skip
        assert ours == [merger.id, *merger.relation.claim_ids]


def test_stix_has_a_note_of_the_names_of_an_actor() -> None:
    bundle: Read = stix2.parse(exported("stix", everything()).decode(), allow_custom=False)
    (note,) = (one for one in bundle.objects if getattr(one, "abstract", "") == "names in time")
    (about,) = (one for one in bundle.objects if one.id == note.object_refs[0])
    assert about.external_references[0].external_id == REED_ID
    assert note.content.split("\n") == IN_WORDS
    claims = {claim for one in reed(everything()).borne for claim in one.claim_ids}
    assert claims < {one.external_id for one in note.external_references}


def test_followthemoney_has_former_names_and_who_came_of_whom() -> None:
    model = followthemoney.model
    proxies = [
        model.get_proxy(line, cleaned=False) for line in read_lines("followthemoney", everything())
    ]
    by_id: dict[str, Read] = {one.id: one for one in proxies}
    actor = by_id[REED_ID]
    assert sorted(actor.get("previousName")) == [OLD, MIDDLE]
    assert sorted(actor.get("notes")) == sorted(f"called {one}" for one in IN_WORDS)
    formed = [one for one in proxies if one.get("role", quiet=True) == ["formed from"]]
    assert {(*one.get("successor"), *one.get("predecessor")) for one in formed} == {
        (LEAGUE_ID, "actor-lake-column"),
        (LEAGUE_ID, "actor-hill-column"),
    }
    merger, _ = merger_and_last_renaming()
    for one in formed:
        assert one.schema.name == "Succession"
        assert one.get("startDate") == ["2012-02"]
        assert tuple(one.get("recordId")) == merger.relation.claim_ids
        assert json.dumps(one.to_dict())
