"""Cells of tables that a spreadsheet may open."""

from __future__ import annotations

# A spreadsheet takes a cell that begins so for a formula, and names come from articles.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what looks like a formula.

    >>> harmless("=SUM(A1)"), harmless("Dawn Brigade")
    ("'=SUM(A1)", 'Dawn Brigade')
    """
    return f"'{text}" if text.startswith(FORMULA) else text
