"""What becomes of rows that are broken, share a name, or refer to others. All rows are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.errors import LexiconError
from allegiance.lexicon.check import check
from allegiance.lexicon.lexicon import load
from tests.lexicon.importing.listed import GUARDS, HEAD, OWN, only_row, own, ready, rows, taken


def listed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in (HEAD, *lines))


def test_a_row_by_a_mapping_of_ones_own(tmp_path: Path) -> None:
    taken(tmp_path, listed(GUARDS.replace("armed-group", "gang").replace("Norway", "Essaria")))
    assert only_row(tmp_path) == {
        "id": "river-guards",
        "name": "River Guards of Zorva",
        "kind": "armed-group",
        "aliases": "RGZ|Zorva Guards",
        "adjectives": "",
        "metonyms": "",
        "country": "NO",
        "start": "2011",
        "end": "2014",
        "body": "",
        "office": "",
        "source": "https://a.example/river-guards",
    }


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("k,,,armed-group,,,,,", "no name in title; give one"),
        ("k,Zorva Men,,militia,,,,,", "kind 'militia'; take one of state, government"),
        ("k,Zorva Men,,,,,,,", "no kind, and no rule of the mapping fits; take one of"),
        ('k,"""""",Zorva Men,gang,,,,,', "no name in title; give one"),
        ("k,Zorva Men,,gang,Zembla,,,,", "country 'Zembla'; give an ISO 3166-1 code, or say in [countries]"),
        ("k,Zorva Men,,gang,,spring,,,", "start 'spring' is no day; wanted %Y-%m-%d or %Y-%m or %Y"),
        ("k,Zorva Men,,gang,,2014-02-30,,,", "start '2014-02-30' is no day"),
        ("k,Zorva Men,,gang,,2014,2011,,", "starts 2014 after it ends 2011; swap or mend them"),
        ("k,Zorva Men,,gang,,,,zorvans,", "body 'zorvans' is no id of an actor that is known or was taken"),
        ("k,Zorva Men,,gang,,,,k,", "is its own body"),
        ("k,Zorva Men,,gang", "4 fields; wanted 9, as in the head"),
        ("k,=cmd|' /C'!A0,,gang,,,,,", "begins with '=', which a spreadsheet would run"),
        ("k,A|B,,gang,,,,,", "holds a '|'"),
        ("k,—,,gang,,,,,", "holds no word that could be found"),
        ("k,Freedom,,gang,,,,,", "is a common word"),
        ("k,Zorva Men,,gang,,,,,@SUM(A1)", "office '@SUM(A1)'; write words"),
        ('k,"Zorva" Men,,gang,,,,,', "cannot be read"),
    ],
)  # fmt: skip
def test_a_broken_row_is_told_with_its_line_and_the_rest_goes_in(
    tmp_path: Path, line: str, told: str
) -> None:
    intake = taken(tmp_path, listed(line, GUARDS))
    (left,) = intake.left
    assert left.line == 2
    assert told in left.reason
    assert list(rows(tmp_path)) == ["river-guards"]
    assert (intake.read, intake.taken) == (2, 1)


def test_lines_are_counted_over_line_feeds_in_cells(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed('a,"Zorva\nMen",,gang,,,,,', "b,Essara Men,,militia,,,,,"))
    assert [one.line for one in intake.left] == [4]
    assert only_row(tmp_path)["name"] == "Zorva Men"


@pytest.mark.parametrize(
    ("alias", "kept"),
    [
        ("The Zorvans", "Zorvans"),
        ("“Zorvans”", "Zorvans"),
        ("Z23", "Z23"),
        ("Zor\u200bvans\x07", "Zor vans"),
        ("ZORVA   MEN", ""),
        ("river-guards of zorva", ""),
        ("Freedom", ""),
        ("+1", ""),
    ],
)
def test_an_alias_is_made_tidy_or_left_out(tmp_path: Path, alias: str, kept: str) -> None:
    taken(tmp_path, listed(f"k,Zorva Men,{alias},gang,,,,,", GUARDS))
    assert rows(tmp_path)["k"]["aliases"] == kept
    assert list(check(tmp_path / "words")) == []


def test_an_alias_of_two_is_given_to_neither_and_told(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed("a,Zorva Men,ZM;Zorvans,gang,NO,,,,", "b,Zorva Militia,ZM,gang,NO,,,,"))  # fmt: skip
    assert {row["aliases"] for row in rows(tmp_path).values()} == {"Zorvans", ""}
    assert [(note.line, note.reason) for note in intake.notes] == [
        (2, "alias 'ZM' is a name of line 3 too; left out"),
        (3, "alias 'ZM' is a name of line 2 too; left out"),
    ]


@pytest.mark.parametrize("other", ["b,Zorva Militia,ZM,gang,SE,,,,", "b,Zorva Militia,ZM,gang,NO,2015,,,"])  # fmt: skip
def test_an_alias_of_two_in_other_countries_or_times_is_kept(tmp_path: Path, other: str) -> None:
    intake = taken(tmp_path, listed("a,Zorva Men,ZM,gang,NO,,2014,,", other))
    assert [row["aliases"] for row in rows(tmp_path).values()] == ["ZM", "ZM"]
    assert intake.notes == ()


def test_a_second_row_with_the_same_main_name_or_id_is_told(tmp_path: Path) -> None:
    text = listed("a,Zorva Men,,gang,NO,,,,", "b,zorva men,,gang,,,,,", "a,Essara Men,,gang,,,,,")
    intake = taken(tmp_path, text)
    assert list(rows(tmp_path)) == ["a"]
    assert "'zorva men' is the name of line 2 too" in intake.left[0].reason
    assert "id 'a' is that of line 2 too" in intake.left[1].reason


KNOWN = "x,Hamas,Zorvan Column,armed-group,PS,,,,"


def test_a_row_with_a_name_of_ours_is_left_out_and_told(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed(KNOWN, GUARDS))
    (told,) = intake.shared
    assert (told.line, told.reason) == (2, "has the name 'Hamas' of hamas")
    assert list(rows(tmp_path)) == ["river-guards"]
    assert intake.left == ()


@pytest.mark.parametrize("word", ["Norwegian", "Oslo"])
def test_an_adjective_and_a_seat_of_ours_are_names_of_ours_too(tmp_path: Path, word: str) -> None:
    intake = taken(tmp_path, listed(f"x,{word},,gang,NO,,,,"))
    assert intake.shared[0].reason == f"has the name {word!r} of norway"


def test_a_row_with_a_name_of_ours_may_be_joined_to_it(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed(KNOWN), shared="join")
    ours, laid = load().index.by_id["hamas"], load(tmp_path / "words").index.by_id["hamas"]
    assert set(laid.aliases) == {*ours.aliases, "Zorvan Column"}
    assert (laid.name, laid.kind, laid.source) == (ours.name, ours.kind, ours.source)
    assert intake.joined == 1
    assert "joined to hamas, which gets 'Zorvan Column'" in [note.reason for note in intake.notes]
    assert list(check(tmp_path / "words")) == []


def test_two_rows_are_joined_to_one_of_ours(tmp_path: Path) -> None:
    taken(tmp_path, listed(KNOWN, "y,Islamic Resistance Movement,Essara Column,armed-group,PS,,,,"), shared="join")  # fmt: skip
    assert {"Zorvan Column", "Essara Column"} <= set(only_row(tmp_path)["aliases"].split("|"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x,Hamas,Hezbollah,armed-group,,,,,", "has names of several actors: 'Hamas' of hamas, 'Hezbollah' of hezbollah"),
        ("x,Hamas,,person,PS,,,,", "to which it cannot be joined"),
        ("x,Hamas,,armed-group,PS,,,,", "adds no name to hamas"),
    ],
)  # fmt: skip
def test_what_cannot_be_joined_is_told(tmp_path: Path, line: str, told: str) -> None:
    intake = taken(tmp_path, listed(line), shared="join")
    assert told in intake.shared[0].reason
    assert intake.file is None
    assert not (tmp_path / "words").exists()


def test_a_row_with_a_name_of_ours_may_be_added_as_another(tmp_path: Path) -> None:
    taken(tmp_path, listed(KNOWN), shared="add")
    senses = load(tmp_path / "words").index.senses("Hamas")
    assert {sense.actor.id for sense in senses} == {"hamas", "x"}


def test_a_name_of_ours_of_another_country_is_another_name(tmp_path: Path) -> None:
    assert taken(tmp_path, listed(KNOWN.replace("PS", "NO"))).taken == 1


def test_an_id_of_ours_takes_the_place_of_our_row(tmp_path: Path) -> None:
    intake = taken(tmp_path, listed("hamas,Zorvan Column,,armed-group,PS,,,,"))
    assert intake.joined == 1
    assert load(tmp_path / "words").index.by_id["hamas"].name == "Zorvan Column"


def test_a_body_may_be_ours_or_of_the_list(tmp_path: Path) -> None:
    text = listed(
        GUARDS, "t,Adan Tor,,person,,,,river-guards,leader", "u,Bera Tor,,person,,,,hamas,"
    )
    taken(tmp_path, text)
    assert [row["body"] for row in rows(tmp_path).values()] == ["", "river-guards", "hamas"]


def test_who_belongs_to_a_row_that_is_left_out_is_left_out_too(tmp_path: Path) -> None:
    text = listed("g,Zorva Men,,militia,,,,,", "h,Zorva Youth,,gang,,,,g,", "t,Adan Tor,,person,,,,h,", GUARDS)  # fmt: skip
    assert [one.line for one in taken(tmp_path, text).left] == [2, 3, 4]
    assert list(rows(tmp_path)) == ["river-guards"]


def test_the_prefix_is_before_ids_and_bodies(tmp_path: Path) -> None:
    mapping = own(tmp_path, f'prefix = "z"\n{OWN}')
    text = listed(
        "7,Zorva Men,,gang,,,,,", "8,Adan Tor,,person,,,,7,", "9,Bera Tor,,person,,,,hamas,"
    )
    taken(tmp_path, text, mapping)
    assert {id_: row["body"] for id_, row in rows(tmp_path).items()} == {"z-7": "", "z-8": "z-7", "z-9": "hamas"}  # fmt: skip


def test_an_actor_without_an_id_has_its_name_in_whatever_script(tmp_path: Path) -> None:
    taken(
        tmp_path, listed(",Zörva Men,,gang,,,,,", ",Հայ Zorvan,,gang,,,,,", ",Ժողովուրդ,,gang,,,,,")
    )
    ids = list(rows(tmp_path))
    assert ids[1:] == ["zorva-men", "zorvan"]
    assert ids[0].startswith("actor-")


def test_the_same_list_may_come_again_and_another_needs_a_name(tmp_path: Path) -> None:
    taken(tmp_path, listed(GUARDS, "k,Zorva Men,,gang,,,,,"))
    taken(tmp_path, listed(GUARDS))
    assert list(rows(tmp_path)) == ["river-guards"]
    with pytest.raises(LexiconError, match=r"holds something else .# Imported from list as mine..; give this list another name"):  # fmt: skip
        taken(tmp_path, listed(GUARDS), label="another")
    intake = taken(tmp_path, listed(GUARDS), label="another", name="more")
    assert "id 'river-guards' stands in your actors/mine.csv:4 too" in intake.left[0].reason


def test_a_name_of_another_file_of_the_folder_is_told(tmp_path: Path) -> None:
    taken(tmp_path, listed(GUARDS))
    line = GUARDS.replace("river-guards", "rg")
    for shared in ("leave", "join"):
        intake = taken(tmp_path, listed(line), label="b", name="b", shared=shared)
        assert "'River Guards of Zorva' of river-guards" in intake.shared[0].reason


@pytest.mark.parametrize("name", ["../mine", "a/b", "", "A", "a.csv"])
def test_a_name_that_is_no_name_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LexiconError, match="no name of a file"):
        taken(tmp_path, listed(GUARDS), name=name or "..")


def test_a_list_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"no column 'title' as mine has it; there are a, b\. Give another mapping"):  # fmt: skip
        taken(tmp_path, "a,b\n1,2\n")
    with pytest.raises(LexiconError, match="not in utf-8-sig; save the list as UTF-8"):
        taken(tmp_path, "title\nZörva\n".encode("latin-1"))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    name=st.sampled_from(["ucdp", "acled", "wikidata", "followthemoney", "petrarch"]),
    cells=st.lists(st.text(alphabet='Zorva 4,"\n[]()<>!=|#+-_:;\x00\x85\u2028é،', max_size=30), max_size=8),
)  # fmt: skip
def test_whatever_a_list_holds_what_is_written_passes_the_check(
    tmp_path_factory: pytest.TempPathFactory, name: str, cells: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    mapping = ready(name)
    head = ",".join(mapping.columns["name"][:1])
    taken(folder, "\n".join([head, *cells]), mapping)
    assert list(check(folder / "words")) == []


def test_the_years_of_an_alias_are_not_those_of_the_actor(tmp_path: Path) -> None:
    pattern = "(?P<name>.+) [(](?P<start>[0-9]{4})-(?P<end>[0-9]{4})[)]"
    mapping = own(tmp_path, f'{OWN}[[name]]\nid = "years"\nmatches = "{pattern}"\n')
    taken(tmp_path, listed("a,Zorva Men (2001-2009),Zorvans (1990-1995),gang,,,,,"), mapping)
    row = only_row(tmp_path)
    assert (row["name"], row["aliases"]) == ("Zorva Men", "Zorvans")
    assert (row["start"], row["end"]) == ("2001", "2009")


def test_columns_that_a_list_lacks_are_told(tmp_path: Path) -> None:
    intake = taken(tmp_path, "title,sort\nZorva Men,gang\n")
    (note,) = intake.notes
    assert note.line == 0
    assert note.reason.endswith("key, others, where, from, to, of, as")
    assert only_row(tmp_path)["id"] == "zorva-men"
