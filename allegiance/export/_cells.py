"""Cells of tables that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

# A spreadsheet takes a cell that begins so for a formula, and names come from articles.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what looks like a formula.

    >>> harmless("=SUM(A1)"), harmless("Dawn Brigade")
    ("'=SUM(A1)", 'Dawn Brigade')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def text_of(cell: str | int | float | bool | date | tuple[str, ...] | None) -> str:
    """A cell in words: several ids with spaces between, nothing where nothing is known.

    >>> text_of(True), text_of(("claim-1", "claim-2")), text_of(None)
    ('yes', 'claim-1 claim-2', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(" ".join(cell) if isinstance(cell, tuple) else str(cell))


def row(cells: Iterable[str], delimiter: str = ",") -> bytes:
    """A line of a table, with a line feed behind it."""
    out = io.StringIO()
    # The writer quotes what its own end of line has: with both signs, no cell with one of them is cut in two.
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return (out.getvalue().removesuffix("\r\n") + "\n").encode()
