"""The tables of formats: complete, and checked with a message that names the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.check import check
from allegiance.lexicon.formats import load_formats
from allegiance.lexicon.lexicon import DATA, load
from allegiance.lexicon.ontology import load_ontology

ONTOLOGY = load_ontology(DATA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "formats", tmp_path / "formats")
    return tmp_path / "formats"


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("stix.toml", 'rivalry = "rival-of"', "", r"\[relations\] lacks \['rivalry'\]"),
        ("stix.toml", "person = ", "hermit = ", r"lacks \['person'\] and has \['hermit'\]"),
        ("acled.toml", '"massacre"', '"slaughter"', r"attack-on-the-defenceless.modes: \['slaughter'\]"),
        ("acled.toml", "coarsest = 3", "", "the key 'coarsest' is missing"),
        ("acled.toml", 'event_type = "Riots"', 'event_type = "Riot"', r"riot.event_type: \['Riot'\]"),
        ("cameo.toml", '"19" = -10.0', "", r"roots of the events: \['19'\]"),
        ("followthemoney.toml", "bodies = true", "corpses = true", "followthemoney.toml"),
        ("tables.toml", 'of = "actors"', 'of = "actresses"', "no table 'actresses'"),
        ("tables.toml", 'type = "date"', 'type = "day"', "type 'day'; wanted one of"),
        ("cameo.toml", "[sectors]", "[sectors", "cameo.toml"),
    ],
)  # fmt: skip
def test_a_broken_table_is_named(folder: Path, file: str, old: str, new: str, words: str) -> None:
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))
    with pytest.raises(LexiconError, match=words):
        load_formats(folder, ONTOLOGY)
    assert [line for line in check(folder.parent) if line.startswith("formats")]


def test_every_event_code_that_frames_give_has_an_intensity() -> None:
    terms = load().formats.cameo
    assert terms.intensity("1823") == -10.0
    assert terms.intensity("176") == terms.intensity("17") == -7.0
    assert terms.intensity("99") is None


def test_every_assault_is_coded() -> None:
    rows = load().formats.acled.rows
    modes = ["", *(mode.name for mode in ONTOLOGY.event("assault").modes)]
    for mode in modes:
        fitting = [one for one in rows if one.fits("assault", mode, "armed-group", "armed-group")]
        assert fitting, mode


def test_no_row_is_hidden_behind_an_earlier_one() -> None:
    rows = load().formats.acled.rows
    for place, row in enumerate(rows):
        for earlier in rows[:place]:
            wider = (
                set(row.predicates) <= set(earlier.predicates)
                and (not earlier.modes or (row.modes and set(row.modes) <= set(earlier.modes)))
                and (not earlier.source or (row.source and set(row.source) <= set(earlier.source)))
                and (not earlier.target or (row.target and set(row.target) <= set(earlier.target)))
            )
            assert not wider, (row.id, earlier.id)
