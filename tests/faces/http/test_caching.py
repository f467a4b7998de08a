"""Pages of long lists, answers that have not changed, and what is said of bad input."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from allegiance.faces.http.cursors import cursor_of, key_of
from allegiance.store.store import open_store
from tests.export.told import DAWN, FRONT
from tests.faces.http.conftest import asking
from tests.telling import Said, keep, report

LISTS = ("claims", "events", "actors", "articles")


def walk(api: TestClient, name: str, **query: Any) -> list[Any]:
    """All rows of a list, a page at a time."""
    found: list[Any] = []
    while True:
        page = api.get(f"/api/v1/{name}", params=query).json()
        found += page["rows"]
        if page["next"] is None:
            return found
        query["cursor"] = page["next"]


@pytest.mark.parametrize("name", LISTS)
def test_pages_together_are_the_whole_list(quiet: TestClient, name: str) -> None:
    whole = quiet.get(f"/api/v1/{name}").json()
    assert walk(quiet, name, limit=2) == whole["rows"]
    assert len(whole["rows"]) == whole["total"] > 2


@pytest.mark.parametrize("sort", ["when", "-when", "witnesses", "-witnesses", "confidence",
                                  "-confidence", "predicate"])  # fmt: skip
def test_pages_of_events_hold_in_every_order(quiet: TestClient, sort: str) -> None:
    whole = quiet.get("/api/v1/events", params={"sort": sort}).json()
    assert walk(quiet, "events", limit=2, sort=sort) == whole["rows"]
    worth = [sorted_by(row, sort.removeprefix("-")) for row in whole["rows"]]
    assert worth == sorted(worth, reverse=sort.startswith("-"))
    assert len(worth) == whole["total"] > 2


def sorted_by(row: dict[str, Any], name: str) -> Any:
    """What a row of the events is sorted by."""
    return row["event"]["day"] if name == "when" else row.get(name, row["event"].get(name))


@pytest.mark.parametrize("sort", ["published", "-published", "when", "-when", "confidence",
                                  "-confidence", "predicate", "publisher"])  # fmt: skip
def test_pages_hold_in_every_order(quiet: TestClient, sort: str) -> None:
    whole = quiet.get("/api/v1/claims", params={"sort": sort}).json()["rows"]
    assert walk(quiet, "claims", limit=4, sort=sort) == whole


def test_a_cursor_stays_right_while_claims_are_added(api: TestClient, db: Path) -> None:
    before = [one["id"] for one in api.get("/api/v1/claims").json()["rows"]]
    first = api.get("/api/v1/claims", params={"limit": 5}).json()
    store = open_store(db)
    keep(
        store,
        report("2015-01-01", Said(DAWN, "alliance", FRONT), publisher="New Post"),
        report("2013-05-02", Said(FRONT, "alliance", DAWN), publisher="New Post"),
    )
    store.close()
    rest = walk(api, "claims", cursor=first["next"], limit=5)
    seen = [one["id"] for one in (*first["rows"], *rest)]
    # Nothing twice, nothing left out; what came in behind the cursor is there, what came in before it is not.
    assert [one for one in seen if one in before] == before
    assert len(seen) == len(set(seen)) == len(before) + 1


def test_a_table_tells_in_a_link_where_it_goes_on(quiet: TestClient) -> None:
    answer = quiet.get("/api/v1/claims.csv", params={"limit": 5})
    assert len(answer.text.splitlines()) == 6
    behind = answer.links["next"]["url"]
    assert behind.startswith("/api/v1/claims.csv?")
    assert quiet.get(behind).text.splitlines()[1] not in answer.text


def test_a_cursor_says_what_it_was_made_of() -> None:
    assert key_of(cursor_of(("2014-02-03", "claim-é"), "when"), "when") == ("2014-02-03", "claim-é")


def test_what_has_not_changed_is_not_sent_again(api: TestClient) -> None:
    first = api.get("/api/v1/network")
    again = api.get("/api/v1/network", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    weak = {"If-None-Match": f'"other", W/{first.headers["etag"]}'}
    assert api.get("/api/v1/network", headers=weak).status_code == 304


def test_a_table_has_another_tag_than_the_same_in_json(api: TestClient) -> None:
    tag = api.get("/api/v1/network").headers["etag"]
    assert api.get("/api/v1/network.csv", headers={"If-None-Match": tag}).status_code == 200


def test_what_is_added_or_decided_changes_the_tag(api: TestClient, db: Path) -> None:
    tags = [api.get("/api/v1/about").headers["etag"]]
    store = open_store(db)
    keep(store, report("2015-01-01", Said(DAWN, "alliance", FRONT), publisher="New Post"))
    store.close()
    tags.append(api.get("/api/v1/about").headers["etag"])
    claim = api.get("/api/v1/claims").json()["rows"][0]["id"]
    api.post(f"/api/v1/review/{claim}", json={"verdict": "accepted"})
    tags.append(api.get("/api/v1/about").headers["etag"])
    assert len(set(tags)) == 3


def test_a_store_of_as_many_other_claims_has_another_tag(tmp_path: Path) -> None:
    tags = set()
    for name in (DAWN, FRONT):
        # The same address, as when a store is made anew where one was.
        db = tmp_path / "war.db"
        db.unlink(missing_ok=True)
        store = open_store(db)
        keep(store, report("2015-01-01", Said(name, "rivalry", "River Guards")))
        store.close()
        for api in asking(db):
            tags.add(api.get("/api/v1/network").headers["etag"])
    assert len(tags) == 2


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/network?on=yesterday", 422, "query on"),
        ("/network?kind=friendship", 422, "friendship"),
        ("/network?min_confidence=2", 422, "query min_confidence"),
        ("/history?from=2014-02-02&to=2014-02-01", 422, "comes after"),
        ("/changes?known_from=2014-02-02&known_by=2014-02-01", 422, "comes after"),
        ("/network?actor=Nobody At All", 404, "names 'Nobody At All'"),
        ("/network?actor=Dawn Brigade", 409, "may be 2 actors"),
        ("/claims?cursor=%C3%A9", 422, "no cursor"),
        ("/claims?cursor=W10", 422, "no cursor"),
        ("/claims?sort=length", 422, "query sort"),
        ("/claims?limit=0", 422, "query limit"),
        ("/claims/claim-zero", 404, "claim-zero"),
        ("/explanations", 422, "query claim"),
        ("/events/event-0", 404, "event-0"),
        ("/articles/article-0", 404, "article-0"),
        ("/jobs/job-0", 404, "job-0"),
        ("/export/word", 422, "'word'"),
        ("/about.csv", 404, "about.csv"),
        ("/nothing", 404, "/api/v1/nothing"),
    ],
)
def test_bad_input_is_a_problem_with_place_and_remedy(
    quiet: TestClient, path: str, status: int, words: str
) -> None:
    answer = quiet.get(f"/api/v1{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert words in problem["detail"]
    assert problem["remedy"]
    assert problem["status"] == status


def test_several_actors_of_a_name_are_told(quiet: TestClient) -> None:
    problem = quiet.get("/api/v1/network", params={"actor": DAWN}).json()
    assert len(problem["candidates"]) == 2
    assert all(one.startswith("actor-") for one in problem["candidates"])


def test_a_cursor_of_another_list_is_no_cursor_of_this(quiet: TestClient) -> None:
    behind = quiet.get("/api/v1/actors", params={"limit": 1}).json()["next"]
    assert quiet.get("/api/v1/articles", params={"cursor": behind}).status_code == 422
    of_order = quiet.get("/api/v1/claims", params={"limit": 1, "sort": "when"}).json()["next"]
    assert quiet.get("/api/v1/claims", params={"cursor": of_order}).status_code == 422
