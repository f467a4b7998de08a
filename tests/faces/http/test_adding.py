"""Reports that are sent: read in the background, with progress, failures and an end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from allegiance.pipeline import run
from allegiance.records.bundle import Bundle
from tests.telling import Said, report

HOSTILE = "<script>alert(1)</script> Dawn Brigade \u202e attacked <img src=x onerror=alert(1)> Northern Front."
# Long enough for a busy machine to load the model.
SECONDS = 120


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Instead of reading, each file gives a made report; the names of the files that were read."""
    names: list[list[str]] = []

    def reading(inputs: Any, *, publisher: str | None, **_: Any) -> Iterator[Bundle]:
        names.append([one.name for one in inputs])
        for number, _one in enumerate(names[-1]):
            said = Said("Dawn Brigade", "alliance", "Northern Front")
            yield report(f"2016-01-{number + 1:02}", said, publisher=publisher)

    def generated(*args: Any, **options: Any) -> Any:
        return (bundle for bundle in reading(*args, **options))

    monkeypatch.setattr(run, "read", generated)
    return names


def ended(api: TestClient, job: str) -> Any:  # JSON holds anything.
    for _ in range(SECONDS * 20):
        told = api.get(f"/api/v1/jobs/{job}").json()
        if told["state"] not in ("waiting", "reading"):
            return told
        time.sleep(0.05)
    raise AssertionError("the job did not end")


def sent(api: TestClient, *names: str, **fields: str) -> Any:
    files = [("files", (name, b"The Dawn Brigade joined.", "text/plain")) for name in names]
    answer = api.post("/api/v1/articles", files=files, data=fields)
    assert answer.status_code == 202, answer.text
    return ended(api, answer.json()["job"])


def test_files_are_read_and_the_map_knows_them(api: TestClient, read: list[list[str]]) -> None:
    job = sent(api, "one.txt", "two.txt", publisher="Harbour Post")
    assert (job["state"], job["done"], job["summary"]["new"]) == ("done", 2, 2)
    assert [one["claims"] for one in job["articles"]] == [1, 1]
    assert read == [["one.txt", "two.txt"]]
    listed = api.get("/api/v1/articles", params={"source": "Harbour Post"}).json()
    assert listed["total"] == 3
    known = {one["report"]["article_id"] for one in listed["rows"]}
    assert {one["article_id"] for one in job["articles"]} <= known


def test_what_is_there_already_is_not_added_again(api: TestClient, read: list[list[str]]) -> None:
    sent(api, "one.txt")
    again = sent(api, "one.txt")
    assert (again["summary"]["new"], len(read)) == (0, 2)
    assert [one["state"] for one in api.get("/api/v1/jobs").json()] == ["done", "done"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/cron.txt", "cron.txt"),
        ("C:\\reports\\war.html", "war.html"),
        ("a\nb.txt", "b.txt"),
    ],
)
def test_the_name_of_a_file_is_never_a_path(
    api: TestClient, read: list[list[str]], name: str, kept: str
) -> None:
    sent(api, name)
    assert read[0][0].endswith(kept)
    assert "/" not in read[0][0]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"files": [("files", ("war.pdf", b"%PDF"))]}, "'war.pdf' cannot be read"),
        ({"files": [("other", ("war.txt", b"words"))]}, "no file came"),
        (
            {"files": [("files", ("war.txt", b"words"))], "data": {"published": "May"}},
            "'May' is no day",
        ),
        ({"json": {"title": "no text"}}, "text: Field required"),
        ({"json": {"text": "words", "published": "May"}}, "'May' is no day"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, "Invalid JSON"),
        (
            {"content": b"words", "headers": {"Content-Type": "text/plain"}},
            "text/plain is no report",
        ),
        ({}, "nothing is no report"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    api: TestClient, options: dict[str, Any], words: str
) -> None:
    answer = api.post("/api/v1/articles", **options)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert answer.json()["remedy"]
    assert api.get("/api/v1/jobs").json() == []


def test_a_job_is_stopped_and_what_it_read_stays(api: TestClient, read: list[list[str]]) -> None:
    answer = api.post(
        "/api/v1/articles", files=[("files", (f"{n}.txt", b"words")) for n in range(20)]
    )
    job = answer.json()["job"]
    assert api.post(f"/api/v1/jobs/{job}/stop").status_code == 200
    told = ended(api, job)
    assert told["state"] in ("stopped", "done")
    total = api.get("/api/v1/about").json()["articles"]
    assert total == 6 + len(told["articles"])


def test_a_job_that_fails_tells_why(api: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise ZeroDivisionError("words that may hold anything")

    monkeypatch.setattr(run, "read", broken)
    job = sent(api, "one.txt")
    assert job["state"] == "failed"
    assert "ZeroDivisionError" in job["problem"]["detail"]
    assert "anything" not in json.dumps(job)


def test_an_article_of_strangers_comes_back_as_text_in_json(api: TestClient) -> None:
    body = {"text": HOSTILE, "title": "<b>war</b>", "published": "2016-02-03"}
    answer = api.post("/api/v1/articles", json=body)
    job = ended(api, answer.json()["job"])
    assert (job["state"], job["summary"]["new"]) == ("done", 1)
    got = api.get(f"/api/v1/articles/{job['articles'][0]['article_id']}")
    assert got.headers["content-type"] == "application/json"
    assert got.headers["x-content-type-options"] == "nosniff"
    read = got.json()
    assert (read["text"], read["report"]["title"]) == (HOSTILE, "<b>war</b>")
    assert all(0 <= one["span"][0] < one["span"][1] <= len(HOSTILE) for one in read["marks"])
