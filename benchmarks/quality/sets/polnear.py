"""polnear: attributions, that is who says, thinks or wants what, by which words.

A statement is an attribution where its content shares at least half of all characters that the two have; of gold in
pieces, either the pieces count or the whole stretch, whichever suits better. They are paired one to one, the best first.

- `content`: statements and attributions by content. `find direct`, `find indirect`: the share found of those with and
  without a quotation mark in or beside them.
- `cue when found`, `source when found`: of those found whose gold has one, those where the cue meets it; where the words for the
  speaker, or any mention of him, do.
- `source and content`: found, and the source agrees too; without one in the gold, no speaker is given.

Beliefs and plans are gold too, so a reader of speech finds no more than a part; one annotator marked each text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Any: an attribution as the gold has it.
from typing import Any

from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, asked, given, sought
from benchmarks.quality.matching import paired, share, spans_of
from benchmarks.quality.reading import Reading, Statement

LEAST = 0.5
_QUOTATION_MARKS = frozenset('"“”«»')


@dataclass(frozen=True, slots=True)
class _Attribution:
    """As the gold has it, each in pieces; `source` and `cue` may be empty."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


def score(case: Case) -> Iterator[Mark]:
    """What counts in one article."""
    reading = case.reading
    gold = [_attribution(written) for written in case.gold["attributions"]]
    pairs = paired(gold, reading.statements, lambda one, said: _fit(one, said))
    for i, attribution in enumerate(gold):
        said = reading.statements[pairs[i]] if i in pairs else None
        yield from _found(case, attribution, said)
    agreed = {j for i, j in pairs.items() if _same_source(reading, gold[i], reading.statements[j])}
    for j, said in enumerate(reading.statements):
        yield given("content", j in pairs.values(), "no such statement", said.content_span)
        yield given("source and content", j in agreed)


def fit(pieces: list[Span], span: Span) -> float:
    """The share of common characters, with the pieces or with the stretch that holds them."""
    return max(share(pieces, span), share([whole(pieces)], span))


def whole(pieces: list[Span]) -> Span:
    """The stretch from the first piece to the last."""
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


def _attribution(written: Any) -> _Attribution:
    return _Attribution(*(spans_of(written[part]) for part in ("source", "cue", "content")))


def _fit(attribution: _Attribution, said: Statement) -> float:
    found = fit(attribution.content, said.content_span)
    return found if found >= LEAST else 0.0


def _found(case: Case, attribution: _Attribution, said: Statement | None) -> Iterator[Mark]:
    stretch = whole(attribution.content)
    manner = "direct" if _is_direct(case.document.text, stretch) else "indirect"
    yield asked(f"find {manner}", said)
    yield sought("content", said, f"{manner} content", stretch)
    agrees = said is not None and _same_source(case.reading, attribution, said)
    yield sought("source and content", agrees)
    if said and attribution.cue:
        yield asked("cue when found", _touches(said.cue_span, attribution.cue))
    if said and attribution.source:
        yield asked("source when found", agrees, "source", whole(attribution.source))


def _is_direct(text: str, stretch: Span) -> bool:
    # Marks may stand outside the content, with a comma between.
    near = text[max(0, stretch.start - 2) : stretch.end + 2]
    return not _QUOTATION_MARKS.isdisjoint(near)


def _same_source(reading: Reading, attribution: _Attribution, said: Statement) -> bool:
    if not attribution.source:
        return said.speaker is None and said.speaker_span is None
    spans = [said.speaker_span, *(mention.span for mention in reading.mentions(said.speaker))]
    return any(_touches(span, attribution.source) for span in spans)


def _touches(span: Span | None, pieces: list[Span]) -> bool:
    return span is not None and any(span.overlaps(piece) for piece in pieces)
