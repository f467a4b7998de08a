"""Read reports and keep nothing: what `allegiance extract` does. It opens no store, so none is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from allegiance.errors import UsageError
from allegiance.pipeline import run
from allegiance.pipeline.lines import line
from allegiance.records.canonical import Json

Paths: TypeAlias = "str | Path | Iterable[str | Path]"


def read(
    paths: Paths, *, form: str = "txt", published: str | None = None, workers: int = 1
) -> Iterator[dict[str, Json]]:
    """Read reports and keep nothing: one object an article, in input order, as docs/contract.md promises.

    Args:
        paths: files, folders, or `-` for standard input.
        form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
        published: the day of publication of those that name none (ISO 8601).

    Raises:
        UsageError: `published` is no date, or `form` none that can be read.
    """
    if published is not None:
        check_day(published)
    inputs = [paths] if isinstance(paths, str | Path) else paths
    bundles = run.read(inputs, form=form, published=published, workers=workers)
    return map(line, bundles)


def check_day(written: str) -> date:
    """A day as a person writes it.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2014-02-10") from error
