"""What the checker finds in data files. The rows are invented."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from allegiance.lexicon.actors import COLUMNS
from allegiance.lexicon.check import check, main, notes

HEAD = f"# Invented rows.\n{','.join(COLUMNS)}\n"
STATE = {"id": "norland", "name": "Norland", "kind": "state", "country": "NO", "source": "https://a.example"}  # fmt: skip
GROUP = {
    "id": "river-guards",
    "name": "River Guards",
    "kind": "armed-group",
    "aliases": "Guards of the River|RG",
    "country": "NO",
    "start": "2011-03",
    "end": "2014",
    "body": "norland",
    "source": "https://a.example/guards",
}


def written(folder: Path, *rows: dict[str, str], head: str = HEAD) -> Path:
    """A folder of data files with one file of actors."""
    text = io.StringIO()
    csv.DictWriter(text, COLUMNS, lineterminator="\n").writerows(rows)
    (folder / "actors").mkdir(exist_ok=True)
    (folder / "actors" / "made.csv").write_text(head + text.getvalue(), encoding="utf-8")
    return folder


def only_problem(folder: Path) -> str:
    (problem,) = check(folder)
    return problem


def test_our_own_files_have_no_problem() -> None:
    assert list(check()) == []


def test_good_rows_have_no_problem(tmp_path: Path) -> None:
    assert list(check(written(tmp_path, STATE, GROUP))) == []


@pytest.mark.parametrize(
    ("column", "cell", "problem", "remedy"),
    [
        ("id", "river_guards", "id 'river_guards'", "small letters and digits"),
        ("id", "river--guards", "id 'river--guards'", "joined by hyphens"),
        ("name", "", "no name", "give the one that papers use most"),
        ("kind", "militia", "kind 'militia'", "armed-group"),
        ("country", "XX", "country 'XX'", "ISO 3166-1"),
        ("country", "no", "country 'no'", "two letters"),
        ("start", "2011-3", "start '2011-3' is no day", "write 2013, 2013-04 or 2013-04-08"),
        ("start", "2011-02-30", "start '2011-02-30' is no day", "write 2013"),
        ("end", "spring", "end 'spring' is no day", "write 2013"),
        ("end", "9999", "end '9999' is no day", "write 2013"),
        ("end", "2010", "starts 2011-03 after it ends 2010", "swap or mend them"),
        ("body", "norlund", "body 'norlund' is no id", "mend it, or add that row"),
        ("body", "river-guards", "its own body", "give the one above it"),
        ("source", "", "source ''", "give the address of a page"),
        ("name", "River  Guards ", "white space around name", "delete it"),
        ("aliases", "Guards| RG", "white space around 'RG' in aliases", "delete it"),
        ("aliases", "Guards||RG", "empty part in aliases", "delete a '|'"),
        ("metonyms", "|Essara", "empty part in metonyms", "delete a '|'"),
        ("aliases", "the Guards", "alias 'the Guards' begins with an article", "leave it out"),
        ("aliases", "al-", "alias 'al-' holds no word", "delete it"),
        ("aliases", "Guards|RG|guards", "'guards' is found wherever 'Guards' is", "delete it"),
        ("aliases", "River-Guards", "'River-Guards' is found wherever 'River Guards' is", "delete it"),
    ],
)  # fmt: skip
def test_a_broken_cell_is_told_with_its_line_and_remedy(
    tmp_path: Path, column: str, cell: str, problem: str, remedy: str
) -> None:
    told = only_problem(written(tmp_path, STATE, GROUP | {column: cell}))
    assert told.startswith("actors/made.csv:4: ")
    assert problem in told
    assert remedy in told


def test_an_acronym_and_its_word_are_two_names(tmp_path: Path) -> None:
    assert list(check(written(tmp_path, STATE, GROUP | {"aliases": "RIGU|Rigu"}))) == []


@pytest.mark.parametrize("end", ["2011", "2011-03"])
def test_what_ends_in_the_month_or_year_of_its_beginning_is_no_problem(
    tmp_path: Path, end: str
) -> None:
    assert list(check(written(tmp_path, STATE, GROUP | {"end": end}))) == []


def test_an_id_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    folder = written(tmp_path, STATE)
    text = (folder / "actors" / "made.csv").read_text(encoding="utf-8")
    (folder / "actors" / "other.csv").write_text(text, encoding="utf-8")
    told = only_problem(folder)
    assert told.startswith("actors/other.csv:3: norland: id stands in actors/made.csv:3 too")


def test_rows_out_of_order_are_told(tmp_path: Path) -> None:
    told = only_problem(written(tmp_path, GROUP, STATE))
    assert told == "actors/made.csv:4: norland: stands behind river-guards; sort the rows by id"


def test_a_second_army_of_a_state_is_told(tmp_path: Path) -> None:
    army = GROUP | {"id": "norland-army", "name": "Army", "aliases": "", "kind": "military"}
    navy = army | {"id": "norland-navy", "name": "Navy"}
    told = only_problem(written(tmp_path, STATE, army, navy))
    assert told.startswith("actors/made.csv:5: norland-navy: is a second military of norland")
    assert told.endswith("give norland-army as its body, or the days on which either was")


def test_one_army_may_follow_another(tmp_path: Path) -> None:
    army = GROUP | {"id": "norland-army", "name": "Army", "aliases": "", "kind": "military"}
    old, new = army | {"end": "2012"}, army | {"id": "norland-guard", "name": "Guard"}
    assert list(check(written(tmp_path, STATE, old, new | {"start": "2013"}))) == []
    told = only_problem(written(tmp_path, STATE, old, new | {"start": "2012-05"}))
    assert "norland-guard: is a second military of norland" in told


@pytest.mark.parametrize(
    ("head", "problem"),
    [
        (HEAD.replace("kind,", ""), "2: columns are id,name,aliases,"),
        (HEAD.removeprefix("# Invented rows.\n"), "1: no head; begin the file by '#' lines"),
        (HEAD.replace("\n", "\r\n"), "1: carriage return; end lines by a line feed alone"),
        ("\ufeff" + HEAD, "1: begins with a byte order mark"),
        (HEAD.replace("rows.", "rows. "), "1: white space at the end of the line; delete it"),
        (HEAD + "a,b\n", "3: 2 fields; wanted 12, as in the head"),
    ],
)
def test_a_broken_file_is_told(tmp_path: Path, head: str, problem: str) -> None:
    folder = written(tmp_path)
    (folder / "actors" / "made.csv").write_bytes(head.encode())
    assert any(told.startswith(f"actors/made.csv:{problem}") for told in check(folder))


def test_what_is_no_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "actors" / "made.csv").write_bytes(HEAD.encode() + b"caf\xe9,,,,,,,,,,,\n")
    assert any("made.csv:3: no UTF-8; save the file" in told for told in check(folder))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("words = [", "words.toml:1: no TOML"),
        ('[[verb]]\nid = "say"\n[[verb]]\nid = "say"\n', "words.toml:4: id 'say' twice in 'verb'"),
        ("a = 1", "words.toml:1: no line feed at the end"),
    ],
)
def test_broken_toml_is_told(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    assert any(told.startswith(problem) for told in check(tmp_path))


def test_tables_of_two_kinds_may_share_an_id(tmp_path: Path) -> None:
    text = '[[verb]]\nid = "say"\n[[noun]]\nid = "say"\n'
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    assert list(check(tmp_path)) == []


FRAMES = """# Invented.
[default]
kind = "relation"
predicate = "alliance"
phase = "holds"

[[frame]]
id = "good"
verbs = ["team up"]
source = "subject"
target = "with"
"""


def frames(folder: Path, frame: str) -> Path:
    """A folder of data files with a good frame and another, whose id is in line 14."""
    (folder / "frames").mkdir()
    path = folder / "frames" / "relations.test.toml"
    path.write_text(f'{FRAMES}\n[[frame]]\nid = "bad"\n{frame}\n', encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("frame", "problem", "remedy"),
    [
        ('predicate = "amity"', "relation 'amity'", "wanted one of affiliate, alliance"),
        ('kind = "event"\npredicate = "truce"', "event 'truce'", "wanted one of agree, consult"),
        ('predicate = "succession"', "phase 'holds' of succession", "wanted one of begins"),
        ('source = "subjekt|of"', "argument 'subjekt'", "wanted a preposition or one of adjective"),
        ('parties = "betwene"', "argument 'betwene'", "wanted a preposition"),
        ('[[frame.also]]\npredicate = "amity"', "relation 'amity'", "wanted one of affiliate"),
        ('phase = "starts"', "phase 'starts'", "wanted one of holds"),
        ('beginning = "x"', "unknown fields ['beginning']", "known: "),
    ],
)
def test_a_broken_frame_is_told_with_its_file_line_and_remedy(
    tmp_path: Path, frame: str, problem: str, remedy: str
) -> None:
    told = only_problem(frames(tmp_path, f'verbs = ["join"]\n{frame}'))
    assert told.startswith(f"frames/relations.test.toml:14: frame bad: {problem}")
    assert remedy in told


def test_a_frame_without_an_id_is_told(tmp_path: Path) -> None:
    folder = frames(tmp_path, 'verbs = ["join"]\n[[frame]]\nverbs = ["leave"]')
    assert "frame without an id: no 'id'; give it" in only_problem(folder)


def test_good_frames_have_no_problem(tmp_path: Path) -> None:
    good = 'verbs = ["join"]\nsource = "subject|from"\nparties = "between"'
    assert list(check(frames(tmp_path, good))) == []


def test_a_folder_laid_over_ours_may_refer_to_our_actors(tmp_path: Path) -> None:
    assert list(check(written(tmp_path, GROUP | {"body": "norway"}))) == []


@pytest.mark.parametrize(
    ("change", "noted"),
    [({}, True), ({"country": "SE"}, False), ({"start": "2015", "end": ""}, False)],
)
def test_a_name_of_two_in_one_country_at_one_time_is_noted(
    tmp_path: Path, change: dict[str, str], noted: bool
) -> None:
    other = GROUP | {"id": "road-guards", "name": "Road Guards", "aliases": "RG"} | change
    folder = written(tmp_path, STATE, GROUP, other)
    found = [note for note in notes(folder) if "road-guards" in note or "river-guards" in note]
    assert bool(found) == noted
    assert not [told for told in check(folder) if "shares" in told]


def test_the_command_prints_problems_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = written(tmp_path, STATE | {"source": "memory"})
    assert main([str(folder)]) == 1
    assert "actors/made.csv:3: norland: source 'memory'" in capsys.readouterr().out
    assert main([str(written(tmp_path, STATE))]) == 0
    assert main([str(tmp_path / "none")]) == 2
