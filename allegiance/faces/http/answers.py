"""How an endpoint answers: one at a time from the session, as JSON or as a table, and not at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from fastapi import Depends, Request, Response
from starlette.datastructures import State

from allegiance.errors import UsageError
from allegiance.faces.http.etags import etag_of, is_known
from allegiance.faces.http.holding import Held
from allegiance.faces.http.negotiating import CSV, address_of, wants_table
from allegiance.faces.http.remembering import Sent
from allegiance.faces.http.tables import written
from allegiance.notebook.frames import Table
from allegiance.records.canonical import canonical
from allegiance.session import Session

Found = TypeVar("Found")
JSON = "application/json"
# Of a list as a table, where no limit is given; the rest is behind the link that comes with it.
MOST_OF_TABLE = 10_000


class Answering:
    """Answers one request."""

    def __init__(self, request: Request) -> None:
        state: State = request.app.state
        self.held: Held = state.held
        self._request = request

    def rows(self, limit: int | None, most: int) -> int:
        """How many rows to give: as asked for, else so many; of a table, more."""
        return limit or (MOST_OF_TABLE if wants_table(self._request) else most)

    def give(
        self,
        ask: Callable[[Session], Found],
        table: Callable[[Found], Table] | None = None,
    ) -> Response:
        """Ask the session, unless the caller has the answer already.

        Args:
            table: the answer as a table; None where it has no such form.

        Raises:
            UsageError: a table is wanted, and there is none.
        """
        if wants_table(self._request) and table is None:
            raise UsageError("this answer is no table; ask for application/json")
        form = CSV if wants_table(self._request) else JSON
        with self.held.asking() as session:
            tag = etag_of(session.edition(), self.held.by, form)
            headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"}
            if is_known(self._request, tag):
                return Response(status_code=304, headers=headers)
            sent = self.held.answers.find(tag, str(self._request.url))
            if sent is None:
                found = ask(session)
                body = written(table(found)) if form == CSV and table else encoded(found)
                sent = Sent(body, self._next(found))
                self.held.answers.keep(tag, str(self._request.url), sent)
        if sent.link:
            headers["Link"] = sent.link
        media_type = f"{CSV}; charset=utf-8" if form == CSV else JSON
        return Response(sent.body, media_type=media_type, headers=headers)

    def _next(self, found: object) -> str:
        """Where the next page is (RFC 8288), which a table has no place to say; empty on the last."""
        cursor = getattr(found, "next", None)
        if cursor is None:
            return ""
        page = self._request.url.include_query_params(cursor=cursor)
        return f'<{address_of(self._request)}?{page.query}>; rel="next"'

    def act(self, do: Callable[[Session], Found], *, status: int = 200) -> Response:
        """Do something to the store."""
        with self.held.asking() as session:
            done = json_of(do(session), status=status)
        self.held.changed.set()
        return done


def json_of(value: object, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A record as the command line writes it."""
    return Response(encoded(value), status_code=status, media_type=JSON, headers=headers)


def encoded(value: object) -> bytes:
    """The bytes of a record; a lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return canonical(value).encode("utf-8", "backslashreplace")


Answer: TypeAlias = Annotated[Answering, Depends(Answering)]
# How OpenAPI is told that an answer is a table, too. What FastAPI takes there is whatever JSON holds.
TABLE: dict[int | str, dict[str, Any]] = {
    200: {"content": {CSV: {"schema": {"type": "string"}}}, "description": "The answer"}
}
