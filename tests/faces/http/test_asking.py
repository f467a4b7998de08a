"""Every address that tells something: what it tells, through which filter, and in which form."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

import pytest
from starlette.testclient import TestClient

from allegiance import session
from tests.export.told import DAWN, FRONT, GUARDS, ODD

DAWN_ID, FRONT_ID, GUARDS_ID = "actor-dawn-brigade", "actor-northern-front", "actor-river-guards"
TABLES = (
    "network", "history", "changes", "claims", "events", "actors", "conflicts", "places", "days"
)  # fmt: skip


def get(api: TestClient, path: str, **query: Any) -> Any:  # JSON holds anything.
    answer = api.get(f"/api/v1{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def rows(api: TestClient, path: str, **query: Any) -> list[Any]:
    found: list[Any] = get(api, path, **query)["rows"]
    return found


def names(network: Any) -> set[tuple[str, str, str | None]]:
    named = {one["id"]: one["name"] for one in (*network["actors"], *network["places"])}
    return {
        (named[one["source"]], one["predicate"], named.get(one["target"] or one["place"]))
        for one in network["relations"]
    }


def test_about_tells_what_the_store_holds(quiet: TestClient) -> None:
    about = get(quiet, "/about")
    assert (about["articles"], about["claims"], about["reviewer"]) == (6, 15, "Mara")
    assert (about["first_day"], about["last_day"]) == ("2013-05-01", "2014-05-01")
    assert {one["value"]: one["count"] for one in about["publishers"]}["Meridian Wire"] == 2
    assert set(session.exports()) == set(about["formats"])


def test_the_codebook_has_label_definition_and_sign_of_every_predicate(quiet: TestClient) -> None:
    entries = {
        (one["kind"], one["predicate"]): one for one in get(quiet, "/codebook")["predicates"]
    }
    assert entries["relation", "alliance"]["sign"] == 1
    assert entries["relation", "rivalry"]["sign"] == -1
    assert entries["relation", "truce"]["sign"] == 0
    assert entries["event", "assault"]["sign"] is None
    assert not entries["relation", "affiliate"]["symmetric"]
    assert entries["relation", "succession"]["renames"]
    assert not entries["relation", "split"]["renames"]
    assert all(one["label"] and one["definition"] and one["example"] for one in entries.values())


def test_the_network_is_that_of_the_day(quiet: TestClient) -> None:
    before = get(quiet, "/network", on="2013-06-15")["network"]
    after = get(quiet, "/network", on="2014-03-15")["network"]
    assert (DAWN, "affiliate", FRONT) in names(before)
    assert (DAWN, "affiliate", FRONT) not in names(after)
    assert (DAWN, "split", FRONT) in names(after)


def test_the_network_knows_nothing_published_later(quiet: TestClient) -> None:
    known = get(quiet, "/network", on="2014-03-15", known_by="2014-01-01")["network"]
    assert (DAWN, "affiliate", FRONT) in names(known)
    assert known["known_by"] == "2014-01-01"


def test_the_best_witnessed_actors_are_kept_and_the_others_counted(quiet: TestClient) -> None:
    whole = get(quiet, "/network", on="2013-06-15")
    clipped = get(quiet, "/network", on="2013-06-15", limit=2)
    drawn, all_drawn = clipped["network"], whole["network"]
    assert len(drawn["actors"]) == 2
    for what in ("actors", "relations", "events"):
        assert len(drawn[what]) + clipped["hidden"][what] == len(all_drawn[what])
    kept = {one["id"] for one in drawn["actors"]}
    assert all({one["source"], one["target"]} - {None} <= kept for one in drawn["relations"])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({"kind": "alliance"}, {"alliance"}),
        ({"kind": ["control", "leadership"]}, {"control", "leadership"}),
        ({"kind": "assault"}, set()),
        ({"source": "=cmd()"}, {"control", "rivalry"}),
        ({"reviewed_only": True}, set()),
        ({"min_witnesses": 2}, {"affiliate"}),
    ],
)
def test_the_filter_chooses_relations(
    quiet: TestClient, query: dict[str, Any], wanted: set[str]
) -> None:
    network = get(quiet, "/network", on="2013-06-15", **query)["network"]
    assert {one["predicate"] for one in network["relations"]} == wanted


def test_a_kind_of_event_chooses_events_of_the_map(quiet: TestClient) -> None:
    network = get(quiet, "/network", on="2013-06-15", kind="accuse")["network"]
    assert [one["predicate"] for one in network["events"]] == ["accuse"]


def test_an_actor_is_found_by_name_and_by_id(quiet: TestClient) -> None:
    by_name = get(quiet, "/history", actor=FRONT)
    assert by_name == get(quiet, "/history", actor=FRONT_ID)
    assert by_name["history"]["about"] == FRONT_ID


def test_conflicts_stand_side_by_side(quiet: TestClient) -> None:
    found = rows(quiet, "/conflicts", about="tie")
    assert found
    assert all(one["kind"] == "tie" and len(one["sides"]) >= 2 for one in found)
    assert rows(quiet, "/conflicts", about="toll", kind="alliance") == []


def test_balance_is_of_the_filtered_map(quiet: TestClient) -> None:
    whole, few = (
        get(quiet, "/balance", on="2013-06-15", **query) for query in ({}, {"kind": "alliance"})
    )
    assert {tuple(one["predicates"]) for one in few["bonds"]} == {("alliance",)}
    assert ["affiliate"] in [one["predicates"] for one in whole["bonds"]]


def test_actors_come_with_how_much_is_told_of_them(quiet: TestClient) -> None:
    found = {one["actor"]["id"]: one for one in rows(quiet, "/actors")}
    assert found[DAWN_ID]["reports"] == 3
    assert found[DAWN_ID]["relations"] >= 4
    assert found[GUARDS_ID]["events"] >= 2
    assert [one["actor"]["id"] for one in rows(quiet, "/actors", q="riv gua")] == [GUARDS_ID]
    assert get(quiet, "/actors", q="nobody at all")["total"] == 0


def test_a_profile_is_that_of_the_session(quiet: TestClient) -> None:
    profile = get(quiet, f"/actors/{DAWN_ID}")
    assert profile["actor"]["name"] == DAWN
    assert "leaders" in {one["section"] for one in profile["lines"]}


def test_an_overview_has_of_each_section_so_many_lines(quiet: TestClient) -> None:
    whole = get(quiet, f"/actors/{DAWN_ID}")
    part = get(quiet, f"/actors/{DAWN_ID}/overview", lines=1)
    assert part["actor"] == whole["actor"]
    counts = {one["section"]: one["total"] for one in part["sections"]}
    assert sum(counts.values()) == len(whole["lines"])
    assert all(len(one["lines"]) == 1 for one in part["sections"])
    (alone,) = get(quiet, f"/actors/{DAWN_ID}/overview", section="leaders")["sections"]
    assert [one["line"] for one in alone["lines"]] == [
        one for one in whole["lines"] if one["section"] == "leaders"
    ]


def test_claims_have_their_words_parties_and_report(quiet: TestClient) -> None:
    page = get(quiet, "/claims", kind="alliance", stance="denied")
    (row,) = page["rows"]
    assert page["total"] == 1
    assert [(one["role"], one["actor"]["name"]) for one in row["parties"]] == [
        ("source", DAWN),
        ("target", GUARDS),
    ]
    assert DAWN in row["sentence"]
    assert row["report"]["publisher"] == "Meridian Wire"
    assert (row["use"], row["state"]) == ("denied", "open")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({}, 15),
        ({"kind": ["assault", "accuse"]}, 3),
        ({"stance": "alleged"}, 1),
        ({"phase": ["begins", "ends"]}, 4),
        ({"source": "Meridian Wire"}, 6),
        ({"actor": FRONT}, 5),
        ({"q": "affiliate"}, 2),
        ({"q": "no such words"}, 0),
        ({"state": "rejected"}, 0),
        ({"min_confidence": 0.95}, 0),
        ({"known_by": "2013-05-15"}, 3),
        ({"from": "2013-05-30", "to": "2013-06-01"}, 4),
    ],
)
def test_the_filter_chooses_claims(quiet: TestClient, query: dict[str, Any], wanted: int) -> None:
    assert get(quiet, "/claims", **query)["total"] == wanted


def test_facets_count_what_would_fit_were_nothing_of_them_chosen(quiet: TestClient) -> None:
    everything = get(quiet, "/claims")["facets"]
    chosen = get(quiet, "/claims", kind="alliance", stance="denied")["facets"]
    counts = {one["value"]: one["count"] for one in chosen["stance"]}
    assert counts["denied"] == 1
    assert sum(counts.values()) == sum(
        one["count"] for one in everything["predicate"] if one["value"] == "alliance"
    )
    assert {one["label"] for one in everything["actor"]} >= {DAWN, FRONT, GUARDS}


def test_a_year_has_as_many_claims_as_its_facet_says(quiet: TestClient) -> None:
    years = get(quiet, "/claims")["facets"]["year"]
    assert years
    for year in years:
        days = {"from": f"{year['value']}-01-01", "to": f"{year['value']}-12-31"}
        found = get(quiet, "/claims", **days)
        assert found["total"] == year["count"]
        # Other years stay in sight, to be chosen instead.
        assert found["facets"]["year"] == years


def test_claims_are_sorted_as_asked(quiet: TestClient) -> None:
    predicates = [one["predicate"] for one in rows(quiet, "/claims", sort="predicate")]
    assert predicates == sorted(predicates)
    days = [
        one["report"]["published"]["start"] for one in rows(quiet, "/claims", sort="-published")
    ]
    assert days == sorted(days, reverse=True)


def test_a_claim_is_explained_by_its_id_and_several_at_once(quiet: TestClient) -> None:
    ids = [one["id"] for one in rows(quiet, "/claims", limit=3)]
    alone = [get(quiet, f"/claims/{one}") for one in ids]
    assert [one["claim"]["id"] for one in alone] == ids
    assert get(quiet, "/explanations", claim=ids) == alone
    # A link may come from another store.
    assert get(quiet, "/explanations", claim=[*ids, "claim-0000000000000000"]) == alone
    assert get(quiet, f"/claims/{ids[0].removeprefix('claim-')[:12]}") == alone[0]


def test_events_come_with_names_and_open_to_their_witnesses(quiet: TestClient) -> None:
    page = get(quiet, "/events", kind="assault", place=place_id(quiet))
    (row,) = page["rows"]
    assert (row["source"]["name"], row["target"]["name"]) == (DAWN, GUARDS)
    assert row["site"]["name"] == "Essara"
    told = get(quiet, f"/events/{row['event']['id']}")
    assert told["row"] == row
    assert [one["witness"] for one in told["groups"]] == ["=cmd()"]
    (explanation,) = told["groups"][0]["explanations"]
    assert explanation["claim"]["id"] in row["event"]["claim_ids"]


def place_id(api: TestClient) -> str:
    (place,) = get(api, "/places")["places"]
    found: str = place["place"]["id"]
    return found


def test_places_tell_what_was_done_and_who_holds_them(quiet: TestClient) -> None:
    found = get(quiet, "/places")
    (place,) = found["places"]
    assert place["events"] == [{"predicate": "assault", "count": 1}]
    assert place["deaths"] == {"low": 3, "high": None}
    assert [one["predicate"] for one in place["controls"]] == ["control"]
    assert [one["name"] for one in found["actors"]] == [FRONT]
    assert (place["radius_km"], place["kind"]) == (5.0, "city")
    assert found["unplaced"] == get(quiet, "/events")["total"] - 1


def test_places_tell_only_what_is_asked_for(quiet: TestClient) -> None:
    for days in ({}, {"on": "2013-06-02"}):
        both = get(quiet, "/places", **days)
        done, held = (get(quiet, "/places", only=one, **days) for one in ("events", "holders"))
        assert [row for row in both["places"] if row["events"]]
        for row in done["places"]:
            assert row["events"]
            assert row["controls"] == []
        assert {row["place"]["id"]: row["events"] for row in both["places"] if row["events"]} == {
            row["place"]["id"]: row["events"] for row in done["places"]
        }
        assert [row["controls"] for row in held["places"]] == [
            row["controls"] for row in both["places"] if row["controls"]
        ]
        assert not any(row["events"] for row in held["places"])
        assert (held["actors"], done["actors"]) == (both["actors"], [])


def test_places_of_one_day_are_those_of_its_map(quiet: TestClient) -> None:
    assert get(quiet, "/places", on="2013-05-01")["places"] == []
    assert len(get(quiet, "/places", on="2013-06-02")["places"]) == 1


def test_days_count_every_event_once_and_say_what_is_uncertain(quiet: TestClient) -> None:
    total = get(quiet, "/events")["total"]
    for grain in ("day", "week", "month", "quarter", "year"):
        stretches = get(quiet, "/days", grain=grain)
        assert sum(one["events"] for one in stretches) == total
        assert all(one["start"] < one["end"] for one in stretches)
    (may,) = [one for one in get(quiet, "/days") if one["start"] == "2013-05-01"]
    assert (may["end"], may["events"], may["uncertain"]) == ("2013-06-01", 1, 0)


def test_articles_are_listed_and_marked(quiet: TestClient) -> None:
    listed = rows(quiet, "/articles")
    assert [one["known_on"] for one in listed] == sorted(
        (one["known_on"] for one in listed), reverse=True
    )
    first = listed[-1]
    assert first["claims"] == 3
    read = get(quiet, f"/articles/{first['report']['article_id']}")
    marks = {(one["what"], read["text"][slice(*one["span"])]) for one in read["marks"]}
    assert ("actor", "General Rook") in marks
    assert {what for what, _ in marks} >= {"claim", "actor", "statement"}
    claims = {one["id"] for one in read["marks"] if one["what"] == "claim"}
    assert all(get(quiet, f"/claims/{one}")["claim"]["id"] == one for one in claims)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [({"source": "Meridian Wire"}, 2), ({"actor": FRONT}, 3), ({"q": "accuse"}, 1),
     ({"from": "2014-03-01"}, 3), ({"known_by": "2013-05-01"}, 1)],
)  # fmt: skip
def test_the_filter_chooses_articles(quiet: TestClient, query: dict[str, Any], wanted: int) -> None:
    assert get(quiet, "/articles", **query)["total"] == wanted


def test_search_finds_words(quiet: TestClient) -> None:
    hits = get(quiet, "/search", q="storm legion")
    assert hits
    assert all("Storm" in one["snippet"] for one in hits)


@pytest.mark.parametrize("name", TABLES)
def test_every_list_is_a_table_by_suffix_and_by_header(quiet: TestClient, name: str) -> None:
    by_suffix = quiet.get(f"/api/v1/{name}.csv")
    by_header = quiet.get(f"/api/v1/{name}", headers={"Accept": "text/csv"})
    assert by_suffix.content == by_header.content
    assert by_suffix.headers["content-type"] == "text/csv; charset=utf-8"
    heading, *lines = csv.reader(io.StringIO(by_suffix.text))
    assert lines
    assert all(len(line) == len(heading) for line in lines)


def test_no_cell_of_a_table_is_a_formula(quiet: TestClient) -> None:
    lines = csv.DictReader(io.StringIO(quiet.get("/api/v1/claims.csv").text))
    publishers = {line["publisher"] for line in lines}
    assert "'=cmd()" in publishers
    assert not {one for one in publishers if one.startswith("=")}


@pytest.mark.parametrize("layout", ["csv", "jsonl", "geojson"])
def test_an_export_is_a_file_to_download(quiet: TestClient, layout: str) -> None:
    answer = quiet.get(f"/api/v1/export/{layout}", params={"actor": DAWN_ID})
    assert answer.status_code == 200
    assert re.search(rf'filename="allegiance-{layout}\.', answer.headers["content-disposition"])
    if layout == "csv":
        assert "claims.csv" in zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    else:
        assert DAWN in answer.text


def test_names_of_strangers_come_as_text_in_json(quiet: TestClient) -> None:
    answer = quiet.get("/api/v1/actors", params={"q": "storm"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["rows"][0]["actor"]["name"] == ODD


def test_a_whole_list_is_what_its_pages_are(
    quiet: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allegiance.faces.http.answers.ROWS_AT_ONCE", 2)
    for name in ("claims", "events", "actors", "conflicts", "changes"):
        page = get(quiet, f"/{name}", limit=1000)
        assert get(quiet, f"/{name}", whole=True) == page
        table = quiet.get(f"/api/v1/{name}.csv")
        assert table.content == quiet.get(f"/api/v1/{name}.csv", params={"limit": 1000}).content
        tag = {"If-None-Match": table.headers["ETag"]}
        assert quiet.get(f"/api/v1/{name}.csv", headers=tag).status_code == 304
    assert quiet.get("/api/v1/claims", params={"whole": True, "cursor": "x"}).status_code == 422


def test_ties_are_the_relations_of_the_history_each_once(quiet: TestClient) -> None:
    asked = {"alleged": True}
    told = [one["relation"] for one in get(quiet, "/history", **asked)["history"]["intervals"]]
    ties = get(quiet, "/ties", **asked)
    key = ("predicate", "source", "target", "place")
    assert {tuple(one[name] for name in key) for one in ties} == {
        tuple(one[name] for name in key) for one in told
    }
    assert len(ties) == len({one["id"] for one in told})
    assert get(quiet, "/ties", min_witnesses=1000) == []
