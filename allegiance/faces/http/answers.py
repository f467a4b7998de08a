"""How an endpoint answers: one at a time from the session, as JSON or as a table, and not at all where nothing changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Annotated, Any, TypeAlias, TypeVar

from anyio import from_thread
from fastapi import Depends, Request, Response
from fastapi.responses import StreamingResponse
from starlette.datastructures import State

from allegiance.errors import UsageError
from allegiance.faces.http.cursors import Paged, Paging, key_of
from allegiance.faces.http.etags import etag_of, is_known
from allegiance.faces.http.holding import Held
from allegiance.faces.http.negotiating import CSV, address_of, wants_table
from allegiance.faces.http.remembering import Sent
from allegiance.faces.http.streaming import encoded, in_csv, in_json
from allegiance.faces.http.tables import written
from allegiance.notebook.frames import Table
from allegiance.records.listing import Key
from allegiance.session import Session

Found = TypeVar("Found")
JSON = "application/json"
TYPES = {JSON: JSON, CSV: f"{CSV}; charset=utf-8"}
# Of a whole list; then others have their turn.
ROWS_AT_ONCE = 1_000


class Answering:
    """Answers one request."""

    def __init__(self, request: Request) -> None:
        state: State = request.app.state
        self.held: Held = state.held
        self._request = request

    def pages(
        self,
        ask: Callable[[Session, Key | None, int], Paged],
        asked: Paging,
        *,
        most: int,
        table: Callable[[Any], Table] | None = None,
    ) -> Response:
        """A page of a list; or all of it, sent while it is made, where that is asked for, and of a table unless a limit is.

        Args:
            ask: gives a page behind a key, of no more than so many rows.
            most: rows of a page, where no limit is given.

        Raises:
            UsageError: there is no such page, or no table of it.
        """
        is_table = self._is_table(table)
        if asked.whole or (is_table and asked.limit is None):
            return self._whole(ask, asked, table if is_table else None)
        after, limit = asked.after(), asked.limit or most
        return self.give(lambda session: ask(session, after, limit), table)

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
        form = CSV if self._is_table(table) else JSON
        with self._asking() as session:
            headers = self._headers(session, form)
            tag = headers["ETag"]
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
        return Response(sent.body, media_type=TYPES[form], headers=headers)

    def room(self, limit: int | None, *, most: int, whole: int) -> int:
        """How many of a thing that comes in one piece: so many as are asked for; of a table without a limit, all."""
        if limit is not None:
            return limit
        return whole if wants_table(self._request) else most

    def _asking(self) -> AbstractContextManager[Session]:
        """The session, unless whoever asked has gone by the time that it is free."""
        # Endpoints run in threads of their own; what is known of the connection is the event loop's.
        return self.held.asking(lambda: from_thread.run(self._request.is_disconnected))

    def _whole(
        self,
        ask: Callable[[Session, Key | None, int], Paged],
        asked: Paging,
        table: Callable[[Any], Table] | None,
    ) -> Response:
        form = JSON if table is None else CSV
        with self._asking() as session:
            headers = self._headers(session, form)
            if is_known(self._request, headers["ETag"]):
                return Response(status_code=304, headers=headers)
            # What is wrong with the question shows at the first page, when it can still be said.
            first = ask(session, asked.after(), ROWS_AT_ONCE)
        pages = self._from(first, ask, asked)
        lines = in_json(pages) if table is None else in_csv(map(table, pages))
        return StreamingResponse(lines, media_type=TYPES[form], headers=headers)

    def _from(
        self, page: Paged, ask: Callable[[Session, Key | None, int], Paged], asked: Paging
    ) -> Iterator[Paged]:
        """A page and those behind it; between two of them others may ask."""
        yield page
        while page.next is not None:
            with self.held.asking() as session:
                page = ask(session, key_of(page.next, asked.order), ROWS_AT_ONCE)
            yield page

    def _is_table(self, table: Callable[[Any], Table] | None) -> bool:
        if wants_table(self._request) and table is None:
            raise UsageError("this answer is no table; ask for application/json")
        return wants_table(self._request)

    def _headers(self, session: Session, form: str) -> dict[str, str]:
        tag = etag_of(session.edition(), self.held.by, form)
        return {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"}

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


Answer: TypeAlias = Annotated[Answering, Depends(Answering)]
# How OpenAPI is told that an answer is a table, too. What FastAPI takes there is whatever JSON holds.
TABLE: dict[int | str, dict[str, Any]] = {
    200: {"content": {CSV: {"schema": {"type": "string"}}}, "description": "The answer"}
}
