"""One suite over every layout of a map, and what each promises beyond."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from allegiance import session
from allegiance.errors import UsageError
from tests.made import FORMULA, NETWORK, WING


def written(layout: str, network: object = NETWORK) -> bytes:
    out = io.BytesIO()
    session.write(network, out, layout)  # type: ignore[arg-type]
    assert not out.closed
    return out.getvalue()


@pytest.mark.parametrize("layout", session.layouts())
def test_a_layout_keeps_every_relation_with_its_claims(layout: str) -> None:
    text = written(layout).decode()
    for relation in NETWORK.relations:
        assert all(claim in text for claim in (*relation.claim_ids, *relation.disputed_by))
        assert relation.source in text
        assert (relation.target or relation.place or "") in text


@pytest.mark.parametrize("layout", session.layouts())
def test_a_layout_writes_the_same_bytes_each_time(layout: str) -> None:
    assert written(layout) == written(layout)


def test_an_unknown_layout_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="csv, json"):
        written("xml")


def test_json_drops_nothing() -> None:
    network = json.loads(written("json"))
    assert network["schema"] == "allegiance.network/1"
    assert network["left_out"]["nameless"] == 12
    assert [actor["name"] for actor in network["actors"]] == [a.name for a in NETWORK.actors]
    assert network["relations"][0]["since"] == {
        "start": "2013-05-01",
        "end": "2013-06-01",
        "grain": "month",
    }


def test_no_name_becomes_a_formula_of_a_spreadsheet() -> None:
    network = replace(NETWORK, relations=(replace(WING, source=FORMULA.id),))
    (row,) = csv.DictReader(io.StringIO(written("csv", network).decode()))
    assert row["source_name"] == "'=SUM(A1)"
    assert (row["since_start"], row["since_end"], row["disputed"]) == (
        "2013-05-01",
        "2013-06-01",
        "yes",
    )
