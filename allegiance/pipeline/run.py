"""Run a corpus through the steps: inputs in, bundles out, in the same order, on one process or several.

At any time some batches are in flight and no more, so memory does not grow with the corpus.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO

from allegiance import ingest
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import Reader, Taken, lost
from allegiance.reading import PLAIN, Manner
from allegiance.records.article import Raw, Sent
from allegiance.records.bundle import Bundle, Failure, Found, Unread

# Set by hand: enough for the model to work on at once, little to hold in memory.
BATCH_ARTICLES = 32
BATCH_CHARACTERS = 20_000
# So many batches wait for each worker: it never idles, and little is held.
BATCHES_AHEAD = 2
# Fewer batches are read sooner by one process than others are started; each process more holds one more model.
WORTH_SHARING = 4
MOST_WORKERS = 4


def read(
    inputs: Iterable[str | Path | Sent],
    *,
    stdin: BinaryIO | None = None,
    form: str = "txt",
    published: str | None = None,
    publisher: str | None = None,
    workers: int | None = 1,
    overlay: Path | None = None,
    manner: Manner = PLAIN,
    wanted: Callable[[Taken], bool] | None = None,
) -> Generator[Bundle, None, None]:
    """Read all articles of all inputs: one bundle each, in input order; failures are in the bundles.

    Args:
        inputs: files, folders, "-" for `stdin`, or files under another name.
        stdin: the stream that "-" stands for; None for the process's own.
        form: what `stdin` holds: one of `allegiance.ingest.forms()`.
        published: ISO 8601; the day of publication of articles that do not say theirs.
        publisher: of articles that do not say theirs.
        workers: processes; each holds one model. None for as many as pay; one where `stdin` may keep the others waiting.
        overlay: a folder to lay over the built-in lexicon; None for none.
        manner: which readers of claims read.
        wanted: what is not gets no bundle, and costs no reading; None for all.

    Raises:
        UsageError: `form` is none that can be read.
        LexiconError: the folder cannot be laid over.
    """
    stdin = stdin or sys.stdin.buffer
    if workers is None:
        inputs = list(inputs)
        workers = 1 if ingest.may_wait(inputs, stdin) else None
    taken = ingest.read(inputs, stdin=stdin, form=form)
    dated = (_with_defaults(one, published, publisher) for one in taken)
    chosen = filter(wanted, dated) if wanted else dated
    return run(chosen, workers=workers, overlay=overlay, manner=manner)


def run(
    taken: Iterable[Taken],
    *,
    workers: int | None = 1,
    overlay: Path | None = None,
    manner: Manner = PLAIN,
) -> Generator[Bundle, None, None]:
    """One bundle an article or loss, in the same order."""
    waiting = batches(taken)
    if workers is None:
        first = list(islice(waiting, WORTH_SHARING))
        waiting = chain(first, waiting)
        workers = _processors() if len(first) == WORTH_SHARING else 1
    if workers > 1:
        yield from _in_pool(waiting, workers, overlay, manner)
        return
    for batch in waiting:
        if any(isinstance(one, Raw) for one in batch):
            yield from _reader(overlay, manner).read_all(chain([batch], waiting))
        else:
            yield from (lost(one) for one in batch if isinstance(one, Unread))


def batches(taken: Iterable[Taken]) -> Iterator[list[Taken]]:
    """Neighbours together: at most so many articles, and no more characters than fit once one is in.

    Losses count as articles, so that they too come out in time.
    """
    batch: list[Taken] = []
    characters = 0
    for one in taken:
        length = len(one.text) if isinstance(one, Raw) else 0
        if batch and (len(batch) == BATCH_ARTICLES or characters + length > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(one)
        characters += length
    if batch:
        yield batch


def _processors() -> int:
    """Processors that this process may use, up to `MOST_WORKERS`."""
    mine = getattr(os, "sched_getaffinity", None)  # Not on every system.
    return min(len(mine(0)) if mine else os.cpu_count() or 1, MOST_WORKERS)


def _with_defaults(one: Taken, published: str | None, publisher: str | None) -> Taken:
    if not isinstance(one, Raw):
        return one
    publisher = one.publisher or publisher
    source = replace(one.source, publisher=publisher)
    return replace(one, source=source, published=one.published or published, publisher=publisher)


def _reader(overlay: Path | None, manner: Manner) -> Reader:
    # Here, not above: the model's library takes a second to import, and a run without articles needs none.
    from allegiance.annotate.spacy_english import Annotator

    lexicon = load(overlay)
    return Reader(Annotator(lexicon, manner), lexicon)


def _in_pool(
    ready: Iterable[list[Taken]], workers: int, overlay: Path | None, manner: Manner
) -> Iterator[Bundle]:
    crew = _Crew(workers, overlay, manner)
    waiting: deque[tuple[list[Taken], Future[list[Bundle]]]] = deque()
    try:
        for batch in ready:
            waiting.append((batch, crew.start(batch)))
            if len(waiting) >= workers * BATCHES_AHEAD:
                yield from crew.result(*waiting.popleft())
        while waiting:
            yield from crew.result(*waiting.popleft())
    finally:
        crew.dismiss()


class _Crew:
    """Worker processes; where one ends (out of memory, killed), its batch is read again, an article at a time."""

    def __init__(self, workers: int, overlay: Path | None, manner: Manner) -> None:
        self._workers = workers
        self._overlay = overlay
        self._manner = manner
        self._pool = self._hired()

    def start(self, batch: list[Taken]) -> Future[list[Bundle]]:
        """Hand a batch to a worker."""
        try:
            return self._pool.submit(_read_in_worker, batch)
        except BrokenProcessPool:
            self.dismiss()
            self._pool = self._hired()
            return self._pool.submit(_read_in_worker, batch)

    def result(self, batch: list[Taken], future: Future[list[Bundle]]) -> list[Bundle]:
        """What came of a batch; an article that ends its worker is lost, the others are not."""
        try:
            return future.result()
        except BrokenProcessPool:
            return [bundle for one in batch for bundle in self._alone(one)]

    def dismiss(self) -> None:
        """Let the workers end; what they have not begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _alone(self, one: Taken) -> list[Bundle]:
        for _ in range(2):  # Once more, as another batch may have ended the worker meanwhile.
            try:
                return self.start([one]).result()
            except BrokenProcessPool as error:
                why = error
        return [_ended(one, why)]

    def _hired(self) -> ProcessPoolExecutor:
        # Started afresh, not forked: a fork of a process with threads may hang, and other systems cannot.
        return ProcessPoolExecutor(
            self._workers,
            mp_context=get_context("spawn"),
            initializer=_start_worker,
            initargs=(self._overlay, self._manner),
        )


def _ended(one: Taken, error: BrokenProcessPool) -> Bundle:
    reason = f"{one.source.location}: its worker process ended ({error}); give it more memory"
    failure = Failure(one.source.id, "run", reason)
    return Bundle(one.source, one.label, None, Found(), (failure,))


_worker: list[Reader] = []


def _start_worker(overlay: Path | None, manner: Manner) -> None:
    # The keyboard's interrupt reaches every process; the first one alone decides when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.append(_reader(overlay, manner))


def _read_in_worker(batch: list[Taken]) -> list[Bundle]:
    return list(_worker[0].read(batch))
