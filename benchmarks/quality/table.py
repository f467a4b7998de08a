"""Figures for people, and for the next comparison."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from allegiance.errors import UsageError
from allegiance.records.span import Span
from benchmarks.quality.case import Case
from benchmarks.quality.figures import Average, Figure, Score, Share
from benchmarks.quality.marks import Mark

# So much of the text is shown on either side of a mistake.
_AROUND = 90


def table(found: Mapping[str, Figure], before: Mapping[str, float] | None = None) -> Iterator[str]:
    """A line a figure; with `before`, how much it has changed since."""
    width = max(map(len, found), default=0)
    yield f"{'':{width}}  {'P':>5}  {'R':>5}  {'F1/share':>8}"
    for name, figure in found.items():
        line = f"{name:{width}}  {_numbers(figure)}"
        yield line if before is None else f"{line:{width + 56}}{_change(name, figure, before)}"


def _numbers(figure: Figure) -> str:
    match figure:
        case Score():
            ratios = f"{figure.precision:5.3f}  {figure.recall:5.3f}  {figure.value:8.3f}"
            return f"{ratios}  {figure.right}/{figure.given}, {figure.found}/{figure.gold}"
        case Share():
            return f"{'':14}{figure.value:8.3f}  {figure.part}/{figure.whole}"
        case Average(count=1):
            return f"{'':14}{figure.value:8.2f}"
        case Average():
            return f"{'':14}{figure.value:8.3f}  of {figure.count}, median {figure.median:.3f}"


def _change(name: str, figure: Figure, before: Mapping[str, float]) -> str:
    return f"{figure.value - before[name]:+.3f}" if name in before else "new"


def mistakes(told: Iterable[tuple[Case, Mark]], number: int) -> Iterator[str]:
    """So many of what was missed and of what was read by mistake, spread over the set."""
    wrong = [(case, mark) for case, mark in told if mark.note and not mark.right]
    read = [(case, mark) for case, mark in wrong if mark.side == "given"]
    missed = [(case, mark) for case, mark in wrong if mark.side != "given"]
    for title, ones in (("Missed", missed), ("Read by mistake", read)):
        chosen = _spread(ones, number)
        yield f"\n{title}: {len(ones)}, of which {len(chosen)}"
        for case, mark in chosen:
            yield f"- {case.document.id}: {mark.note}"
            yield f"    {excerpt(case.document.text, mark.span)}"


def excerpt(text: str, span: Span | None) -> str:
    """The words, in double brackets, with what stands around them; without a span, the beginning.

    >>> excerpt("They fled to the hills.", Span(5, 9))
    'They [[fled]] to the hills.'
    """
    if span is None:
        return " ".join(text[: 2 * _AROUND].split())
    before = text[max(0, span.start - _AROUND) : span.start]
    marked = f"{before}[[{span.of(text)}]]{text[span.end : span.end + _AROUND]}"
    return " ".join(marked.split())


def _spread(ones: Sequence[tuple[Case, Mark]], number: int) -> list[tuple[Case, Mark]]:
    return list(ones[:: max(1, len(ones) // number)][:number]) if number else []


def write(path: Path, about: Mapping[str, object], found: Mapping[str, Figure]) -> None:
    """Keep the figures; `value` is what a later run is compared by."""
    rows = {name: {"value": figure.value, **asdict(figure)} for name, figure in found.items()}
    path.write_text(json.dumps({**about, "figures": rows}, indent=1) + "\n", encoding="utf-8")


def earlier(path: Path) -> dict[str, float]:
    """The values that an earlier run kept.

    Raises:
        UsageError: they cannot be read.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["figures"]
        return {name: row["value"] for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        wanted = "what --json kept"
        raise UsageError(f"{path} has no figures ({problem!r}); wanted {wanted}") from problem
