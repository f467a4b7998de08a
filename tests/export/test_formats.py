"""One suite over every format of an export."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from allegiance import session
from allegiance.errors import UsageError
from allegiance.export._delivery import PACKED
from allegiance.query.history import Wanted
from allegiance.shelf import take
from tests.export.told import (
    DAWN,
    REPORTS,
    drawn_claims,
    everything,
    exported,
    gathered,
    part,
    told_claims,
    unpacked,
)
from tests.telling import keep

FORMATS = "acled cameo csv followthemoney geojson gexf graphml html jsonl parquet rdf stix webannotation".split()
# What each format promises to lead back to its claims; the others state that they drop it.
OF_RELATIONS = {"csv", "followthemoney", "graphml", "html", "jsonl", "rdf", "stix", "webannotation"}
OF_EVENTS = {
    "cameo",
    "csv",
    "followthemoney",
    "geojson",
    "html",
    "jsonl",
    "rdf",
    "stix",
    "webannotation",
}


def test_the_formats_are_those_that_were_asked_for() -> None:
    assert list(session.exports()) == FORMATS


@pytest.mark.parametrize("layout", FORMATS)
def test_a_format_stands_in_the_reference_with_what_it_drops(layout: str) -> None:
    reference = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")
    section = reference.partition("## `allegiance export`")[2].partition("\n## ")[0]
    (line,) = [line for line in section.splitlines() if line.startswith(f"| `{layout}` |")]
    assert len([cell for cell in line.split(" | ") if cell.strip(" |")]) == 3


@pytest.mark.parametrize("layout", FORMATS)
def test_a_format_writes_the_same_bytes_in_whatever_order_reports_came(layout: str) -> None:
    turned = gathered(Wanted(alleged=True), *reversed(REPORTS), all_claims=True)
    assert exported(layout, turned) == exported(layout)


@pytest.mark.parametrize("layout", sorted(OF_RELATIONS))
def test_every_relation_leads_back_to_its_claims(layout: str) -> None:
    text = b"".join(unpacked(layout).values()).decode()
    assert [claim for claim in sorted(drawn_claims(everything())) if claim not in text] == []


@pytest.mark.parametrize("layout", sorted(OF_EVENTS))
def test_every_event_leads_back_to_its_claims(layout: str) -> None:
    text = b"".join(unpacked(layout).values()).decode()
    assert [claim for claim in sorted(told_claims(everything())) if claim not in text] == []


@pytest.mark.parametrize("layout", FORMATS)
def test_an_export_of_nothing_can_be_written(layout: str) -> None:
    empty = gathered(Wanted(actor="actor-nobody"))
    assert empty.figures == ()
    # Entities have no frame around them: of none there is nothing.
    assert bool(exported(layout, empty)) == (layout != "followthemoney")


@pytest.mark.parametrize("layout", FORMATS)
def test_what_is_printed_is_text(layout: str) -> None:
    if session.is_text(layout):
        assert exported(layout).decode().endswith("\n")
    else:
        assert part(layout).SUFFIX == PACKED


@pytest.mark.parametrize("layout", ["csv", "parquet"])
def test_an_archive_holds_the_files_of_the_folder(layout: str) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(layout))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == unpacked(layout)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="acled, cameo, csv"):
        take(session.EXPORT, "xml")


def test_the_made_reports_have_what_makes_an_export_hard() -> None:
    given = everything()
    relations = [one.relation for one in given.intervals]
    assert any(one.disputed for one in relations)
    assert any(one.alleged for one in relations)
    assert any(one.drawn is None for one in given.intervals)
    assert any(one.happening for one in given.intervals)
    assert any(one.event.when is None for one in given.incidents)
    assert any("\x1b" in one.actor.name for one in given.figures)
    assert DAWN in {one.actor.name for one in given.figures}
    drawn = drawn_claims(given) | told_claims(given)
    assert any(one.claim.id not in drawn for one in given.testimonies)


def test_a_session_writes_to_a_path_or_a_stream_everything_by_default(tmp_path: Path) -> None:
    with session.open(tmp_path / "reports.db") as store:
        keep(store._store, *REPORTS)
        out = io.BytesIO()
        store.export("jsonl", out)
        store.export("jsonl", str(tmp_path / "map.jsonl"), store.dossier(alleged=True))
    everything_settled = out.getvalue()
    written = (tmp_path / "map.jsonl").read_bytes()
    assert everything_settled.count(b'"record":"relation"') + 1 == written.count(
        b'"record":"relation"'
    )
