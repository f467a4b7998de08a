"""Names come from articles: whatever their characters, every format can be read again, and they come back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import networkx
import pytest
import stix2
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDFS, Graph

from allegiance.export._cells import FORMULA
from allegiance.query.history import Wanted
from allegiance.records.dossier import Dossier
from tests.export.told import exported, gathered, unpacked

HARD = ['"', "\\", "'''", "<a&b>", "]]>", "\x00", "\x1b", "\ufffe", "a\r\nb", "\t", "a\u2028b", "\U0001f3f4", "=1+1", " a "]  # fmt: skip
NAMES = st.sampled_from(HARD) | st.text(min_size=1, max_size=30)
WHOLE = gathered(Wanted())


def bearing(name: str) -> Dossier:
    """One actor of that name, and nothing else."""
    figure = replace(WHOLE.figures[0], names=(name,))
    figure = replace(figure, actor=replace(figure.actor, name=name))
    return Dossier(None, None, WHOLE.known_by, (figure,), (), (), (), (), (), ())


def of_graph(reader: Callable[[io.BytesIO], object], layout: str, name: str) -> str:
    graph = reader(io.BytesIO(exported(layout, bearing(name))))
    ((_, data),) = graph.nodes(data=True)  # type: ignore[attr-defined]
    return str(data["label"])


def writable(name: str) -> str:
    """What XML can hold of a name: other characters are shown as a placeholder."""
    good = "\t\n\r"
    return "".join(
        one
        if one in good or (one >= " " and one not in "\ufffe\uffff")
        else "\N{REPLACEMENT CHARACTER}"
        for one in name
    )


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_turtle(name: str) -> None:
    found = Graph().parse(data=exported("rdf", bearing(name)), format="turtle")
    assert name in {str(label) for label in found.objects(None, RDFS.label)}


@pytest.mark.parametrize("layout", ["graphml", "gexf"])
@settings(max_examples=60, deadline=None)
@given(name=NAMES)
def test_xml(layout: str, name: str) -> None:
    reader = networkx.read_graphml if layout == "graphml" else networkx.read_gexf
    assert of_graph(reader, layout, name) == writable(name)


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_csv(name: str) -> None:
    text = unpacked("csv", bearing(name))["actors.csv"].decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["name"] == (f"'{name}" if name.startswith(FORMULA) else name)
    assert row["other_names"] == row["name"]


@pytest.mark.parametrize("layout", ["jsonl", "followthemoney", "stix"])
@settings(max_examples=60, deadline=None)
@given(name=NAMES)
def test_json(layout: str, name: str) -> None:
    written = exported(layout, bearing(name)).decode()
    values = [json.loads(line) for line in written.split("\n") if line] if layout != "stix" else json.loads(written)  # fmt: skip
    assert json.dumps(name) in json.dumps(values)
    if layout == "stix":
        assert stix2.parse(written).objects[0].name == name
