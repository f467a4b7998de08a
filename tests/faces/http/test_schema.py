"""The schema that is kept is that of the API, and the API answers as the schema says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from allegiance import session
from allegiance.faces.http.app import build
from allegiance.faces.http.holding import Held
from allegiance.faces.http.openapi import FILE, written

# Few of each address: together they are some hundred requests.
EXAMPLES = 3


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


# Files that are sent have tests of their own: here they would load the model.
asked = schemathesis.pytest.from_fixture("api_schema").exclude(operation_id="add")


@asked.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_is_answered_as_the_schema_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
