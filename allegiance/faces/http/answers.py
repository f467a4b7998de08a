"""How an endpoint answers: one at a time from the session, as JSON or as a table, and not at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from fastapi import Depends, Request, Response
from starlette.datastructures import State

from allegiance.faces.http.etags import etag_of, is_known
from allegiance.faces.http.holding import Held
from allegiance.faces.http.negotiating import CSV, wants_table
from allegiance.faces.http.tables import Sheet, written
from allegiance.records.canonical import canonical
from allegiance.session import Session

Found = TypeVar("Found")
JSON = "application/json"


class Answering:
    """Answers one request."""

    def __init__(self, request: Request) -> None:
        state: State = request.app.state
        self.held: Held = state.held
        self._request = request

    def give(
        self, ask: Callable[[Session], Found], sheet: Callable[[Found], Sheet] | None = None
    ) -> Response:
        """Ask the session, unless the caller has the answer already.

        Args:
            sheet: the answer as a table; None where it has no such form.

        Raises:
            UsageError: a table is wanted, and there is none.
        """
        table = wants_table(self._request, there=sheet is not None)
        with self.held.asking() as session:
            etag = etag_of(session.edition(), CSV if table else JSON)
            headers = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Accept"}
            if is_known(self._request, etag):
                return Response(status_code=304, headers=headers)
            found = ask(session)
        if table:
            assert sheet is not None
            return Response(
                written(sheet(found)), media_type=f"{CSV}; charset=utf-8", headers=headers
            )
        return json_of(found, headers=headers)

    def act(self, do: Callable[[Session], Found], *, status: int = 200) -> Response:
        """Do something to the store."""
        with self.held.asking() as session:
            return json_of(do(session), status=status)


def json_of(value: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A record as the command line writes it."""
    # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    body = canonical(value).encode("utf-8", "backslashreplace")
    return Response(body, status_code=status, media_type=JSON, headers=headers)


Answer: TypeAlias = Annotated[Answering, Depends(Answering)]
# How OpenAPI is told that an answer is a table, too. What FastAPI takes there is whatever JSON holds.
TABLE: dict[int | str, dict[str, Any]] = {
    200: {"content": {CSV: {"schema": {"type": "string"}}}, "description": "The answer"}
}
