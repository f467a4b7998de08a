"""Run a reader as one would from a shell: documents in, readings out; time and memory noted."""

from __future__ import annotations

import json
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

from allegiance.errors import UsageError
from benchmarks.quality.case import Document

# Of this checkout, whatever is installed.
COMMAND = f"{shlex.quote(sys.executable)} -m allegiance extract --from jsonl -"
# 3: some articles could not be read; their lines say why.
_GOOD = (0, 3)
# What getrusage counts in.
_UNITS_A_MEGABYTE = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What a command wrote, and what it took.

    Attributes:
        peak_mb: memory of the largest process so far that this one waited for.
    """

    output: str
    seconds: float
    peak_mb: float


def run(command: str, wanted: Sequence[Document]) -> Run:
    """Give the documents to a command, never their gold, and wait for it.

    Raises:
        UsageError: it cannot be started, or it fails.
    """
    with tempfile.TemporaryFile() as given:
        given.write("".join(map(_line, wanted)).encode())
        given.seek(0)
        begun = time.perf_counter()
        try:
            done = subprocess.run(shlex.split(command), stdin=given, stdout=subprocess.PIPE)
        except (OSError, ValueError) as problem:
            raise UsageError(f"{command!r} cannot be run: {problem}") from problem
        seconds = time.perf_counter() - begun
    if done.returncode not in _GOOD:
        raise UsageError(f"{command!r} ended with status {done.returncode}; 0 or 3 is wanted")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _UNITS_A_MEGABYTE
    return Run(done.stdout.decode(), seconds, peak)


def _line(document: Document) -> str:
    row = {"id": document.id, "text": document.text}
    more = {"title": document.title, "published": document.published}
    row |= {key: value for key, value in more.items() if value is not None}
    return json.dumps(row, ensure_ascii=False) + "\n"
