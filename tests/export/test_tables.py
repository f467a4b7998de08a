"""CSV with its data package, read by frictionless; Parquet, read by PyArrow."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import frictionless
import pyarrow.parquet
import pytest

from allegiance.errors import UsageError
from allegiance.export._cells import FORMULA
from allegiance.export._delivery import deliver
from allegiance.export._rows import ROWS
from allegiance.lexicon.lexicon import load
from tests.export.test_lineages import everything as lineages
from tests.export.told import DAWN, FRONT, ODD, everything, part, unpacked

TABLES = {table.name: table for table in load().formats.tables}


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(unpacked("csv")[f"{name}.csv"].decode(), newline="")))


def test_frictionless_finds_the_package_valid(tmp_path: Path) -> None:
    deliver(part("csv").files(everything(), load()), tmp_path / "map", several=True)
    report = frictionless.validate(tmp_path / "map" / "datapackage.json")
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] == len(TABLES)


def test_frictionless_would_see_a_reference_to_nothing(tmp_path: Path) -> None:
    deliver(part("csv").files(everything(), load()), tmp_path / "map", several=True)
    (tmp_path / "map" / "actors.csv").write_text(
        "id,name,kind,knowledge_id,other_names,countries\n"
    )
    report = frictionless.validate(tmp_path / "map" / "datapackage.json")
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_columns_that_the_data_name_and_no_others(name: str) -> None:
    names = [column.name for column in TABLES[name].columns]
    filled = [*ROWS[name](everything()), *ROWS[name](lineages())]
    assert filled
    assert all(set(row) == set(names) for row in filled)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_stands_in_the_codebook(name: str) -> None:
    codebook = unpacked("csv")["codebook.md"].decode()
    section = codebook.partition(f"\n## {name}.csv\n")[2].partition("\n## ")[0]
    assert [one.name for one in TABLES[name].columns if f"| `{one.name}` |" not in section] == []


def test_the_codebook_says_of_what_the_tables_are_and_what_predicates_mean() -> None:
    codebook = unpacked("csv")["codebook.md"].decode()
    assert "from the beginning to the end, by what was published up to 2019-12-31" in codebook
    assert "| `affiliate` | the subordinate | the superior |" in codebook


def test_a_relation_has_its_days_half_open_and_its_claims_on_both_sides() -> None:
    (row,) = [row for row in rows("relations") if row["predicate"] == "affiliate"]
    names = {one["id"]: one["name"] for one in rows("actors")}
    assert (names[row["source"]], names[row["target"]]) == (DAWN, FRONT)
    assert (row["since_start"], row["since_end"]) == ("2013-04-01", "2013-05-01")
    assert (row["until_start"], row["until_end"]) == ("2014-02-01", "2014-02-02")
    for interval in everything().intervals:
        relation = interval.relation
        rested = [one for one in rows("relation_claims") if one["relation"] == interval.id]
        on_sides = {
            says: [one["claim"] for one in rested if one["says"] == says]
            for says in ("for", "against")
        }
        assert on_sides == {"for": [*relation.claim_ids], "against": [*relation.disputed_by]}


def test_a_claim_has_its_words_and_they_stand_where_it_says() -> None:
    claims = {row["id"]: row for row in rows("claims")}
    for piece in rows("evidence"):
        assert piece["quote"] in claims[piece["claim"]]["quote"]
        assert int(piece["end"]) - int(piece["start"]) == len(piece["quote"])


def test_a_toll_without_an_upper_bound_has_an_empty_cell() -> None:
    (event,) = [row for row in rows("events") if row["mode"] == "aerial"]
    assert (event["killed_least"], event["killed_most"]) == ("3", "")


def test_no_cell_is_a_formula() -> None:
    cells = [cell for name in TABLES for row in rows(name) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA) and not cell[1:2].isdigit()] == []
    assert rows("articles")
    assert {'\'=HYPERLINK("x") & <more>'} <= {row["title"] for row in rows("articles")}


def test_parquet_has_the_same_rows_with_types_and_texts_as_they_are() -> None:
    files = unpacked("parquet")
    for name in TABLES:
        table = pyarrow.parquet.read_table(io.BytesIO(files[f"{name}.parquet"]))
        assert table.to_pylist() == list(ROWS[name](everything()))
    actors = pyarrow.parquet.read_table(io.BytesIO(files["actors.parquet"])).to_pylist()
    assert ODD in {row["name"] for row in actors}


def test_parquet_tells_what_a_column_says() -> None:
    schema = pyarrow.parquet.read_schema(io.BytesIO(unpacked("parquet")["relations.parquet"]))
    assert schema.field("happening").metadata[b"description"].startswith(b"it happened once")
    assert schema.field("since_start").type == pyarrow.date32()


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'allegiance\[parquet\]'"):
        next(iter(part("parquet").files(everything(), load())))


def test_the_package_names_every_table() -> None:
    package = json.loads(unpacked("csv")["datapackage.json"])
    assert [one["name"] for one in package["resources"]] == list(TABLES)
    assert everything().known_by == date(2019, 12, 31)
