"""Lists as UCDP, ACLED, Wikidata, followthemoney and PETRARCH give them, by the ready-made mappings. All rows are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.lexicon.check import check
from allegiance.lexicon.importing.mapping import mappings_of
from allegiance.lexicon.lexicon import DATA, load
from tests.lexicon.importing.listed import entity, only_row, ready, rows, taken

UCDP = (
    "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,NewName,NewNameFullMotherTongue,NewNameFullEng,Org,Location\n"
    "90001,ZRG [Zorvani],n/a,Gardes de la rivière de Zorva,River Guards of Zorva,,,,1,\"Myanmar (Burma), Norway\"\n"
    "90002,Zorvan herders,n/a,n/a,n/a,NA,,,3,Hyderabad\n"
)  # fmt: skip
ACLED = (
    "actor_name,first_event_date,last_event_date,event_count\n"
    "RGZ: River Guards of Zorva (Norway),01 January 2011,02 March 2013,4\n"
    "Military Forces of Norway (2011-2019) Zorva Guard,,,1\n"
    "Police Forces of Norway (2020-),,,1\n"
    "Hill Watch (Essara Faction),,,1\n"
    "Unidentified Armed Group (Norway),,,1\n"
    "Rioters (Norway),,,1\n"
)
WIKIDATA = (
    "item,itemLabel,itemAltLabel,kindLabel,countryCode,inception,dissolved\n"
    "http://www.wikidata.org/entity/Q900001,River Guards of Zorva,\"RGZ, Zorva Guards\",organization,NO,2011-01-01T00:00:00Z,2014-06-30T00:00:00Z\n"
    "http://www.wikidata.org/entity/Q900001,River Guards of Zorva,\"RGZ, Zorva Guards\",militia,SE,2011-01-01T00:00:00Z,2015-06-30T00:00:00Z\n"
    "http://www.wikidata.org/entity/Q900002,Q900002,,militia,NO,,\n"
)  # fmt: skip
PETRARCH = """<!-- A list of
invented actors -->
RIVER_GUARDS OF_ZORVA_ [NORREB]  # a remark
+GUARDS_OF_THE_RIVER_ ; an older remark
+RGZ

ADAN_ZORVA_TOR
\t[NORELI 650101-19991231]
\t[--- 20000101-20110228]
\t[NORGOV 20110301-140630]

<! -- Funds -->
ZORVA_AID_FUND [NGOHRI >20050101]  <!-- one -->
"""


def test_every_ready_made_mapping_is_found_sound() -> None:
    names = [path.stem for path in mappings_of(DATA)]
    assert names == ["acled", "followthemoney", "petrarch", "ucdp", "wikidata"]
    assert [problem for problem in check() if "imports" in problem] == []


def test_ucdp(tmp_path: Path) -> None:
    intake = taken(tmp_path, UCDP, ready("ucdp"))
    assert (intake.read, intake.taken, intake.left, intake.notes) == (2, 2, (), ())
    guards, herders = rows(tmp_path, "ucdp").values()
    assert guards["id"] == "ucdp-90001"
    assert (guards["name"], guards["kind"], guards["country"]) == ("ZRG", "armed-group", "MM|NO")
    assert guards["aliases"] == "Zorvani|Gardes de la rivière de Zorva|River Guards of Zorva"
    assert guards["source"] == "https://ucdp.uu.se/actor/90001"
    assert (herders["kind"], herders["aliases"], herders["country"]) == ("population", "", "IN")


def test_ucdp_in_the_encoding_of_its_older_editions(tmp_path: Path) -> None:
    taken(tmp_path, UCDP.encode("cp1252"), ready("ucdp"))
    assert "rivière" in rows(tmp_path, "ucdp")["ucdp-90001"]["aliases"]


def test_acled(tmp_path: Path) -> None:
    intake = taken(tmp_path, ACLED, ready("acled"))
    assert intake.passed == (("a crowd, no actor", 1), ("nobody knows who it was", 1))
    found = {row["name"]: row for row in rows(tmp_path, "acled").values()}
    guards = found["River Guards of Zorva"]
    assert (guards["aliases"], guards["country"], guards["start"]) == ("RGZ", "NO", "")
    army = found["Military Forces of Norway Zorva Guard"]
    assert (army["kind"], army["country"]) == ("military", "NO")
    assert (army["start"], army["end"]) == ("2011", "2019")
    police = found["Police Forces of Norway"]
    assert (police["kind"], police["start"], police["end"]) == ("government", "2020", "")
    assert found["Hill Watch (Essara Faction)"]["country"] == ""


def test_actors_of_a_table_of_acled_events_are_taken_once(tmp_path: Path) -> None:
    events = "event_id_cnty,actor1,inter1,country\n1,Zorva Guards,Rebel group,Norway\n2,Zorva Guards,Rebel group,Sweden\n"
    assert taken(tmp_path, events, ready("acled")).read == 1
    assert only_row(tmp_path, "acled")["country"] == "NO|SE"


def test_wikidata(tmp_path: Path) -> None:
    intake = taken(tmp_path, WIKIDATA, ready("wikidata"))
    row = only_row(tmp_path, "wikidata")
    assert row["id"] == "wikidata-q900001"
    assert row["source"] == "https://www.wikidata.org/wiki/Q900001"
    assert (row["kind"], row["aliases"], row["country"]) == ("armed-group", "RGZ|Zorva Guards", "NO|SE")  # fmt: skip
    assert (row["start"], row["end"]) == ("2011", "")
    (note,) = intake.notes
    assert (note.line, note.reason) == (2, "end is 2014-06-30 and 2015-06-30; left empty")
    assert intake.passed == (("it has no name in the language of the query", 1),)


def test_followthemoney(tmp_path: Path) -> None:
    text = (
        entity("NK-1", "Organization", name=["River Guards of Zorva"], alias=["RGZ"], weakAlias=["Zorvo"], country=["no", "zz"], incorporationDate=["2011-03"], sourceUrl=["https://a.example/rgz"])
        + entity("NK-2", "Organization", name=["Zorva Defence Corps"], topics=["mil"], jurisdiction=["suhh"])
        + entity("NK-3", "Ownership", owner=["NK-1"], asset=["NK-2"])
        + "[1]\n{\n"
        + entity("NK-4", "Person", name=["Adan Tor"])
    )  # fmt: skip
    intake = taken(tmp_path, text, ready("followthemoney"))
    found = rows(tmp_path, "followthemoney")
    guards = found["ftm-nk-1"]
    assert (guards["aliases"], guards["country"], guards["start"]) == ("RGZ", "NO", "2011-03")
    assert (guards["kind"], guards["source"]) == ("organisation", "https://a.example/rgz")
    corps = found["ftm-nk-2"]
    assert (corps["kind"], corps["country"]) == ("military", "RU")
    assert corps["source"] == "https://www.opensanctions.org/entities/NK-2/"
    assert found["ftm-nk-4"]["kind"] == "person"
    assert [one.line for one in intake.left] == [4, 5]
    assert all("no followthemoney entity" in one.reason for one in intake.left)
    assert intake.passed == (("no actor, but a thing or a link", 1),)


def test_petrarch(tmp_path: Path) -> None:
    intake = taken(tmp_path, PETRARCH, ready("petrarch"))
    assert (intake.taken, intake.left) == (3, ())
    found = {row["name"]: row for row in rows(tmp_path, "petrarch").values()}
    guards = found["River Guards of Zorva"]
    assert (guards["kind"], guards["country"]) == ("armed-group", "NO")
    assert guards["aliases"] == "Guards of the River|RGZ"
    person = found["Adan Zorva Tor"]
    assert (person["kind"], person["start"], person["end"]) == ("person", "1965-01-01", "2014-06-30")  # fmt: skip
    fund = found["Zorva Aid Fund"]
    assert (fund["kind"], fund["country"]) == ("organisation", "")
    assert (fund["start"], fund["end"]) == ("2005-01-01", "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("\t[NORREB 20110230]", "'20110230' are no days; write <DATE, >DATE or DATE-DATE"),
        ("\t[NORREB >20110230]", "'20110230' is no day; write YYYYMMDD or YYMMDD"),
        ("\t[NORREB <2011]", "'2011' is no day"),
        ("\t[NORREB 20140101-20110101]", "begins after it ends"),
        ("\t[]", "is no code; write [CODE]"),
    ],
)
def test_an_entry_of_petrarch_with_a_broken_line_is_left_out_whole(
    tmp_path: Path, line: str, told: str
) -> None:
    text = f"ZORVA_GUARDS [NORREB]\n{line}\n+HILLMEN_OF_ZORVA\n\nESSARA_GUARDS [NORREB]\n"
    intake = taken(tmp_path, text, ready("petrarch"))
    (left,) = intake.left
    assert left.line == 2
    assert told in left.reason
    assert only_row(tmp_path, "petrarch")["name"] == "Essara Guards"
    assert only_row(tmp_path, "petrarch")["aliases"] == ""


def test_a_line_of_petrarch_before_any_phrase_is_told(tmp_path: Path) -> None:
    (left,) = taken(tmp_path, "+HILLMEN\n", ready("petrarch")).left
    assert (left.line, left.reason) == (1, "'+HILLMEN' belongs to no phrase; put the phrase before it")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [("ucdp", UCDP), ("acled", ACLED), ("wikidata", WIKIDATA), ("petrarch", PETRARCH)],
)
def test_what_is_written_passes_the_check_and_can_be_laid_over_ours(
    tmp_path: Path, name: str, text: str
) -> None:
    intake = taken(tmp_path, text, ready(name))
    assert list(check(tmp_path / "words")) == []
    laid = load(tmp_path / "words")
    assert len(laid.actors) == len(load().actors) + intake.taken
    first = next(iter(rows(tmp_path, name).values()))
    assert first["id"] in {sense.actor.id for sense in laid.index.senses(first["name"])}


def test_the_same_list_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "words" / "actors" / "ucdp.csv"
    taken(tmp_path, UCDP, ready("ucdp"))
    before = path.read_bytes()
    taken(tmp_path, UCDP, ready("ucdp"))
    assert path.read_bytes() == before
