"""JSON or CSV: by the suffix of a path, or else by what the caller accepts."""

from __future__ import annotations

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

CSV = "text/csv"
SUFFIX = ".csv"
PREFIX = "/api/v1/"
# Lists alone: an actor's name may end in anything.
LISTS = frozenset(
    ("network", "history", "changes", "claims", "events", "actors", "conflicts", "places", "days")
)


class Suffixes:
    """Takes `.csv` off the path of a list, and remembers it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http":
            path: str = scope["path"]
            name = path.removeprefix(PREFIX).removesuffix(SUFFIX)
            if path == f"{PREFIX}{name}{SUFFIX}" and name in LISTS:
                bare = f"{PREFIX}{name}"
                scope = {**scope, "path": bare, "raw_path": bare.encode(), "wants_table": True}
        await self._app(scope, receive, send)


def wants_table(request: Request) -> bool:
    """Is CSV wanted?"""
    accept = request.headers.get("accept", "")
    accepted = [one.partition(";")[0].strip() for one in accept.split(",")]
    named: bool = request.scope.get("wants_table", False)
    return named or (CSV in accepted and "application/json" not in accepted)


def address_of(request: Request) -> str:
    """The path as it was asked for."""
    suffix = SUFFIX if request.scope.get("wants_table", False) else ""
    return request.url.path + suffix
