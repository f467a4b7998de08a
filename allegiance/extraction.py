"""Read reports and keep nothing: what `allegiance extract` does. It opens no store, so none is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from allegiance.errors import UsageError
from allegiance.lexicon.lexicon import load
from allegiance.pipeline import run
from allegiance.pipeline.lines import line
from allegiance.reading import Manner, Readers
from allegiance.records.bundle import Bundle
from allegiance.records.canonical import Json

Paths: TypeAlias = "str | Path | Iterable[str | Path]"


def read(
    paths: Paths,
    *,
    form: str = "txt",
    published: str | None = None,
    workers: int | None = 1,
    readers: Readers = "both",
    lexicon: str | Path | None = None,
) -> Iterator[dict[str, Json]]:
    """Read reports and keep nothing: one object an article, in input order, as docs/contract.md promises.

    Args:
        paths: files, folders, or `-` for standard input.
        form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
        published: the day of publication of those that name none (ISO 8601).
        workers: processes; each holds one model. None for as many as pay; a script that asks for more than one is guarded by
            `if __name__ == "__main__"`.
        readers: which readers of claims read: `frames`, `encoder`, or `both` under one judge.
        lexicon: a folder to lay over the built-in lexicon.

    Raises:
        UsageError: `published` is no date, or `form` none that can be read.
        LexiconError: the folder cannot be laid over; the message names file, line and remedy.
    """
    return map(line, _bundles(paths, form, published, workers, lexicon, Manner(readers)))


def explain(
    paths: Paths,
    *,
    form: str = "txt",
    published: str | None = None,
    readers: Readers = "both",
    lexicon: str | Path | None = None,
) -> Iterator[Bundle]:
    """Read reports and tell why: `found.rulings` says of each claim, kept or dropped, what both readers saw.

    Args, Raises: as those of `read`.
    """
    return _bundles(paths, form, published, 1, lexicon, Manner(readers, explained=True))


def _bundles(
    paths: Paths,
    form: str,
    published: str | None,
    workers: int | None,
    lexicon: str | Path | None,
    manner: Manner,
) -> Iterator[Bundle]:
    if published is not None:
        check_day(published)
    inputs = [paths] if isinstance(paths, str | Path) else paths
    overlay = Path(lexicon) if lexicon is not None else None
    if overlay is not None:
        load(overlay)  # Here, so that a wrong folder is told before anything is read.
    return run.read(
        inputs,
        form=form,
        published=published,
        workers=workers,
        overlay=overlay,
        manner=manner,
    )


def check_day(written: str) -> date:
    """A day as a person writes it.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2014-02-10") from error
