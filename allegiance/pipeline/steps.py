"""The steps that an article goes through, from raw text to a bundle: clean, annotate, extract.

Pure functions of one article each, so any engine may map them. A loss is a `Failure` in the article's own bundle,
and the run goes on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import ModuleType

from allegiance import shelf
from allegiance.annotate._contract import Annotator
from allegiance.clean.freeze import freeze
from allegiance.errors import AllegianceError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.article import Article, Raw, Source
from allegiance.records.bundle import Bundle, Failure, Found, Unread

# An article that came out of ingest, or the loss of one.
Taken = Raw | Unread
# So many articles are read at a time: while one waits for the encoder, another goes on.
AT_ONCE = 2
# So many may be begun before the first of them is given out.
AHEAD = 8


class Reader:
    """Everything that one process needs to read articles: a model, the lexicon, the extractors."""

    def __init__(self, annotator: Annotator, lexicon: Lexicon) -> None:
        self._annotator = annotator
        self._lexicon = lexicon
        self._extractors = shelf.in_order("allegiance.extract")

    def read(self, batch: Iterable[Taken]) -> Iterator[Bundle]:
        """One bundle an article, in the same order; annotated together, as that is faster."""
        return self.read_all([batch])

    def read_all(self, batches: Iterable[Iterable[Taken]]) -> Iterator[Bundle]:
        """Like `read`, batch upon batch; the next is annotated while claims are still read in the one before."""
        ahead: deque[Future[Bundle]] = deque()
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="reader") as threads:
            for bundle, reading in self._begun(batches):
                ahead.append(threads.submit(self._finished, bundle, reading))
                if len(ahead) > AHEAD:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()

    def _begun(
        self, batches: Iterable[Iterable[Taken]]
    ) -> Iterator[tuple[Bundle, Reading | Exception | None]]:
        for batch in batches:
            frozen = [_frozen(taken, self._lexicon) for taken in batch]
            readings = self._annotated([bundle.article for bundle in frozen if bundle.article])
            for bundle in frozen:
                yield bundle, next(readings) if bundle.article else None

    def _annotated(self, articles: list[Article]) -> Iterator[Reading | Exception]:
        done = 0
        try:
            for reading in self._annotator.annotate(articles):
                done += 1
                yield reading
        except Exception:  # Whichever article it was, the others have to be read.
            yield from (self._annotated_alone(article) for article in articles[done:])

    def _annotated_alone(self, article: Article) -> Reading | Exception:
        try:
            return next(iter(self._annotator.annotate([article])))
        except Exception as error:
            return error

    def _finished(self, bundle: Bundle, reading: Reading | Exception | None) -> Bundle:
        if reading is None:
            return bundle
        if isinstance(reading, Exception):
            failure = _failure(bundle.source, "annotate", reading)
            return Bundle(bundle.source, bundle.label, bundle.article, Found(), (failure,))
        found, failures = _extracted(reading, self._lexicon, self._extractors, bundle.source)
        return Bundle(bundle.source, bundle.label, bundle.article, found, failures)


def extract_all(reading: Reading, lexicon: Lexicon) -> Found:
    """Run every extractor, each after those it needs; an error of one is the caller's."""
    found = Found()
    for extractor in shelf.in_order("allegiance.extract"):
        found = extractor.extract(reading, found, lexicon)
    return found


def lost(unread: Unread) -> Bundle:
    """A bundle that says why there is no article."""
    return Bundle(unread.source, unread.label, None, Found(), (unread.failure,))


def _frozen(taken: Taken, lexicon: Lexicon) -> Bundle:
    """A bundle with the article, and nothing found yet; or with the reason why there is none."""
    if isinstance(taken, Unread):
        return lost(taken)
    try:
        article = freeze(taken, lexicon)
    except Exception as error:
        step = "read" if isinstance(error, AllegianceError) else "clean"
        failure = _failure(taken.source, step, error)
        return Bundle(taken.source, taken.label, None, Found(), (failure,))
    return Bundle(taken.source, taken.label, article, Found())


def _extracted(
    reading: Reading, lexicon: Lexicon, extractors: Iterable[ModuleType], source: Source
) -> tuple[Found, tuple[Failure, ...]]:
    """What is found; an extractor that fails loses its own kind of thing alone."""
    found = Found()
    failures: list[Failure] = []
    for extractor in extractors:
        try:
            found = extractor.extract(reading, found, lexicon)
        except Exception as error:
            name = extractor.__name__.rpartition(".")[2]
            failures.append(_failure(source, f"extract.{name}", error))
    return found, tuple(failures)


def _failure(source: Source, step: str, error: Exception) -> Failure:
    """A foreseen error's own words; for any other its type, as its words alone seldom say much."""
    reason = (
        str(error) if isinstance(error, AllegianceError) else f"{type(error).__name__}: {error}"
    )
    return Failure(source.id, step, f"{source.location}: {reason}")
