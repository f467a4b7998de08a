"""Files of rules are checked as they are read; every wrong value is told with its place and what was wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.check import check
from allegiance.lexicon.conflicting import load_conflicting
from allegiance.lexicon.copying import load_copying
from allegiance.lexicon.lexicon import DATA, load
from allegiance.lexicon.ontology import load_ontology, types_of
from allegiance.lexicon.sameness import load_sameness
from allegiance.lexicon.signs import load_signs

ONTOLOGY = load_ontology(DATA)
TYPES = types_of(ONTOLOGY.events)
PREDICATES = [kind.predicate for kind in ONTOLOGY.relations]


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
        ('["who", "whom", "when"],', '["who", "toll"],', r"enough is \['toll', 'who'\]; wanted rows with two or more of when, where, who, whom"),
        ("[despite]\nwho", "[despite]\nwhere = []\nwho", "same_event.toml: .despite.: no key 'where' is known; there are who, when, toll"),
        ('"COERCE/arrest"', '"COERCE/jail"', "same_event.toml: .captives.: types is .*COERCE/jail.*; wanted a list of some of"),
        ('id = "guns"', 'id = "bombs"', "alike is 'bombs'; wanted an id of its own for each table"),
    ],
)  # fmt: skip
def test_broken_rules_of_one_event_are_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        load_sameness(edited(tmp_path, "same_event.toml", old, new), TYPES)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('weight = 0.2\nbecause = "its own denial', 'weight = 2\nbecause = "its own denial', ".own-denial.: weight is 2; wanted a number from 0 to 1"),
        ('because = "its own denial: whoever did it would deny it too"', 'because = ""', ".own-denial.: because is ''; wanted a text"),
        ('speaker = "source"\nstance = ["denied"]', 'speaker = "itself"\nstance = ["denied"]', "speaker is 'itself'; wanted one of nobody, other, report"),
        ('id = "report"\n', 'id = "report"\nspeaker = "report"\n', "voice is 'report'; wanted a last row that asks for nothing"),
        ('["alliance", "rivalry"],', '["alliance"],', "pairs is .'alliance'.; wanted pairs of two predicates"),
        ('["alliance", "rivalry"],', '["alliance", "enmity"],', "wanted a list of some of affiliate, alliance"),
        ("[tie]\ndays = 365", "[tie]", "conflicts.toml: .tie.: the key 'days' is missing"),
    ],
)  # fmt: skip
def test_a_broken_table_of_voices_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        load_conflicting(edited(tmp_path, "conflicts.toml", old, new), ONTOLOGY)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('negative = ["rivalry"]', 'negative = ["rivalry", "alliance"]', "negative is 'alliance'; wanted predicates that are not positive"),
        ("exact_steps = 200000", "exact_steps = -1", ".frustration.: exact_steps is -1; wanted a whole number"),
    ],
)  # fmt: skip
def test_broken_signs_are_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        load_signs(edited(tmp_path, "signs.toml", old, new), PREDICATES)


def test_the_checker_tells_the_line_of_a_broken_table(tmp_path: Path) -> None:
    edited(tmp_path, "copies.toml", "copy_share = 0.7", "copy_share = 7")
    edited(tmp_path, "conflicts.toml", "weight = 0.8", "weight = 8")
    first, second = check(tmp_path)
    assert first.startswith("conflicts.toml:")
    assert "weight is 8" in first
    line = int(first.split(":")[1])
    lines = (tmp_path / "conflicts.toml").read_text(encoding="utf-8").split("\n")
    assert lines[line - 1] == 'id = "own-claim"'
    assert second.startswith("copies.toml:7: copy_share is 7; wanted")


def test_a_users_table_takes_the_place_of_ours(tmp_path: Path) -> None:
    edited(tmp_path, "conflicts.toml", "weight = 0.2\nbecause = \"its own denial", "weight = 0.6\nbecause = \"its own denial")  # fmt: skip
    theirs = load(tmp_path).conflicting
    assert theirs.voice("who", "source", "denied", None).weight == 0.6
    assert load(tmp_path).signs == load().signs


def test_a_users_rules_of_one_event_take_the_place_of_ours(tmp_path: Path) -> None:
    edited(tmp_path, "same_event.toml", "days_apart = 1", "days_apart = 2")
    assert load(tmp_path).ontology.sameness.days_apart == 2
    assert load(tmp_path).ontology.relations == load().ontology.relations
