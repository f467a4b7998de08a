"""GraphML and dynamic GEXF, read again by networkx."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from allegiance.query.history import Wanted
from allegiance.records.dossier import Dossier
from tests.export.told import DAWN, FRONT, GUARDS, ODD, everything, exported, gathered
from tests.telling import Said, day, report

# What networkx reads is untyped.
Graph = Any
GEXF = "{http://www.gexf.net/1.2draft}"


def read(layout: str, given: Dossier | None = None) -> Graph:
    reader = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[layout]
    return reader(io.BytesIO(exported(layout, given)))


def edges(graph: Graph, predicate: str) -> list[dict[str, Any]]:
    return [data for _, _, data in graph.edges(data=True) if data["predicate"] == predicate]


@pytest.mark.parametrize("layout", ["graphml", "gexf"])
def test_every_actor_is_a_node_with_its_name_and_kind(layout: str) -> None:
    nodes = read(layout).nodes(data=True)
    named = {data["label"]: data["kind"] for _, data in nodes}
    names = {
        one.actor.name.replace("\x1b", "\N{REPLACEMENT CHARACTER}") for one in everything().figures
    }
    assert names <= set(named)
    assert named["Valley People"] == "population"
    assert named["Essara"] == "place"
    assert ODD.replace("\x1b", "\N{REPLACEMENT CHARACTER}") in named


def test_graphml_has_an_edge_a_stretch_with_all_that_is_known_of_it() -> None:
    graph = read("graphml")
    given = everything()
    ends = {
        key: (source, target, data)
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    assert set(ends) == {one.id for one in given.intervals}
    for one in given.intervals:
        source, target, data = ends[one.id]
        assert source == one.relation.source
        assert target == (one.relation.target or one.relation.place)
        assert data["claims"].split() == list(one.relation.claim_ids)
        assert data.get("disputed_by", "").split() == list(one.relation.disputed_by)
        assert data["confidence"] == one.relation.confidence
        assert (data["disputed"], data["alleged"]) == (one.relation.disputed, one.relation.alleged)


def test_graphml_writes_times_as_exact_as_they_are_known() -> None:
    (wing,) = edges(read("graphml"), "affiliate")
    assert (wing["since"], wing["until"]) == ("2013-04-01/2013-04-30", "2014-02-01")
    assert (wing["first_day"], wing["last_day"]) == ("2013-04-01", "2014-02-01")


def test_graphml_of_a_day_has_the_relations_of_that_days_map() -> None:
    before = gathered(Wanted(), on=date(2013, 6, 2))
    after = gathered(Wanted(), on=date(2014, 6, 2))
    assert len(edges(read("graphml", before), "affiliate")) == 1
    assert edges(read("graphml", after), "affiliate") == []


def test_gexf_is_dynamic_and_every_interval_is_closed() -> None:
    tree = ElementTree.fromstring(exported("gexf"))
    (graph,) = tree.findall(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    timed = [
        *tree.iter(f"{GEXF}spell"),
        *tree.iter(f"{GEXF}edge"),
        *[one for one in tree.iter(f"{GEXF}attvalue") if one.get("for") == "edge-claims"],
    ]
    assert timed
    for one in timed:
        start, end = one.get("start"), one.get("end")
        assert start is not None
        assert end is not None
        assert date.fromisoformat(start) <= date.fromisoformat(end) <= date(2019, 12, 31)
    assert [name for one in tree.iter() for name in one.attrib if "open" in name] == []


def test_gexf_gives_a_node_the_days_of_its_relations() -> None:
    nodes = {data["label"]: data for _, data in read("gexf").nodes(data=True)}
    assert nodes["Essara"]["start"] == "2013-06-01"
    assert nodes[FRONT]["start"] == "2013-04-01"


def test_gexf_drops_what_has_no_day_to_draw_it_on() -> None:
    former = [one.relation for one in everything().intervals if one.drawn is None]
    assert former
    drawn = {data["relation"] for _, _, data in read("gexf").edges(data=True)}
    assert drawn.isdisjoint(one.id for one in former)


def test_gexf_ends_what_goes_on_with_the_last_day_asked_for() -> None:
    told = report("2013-05-01", Said(DAWN, "leadership", FRONT, "begins", when=day("2013-04-02")))
    (edge,) = edges(read("gexf", gathered(Wanted(until=date(2013, 8, 1)), told)), "leadership")
    assert edge["spells"] == [("2013-04-02", "2013-08-01")]


def test_gexf_has_a_spell_a_stretch_and_what_changes_between_them() -> None:
    told = (
        report(
            "2012-01-05",
            Said(DAWN, "alliance", FRONT, "begins", when=day("2012-01-01")),
            publisher="A",
        ),
        report(
            "2012-03-05",
            Said(DAWN, "alliance", FRONT, "ends", when=day("2012-03-01")),
            publisher="A",
        ),
        report(
            "2014-05-05",
            Said(DAWN, "alliance", FRONT, "begins", when=day("2014-05-01")),
            publisher="B",
        ),
        report(
            "2014-07-05",
            Said(DAWN, "alliance", FRONT, "ends", when=day("2014-07-01")),
            publisher="B",
        ),
    )
    given = gathered(Wanted(), *told)
    (edge,) = edges(read("gexf", given), "alliance")
    assert edge["spells"] == [("2012-01-01", "2012-03-01"), ("2014-05-01", "2014-07-01")]
    claims = [(value.split(), start) for value, start, _ in edge["claims"]]
    assert claims == [
        (list(one.relation.claim_ids), start)
        for one, start in zip(given.intervals, ("2012-01-01", "2014-05-01"), strict=True)
    ]


def test_gexf_keeps_relations_of_the_same_two_apart() -> None:
    between = {
        data["predicate"]
        for source, target, data in read("gexf").edges(data=True)
        if {source, target} == {"actor-dawn-brigade", "actor-river-guards"}
    }
    assert {"alliance", "rivalry"} <= between
    assert GUARDS in {one.actor.name for one in everything().figures}
