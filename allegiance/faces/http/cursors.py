"""Cursors of long lists: where a page ended, told by what its last row is sorted by, so that new rows move nothing."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Annotated, NamedTuple, Protocol, TypeAlias

from fastapi import Depends, Query

from allegiance.errors import UsageError
from allegiance.records.listing import Key

MOST_ROWS = 1_000
Cursor: TypeAlias = Annotated[
    str | None,
    Query(max_length=4_000, description="`next` of the page before; without it, the first page."),
]
Limit: TypeAlias = Annotated[
    int | None,
    Query(ge=1, le=MOST_ROWS, description="At most so many rows; a table has more by itself."),
]


class Paged(Protocol):
    """A page of a list."""

    @property
    def rows(self) -> Sequence[object]:
        """Those of the page."""

    @property
    def next(self) -> str | None:
        """The cursor of the page behind it; None on the last."""


class Paging(NamedTuple):
    """Which rows of a list are asked for.

    Attributes:
        whole: all of them, at once.
        order: how the list is sorted.
    """

    cursor: str | None
    limit: int | None
    whole: bool
    order: str = ""

    def after(self) -> Key | None:
        """Behind which row it begins; None for the first page.

        Raises:
            UsageError: the cursor is none, or one of another order.
        """
        return key_of(self.cursor, self.order)


def paging(
    cursor: Cursor = None,
    limit: Limit = None,
    whole: Annotated[
        bool, Query(description="All rows in one answer, which is sent while it is made.")
    ] = False,
) -> Paging:
    """Which rows a request asks for."""
    return Paging(cursor, limit, whole)


AskedPage: TypeAlias = Annotated[Paging, Depends(paging)]


def cursor_of(key: Key | None, order: str = "") -> str | None:
    """The cursor of the page behind a row; None where there is none.

    Args:
        order: how the list is sorted: a cursor holds for no other order.
    """
    if key is None:
        return None
    written = json.dumps([order, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode("utf-8", "surrogatepass")).decode().rstrip("=")


def key_of(cursor: str | None, order: str = "") -> Key | None:
    """Behind which row a page begins; None for the first page.

    Raises:
        UsageError: it is no cursor, or one of another order.
    """
    if cursor is None:
        return None
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        written = json.loads(base64.urlsafe_b64decode(padded).decode("utf-8", "surrogatepass"))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise _none(cursor) from error
    if not isinstance(written, list) or not written or written[0] != order:
        raise _none(cursor)
    if not all(isinstance(part, str | int | float) for part in written):
        raise _none(cursor)
    return tuple(written[1:])


def _none(cursor: str) -> UsageError:
    return UsageError(f"{cursor!r} is no cursor of this list in this order; begin without one")
