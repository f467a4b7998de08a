"""The schema that is kept is that of the API, and the API answers as the schema says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from allegiance import session
from allegiance.faces.http.app import build
from allegiance.faces.http.holding import Held
from allegiance.faces.http.openapi import FILE, written

# Few of each address: together they are some hundred requests.
FEW = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
# Not that whatever the schema allows is taken: it cannot say which names and cursors there are.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
# Files that are sent have tests of their own: here they would load the model.
ELSEWHERE = ("POST /api/v1/articles",)


def test_the_schema_that_is_kept_is_that_of_the_api(told: Path) -> None:
    with session.open(told, create=False) as store:
        app = build(Held(store, by="Mara", location=str(told)))
        assert FILE.read_text(encoding="utf-8") == written(app), (
            "run python -m allegiance.faces.http.openapi"
        )


@pytest.fixture(scope="module")
def api_schema(
    told: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[schemathesis.BaseSchema]:
    """What one may ask of a server over the made store."""
    path = tmp_path_factory.mktemp("any") / "war.db"
    path.write_bytes(told.read_bytes())
    with session.open(path, create=False) as store:
        # That is by what name it asks.
        app = build(Held(store, by="Mara", location=str(path)), hosts=["testserver"])
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def test_whatever_is_asked_is_answered_as_the_schema_says(
    api_schema: schemathesis.BaseSchema,
) -> None:
    # Not by its plugin for pytest, which is bound to versions of that.
    for found in api_schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.label not in ELSEWHERE:
            ask = given(case=operation.as_strategy())(_is_answered_well)
            FEW(ask)()


def _is_answered_well(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(checks=CHECKS)
