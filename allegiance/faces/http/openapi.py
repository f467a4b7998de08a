"""The schema of the API, as it is kept in `web/openapi.json`: `python -m allegiance.faces.http.openapi` writes it anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from allegiance.faces.http.problems import MEDIA_TYPE
from allegiance.faces.http.shapes import Problem

FILE = Path(__file__).parents[3] / "web" / "openapi.json"
DESCRIPTION = """\
A sourced, dated map of who stands with, under and against whom, read from conflict reports.
It tells what was said, by whom, and with which words; it never states a claim as a fact.
Days are ISO 8601; where a time has `start` and `end`, `end` is the day after the last. Spans are `[start, end)` in code points.
Lists come in pages: give `next` of one page as `cursor` for the one behind it. Answers bear an `ETag`: send it back as
`If-None-Match`, and 304 says that nothing has changed. Where `text/csv` is among the answers, `.csv` behind the path asks for it, too.
"""
SPAN = {
    "title": "Span",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
    "items": False,
    "minItems": 2,
    "maxItems": 2,
    "description": "Half-open [start, end), in Unicode code points.",
}
# Left out while they are empty, so that the ids of older decisions stay what they were.
SOMETIMES = {"Correction": frozenset({"source", "target"})}
METHODS = ("get", "post")
POSTED = frozenset(
    (
        "Correcting",
        "Identifying",
        "Reviewing",
        "ReviewingMany",
        "Selecting",
        "Undoing",
        "UndoingMany",
    )
)


def described(app: FastAPI) -> None:
    """Have the app give out this schema."""

    def openapi() -> dict[str, Any]:  # JSON holds anything.
        if app.openapi_schema is None:
            app.openapi_schema = _schema(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def written(app: FastAPI) -> str:
    """The schema as it is kept."""
    return json.dumps(app.openapi(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _schema(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes
    )
    parts = schema["components"]["schemas"]
    for name, part in parts.items():
        if name not in POSTED:
            # What we give out has every field; only what we take may leave some out.
            later = SOMETIMES.get(name, frozenset())
            part["required"] = [one for one in part.get("properties", ()) if one not in later]
        part["description"] = _first_line(part.get("description", name))
    parts["Span"] = SPAN
    for path in schema["paths"].values():
        for method in METHODS:
            if method in path:
                _tell_others(path[method], cached=method == "get")
    return schema


def _tell_others(operation: dict[str, Any], *, cached: bool) -> None:
    """What every endpoint may answer instead."""
    problem = {"schema": {"$ref": f"#/components/schemas/{Problem.__name__}"}}
    operation["responses"]["default"]["content"] = {MEDIA_TYPE: problem}
    if cached:
        operation["responses"]["304"] = {"description": "Nothing has changed"}


def _first_line(docstring: str) -> str:
    return docstring.strip().partition("\n")[0]


if __name__ == "__main__":
    from allegiance.faces.http.app import build
    from allegiance.faces.http.holding import Held
    from allegiance.session import IN_MEMORY, open

    with open(IN_MEMORY) as session:
        app = build(Held(session, by="nobody", location=IN_MEMORY))
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(written(app), encoding="utf-8")
