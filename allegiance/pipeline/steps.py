"""The steps that an article goes through, from raw text to a bundle: clean, annotate, extract.

Pure functions of one article each, so any engine may map them. A loss is a `Failure` in the article's own bundle,
and the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


class Reader:
    """Everything that one process needs to read articles: a model, the lexicon, the extractors."""

    def __init__(self, annotator: Annotator, lexicon: Lexicon) -> None:
        self._annotator = annotator
        self._lexicon = lexicon
        self._extractors = shelf.in_order("allegiance.extract")

    def read(self, batch: Iterable[Taken]) -> Iterator[Bundle]:
        """One bundle an article, in the same order; annotated together, as that is faster."""
        frozen = [_frozen(taken, self._lexicon) for taken in batch]
        readings = self._annotated([bundle.article for bundle in frozen if bundle.article])
        for bundle in frozen:
            yield self._finished(bundle, next(readings)) if bundle.article else bundle

    def _annotated(self, articles: list[Article]) -> Iterator[Reading | Exception]:
        try:
            return iter(list(self._annotator.annotate(articles)))
        except Exception:  # Whichever article it was, the others have to be read.
            return (self._annotated_alone(article) for article in articles)

    def _annotated_alone(self, article: Article) -> Reading | Exception:
        try:
            return next(iter(self._annotator.annotate([article])))
        except Exception as error:
            return error

    def _finished(self, bundle: Bundle, reading: Reading | Exception) -> Bundle:
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
