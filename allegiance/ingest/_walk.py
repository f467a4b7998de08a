"""From what the caller names (files, folders, standard input) to raw articles, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from allegiance import shelf
from allegiance.errors import IngestError, UsageError
from allegiance.ingest._contract import Container, source_of, unread
from allegiance.records.article import Raw, Sent
from allegiance.records.bundle import Unread

ROOM = "allegiance.ingest"
STANDARD_INPUT = "-"


def read(
    inputs: Iterable[str | Path | Sent], *, stdin: BinaryIO | None = None, form: str = "txt"
) -> Iterator[Raw | Unread]:
    """All articles of all inputs, in order; what cannot be read stands in its place.

    Args:
        inputs: files, folders (all files below that can be read, by path), "-" for `stdin`, or files under another name.
        form: what `stdin` holds, as a suffix without its dot.

    Raises:
        UsageError: `form` is none that can be read, or "-" is named without a stream.
    """
    containers = _containers()
    for given in inputs:
        if isinstance(given, Sent):
            yield from _file(given.path, containers, given.name)
        elif str(given) == STANDARD_INPUT:
            yield from _standard_input(stdin, form, containers)
        else:
            yield from _path(Path(given), containers)


def may_wait(inputs: Iterable[str | Path | Sent], stdin: BinaryIO) -> bool:
    """May their articles come bit by bit, as from a pipe? Then what has come is read, rather than more awaited."""
    named = any(not isinstance(one, Sent) and str(one) == STANDARD_INPUT for one in inputs)
    try:
        return named and not stat.S_ISREG(os.fstat(stdin.fileno()).st_mode)
    except OSError:  # What lies in memory has no file.
        return False


def forms() -> tuple[str, ...]:
    """What can be read: suffixes without their dots."""
    return tuple(sorted(suffix[1:] for suffix in _containers()))


def _containers() -> dict[str, Container]:
    parts = (shelf.take(ROOM, name) for name in shelf.names(ROOM))
    return {suffix: part for part in parts for suffix in part.SUFFIXES}  # type: ignore[misc]


def _standard_input(
    stdin: BinaryIO | None, form: str, containers: dict[str, Container]
) -> Iterator[Raw | Unread]:
    container = containers.get(f".{form}")
    if container is None:
        raise UsageError(f"cannot read {form!r}; available: {', '.join(forms())}")
    if stdin is None:
        raise UsageError("standard input was named, and there is none")
    yield from container.read(stdin, STANDARD_INPUT)


def _path(path: Path, containers: dict[str, Container]) -> Iterator[Raw | Unread]:
    if path.is_dir():
        yield from _folder(path, containers)
    else:
        yield from _file(path, containers)


def _folder(folder: Path, containers: dict[str, Container]) -> Iterator[Raw | Unread]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in containers and path.is_file() and not _hidden(path, folder)
    )
    if not files:
        yield _refused(folder, f"no file in this folder can be read; wanted {_wanted(containers)}")
    for path in files:
        yield from _file(path, containers)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _file(
    path: Path, containers: dict[str, Container], name: str | None = None
) -> Iterator[Raw | Unread]:
    container = containers.get(path.suffix.lower())
    if not path.exists():
        yield _refused(path, "there is no such file; check the path")
        return
    if container is None:
        kind = f"a {path.suffix} file" if path.suffix else "a file without a suffix"
        yield _refused(path, f"cannot read {kind}; wanted {_wanted(containers)}")
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        yield _refused(path, f"cannot be opened ({error.strerror}); check path and rights")
        return
    with stream:
        yield from container.read(stream, name or str(path))


def _refused(path: Path, reason: str) -> Unread:
    source = source_of(b"", "unknown", str(path))
    return unread(source, path.name or str(path), IngestError(reason))


def _wanted(containers: dict[str, Container]) -> str:
    return ", ".join(sorted(containers))
