"""Make a store of so many claims, through the store's own door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from allegiance.lexicon.lexicon import load
from allegiance.records.bundle import Bundle, Run
from allegiance.records.judgement import reading_id
from allegiance.resolve.judge import judge
from allegiance.store.store import Store, open_store
from benchmarks.speed.reports import reports

RUN = Run("run-speed", "0", "settings", "lexicon", ("none",))
TODAY = date(2021, 1, 1)


def make(
    path: Path, claims: int, *, seed: int = 0, told: Callable[[int], None] = lambda _: None
) -> None:
    """Write it; the same number and seed give the same claims.

    Args:
        told: called now and then with how many claims are there.
    """
    store = open_store(path)
    made = 0
    for number, bundle in enumerate(reports(claims, seed)):
        made += add(store, bundle)
        if number % 1000 == 0:
            told(made)
    store.close()


def add(store: Store, bundle: Bundle) -> int:
    """Keep a report with judgements on its actors, as a session does; how many claims it brought."""
    assert bundle.article is not None
    reading = reading_id(bundle.article.id, RUN.id)
    judged = judge(
        bundle.found, article_id=bundle.article.id, reading=reading, lexicon=load(), today=TODAY
    )
    return store.add(bundle, RUN, today=TODAY, judgements=tuple(judged)).claims
