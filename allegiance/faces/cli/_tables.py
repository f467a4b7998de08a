"""Tables that several commands draw alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from rich.table import Table


def grid(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Collection[str] = ()
) -> Table:
    """A table whose cells are already safe; a column that says nothing is left out.

    Args:
        numbers: headings of columns that are aligned to the right.
    """
    from rich.table import Table

    used = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    drawn = Table(box=None, header_style="bold", pad_edge=False)
    for place in used:
        heading = headings[place]
        drawn.add_column(heading, justify="right" if heading in numbers else "left")
    for row in rows:
        drawn.add_row(*(row[place] for place in used))
    return drawn
