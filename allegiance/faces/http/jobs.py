"""Reading reports in the background: one job after the other, in a thread with a session of its own."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock
from typing import Annotated, TypeAlias
from uuid import uuid4

from fastapi import Depends, Request

from allegiance import session
from allegiance.errors import AllegianceError, UnknownName
from allegiance.faces.http.holding import Held
from allegiance.faces.http.problems import told
from allegiance.faces.http.receiving import Sending
from allegiance.faces.http.shapes import Job, JobArticle, JobState, Problem
from allegiance.records.bundle import Bundle

# So many are remembered once they have ended.
MOST_ENDED = 100
ENDED: tuple[JobState, ...] = ("done", "stopped", "failed")
log = logging.getLogger("uvicorn.error")


class _Stopped(Exception):
    """Somebody wants no more of it."""


class Jobs:
    """The jobs of one server. They go with it; what they have read stays in the store."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._lock = Lock()
        self._jobs: dict[str, Job] = {}
        self._stopping: set[str] = set()
        # One thread: two jobs would only wait for each other's turn to write.
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="reading")

    def begin(self, given: Sending) -> str:
        """Have reports read; the id of the job."""
        job = Job(
            id=f"job-{uuid4().hex[:16]}",
            state="waiting",
            begun_at=datetime.now(UTC),
            files=tuple(one.name for one in given.files),
            done=0,
            total=len(given.files),
            summary=None,
            failures=(),
            articles=(),
            problem=None,
        )
        with self._lock:
            ended = [one.id for one in self._jobs.values() if one.state in ENDED]
            for old in ended[: max(0, len(ended) - MOST_ENDED)]:
                del self._jobs[old]
            self._jobs[job.id] = job
        self._worker.submit(self._run, job.id, given)
        return job.id

    def all(self) -> tuple[Job, ...]:
        """All that are remembered, the latest first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def job(self, job_id: str) -> Job:
        """One of them.

        Raises:
            UnknownName: there is none of that id.
        """
        with self._lock:
            if job_id not in self._jobs:
                raise UnknownName(f"no job has the id {job_id!r}; /api/v1/jobs lists all")
            return self._jobs[job_id]

    def stop(self, job_id: str) -> Job:
        """Read no further; what was read stays.

        Raises:
            UnknownName: there is none of that id.
        """
        job = self.job(job_id)
        with self._lock:
            if job.state not in ENDED:
                self._stopping.add(job_id)
        return job

    def close(self) -> None:
        """Stop them all, and wait until the article that is being read is kept."""
        with self._lock:
            self._stopping.update(self._jobs)
        self._worker.shutdown(cancel_futures=True)

    def _run(self, job_id: str, given: Sending) -> None:
        try:
            self._change(job_id, state="reading")
            self._check(job_id)
            with session.open(self._held.location, create=False, lexicon=self._held.lexicon) as own:
                summary = own.add(
                    given.files,
                    published=given.published,
                    publisher=given.publisher,
                    kept=lambda bundle: self._kept(job_id, bundle),
                    progress=lambda done, _: self._change(job_id, done=done),
                )
            self._change(job_id, state="done", summary=summary, failures=summary.failures)
        except _Stopped:
            self._change(job_id, state="stopped")
        except AllegianceError as error:
            self._change(job_id, state="failed", problem=told(error))
        except Exception as error:  # A thread's errors reach nobody.
            log.exception("%s", job_id)
            self._change(job_id, state="failed", problem=_fault(error))
        finally:
            given.drop()
            self._held.changed.set()

    def _kept(self, job_id: str, bundle: Bundle) -> None:
        """An article is in the store."""
        job = self.job(job_id)
        articles = job.articles
        if (article := bundle.article) is not None:
            claims = len({claim.id for claim in bundle.found.claims})
            articles = (*articles, JobArticle(article.id, article.label, article.title, claims))
        self._change(job_id, articles=articles, failures=(*job.failures, *bundle.failures))
        self._check(job_id)

    def _check(self, job_id: str) -> None:
        with self._lock:
            if job_id in self._stopping:
                raise _Stopped

    def _change(self, job_id: str, **fields: object) -> None:
        with self._lock:
            self._jobs[job_id] = replace(self._jobs[job_id], **fields)  # type: ignore[arg-type]


def _fault(error: Exception) -> Problem:
    detail = f"the program met an error of its own ({type(error).__name__})"
    remedy = "the terminal that serves tells more; report it"
    return Problem("about:blank", "It did not work", 500, detail, remedy)


def _jobs_of(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


Desk: TypeAlias = Annotated[Jobs, Depends(_jobs_of)]
