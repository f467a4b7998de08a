"""What persons decide over the API: reviews, one and many, who is who, taking back, the queue."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.export.told import DAWN, GUARDS

DAWN_ID, GUARDS_ID = "actor-dawn-brigade", "actor-river-guards"


def get(api: TestClient, path: str, **query: Any) -> Any:  # JSON holds anything.
    return api.get(f"/api/v1{path}", params=query).json()


def post(api: TestClient, path: str, status: int = 200, **body: Any) -> Any:
    answer = api.post(f"/api/v1{path}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def claim(api: TestClient, **query: Any) -> str:
    found: str = get(api, "/claims", **query)["rows"][0]["id"]
    return found


def predicates(api: TestClient, on: str = "2013-06-15", **query: Any) -> set[str]:
    network = get(api, "/network", on=on, **query)["network"]
    return {one["predicate"] for one in network["relations"]}


def test_a_rejected_claim_leaves_the_map_and_stays_in_the_list(api: TestClient) -> None:
    leads = claim(api, kind="leadership")
    outcome = post(api, f"/review/{leads}", verdict="rejected", because="a namesake")
    assert outcome["decision"]["by"] == "Mara"
    assert "leadership" not in predicates(api)
    (row,) = get(api, "/claims", state="rejected")["rows"]
    assert (row["id"], row["use"], row["state"]) == (leads, "rejected", "rejected")


def test_undoing_brings_back_what_was_byte_for_byte(api: TestClient) -> None:
    before = api.get("/api/v1/history").content
    post(api, f"/review/{claim(api, kind='leadership')}", verdict="rejected")
    assert api.get("/api/v1/history").content != before
    assert post(api, "/undo")["decision"]["choice"]["verdict"] == "undone"
    assert api.get("/api/v1/history").content == before


def test_an_accepted_claim_is_what_reviewed_only_shows(api: TestClient) -> None:
    assert predicates(api, reviewed_only=True) == set()
    post(api, f"/review/{claim(api, kind='control')}", verdict="accepted", by="Noor")
    assert predicates(api, reviewed_only=True) == {"control"}
    assert get(api, "/history", reviewed_only=True)["history"]["intervals"]
    assert get(api, "/about")["reviewers"] == ["Noor"]


def test_a_corrected_claim_says_what_it_should_have_said(api: TestClient) -> None:
    ally = claim(api, kind="alliance", stance="asserted", phase="holds")
    correction = {
        "predicate": "rivalry",
        "swapped": True,
        "when": {"start": "2013-04-01", "end": "2013-05-01", "grain": "month"},
    }
    post(api, f"/review/{ally}", verdict="corrected", correction=correction)
    (row,) = [one for one in get(api, "/claims", kind="rivalry")["rows"] if one["id"] == ally]
    parties = {one["role"]: one["actor"]["name"] for one in row["parties"]}
    assert parties == {"source": GUARDS, "target": DAWN}
    assert (row["state"], row["when"]["start"]) == ("corrected", "2013-04-01")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"verdict": "corrected"}, "needs a correction"),
        ({"verdict": "accepted", "correction": {"swapped": True}}, "takes no correction"),
        ({"verdict": "corrected", "correction": {}}, "nothing is corrected"),
        ({"verdict": "corrected", "correction": {"predicate": "friendship"}}, "'friendship'"),
        ({"verdict": "perhaps"}, "body verdict"),
        ({}, "body verdict"),
    ],
)
def test_a_review_that_cannot_be_is_refused(
    api: TestClient, body: dict[str, Any], words: str
) -> None:
    problem = post(api, f"/review/{claim(api)}", 422, **body)
    assert words in problem["detail"]
    assert get(api, "/decisions")["total"] == 0


def test_a_time_that_is_none_is_refused(api: TestClient) -> None:
    when = {"start": "2014-02-02", "end": "2014-02-01", "grain": "day"}
    problem = post(
        api, f"/review/{claim(api)}", 422, verdict="corrected", correction={"when": when}
    )
    assert "wanted start before end" in problem["detail"]


def test_many_claims_are_decided_by_their_ids_or_by_what_they_are(api: TestClient) -> None:
    ids = [one["id"] for one in get(api, "/claims", source="=cmd()")["rows"]]
    by_id = post(api, "/review/bulk", verdict="accepted", claim_ids=ids[:2])
    assert by_id["decided"] == 2
    chosen = {"publishers": ["Meridian Wire"], "states": ["open"]}
    by_filter = post(api, "/review/bulk", verdict="rejected", filter=chosen, by="Noor")
    assert by_filter["decided"] == get(api, "/claims", state="rejected")["total"] == 6
    assert get(api, "/decisions")["total"] == 8


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"claim_ids": ["claim-1"], "filter": {}},
        {"filter": {"publishers": ["Meridian Wire"]}, "expected": 5},
    ],
)
def test_many_are_decided_wholly_or_not_at_all(api: TestClient, body: dict[str, Any]) -> None:
    post(api, "/review/bulk", 422, verdict="rejected", **body)
    post(api, "/review/bulk", 404, verdict="rejected", claim_ids=[claim(api), "claim-zero"])
    assert get(api, "/decisions")["total"] == 0


def test_the_queue_has_what_nobody_decided_disputed_first(api: TestClient) -> None:
    queue = get(api, "/review/queue", limit=50)
    assert (queue["by"], queue["second"]) == ("Mara", False)
    ids = [one["claim"]["id"] for one in queue["claims"]]
    assert len(ids) == len(set(ids)) == 15
    post(api, f"/review/{ids[0]}", verdict="accepted")
    assert ids[0] not in [one["claim"]["id"] for one in get(api, "/review/queue")["claims"]]


def test_the_queue_follows_the_filter(api: TestClient) -> None:
    queue = get(api, "/review/queue", source="Meridian Wire", kind="alliance")
    assert {one["claim"]["predicate"] for one in queue["claims"]} == {"alliance"}
    assert {one["report"]["publisher"] for one in queue["claims"]} == {"Meridian Wire"}


def test_a_second_reviewer_is_not_shown_what_the_first_said(api: TestClient) -> None:
    first = claim(api, kind="leadership")
    post(api, f"/review/{first}", verdict="rejected", by="Noor")
    (seen,) = get(api, "/review/queue", by="Mara", second=True)["claims"]
    assert (seen["claim"]["id"], seen["decisions"]) == (first, [])
    post(api, f"/review/{first}", verdict="accepted", by="Mara")
    agreement = get(api, "/agreement")
    assert (agreement["claims"], agreement["agreed"]) == (1, 0)
    assert agreement["reviewers"] == ["Mara", "Noor"]


def test_two_actors_become_one_and_two_again(api: TestClient) -> None:
    before = api.get("/api/v1/actors").content
    said = post(api, "/identity", verdict="same", left=DAWN_ID, right=GUARDS_ID, because="seals")
    assert DAWN in said["decision"]["choice"]["what"]
    assert get(api, f"/actors/{DAWN_ID}") == get(api, f"/actors/{GUARDS_ID}")
    (standing,) = get(api, "/decisions")["rows"]
    assert (standing["state"], standing["decision"]["because"]) == ("stands", "seals")
    post(api, "/undo", decision=said["decision"]["id"])
    assert api.get("/api/v1/actors").content == before


def test_names_that_lead_to_nobody_are_refused(api: TestClient) -> None:
    assert post(api, "/identity", 404, verdict="same", left="Nobody", right=DAWN_ID)["remedy"]
    assert post(api, "/identity", 409, verdict="same", left=DAWN, right=GUARDS)["candidates"]
    assert post(api, "/undo", 404)["detail"].startswith("Mara has made no decision")


def test_candidates_are_pairs_that_nobody_decided_on(api: TestClient) -> None:
    pairs = get(api, "/candidates")["rows"]
    named = [{one["left"]["name"], one["right"]["name"]} for one in pairs]
    assert {DAWN} in named
    pair = pairs[named.index({DAWN})]
    post(api, "/identity", verdict="different", left=pair["left"]["id"], right=pair["right"]["id"])
    assert get(api, "/candidates")["total"] == len(pairs) - 1
