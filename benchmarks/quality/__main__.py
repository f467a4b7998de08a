"""Measure how well reports are read: `python -m benchmarks.quality SET FILE`. See README.md beside this file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from allegiance import shelf
from allegiance.errors import AllegianceError
from benchmarks.quality import running, speed, table
from benchmarks.quality.case import Case, Document, cases, content, documents, lost, readings
from benchmarks.quality.figures import Figure, figures
from benchmarks.quality.marks import Mark, Measure
from benchmarks.quality.sets._contract import Scorer

SETS = "benchmarks.quality.sets"


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; the status is 2 where the call cannot be used."""
    call = _parser().parse_args(words)
    try:
        _measure(call)
    except (AllegianceError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def scored(scorer: Scorer, wanted: Sequence[Case]) -> list[tuple[Case, Mark | Measure]]:
    """All that counts, each with the case that it comes from."""
    return [(case, mark) for case in wanted for mark in scorer.score(case)]


def _measure(call: argparse.Namespace) -> None:
    before = table.earlier(call.against) if call.against else None
    wanted = documents(call.file, call.limit)
    found = speed.speed(call.command, wanted) if call.set == "speed" else _quality(call, wanted)
    print(*table.table(found, before), sep="\n")
    if call.json:
        table.write(call.json, {"set": call.set, "documents": len(wanted)}, found)


def _quality(call: argparse.Namespace, wanted: Sequence[Document]) -> dict[str, Figure]:
    scorer = cast(Scorer, shelf.take(SETS, call.set))
    read = readings(_written(call, wanted))
    absent = lost(wanted, read)
    if absent.absent or absent.failed:
        print(f"Nothing found in: {absent.absent} without a line, {absent.failed} not readable.")
    marks = scored(scorer, list(cases(wanted, read)))
    if call.errors:
        told = [(case, mark) for case, mark in marks if isinstance(mark, Mark)]
        print(*table.mistakes(told, call.errors), sep="\n", end="\n\n")
    return figures(mark for _, mark in marks)


def _written(call: argparse.Namespace, wanted: Sequence[Document]) -> str:
    """What the reader writes, or has written."""
    if call.readings:
        return content(call.readings)
    output = running.run(call.command, wanted).output
    if call.keep:
        call.keep.write_text(output, encoding="utf-8")
    return output


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    sets = [*shelf.names(SETS), "speed"]
    parser.add_argument("set", choices=sets, metavar="SET", help=", ".join(sets))
    parser.add_argument("file", type=Path, metavar="FILE", help="documents with gold, JSON lines")
    reader = parser.add_mutually_exclusive_group()
    reader.add_argument(
        "--command", default=running.COMMAND, help="the reader: JSON lines in, readings out"
    )
    reader.add_argument("--readings", type=Path, metavar="FILE", help="what a reader has written")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N documents alone")
    parser.add_argument("--errors", type=int, metavar="N", help="show N of either kind of mistake")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="keep what the reader writes")
    parser.add_argument("--json", type=Path, metavar="OUT", help="keep the figures")
    parser.add_argument("--against", type=Path, metavar="OUT", help="compare with figures kept")
    return parser


if __name__ == "__main__":
    sys.exit(main())
