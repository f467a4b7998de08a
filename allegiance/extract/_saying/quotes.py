"""Stretches between quotation marks, found without the parser, which is at its worst there."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Longer than any quotation that a report closes in the same paragraph; what runs on is taken for a mark gone astray.
LONGEST = 1500
LONGEST_SINGLE = 300

_MARK = re.compile(r"''|``|[\"“”„«»‘’'`]|\n[ \t]*\n|\n(?=[ \t]*[\"“])")
_OPENS = {
    '"': ('"', "”"),
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "``": ("''",),
    "''": ("''",),
    "‘": ("’",),
    "'": ("'",),
    "`": ("'", "’"),
}
_SINGLE = frozenset("‘'`")


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two marks.

    Attributes:
        start: the first character inside.
        end: behind the last character inside.
        outer_end: behind the mark that closes it; `end` where nothing does.
        closed: False where the paragraph ends before the mark that closes it, as where speech runs over paragraphs.
    """

    start: int
    end: int
    outer_end: int
    closed: bool


def quotes_of(text: str) -> tuple[Quote, ...]:
    """The outermost quotations, in order; those inside others are part of them."""
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    nested = 0
    for mark in _MARK.finditer(text):
        if opened is not None and mark.start() - opened.end() > _longest(opened[0]):
            opened = None
        if opened is None:
            opened, nested = (mark if _can_open(text, mark) else None), 0
        elif mark[0] == "“" and opened[0] != "“":
            nested += 1
        elif mark[0] == "”" and nested:
            nested -= 1
        elif "\n" in mark[0]:
            _append(found, text, opened, mark, closed=False)
            opened = None
        elif mark[0] in _OPENS[opened[0]] and _can_close(text, mark):
            _append(found, text, opened, mark, closed=True)
            opened = None
        elif opened[0] in _SINGLE and mark[0] not in _SINGLE and _can_open(text, mark):
            opened = mark
    return tuple(found)


def _append(
    found: list[Quote], text: str, opened: re.Match[str], mark: re.Match[str], *, closed: bool
) -> None:
    """Keep what holds more than blanks; a single mark that nothing closes is an apostrophe."""
    if not closed and opened[0] in _SINGLE:
        return
    end = mark.start()
    while end > opened.end() and text[end - 1].isspace():
        end -= 1
    if end > opened.end():
        found.append(Quote(opened.end(), end, mark.end() if closed else end, closed))


def _longest(mark: str) -> int:
    return LONGEST_SINGLE if mark in _SINGLE else LONGEST


def _can_open(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] not in _OPENS or not after or after.isspace():
        return False
    if mark[0] in ("“", "„", "«", "``"):
        return True
    return not before or before.isspace() or before in "([—–-:"


def _can_close(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in _SINGLE or mark[0] == "’":
        return not before.isspace() and not after.isalnum()
    return not (before.isspace() and after.isalnum())
