"""Names with days of their own in a list of others. All rows are invented."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.check import check
from allegiance.lexicon.lexicon import load
from tests.lexicon.importing.listed import OWN, own, taken

DATED = f"""{OWN}
[[dated]]
id = "former"
name = "was"
start = "was_from"
end = "was_to"
"""
HEAD = "key,title,sort,where,was,was_from,was_to"
GUARDS = "river-guards,River Guards of Zorva,gang,Norway,Zorvan Column,2011,2014-03"


def listed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in (HEAD, *lines))


def names(folder: Path) -> list[tuple[str, ...]]:
    path = folder / "words" / "names" / "mine.csv"
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return [tuple(row.values()) for row in csv.DictReader(lines)]


def test_a_name_with_its_days_becomes_a_row_of_names(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed(GUARDS), own(tmp_path, DATED))
    source = "https://a.example/river-guards"
    assert names(tmp_path) == [("river-guards", "Zorvan Column", "2011", "2014-03", source)]
    assert (intake.taken, intake.dated) == (1, 1)
    assert list(check(tmp_path / "words")) == []
    guards = next(one for one in load(tmp_path / "words").actors if one.id == "river-guards")
    assert [one.name for one in guards.dated] == ["Zorvan Column"]


def test_several_names_have_their_days_in_order(tmp_path: Path) -> None:
    several = DATED.replace("[separators]", '[separators]\nwas = ";"\nwas_from = ";"\nwas_to = ";"')
    line = "k,Zorva Men,gang,Norway,Lake Men;Hill Men,2011;2013,2012;2014"
    taken(tmp_path, listed(line), own(tmp_path, several))
    assert [one[1:4] for one in names(tmp_path)] == [
        ("Hill Men", "2013", "2014"),
        ("Lake Men", "2011", "2012"),
    ]


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ("Zorvan Column,,", "name 'Zorvan Column' has no days"),
        ("Zorva Men,2011,", "name 'Zorva Men' is a name of it on all days"),
        ("Freedom,2011,", "name 'Freedom' is a common word"),
        ("Lake Men,2014,2011", "name 'Lake Men' starts 2014 after it ends 2011"),
    ],
)
def test_a_name_that_cannot_be_one_is_left_out_and_told(
    tmp_path: Path, cells: str, note: str
) -> None:
    intake = taken(tmp_path, listed(f"k,Zorva Men,gang,Norway,{cells}"), own(tmp_path, DATED))
    assert names(tmp_path) == []
    assert intake.taken == 1
    assert [one for one in intake.notes if note in one.reason and one.line == 2]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("Lake Men,spring,", "start 'spring' is no day"),
        ('"Lake Men",2011,"2012;2013"', "2 in was_to for 1 names; give each name its day, or none"),
    ],
)
def test_a_row_with_broken_days_is_told_with_its_line(
    tmp_path: Path, cells: str, told: str
) -> None:
    mapping = DATED.replace("[separators]", '[separators]\nwas_to = ";"')
    intake = taken(tmp_path, listed(f"k,Zorva Men,gang,Norway,{cells}"), own(tmp_path, mapping))
    assert [told in one.reason for one in intake.left] == [True]
    assert intake.taken == 0


def test_a_name_of_two_on_one_day_is_given_to_the_first(tmp_path: Path) -> None:
    later = "lake-men,Lake Men of Essara,gang,Norway,Zorvan Column,2014-03-31,"
    after = "hill-men,Hill Men of Essara,gang,Norway,Zorvan Column,,2010"
    intake = taken(tmp_path, listed(GUARDS, later, after), own(tmp_path, DATED))
    assert [one[0] for one in names(tmp_path)] == ["hill-men", "river-guards"]
    (note,) = (one.reason for one in intake.notes if one.line == 3)
    assert note == "name 'Zorvan Column' means river-guards on some of these days too; left out"


def test_the_same_list_again_takes_its_names_away(tmp_path: Path) -> None:
    taken(tmp_path, listed(GUARDS), own(tmp_path, DATED))
    taken(
        tmp_path, listed(GUARDS.replace("Zorvan Column,2011,2014-03", ",,")), own(tmp_path, DATED)
    )
    assert names(tmp_path) == []


def test_columns_that_the_list_lacks_are_told(tmp_path: Path) -> None:
    text = listed(GUARDS).replace("was_to", "until")
    intake = taken(tmp_path, text, own(tmp_path, DATED))
    assert "was_to" in intake.notes[0].reason


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (DATED.replace('label = "A', 'grouped = true\nlabel = "A'), "grouped is True; wanted false"),
        (DATED.replace('start = "was_from"\nend = "was_to"\n', ""), "start is None; wanted the column"),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_tell_days_is_told(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(LexiconError, match=problem):
        own(tmp_path, text)
