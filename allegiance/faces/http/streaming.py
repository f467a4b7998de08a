"""Lists as bytes, page by page: what is sent need not be in memory at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allegiance.faces.http.cursors import Paged
from allegiance.faces.http.tables import written
from allegiance.notebook.frames import Table
from allegiance.records.canonical import canonical, plain


def encoded(value: object) -> bytes:
    """The bytes of a record; a lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it."""
    return canonical(value).encode("utf-8", "backslashreplace")


def in_json(pages: Iterator[Paged]) -> Iterator[bytes]:
    """The first page with the rows of all, as if it had had room for them."""
    page = next(pages)
    first = plain(page)
    assert isinstance(first, dict)
    for number, (name, value) in enumerate(sorted((first | {"next": None}).items())):
        yield b"{" if number == 0 else b","
        yield encoded(name) + b":"
        if name != "rows":
            yield encoded(value)
            continue
        # A list without its brackets.
        yield b"[" + encoded(value)[1:-1]
        for other in pages:
            yield b"," + encoded(other.rows)[1:-1]
        yield b"]"
    yield b"}"


def in_csv(tables: Iterable[Table]) -> Iterator[bytes]:
    """One table of all; only the first has headings."""
    for number, table in enumerate(tables):
        yield written(table, headed=number == 0)
