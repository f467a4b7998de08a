"""SQLite itself: how a file is opened, known as ours, and how its errors are told."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from allegiance.errors import NotAStore, StoreBusy, StoreError

# "ALLG": stands in the header of every store, so that no other SQLite file is taken for one.
APPLICATION_ID = 0x414C4C47
APPLICATION_ID_AT = 68
HEADER = b"SQLite format 3\0"
# Another `add` holds the store for one article at a time, some milliseconds; longer means that it hangs.
BUSY_MS = 15_000
RETRY_SECONDS = 0.02
# Of pages, at most; SQLite's own 2 MB are too few for what a million claims are looked up by.
CACHE_KB = 65_536

_FULL = "the disk is full"
_HELD = sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED
_REMEDIES = {
    sqlite3.SQLITE_FULL: f"{_FULL}; make room and add the same reports again: what is there is not added twice",
    sqlite3.SQLITE_READONLY: "it cannot be written; check the rights of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that the folder exists and may be written",
    sqlite3.SQLITE_IOERR: "reading or writing failed; check the disk, and the room left on it",
    sqlite3.SQLITE_CORRUPT: "it is damaged; restore a copy, or add the reports to a new store",
}


def engine_for(path: Path | None, *, busy_ms: int = BUSY_MS) -> Engine:
    """An engine on a file; None: in memory, for as long as the engine lives."""
    if path is None:
        engine = create_engine("sqlite://", poolclass=StaticPool)
    else:
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": busy_ms / 1000})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def check_ours(path: Path) -> None:
    """Look at a file's first bytes only; an absent or empty one is fine.

    Raises:
        NotAStore: it is something else.
        StoreError: it cannot be read.
    """
    if not path.exists():
        return
    try:
        with path.open("rb") as file:
            head = file.read(APPLICATION_ID_AT + 4)
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}); name a file") from error
    if not head:
        return
    written = int.from_bytes(head[APPLICATION_ID_AT:], "big")
    if not head.startswith(HEADER) or written != APPLICATION_ID:
        what = "another SQLite file" if head.startswith(HEADER) else "no SQLite file"
        raise NotAStore(f"{path} is {what}, and was not touched; name another with --db")


@contextmanager
def told(location: str) -> Iterator[None]:
    """Turn the driver's errors into ours.

    Raises:
        StoreBusy: another program has been writing for too long.
        NotAStore: the file is no database.
        StoreError: anything else that the user can mend.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = _code(cause)
        if code in _HELD:
            raise StoreBusy(
                f"{location}: another program is writing; try again when it is done"
            ) from error
        if code == sqlite3.SQLITE_NOTADB:
            raise NotAStore(f"{location} is no SQLite file; name another with --db") from error
        if code in _REMEDIES:
            raise StoreError(f"{location}: {_REMEDIES[code]}") from error
        raise


def _code(error: BaseException | None) -> int:
    """SQLite's primary code, without what it adds for details."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: all of it is kept, or on any error and on Ctrl-C nothing."""
    with (
        engine.connect().execution_options(allegiance_writes=True) as connection,
        connection.begin(),
    ):
        yield connection


def log_ahead(engine: Engine) -> None:
    """Keep a write-ahead log from now on: readers and one writer then never wait for each other.

    SQLite waits for no other program here, as it does elsewhere, so we do; a file that has such a log already is left as it is.
    """
    with engine.connect() as connection:
        # Outside of a transaction, or SQLite refuses.
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        waited = driver.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
        until = time.monotonic() + waited
        while True:
            try:
                driver.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if _code(error) not in _HELD or time.monotonic() > until:
                    raise
            time.sleep(RETRY_SECONDS)


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    # We begin transactions ourselves: the driver would begin them late, and not for every statement.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log this loses at most the last transactions of a power cut, and never breaks the file.
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: one that reads first and writes later could be refused in the middle.
    writes = connection.get_execution_options().get("allegiance_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
