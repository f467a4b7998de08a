"""What tests that read language share: the model is loaded once."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import Manner, Reading
from allegiance.records.article import Raw, Source
from allegiance.records.bundle import Found

SOURCE = Source("source-0", "text", "-", None, None, "0")


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Programs started by tests can be interrupted, though a shell that runs the tests in the background makes them deaf."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """For the first reader of claims alone, so that what a frame reads is seen for itself."""
    return Annotator(load(), Manner("frames"))


@pytest.fixture(scope="session")
def both() -> Annotator:
    """For both readers of claims under their judge, as the package reads."""
    return Annotator(load())


@pytest.fixture(scope="session")
def reading_of(annotator: Annotator) -> Callable[..., Reading]:
    """Annotate a text: `reading_of("...", published="2014-02-03")`."""

    def annotate(text: str, published: str | None = None) -> Reading:
        article = freeze(Raw(SOURCE, "test", text, published=published), load())
        return next(iter(annotator.annotate([article])))

    return annotate


@pytest.fixture(scope="session")
def read(reading_of: Callable[..., Reading]) -> Callable[..., Found]:
    """Run every extractor over a text: `read("...", published="2014-02-03")`."""

    def run(text: str, published: str | None = None) -> Found:
        return extract_all(reading_of(text, published), load())

    return run
