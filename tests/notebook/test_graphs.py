"""Maps and histories as graphs of networkx."""

from __future__ import annotations

import io
from dataclasses import replace

import networkx

from allegiance.notebook.answers import ShownNetwork
from tests.made import BRIGADE, FORMULA, FRONT, HOLDER, NETWORK, PORT, WING
from tests.notebook.told import DAWN, session

SHOWN = ShownNetwork.showing(NETWORK)


def test_actors_and_places_are_nodes_and_relations_are_edges() -> None:
    graph = SHOWN.to_networkx()
    assert set(graph) == {BRIGADE.id, FRONT.id, FORMULA.id, PORT.id}
    assert graph.nodes[FRONT.id] == {
        "name": "Northern Front",
        "kind": "armed-group",
        "knowledge_id": "front",
    }
    assert (graph.nodes[PORT.id]["kind"], graph.nodes[PORT.id]["latitude"]) == ("place", 36.0)
    assert set(graph.edges(keys=True)) == {
        (BRIGADE.id, FRONT.id, WING.id),
        (FRONT.id, PORT.id, HOLDER.id),
    }
    edge = graph.edges[BRIGADE.id, FRONT.id, WING.id]
    assert edge["claims"].split() == list(WING.claim_ids)
    assert (edge["since_start"], edge["witnesses"], edge["disputed"]) == ("2013-05-01", 2, True)
    assert "until_start" not in edge


def test_edges_have_the_signs_of_the_lexicon() -> None:
    graph = session().network().to_networkx()
    signs = {data["predicate"]: data["sign"] for *_, data in graph.edges(data=True)}
    assert signs == {"alliance": 1, "rivalry": -1, "leadership": 0, "control": 0, "split": 0}
    ways = {data["predicate"]: data["symmetric"] for *_, data in graph.edges(data=True)}
    assert (ways["alliance"], ways["leadership"]) == (True, False)


def test_a_history_has_an_edge_an_interval() -> None:
    history = session().history(DAWN)
    graph = history.to_networkx()
    keys = {key for *_, key in graph.edges(keys=True)}
    assert keys == {one.id for one in history.intervals}


def test_networkx_can_write_and_read_it_whatever_the_names() -> None:
    hostile = replace(FRONT, name='<"&\x00\ufffe\u202e> Front')
    shown = replace(SHOWN, actors=(BRIGADE, hostile, FORMULA))
    for graph in (shown.to_networkx(), session().history().to_networkx()):
        for write, read in (
            (networkx.write_graphml, networkx.read_graphml),
            (networkx.write_gexf, networkx.read_gexf),
        ):
            out = io.BytesIO()
            write(graph, out)
            out.seek(0)
            found = read(out)
            assert set(found) == set(graph)
            assert found.number_of_edges() == graph.number_of_edges()
        linked = networkx.node_link_graph(
            networkx.node_link_data(graph, edges="links"), edges="links"
        )
        assert networkx.utils.graphs_equal(linked, graph)
