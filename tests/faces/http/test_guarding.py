"""Who may ask, how much, and what a browser may do with the answer."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from allegiance import session
from allegiance.faces.http.app import build
from allegiance.faces.http.guarding import MOST_BYTES
from allegiance.faces.http.holding import Held
from allegiance.faces.http.pages import add_pages
from tests.faces.http.conftest import HERE

ABOUT = "/api/v1/about"
UNDO = "/api/v1/undo"


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:80", "LOCALHOST"])
def test_this_machine_is_answered(quiet: TestClient, host: str) -> None:
    assert quiet.get(ABOUT, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1"]
)
@pytest.mark.parametrize("path", [ABOUT, "/", "/network"])
def test_a_foreign_host_is_refused(quiet: TestClient, host: str, path: str) -> None:
    answer = quiet.get(path, headers={"Host": host})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert "--host" in answer.json()["remedy"]


def test_the_host_that_it_was_told_to_listen_on_is_answered(db: Path) -> None:
    with session.open(db, create=False) as store:
        app = build(Held(store, by="Mara", location=str(db)), hosts=["192.0.2.7"])
        api = TestClient(app, base_url="http://192.0.2.7:8000")
        assert api.get(ABOUT).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_others_may_not_post(api: TestClient, headers: dict[str, str]) -> None:
    answer = api.post(UNDO, json={}, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["title"] == "Foreign origin"


@pytest.mark.parametrize("headers", [{}, {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}])
def test_our_own_page_and_programs_may_post(api: TestClient, headers: dict[str, str]) -> None:
    # There is nothing to undo, and that is what it says.
    assert api.post(UNDO, json={}, headers=headers).status_code == 404


@pytest.mark.parametrize("path", [ABOUT, "/", "/api/v1/nothing", "/api/v1/actors/nobody"])
def test_every_answer_bears_the_headers_that_keep_browsers_from_harm(
    quiet: TestClient, path: str
) -> None:
    headers = quiet.get(path).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


def test_a_body_that_is_too_large_is_refused_by_its_head(api: TestClient) -> None:
    answer = api.post(UNDO, content=b" " * (MOST_BYTES + 1))
    assert answer.status_code == 413


def test_a_body_that_turns_out_too_large_is_refused(api: TestClient) -> None:
    pieces = (b" " * 65536 for _ in range(MOST_BYTES // 65536 + 2))
    answer = api.post(UNDO, content=pieces, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


def test_an_error_of_the_program_itself_tells_its_kind_and_not_its_words(db: Path) -> None:
    with session.open(db, create=False) as store:
        app = build(Held(store, by="Mara", location=str(db)))
        store.holdings = _break  # type: ignore[method-assign]
        answer = TestClient(app, base_url=HERE).get(ABOUT)
    assert answer.status_code == 500
    assert answer.json()["detail"].endswith("(ZeroDivisionError)")
    assert answer.headers["x-content-type-options"] == "nosniff"


def _break() -> NoReturn:
    raise ZeroDivisionError("words that may hold anything")


@pytest.fixture
def pages(tmp_path: Path) -> TestClient:
    """A built app of three files."""
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text("the app")
    (static / "icon.svg").write_text("<svg/>")
    (static / "assets" / "main-1a2b3c.js").write_text("run()")
    (tmp_path / "secret.txt").write_text("secret")
    app = FastAPI()
    add_pages(app, static)
    return TestClient(app, base_url=HERE)


@pytest.mark.parametrize("path", ["/", "/network", "/actors/actor-x.y", "/claims?kind=alliance"])
def test_every_address_of_the_app_is_its_page(pages: TestClient, path: str) -> None:
    answer = pages.get(path)
    assert answer.text == "the app"
    assert answer.headers["cache-control"] == "no-cache"


def test_files_whose_names_hold_their_checksum_are_kept_for_long(pages: TestClient) -> None:
    answer = pages.get("/assets/main-1a2b3c.js")
    assert answer.text == "run()"
    assert "immutable" in answer.headers["cache-control"]
    assert "immutable" not in pages.get("/icon.svg").headers["cache-control"]
    assert pages.get("/assets/gone-1a2b3c.js").status_code == 404


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a%00b"]
)
def test_no_path_leads_out_of_the_app(pages: TestClient, path: str) -> None:
    assert pages.get(path).text == "the app"


def test_an_app_that_is_not_built_says_so(tmp_path: Path) -> None:
    app = FastAPI()
    add_pages(app, tmp_path)
    answer = TestClient(app, base_url=HERE).get("/network")
    assert answer.status_code == 503
    assert "make web" in answer.text


def test_an_address_of_the_api_that_is_not_there_is_no_page(quiet: TestClient) -> None:
    answer = quiet.get("/api/v1/nothing")
    assert answer.status_code == 404
    assert answer.json()["remedy"]
