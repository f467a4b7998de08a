"""Put the files of an export where they are wanted: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from allegiance.errors import UsageError
from allegiance.export._contract import File

PACKED = ".zip"
# A zip bears a time for each file; the earliest it can write, so that the same map gives the same bytes.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def deliver(files: Iterable[File], target: Path | BinaryIO, *, several: bool) -> None:
    """Write an export.

    Args:
        target: a stream, which stays open, or a path. Of `several` files a stream or a path that ends with `.zip` gets
            one archive, any other path a folder of that name.

    Raises:
        UsageError: nothing can be written there; the message says what would do.
    """
    if not isinstance(target, Path):
        _into(files, target, several=several)
        return
    if target.exists() and not target.is_file() and not target.is_dir():
        # A pipe or a device: there is nothing to replace.
        with target.open("wb") as out:
            _into(files, out, several=several)
        return
    # Of a link, what it leads to is replaced.
    target = target.resolve()
    if several and target.suffix.lower() != PACKED:
        _folder(files, target)
    else:
        with _replacing(target) as made, made.open("xb") as out:
            _into(files, out, several=several)


def _into(files: Iterable[File], out: BinaryIO, *, several: bool) -> None:
    if several:
        _pack(files, out)
        return
    for file in files:
        out.writelines(file.pieces)


def _pack(files: Iterable[File], out: BinaryIO) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            about = zipfile.ZipInfo(file.name, NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            with archive.open(about, "w", force_zip64=True) as packed:
                packed.writelines(file.pieces)


def _folder(files: Iterable[File], target: Path) -> None:
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(
            f"{target} holds files already; give a new folder, or a name that ends with {PACKED}"
        )
    if target.is_file():
        raise UsageError(f"{target} is a file; give a folder, or a name that ends with {PACKED}")
    with _replacing(target) as made:
        made.mkdir()
        for file in files:
            with (made / file.name).open("xb") as out:
                out.writelines(file.pieces)


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Somewhere beside the target to write it; it takes the target's place once it is whole."""
    if not target.parent.is_dir():
        raise UsageError(f"{target.parent}: no such folder; make it first, or write elsewhere")
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(f"{target} is a folder; name a file")
    waiting = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        made = waiting / target.name
        yield made
        if target.is_dir():
            target.rmdir()
        made.replace(target)
    finally:
        shutil.rmtree(waiting)
