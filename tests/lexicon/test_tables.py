"""Files of rules are checked as they are read; every wrong value is told with its place and what was wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.copying import load_copying
from allegiance.lexicon.lexicon import DATA
from allegiance.lexicon.ontology import load_ontology, types_of
from allegiance.lexicon.sameness import load_sameness

TYPES = types_of(load_ontology(DATA).events)


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    text = (DATA / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder / name


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("copy_share = 0.7", "copy_share = 7", "copies.toml: copy_share is 7; wanted a number from 0 to 1"),
        ("copy_share = 0.7", "", "copies.toml: the key 'copy_share' is missing"),
        ("copy_share = 0.7", "copyshare = 0.7", "no key 'copyshare' is known; there are copy_share"),
        ("copy_share = 0.7", "copy_share =", "copies.toml: Invalid value"),
    ],
)  # fmt: skip
def test_a_broken_table_of_copies_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        load_copying(edited(tmp_path, "copies.toml", old, new))


def test_an_absent_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="put the file there"):
        load_copying(tmp_path / "copies.toml")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("days_apart = 1", "days_apart = 1.5", "days_apart is 1.5; wanted a whole number of days"),
        ("toll_factor = 3", "toll_factor = 0", "toll_factor is 0; wanted a number from 1 up"),
        ('["who", "whom", "when"],', '["who", "wham"],', r"enough is \['who', 'wham'\]; wanted a list of some of toll, when"),
        ('["who", "whom", "when"],', '["who", "toll"],', r"enough is \['toll', 'who'\]; wanted rows with one of these pairs: who and whom"),
        ("[despite]\nwho", "[despite]\nwhere = []\nwho", "same_event.toml: .despite.: no key 'where' is known; there are who, when, toll"),
        ('"COERCE/arrest"', '"COERCE/jail"', "same_event.toml: .captives.: types is .*COERCE/jail.*; wanted a list of some of"),
        ('id = "guns"', 'id = "bombs"', "alike is 'bombs'; wanted an id of its own for each table"),
    ],
)  # fmt: skip
def test_broken_rules_of_one_event_are_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        load_sameness(edited(tmp_path, "same_event.toml", old, new), TYPES)
