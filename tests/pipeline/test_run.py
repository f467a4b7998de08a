"""A corpus goes through in input order, on one process or several, with little of it in memory."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from allegiance.pipeline import run
from allegiance.pipeline.lines import line
from allegiance.pipeline.steps import Taken
from allegiance.reading import Manner
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Bundle, Failure, Found, Unread
from allegiance.records.canonical import canonical

SOURCE = Source("source-0", "text", "in", None, None, "0")
TEXTS = [
    f"On {day} March 2014 the rebels of the Lions of the North attacked the army near Gao."
    for day in range(1, 32)
]


def jsonl(*rows: dict[str, object]) -> io.BytesIO:
    return io.BytesIO("".join(json.dumps(row) + "\n" for row in rows).encode())


def lines(stdin: BinaryIO, **options: object) -> list[str]:
    bundles = run.read(["-"], stdin=stdin, form="jsonl", **options)  # type: ignore[arg-type]
    return [canonical(line(bundle)) for bundle in bundles]


def test_several_workers_give_what_one_gives_in_the_same_order() -> None:
    rows: list[dict[str, object]] = [{"id": str(i), "text": text} for i, text in enumerate(TEXTS)]
    rows[7] = {"id": "bad"}
    assert lines(jsonl(*rows), workers=2) == lines(jsonl(*rows))


def test_a_long_input_is_shared_among_the_processors_and_a_short_one_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hired: list[int] = []

    class Crew(run._Crew):
        def __init__(self, workers: int, overlay: Path | None, manner: Manner) -> None:
            hired.append(workers)
            super().__init__(workers, overlay, manner)

    monkeypatch.setattr(run, "_Crew", Crew)
    monkeypatch.setattr(run, "_processors", lambda: 2)
    monkeypatch.setattr(run, "BATCH_CHARACTERS", 150)
    many: list[dict[str, object]] = [{"id": str(i), "text": t} for i, t in enumerate(TEXTS[:6])]
    few = many[:3]
    assert lines(jsonl(*few), workers=None) == lines(jsonl(*few))
    assert hired == []
    assert lines(jsonl(*many), workers=None) == lines(jsonl(*many))
    assert hired == [2]


@pytest.mark.parametrize("named", ["-", Path("-")], ids=["as words", "as a path"])
def test_what_comes_through_a_pipe_is_read_as_it_comes(
    monkeypatch: pytest.MonkeyPatch, named: str | Path
) -> None:
    monkeypatch.setattr(run, "_processors", lambda: 2)
    monkeypatch.setattr(run, "BATCH_CHARACTERS", 150)
    monkeypatch.setattr(run, "_Crew", None)  # Whoever hires one fails.
    row = jsonl({"id": "a", "text": TEXTS[0]}).getvalue()
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as piped, os.fdopen(writing, "wb", buffering=0) as pipe:
        pipe.write(row * 100)
        # Nobody has said that this is all, and the first is there.
        found = run.read([named], stdin=piped, form="jsonl", workers=None)
        assert next(found).article is not None
        pipe.close()
        assert len(list(found)) == 99


def test_defaults_fill_what_an_article_does_not_say() -> None:
    rows = jsonl(
        {"id": "a", "text": TEXTS[0]},
        {"id": "b", "text": TEXTS[0], "published": "2014-02-03", "publisher": "The Paper"},
    )
    found = run.read(["-"], stdin=rows, form="jsonl", published="2015-01-01", publisher="Other")
    articles = [bundle.article for bundle in found if bundle.article]
    assert [article.publisher for article in articles] == ["Other", "The Paper"]
    assert [str(article.published.start) for article in articles if article.published] == [
        "2015-01-01",
        "2014-02-03",
    ]


def test_losses_alone_need_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(lexicon: object) -> None:
        raise AssertionError("a model was loaded")

    monkeypatch.setattr(run, "_reader", refuse)
    bundles = list(run.read(["-"], stdin=io.BytesIO(b"{bad\n" * 3), form="jsonl"))
    assert [bundle.failures[0].step for bundle in bundles] == ["read"] * 3


def raw(length: int) -> Raw:
    return Raw(SOURCE, "x", "a" * length)


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([], []),
        ([10] * 70, [32, 32, 6]),
        ([15_000, 10_000, 10_000], [1, 2]),
        ([2_000_000, 10, 10], [1, 2]),
    ],
)
def test_batches_are_bounded_by_articles_and_characters(
    lengths: list[int], sizes: list[int]
) -> None:
    assert [len(batch) for batch in run.batches(map(raw, lengths))] == sizes


def test_no_more_is_taken_than_a_batch_before_the_first_bundle() -> None:
    taken = 0

    def endless() -> Iterator[Taken]:
        nonlocal taken
        while True:
            taken += 1
            yield Unread(SOURCE, str(taken), Failure("source-0", "read", "in: no"))

    losses = run.run(endless())
    assert next(losses).label == "1"
    assert taken <= run.BATCH_ARTICLES + 1


def idle(lexicon: object, manner: object) -> None:
    """A worker without a model."""


def read_or_die(batch: list[Taken]) -> list[Bundle]:
    """A worker that does not survive one article."""
    if any(isinstance(one, Raw) and one.text == "poison" for one in batch):
        os._exit(1)
    return [Bundle(one.source, one.label, None, Found()) for one in batch]


def test_a_worker_that_dies_loses_the_article_it_died_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_start_worker", idle)
    monkeypatch.setattr(run, "_read_in_worker", read_or_die)
    monkeypatch.setattr(run, "BATCH_ARTICLES", 4)
    texts = [f"{i}" if i != 5 else "poison" for i in range(30)]
    articles = [Raw(SOURCE, f"{i}", text) for i, text in enumerate(texts)]
    bundles = list(run.run(articles, workers=2))
    assert [bundle.label for bundle in bundles] == [f"{i}" for i in range(30)]
    assert [bundle.label for bundle in bundles if bundle.failures] == ["5"]
    assert "its worker process ended" in bundles[5].failures[0].reason
