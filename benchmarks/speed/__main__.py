"""Measure how fast the map answers: `python -m benchmarks.speed make N STORE`, then `ask STORE`. See README.md beside this file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select

from allegiance.errors import AllegianceError
from allegiance.store import schema
from allegiance.store.store import open_store
from benchmarks.speed import table
from benchmarks.speed.asking import after_a_report, first_answers, imports, timings
from benchmarks.speed.making import make


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; the status is 2 where the call cannot be used."""
    call = _parser().parse_args(words)
    try:
        call.act(call)
    except (AllegianceError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 2
    return 0


def _make(call: argparse.Namespace) -> None:
    if call.store.exists():
        raise OSError(f"{call.store} is there already; name another, or remove it")
    make(call.store, call.claims, seed=call.seed, told=lambda many: print(f"{many:,} claims"))


def _ask(call: argparse.Namespace) -> None:
    claims = _claims(call.store)
    print(f"Imports of a new process, not counted below: {imports():.2f} s")
    told = []
    for timing, peak in first_answers(call.store):
        print(f"{timing.question}, once: {timing.cold:.2f} s, {peak} MB of memory")
        told.append(timing)
    told += timings(call.store, tuple(call.question))
    if call.after:
        told += after_a_report(call.store)
    print(*table.lines(told), sep="\n")
    if call.json:
        table.write(call.json, claims, told)


def _plot(call: argparse.Namespace) -> None:
    call.out.write_text(table.plot(call.figures), encoding="utf-8")


def _claims(path: Path) -> int:
    store = open_store(path, create=False)
    with store.reading() as connection:
        many = connection.execute(select(func.count()).select_from(schema.claim)).scalar_one()
    store.close()
    return many


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    acts = parser.add_subparsers(required=True, metavar="make | ask | plot")
    making = acts.add_parser("make", help="write a store of N claims of an invented world")
    making.add_argument("claims", type=int, metavar="N")
    making.add_argument("store", type=Path, metavar="STORE")
    making.add_argument("--seed", type=int, default=0, help="another seed, another world")
    making.set_defaults(act=_make)
    asking = acts.add_parser("ask", help="time each question, cold and warm")
    asking.add_argument("store", type=Path, metavar="STORE")
    asking.add_argument("--question", action="append", default=[], help="only this one")
    asking.add_argument(
        "--after", action="store_true", help="and after a report more, which is added to the store"
    )
    asking.add_argument("--json", type=Path, metavar="FILE", help="keep the figures, by claims")
    asking.set_defaults(act=_ask)
    plotting = acts.add_parser("plot", help="draw how the kept figures grow")
    plotting.add_argument("figures", type=Path, metavar="FILE")
    plotting.add_argument("out", type=Path, metavar="SVG")
    plotting.set_defaults(act=_plot)
    return parser


if __name__ == "__main__":
    sys.exit(main())
