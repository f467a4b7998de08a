"""Histories and changes: as much as a page has room for, the rest counted, and all of it where it is asked for."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from allegiance import session
from allegiance.records.canonical import plain


def get(api: TestClient, path: str, **query: Any) -> Any:  # JSON holds anything.
    answer = api.get(f"/api/v1{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def parties(interval: Any) -> set[str]:
    relation = interval["relation"]
    return {one for one in (relation["source"], relation["target"]) if one}


def ids(actors: Iterable[Any], *, persons: bool) -> list[str]:
    return [one["id"] for one in actors if (one["kind"] == "person") == persons]


def ranked(whole: Any) -> list[str]:
    """Groups, the best-witnessed first."""
    told = Counter[str]()
    for one in whole["intervals"]:
        told.update(dict.fromkeys(parties(one), one["relation"]["witnesses"]))
    # They come by name, which decides between equals.
    return sorted(ids(whole["actors"], persons=False), key=lambda one: -told[one])


def test_changes_tell_of_the_world_or_of_knowledge(quiet: TestClient) -> None:
    february = get(quiet, "/changes", **{"from": "2014-02-01", "to": "2014-02-28"})
    world = [one["change"] for one in february["rows"]]
    assert "split" in {one["what"] for one in world}
    learned = [one["change"] for one in get(quiet, "/changes", known_from="2014-01-01")["rows"]]
    assert {"learned"} <= {one["what"] for one in learned}
    assert all(one["when"] is None for one in learned)


def test_changes_are_counted_by_what_they_are(quiet: TestClient) -> None:
    found = get(quiet, "/changes", limit=1000)
    told = [one["change"] for one in found["rows"]]
    for facet, of in (
        ("what", [one["what"] for one in told]),
        ("predicate", [one["interval"]["relation"]["predicate"] for one in told]),
    ):
        counted = {one["value"]: one["count"] for one in found["facets"][facet]}
        assert counted == Counter(of)
    assert found["facets"] == get(quiet, "/changes", limit=1)["facets"]


def test_a_change_bears_the_names_of_its_relation(quiet: TestClient) -> None:
    found = get(quiet, "/changes", alleged=True)["rows"]
    assert {bool(one["site"]) for one in found} == {True, False}
    for one in found:
        relation = one["change"]["interval"]["relation"]
        assert one["source"]["id"] == relation["source"]
        assert (one["target"] or {}).get("id") == relation["target"]
        assert (one["site"] or {}).get("id") == relation["place"]


def test_pages_of_changes_are_the_changes_of_the_session(quiet: TestClient, db: Path) -> None:
    with session.open(db, create=False) as store:
        wanted = [plain(one) for one in store.changes().changes]
    found: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = get(quiet, "/changes", limit=2, **cursor)
        found += [one["change"] for one in page["rows"]]
        assert page["total"] == len(wanted)
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert len(wanted) > 2
    assert found == wanted


def test_a_history_is_of_the_best_witnessed_and_counts_the_others(quiet: TestClient) -> None:
    whole = get(quiet, "/history", limit=1000)
    assert set(whole["hidden"].values()) == {0}
    some = get(quiet, "/history", limit=2)
    best = ranked(whole["history"])
    assert set(ids(some["history"]["actors"], persons=False)) == set(best[:2])
    kept = {one["id"] for one in some["history"]["actors"]}
    between = [one for one in whole["history"]["intervals"] if parties(one) <= kept]
    assert some["history"]["intervals"] == between
    assert some["hidden"]["groups"] == len(best) - 2
    assert some["hidden"]["intervals"] == len(whole["history"]["intervals"]) - len(between)


def test_a_history_without_places_says_how_many_relations_to_them_there_are(
    quiet: TestClient,
) -> None:
    whole = get(quiet, "/history", limit=1000)["history"]["intervals"]
    some = get(quiet, "/history", limit=1000, places=False)
    of_actors = [one for one in whole if one["relation"]["target"] is not None]
    assert some["history"]["intervals"] == of_actors
    hidden = some["hidden"]
    assert hidden["to_places"] + hidden["intervals"] == len(whole) - len(of_actors) > 0


def test_a_history_keeps_whom_one_asks_for_and_then_those_tied_to_them(quiet: TestClient) -> None:
    whole = get(quiet, "/history", limit=1000)["history"]
    last = ranked(whole)[-1]
    assert last not in {one["id"] for one in get(quiet, "/history", limit=2)["history"]["actors"]}
    near = {party for one in whole["intervals"] if last in parties(one) for party in parties(one)}
    kept = get(quiet, "/history", limit=2, keep=last)["history"]
    assert last in {one["id"] for one in kept["actors"]}
    assert set(ids(kept["actors"], persons=False)) <= near


def test_a_table_of_the_history_is_whole_by_itself(quiet: TestClient) -> None:
    whole = get(quiet, "/history", limit=1000)["history"]["intervals"]
    lines = list(csv.DictReader(io.StringIO(quiet.get("/api/v1/history.csv").text)))
    assert [one["interval"] for one in lines] == [one["id"] for one in whole]
    some = quiet.get("/api/v1/history.csv", params={"limit": 1}).text
    assert len(some.splitlines()) <= len(lines)
