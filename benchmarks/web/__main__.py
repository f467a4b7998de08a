"""Time the web app over a store, in a browser: `python -m benchmarks.web STORE`. See README.md beside this file."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.web.measuring import VIEWS, Timing, timings
from tools.browsing import browser, served

# Milliseconds. What the sample store has to keep, and what any view may take over 100,000 claims.
LIMITS = {"sample": (1500, 300), "large": (2000, 2000)}


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; the status is 1 where a limit is not kept."""
    call = _parser().parse_args(words)
    limits = LIMITS[call.limits]
    kept = True
    print(*head(limits), sep="\n")
    with served(call.store) as address, browser() as running:
        for timing in timings(running, address, runs=call.runs, views=tuple(call.view)):
            print(line(timing, limits), flush=True)
            kept = kept and not over(timing, limits)
    busy = os.getloadavg()[0]
    print(f"\nProcesses that wanted to run: {busy:.1f}, on {os.cpu_count()} cores.")
    return 0 if kept else 1


def head(limits: tuple[int, int]) -> Iterator[str]:
    """The head of the table."""
    yield f"| view | first paint | useful (≤ {limits[0]:,} ms) | filter changed (≤ {limits[1]:,} ms) | work | |"
    yield "|---|---:|---:|---:|---:|---|"


def line(timing: Timing, limits: tuple[int, int]) -> str:
    """A view as a row of the table.

    >>> line(Timing("map", 310.4, 900, 350, 120), (1500, 300))
    '| map | 310 | 900 | 350 | 120 | over: filter changed |'
    >>> line(Timing("codebook", 310, 1500, None, None), (1500, 300))
    '| codebook | 310 | 1,500 | | | |'
    """
    change, work = _whole(timing.change), _whole(timing.work)
    late = ", ".join(over(timing, limits))
    remark = f"over: {late} " if late else ""
    return f"| {timing.view} | {timing.paint:,.0f} | {timing.useful:,.0f} | {change}| {work}| {remark}|"


def _whole(milliseconds: float | None) -> str:
    return "" if milliseconds is None else f"{milliseconds:,.0f} "


def over(timing: Timing, limits: tuple[int, int]) -> list[str]:
    """Which of the limits it does not keep."""
    useful, change = limits
    late = timing.change is not None and timing.change > change
    return ["useful"] * (timing.useful > useful) + ["filter changed"] * late


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    parser.add_argument("store", type=Path, metavar="STORE")
    parser.add_argument(
        "--limits",
        choices=sorted(LIMITS),
        default="sample",
        help="of the sample reports, or of a large store",
    )
    parser.add_argument(
        "--runs", type=int, default=3, metavar="N", help="how often a view is opened"
    )
    parser.add_argument(
        "--view", action="append", default=[], choices=VIEWS, help="only this one; again for more"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
