"""Mark what is no part of the report: captions, credits, promotions, navigation. Nothing is cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from allegiance.lexicon.furnishing import Furnishing
from allegiance.records.span import Span

# Longer lines are paragraphs; longer sentences are no slogans.
_LONGEST_LINE = 400
_LONGEST_SENTENCE = 250
# A doubled caption: so long at least, for short lines may be alike ("No comment."), and with at most so much after it.
_SHORTEST_CAPTION = 15
_LONGEST_CREDIT = 40
# An entry in a list of links; longer ones are paragraphs.
_LONGEST_LINK = 120

_LINE = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?…][”\"'’)\]]*\s+(?=\S)")
_CLOSED = re.compile(r"[.!?…][”\"'’)\]]*$")


def furniture(text: str, furnishing: Furnishing) -> tuple[Span, ...]:
    """Stretches that are no part of the report, in order, none touching another's characters."""
    lines = [_trimmed(match) for match in _LINE.finditer(text)]
    found = [
        *_doubled(text, lines),
        *_linked(text, lines, furnishing),
        *(span for line in lines for span in _in_line(text, line, furnishing)),
    ]
    return tuple(_merged(sorted(found), text))


def _trimmed(match: re.Match[str]) -> Span:
    written = match[0]
    start = match.start() + len(written) - len(written.lstrip())
    return Span(start, start + len(written.strip()))


def _doubled(text: str, lines: list[Span]) -> Iterator[Span]:
    """A caption that stands twice, the second time with its credit run on."""
    for line, following in pairwise(lines):
        first, second = line.of(text), following.of(text)
        more = len(second) - len(first)
        if len(first) >= _SHORTEST_CAPTION and second.startswith(first) and more <= _LONGEST_CREDIT:
            yield line.joined(following)
    for line in lines:
        if len(line.of(text)) <= _LONGEST_LINE and _is_twice_itself(line.of(text)):
            yield line


def _is_twice_itself(line: str) -> bool:
    for half in range(
        len(line) // 2, max((len(line) - _LONGEST_CREDIT) // 2, _SHORTEST_CAPTION) - 1, -1
    ):
        first = line[:half]
        if line[half:].lstrip().startswith(first):
            return len(line) - 2 * half <= _LONGEST_CREDIT
    return False


def _linked(text: str, lines: list[Span], furnishing: Furnishing) -> Iterator[Span]:
    """Headlines without an end mark that follow a line such as "Related:"."""
    listing = False
    for line in lines:
        written = line.of(text)
        if written.endswith(":") and furnishing.sentence.fullmatch(written):
            listing = True
        elif listing:
            listing = len(written) <= _LONGEST_LINK and _CLOSED.search(written) is None
            if listing:
                yield line


def _in_line(text: str, line: Span, furnishing: Furnishing) -> Iterator[Span]:
    written = line.of(text)
    if len(written) <= _LONGEST_LINE and furnishing.line.fullmatch(written):
        yield line
        return
    for start, end in _sentences(written):
        if end - start <= _LONGEST_SENTENCE and furnishing.sentence.fullmatch(written, start, end):
            yield Span(line.start + start, line.start + end)
    for match in furnishing.piece.finditer(written):
        yield Span(line.start + match.start(), line.start + match.end())


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(line):
        yield start, start + len(line[start : end.end()].rstrip())
        start = end.end()
    yield start, len(line)


def _merged(spans: list[Span], text: str) -> Iterator[Span]:
    """Joined where they overlap, or where nothing but space lies between."""
    current: Span | None = None
    for span in spans:
        if current is None:
            current = span
        elif span.start <= current.end or not text[current.end : span.start].strip():
            current = current.joined(span)
        else:
            yield current
            current = span
    if current is not None:
        yield current
