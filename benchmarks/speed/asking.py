"""The questions that are timed, each asked as a session asks it.

Seconds are of the processor, so that what else a machine does does not count. On an idle one the clock says the same, but
for what is read from the disk for the first time.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from allegiance import session
from allegiance.records.bundle import Bundle
from allegiance.store.atlas import head
from allegiance.store.contested import found_from
from allegiance.store.store import open_store
from benchmarks.speed.making import add
from benchmarks.speed.reports import reports
from benchmarks.speed.world import DAYS, day_of

Question = Callable[[session.Session], object]
# Days of the second half of the decade, where reports have piled up.
ON = day_of(DAYS * 2 // 3)
YEAR = (ON, ON + timedelta(days=364))
WARM_RUNS = 5
FOLDED, FOUND = "everything folded", "conflicts found"
# What is worked out once, and what has to be looked at again after each report; all conflicts, as those are the most.
FIRST: dict[str, Question] = {
    FOLDED: lambda asked: asked.network(ON),
    FOUND: lambda asked: asked.conflicts(),
}
AFTER: dict[str, Question] = {
    "network after a report": lambda asked: asked.network(ON),
    "conflicts after a report": lambda asked: asked.conflicts(since=YEAR[0], until=YEAR[1]),
}
FEW_CLAIMS = 100


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the processor for one question.

    Attributes:
        cold: opening the store and asking, in a new process, what it imports left out.
        warm: the median of asking again, each time for another day or actor where there is one.
    """

    question: str
    cold: float
    warm: float


def questions(most: str, few: str) -> dict[str, Callable[[int], Question]]:
    """By name: what is asked the first time, the second time, and so on.

    Args:
        most: the actor that most of the map's relations are of.
        few: one that few are of.
    """
    words = ("guards assault", "front", "brigade", "council begins", "wire")
    return {
        "network of a day": lambda turn: lambda asked: asked.network(_day(turn)),
        # Half a year apart, so that none is like the one before.
        "network, known by": lambda turn: lambda asked: asked.network(ON, known_by=_day(20 * turn)),
        "network of an actor": lambda turn: lambda asked: asked.network(_day(turn), actor=most),
        "changes of a year": lambda turn: (
            lambda asked: asked.changes(_day(-turn, YEAR[0]), YEAR[1])
        ),
        "history of all": lambda turn: lambda asked: asked.history(),
        "profile, most told": lambda turn: lambda asked: asked.profile(most),
        "profile, little told": lambda turn: lambda asked: asked.profile(few),
        "search": lambda turn: lambda asked: asked.search(words[turn % len(words)]),
        "conflicts": lambda turn: (
            lambda asked: asked.conflicts(since=_day(-turn, YEAR[0]), until=YEAR[1])
        ),
    }


def timings(store: Path, names: tuple[str, ...] = ()) -> list[Timing]:
    """Every question, or those of these names, asked of a store; the first one of all finds the atlas up to date."""
    with session.open(store, create=False) as asked:
        most, few = _actors(asked)
    found = []
    for name, turns in questions(most, few).items():
        if names and name not in names:
            continue
        cold = _printed(_call(store, name, most, few))[-1]
        with session.open(store, create=False) as asked:
            turns(0)(asked)
            warm = sorted(_seconds(turns(turn), asked) for turn in range(1, WARM_RUNS + 1))
        found.append(Timing(name, cold, warm[len(warm) // 2]))
    return found


def first_answers(path: Path) -> Iterator[tuple[Timing, int]]:
    """Seconds of what is worked out once, where it has not been yet, with the megabytes that the process takes at most.

    That is the first question after much was added, which folds everything, and the first for all conflicts.
    """
    store = open_store(path, create=False)
    there = {FOLDED: head(store) is not None, FOUND: found_from(store) is not None}
    store.close()
    for name in (name for name, is_there in there.items() if not is_there):
        peak, seconds = _printed(_call(path, name))
        yield Timing(name, seconds, seconds), int(peak)


def after_a_report(path: Path) -> Iterator[Timing]:
    """Seconds of the first question once one more report has come: in a new process, and in an open session."""
    more = reports(FEW_CLAIMS, seed=path.stat().st_size)
    for name, asks in AFTER.items():
        _add(path, next(more))
        cold = _printed(_call(path, name))[-1]
        with session.open(path, create=False) as asked:
            asks(asked)
            _add(path, next(more))
            yield Timing(name, cold, _seconds(asks, asked))


def _add(path: Path, report: Bundle) -> None:
    store = open_store(path, create=False)
    add(store, report)
    store.close()


def imports() -> float:
    """Seconds that a new process takes until it could open a store."""
    return _printed("import time, benchmarks.speed.asking; print(time.process_time())")[-1]


def once(store: Path, name: str, most: str, few: str) -> None:
    """Open the store and ask."""
    with session.open(store, create=False) as asked:
        (AFTER.get(name) or FIRST.get(name) or questions(most, few)[name](0))(asked)


def _call(store: Path, name: str, most: str = "", few: str = "") -> str:
    """What another process does to ask, and to print how many seconds that took."""
    return (
        "from pathlib import Path; from benchmarks.speed import asking; import time; t = time.process_time();"
        f"asking.once(Path({str(store)!r}), {name!r}, {most!r}, {few!r});"
        "print(asking.megabytes(), time.process_time() - t)"
    )


def megabytes() -> int:
    """What this process has taken of memory at most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _printed(statement: str) -> list[float]:
    """The numbers that another process prints."""
    call = [sys.executable, "-c", statement]
    ran = subprocess.run(call, capture_output=True, text=True, check=True)
    return list(map(float, ran.stdout.split()))


def _seconds(question: Question, asked: session.Session) -> float:
    gc.collect()
    begun = time.process_time()
    question(asked)
    return time.process_time() - begun


def _day(turn: int, start: date = ON) -> date:
    return start + timedelta(days=9 * turn)


def _actors(asked: session.Session) -> tuple[str, str]:
    network = asked.network(ON)
    degrees = Counter(end for one in network.relations for end in (one.source, one.target) if end)
    ranked = sorted(degrees, key=lambda one: (-degrees[one], one))
    return ranked[0], ranked[-1]
