"""What protects a server on one's own machine from pages of others: who may ask, how much, and what a browser may do with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allegiance.faces.http.problems import refusal

LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))
READING = frozenset(("GET", "HEAD", "OPTIONS"))
# Reports come in files; all else that is posted is a few words.
MOST_BYTES = 1024 * 1024
MOST_BYTES_OF_REPORTS = 256 * 1024 * 1024
REPORTS = "/api/v1/articles"
HEADERS = {
    # Scripts come from here alone, and never stand in a page. Styles may: the components set them.
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
log = logging.getLogger("uvicorn.error")


class Guard:
    """Refuses what does not come from here, and writes the headers that keep browsers from harm.

    A page of somebody else can have its name lead to this machine (DNS rebinding): its requests bear that name as their
    host. It can also have a browser post to our address: such requests bear its origin.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._hosts = LOCAL | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._refused(scope)
        if answer is not None:
            await answer(scope, receive, sending)
            return
        try:
            await self._app(scope, _bounded(receive, _most_bytes(scope)), sending)
        except asyncio.CancelledError:
            # The server ends, and has waited for the answer as long as it does.
            if begun:
                raise
            await _ended()(scope, receive, sending)
        except Exception as error:
            log.exception("%s %s", scope["method"], scope["path"])
            if begun:
                raise
            await _fault(error)(scope, receive, sending)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(f"//{host}") not in self._hosts:
            return refusal(
                403,
                "Foreign host",
                f"this server does not answer to {host!r}",
                "ask for localhost or 127.0.0.1, or start it with --host",
            )
        origin = headers.get("origin")
        elsewhere = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
        crossed = headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
        if scope["method"] not in READING and (elsewhere or crossed):
            return refusal(
                403,
                "Foreign origin",
                f"a page of {origin or 'another site'} may not change this store",
                "use the page that this server shows, or a program that sends no Origin",
            )
        if int(headers.get("content-length") or 0) > _most_bytes(scope):
            return _too_large(_most_bytes(scope))
        return None


def _name(address: str) -> str | None:
    """The host of an address, in small letters and without its port; None where it has none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _most_bytes(scope: Scope) -> int:
    return MOST_BYTES_OF_REPORTS if scope["path"] == REPORTS else MOST_BYTES


def _bounded(receive: Receive, most: int) -> Receive:
    """The same body, but an error where it turns out larger than its head said."""
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return receiving


def _too_large(most: int) -> ASGIApp:
    detail = f"the body is larger than {most // 1024 // 1024} MiB"
    return refusal(413, "Too large", detail, "send fewer files at once, or use `allegiance add`")


def _ended() -> ASGIApp:
    return refusal(
        503, "The server has ended", "before it could answer", "start it again, then ask again"
    )


def _fault(error: Exception) -> ASGIApp:
    """What nobody thought of: its kind, and no more, as its words may hold anything."""
    detail = f"the program met an error of its own ({type(error).__name__})"
    return refusal(500, "It did not work", detail, "the terminal that serves tells more; report it")
