"""A server for one store on this machine: it finds a port, says where it is, and ends on Ctrl-C."""

from __future__ import annotations

import errno
import gc
import logging
import os
import socket
import sys
import webbrowser
from asyncio import CancelledError
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

import uvicorn

from allegiance.errors import UsageError
from allegiance.faces.http.app import build
from allegiance.faces.http.guarding import LOCAL
from allegiance.faces.http.holding import Held
from allegiance.faces.http.warming import warming

# So many ports are tried behind one that is taken.
MORE_PORTS = 20
# Claims are many small things without cycles, which the collector would go through again and again while a map is drawn: that
# took two fifths of the time. So it looks when so many things were made, and at the old ones a hundred times less often.
SELDOM = (100_000, 20, 100)
# Requests under way may end within this; whatever is left is cut off.
SECONDS_TO_END = 3


class Place(NamedTuple):
    """Where to listen.

    Attributes:
        exact: on this port, or not at all.
    """

    host: str
    port: int
    exact: bool


def serve(
    held: Held, place: Place, *, say: Callable[[str], None], browse: bool | None = None
) -> None:
    """Serve until Ctrl-C.

    Args:
        say: prints a line.
        browse: open the browser; None: where somebody looks at the terminal.

    Raises:
        UsageError: nobody may listen there, or all ports are taken.
    """
    listening = bound(place)
    port = listening.getsockname()[1]
    address = f"http://{_written(place.host)}:{port}/"
    say(f"Serving {held.location} at {address}")
    if place.host not in LOCAL:
        say("Others can reach it: whoever can may read and change the store.")
    say("Ctrl-C ends it.")
    sys.stdout.flush()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    wanted = sys.stdout.isatty() if browse is None else browse
    server = _Server(_config(held, place.host), ready=_opening(address) if wanted else _nothing)
    # By the time of the interrupt the server has ended; it only passes the signal on.
    with listening, suppress(KeyboardInterrupt), warming(held):
        server.run(sockets=[listening])
    say("Ended.")
    if not held.is_free():
        _leave()


def bound(place: Place) -> socket.socket:
    """A socket that listens there; where a port that nobody asked for is taken, on the next that is free.

    Raises:
        UsageError: nobody may listen there, or all ports are taken.
    """
    last = place.port if place.exact else min(place.port + MORE_PORTS, 65535)
    for port in range(place.port, last + 1):
        try:
            return _listening(place.host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = error.strerror or str(error)
                raise UsageError(
                    f"cannot listen on {place.host} port {port} ({reason}); try --host 127.0.0.1 --port 8080"
                ) from error
    told = f"port {place.port} is" if place.exact else f"ports {place.port} to {last} are"
    raise UsageError(f"{told} taken; give another with --port, or 0 for any")


class _Server(uvicorn.Server):
    """A server that tells when it is ready."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer."""
        await super().startup(sockets)
        self._ready()


def _config(held: Held, host: str) -> uvicorn.Config:
    told = logging.getLogger("uvicorn.error")
    told.setLevel(logging.WARNING)
    told.addFilter(_is_news)
    return uvicorn.Config(
        build(held, hosts={host} - LOCAL),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_END,
    )


def _listening(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listening = socket.socket(family, kind, protocol)
    try:
        # A server that has just ended leaves its port waiting; on Windows the option would share a port that is in use.
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # Now, not when the server is ready: two could have bound the same port until then.
        listening.listen()
    except BaseException:
        listening.close()
        raise
    return listening


def _opening(address: str) -> Callable[[], None]:
    return lambda: _browse(address)


def _browse(address: str) -> None:
    """Open the browser; where there is none the address stands on the screen."""
    try:
        webbrowser.open(address)
    except webbrowser.Error:
        return


def _leave() -> None:
    """End the process, though a thread still works out what nobody will get: nothing else stops it, and it may take minutes.

    The store is as whole as it is when the power fails: what was being written is there, or it is not.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _is_news(record: logging.LogRecord) -> bool:
    """Not that somebody was cut off because the server ends: whoever ends it knows."""
    cut = record.exc_info is not None and isinstance(record.exc_info[1], CancelledError)
    return not cut and not str(record.msg).startswith("Cancel ")


def _nothing() -> None:
    """What is done where the browser is not wanted."""


def _written(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host
