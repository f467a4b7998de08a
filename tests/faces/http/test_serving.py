"""`allegiance serve` as its users run it: a process of its own."""

from __future__ import annotations

import signal
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from allegiance.errors import UsageError
from allegiance.faces.http.serving import Place, bound
from tests.faces.cli.conftest import call, environment

# Long enough for a busy machine to load it.
SECONDS = 120


def test_it_says_where_it_is_answers_and_ends_on_interrupt(db: Path) -> None:
    words = ["serve", "--db", str(db), "--port", "0", "--no-open", "--by", "Noor"]
    server = subprocess.Popen(
        [sys.executable, "-m", "allegiance", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert server.stdout is not None
        line = server.stdout.readline()
        assert line.startswith(f"Serving {db} at http://127.0.0.1:")
        about = answered(line.split(" at ")[1].strip() + "api/v1/about")
        assert (about["articles"], about["reviewer"]) == (6, "Noor")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=SECONDS)
    finally:
        server.kill()
        server.wait()
    assert server.returncode == 0
    assert out.endswith("Ended.\n")
    assert err == ""


def test_an_interrupt_during_a_long_answer_ends_it_quietly_and_leaves_the_store_whole(
    db: Path, tmp_path: Path
) -> None:
    # A reader of the store that never comes to an end.
    slow = tmp_path / "slow.py"
    slow.write_text(SLOW)
    server = subprocess.Popen(
        [sys.executable, slow, "serve", "--db", str(db), "--port", "0", "--no-open"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split(" at ")[1].strip()
        answered(address + "api/v1/codebook")
        with ThreadPoolExecutor(2) as asking:
            answers = [
                asking.submit(httpx.get, address + "api/v1/network", timeout=SECONDS)
                for _ in range(2)
            ]
            assert server.stdout.readline().startswith("Ctrl-C")
            assert server.stdout.readline() == "It has begun.\n"
            server.send_signal(signal.SIGINT)
            out, err = server.communicate(timeout=SECONDS)
            told = [one.result() for one in answers]
    finally:
        server.kill()
        server.wait()
    assert (server.returncode, out, err) == (0, "Ended.\n", "")
    assert [one.status_code for one in told] == [503, 503]
    assert told[0].json()["title"] == "The server has ended"
    with closing(sqlite3.connect(db)) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


SLOW = """\
import itertools
from allegiance.asking.pictures import Pictures
from allegiance.__main__ import main

def clipped(self, most):
    print("It has begun.", flush=True)
    for _ in itertools.count():
        pass

Pictures.clipped = clipped
main()
"""


def answered(address: str) -> dict[str, object]:
    """What an address gives, once the server is ready."""
    last = time.monotonic() + SECONDS
    while True:
        try:
            found: dict[str, object] = httpx.get(address, timeout=SECONDS).json()
            return found
        except httpx.TransportError:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)


def test_a_store_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    ran = call("serve", "--db", tmp_path / "gone.db")
    assert ran.returncode == 2
    assert b"does not exist" in ran.stderr


def test_a_default_port_that_is_taken_gives_the_next() -> None:
    with bound(Place("127.0.0.1", 0, exact=True)) as taken:
        port = taken.getsockname()[1]
        with bound(Place("127.0.0.1", port, exact=False)) as other:
            assert other.getsockname()[1] > port


def test_a_port_that_was_asked_for_and_is_taken_is_an_error() -> None:
    with bound(Place("127.0.0.1", 0, exact=True)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken; give another"):
            bound(Place("127.0.0.1", port, exact=True))


def test_an_address_of_another_machine_is_an_error() -> None:
    with pytest.raises(UsageError, match="cannot listen on"):
        bound(Place("192.0.2.7", 8000, exact=False))


def test_it_listens_on_this_machine_alone() -> None:
    with bound(Place("localhost", 0, exact=True)) as listening:
        assert listening.family in (socket.AF_INET, socket.AF_INET6)
        assert listening.getsockname()[0] in ("127.0.0.1", "::1")
