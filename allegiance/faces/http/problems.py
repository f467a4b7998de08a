"""Every error of the API as a problem in JSON (RFC 9457): what is wrong, and what to do."""

from __future__ import annotations

from typing import TypeAlias

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from allegiance.errors import (
    AllegianceError,
    AmbiguousName,
    Contradiction,
    NameProblem,
    StoreBusy,
    StoreError,
    UnknownName,
    UsageError,
)
from allegiance.faces.http.holding import NobodyWaits
from allegiance.faces.http.shapes import Problem
from allegiance.records.canonical import canonical

MEDIA_TYPE = "application/problem+json"
# As other servers note a client that went before it was answered.
GONE = 499
Kind: TypeAlias = "tuple[type[AllegianceError], int, str]"
# The first that fits.
KINDS: tuple[Kind, ...] = (
    (UnknownName, 404, "Not found"),
    (AmbiguousName, 409, "Several fit"),
    (Contradiction, 409, "Earlier decisions leave no room for it"),
    (UsageError, 422, "Not understood"),
    (StoreBusy, 503, "The store is busy"),
    (StoreError, 500, "The store cannot be used"),
    (AllegianceError, 500, "It did not work"),
)
# Of a status that comes from the server itself: its title, and what to do.
STATUSES = {
    404: ("Not found", "see /api/v1/openapi.json for what there is"),
    413: ("Too large", "send fewer files at once, or use `allegiance add`"),
    405: ("Not that way", "see /api/v1/openapi.json for what each address takes"),
}
LOOK_AT_SCHEMA = "see /api/v1/openapi.json for what it takes"


def told(error: AllegianceError) -> Problem:
    """An error of the session; what its message says behind the first semicolon is the remedy."""
    status, title = next(
        (status, title) for kind, status, title in KINDS if isinstance(error, kind)
    )
    detail, _, remedy = str(error).partition("; ")
    candidates = error.candidates if isinstance(error, NameProblem) else ()
    return Problem("about:blank", title, status, detail, remedy or LOOK_AT_SCHEMA, candidates)


def refusal(status: int, title: str, detail: str, remedy: str) -> Response:
    """The answer to a request that is refused."""
    return response(Problem("about:blank", title, status, detail, remedy))


def response(problem: Problem) -> Response:
    """A problem as an answer."""
    body = canonical(problem).encode("utf-8", "backslashreplace")
    headers = {"Cache-Control": "no-store"}
    if problem.status == 503:
        headers["Retry-After"] = "1"
    return Response(body, problem.status, headers, MEDIA_TYPE)


def tell_problems(app: FastAPI) -> None:
    """Have the app tell every error so."""
    app.add_exception_handler(AllegianceError, _of_session)
    app.add_exception_handler(RequestValidationError, _of_input)
    app.add_exception_handler(HTTPException, _of_server)
    app.add_exception_handler(NobodyWaits, _of_nobody)


def _of_session(_: Request, error: Exception) -> Response:
    assert isinstance(error, AllegianceError)
    return response(told(error))


def _of_input(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = "; ".join(f"{_place(one['loc'])}: {one['msg']}" for one in error.errors())
    return refusal(422, "Not understood", faults, LOOK_AT_SCHEMA)


def _of_server(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title, remedy = STATUSES.get(error.status_code, ("Refused", LOOK_AT_SCHEMA))
    answer = refusal(error.status_code, title, f"{request.method} {request.url.path}", remedy)
    answer.headers.update(error.headers or {})
    return answer


def _of_nobody(_: Request, _error: Exception) -> Response:
    # Nobody reads it; a server has to answer all the same.
    return Response(status_code=GONE)


def _place(loc: tuple[int | str, ...]) -> str:
    """Where in the request: `query limit`, `body verdict`."""
    return " ".join(map(str, loc))
