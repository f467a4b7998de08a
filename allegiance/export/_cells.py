"""Cells of tables that a spreadsheet may open."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# A spreadsheet takes a cell that begins so for a formula, and names come from articles.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what looks like a formula.

    >>> harmless("=SUM(A1)"), harmless("Dawn Brigade")
    ("'=SUM(A1)", 'Dawn Brigade')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def row(cells: Iterable[str], delimiter: str = ",") -> bytes:
    """A line of a table, with a line feed behind it."""
    out = io.StringIO()
    # The writer quotes what its own end of line has: with both signs, no cell with one of them is cut in two.
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return (out.getvalue().removesuffix("\r\n") + "\n").encode()
