"""Where a sentence must begin, whatever the model thinks: after a blank line, a heading, a list line.

A line break inside a hard-wrapped paragraph is none: there the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

# Longer lines are paragraphs, not lines cut to a width.
_LONGEST_WRAPPED_LINE = 120
# A wrapped line is at least so full; editors differ by a word where the last words were changed.
_FULL = 0.85
_LINE_BREAK = re.compile(r"(\r\n|\n|\r|\u2028|\u2029|\x0b|\x0c|\x85)")
_LIST_MARK = re.compile(r"[-*•·–—►▪●]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_END_MARKS = frozenset('.!?:;"”’)]…')


def boundaries(text: str) -> Iterator[int]:
    """Offsets of the first character of each line that begins a sentence, but for the first line."""
    lines = list(_lines(text))
    width = max((len(line.strip()) for _, line in lines), default=0)
    for (_, line), (start, following) in pairwise(lines):
        written = following.strip()
        if written and _begins(line.strip(), written, width):
            yield start + len(following) - len(following.lstrip())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not followed by a blank one keep the next in touch; a run of blank lines is one empty line."""
    at = 0
    blank = False
    for part in _LINE_BREAK.split(text):
        if not _LINE_BREAK.fullmatch(part) and (part.strip() or not blank):
            blank = not part.strip()
            yield at, part
        at += len(part)


def _begins(line: str, following: str, width: int) -> bool:
    if not line:
        return True
    if _LIST_MARK.match(following):
        return True
    if following[0].islower() and line[-1] not in _END_MARKS:
        return False
    if width > _LONGEST_WRAPPED_LINE:
        return True
    first_word = following.split(None, 1)[0]
    return len(line) + 1 + len(first_word) < _FULL * width
