"""A loss stays in its own article's bundle, and the run goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from threading import Barrier
from types import SimpleNamespace

import pytest

from allegiance import shelf
from allegiance.annotate.blank import Annotator as Blank
from allegiance.errors import ReadingError
from allegiance.lexicon.lexicon import Lexicon, load
from allegiance.pipeline.steps import Reader, Taken
from allegiance.reading import Reading
from allegiance.records.article import Article, Raw, Source
from allegiance.records.bundle import Bundle, Failure, Found, Unread
from allegiance.records.mention import Mention, Referent
from allegiance.records.span import Span

SOURCE = Source("source-0", "text", "in", None, None, "0")
LOST = Unread(SOURCE, "lost", Failure("source-0", "read", "in: the file is empty"))


class Picky(Blank):
    """Cannot annotate one word, and counts how often it is asked."""

    asked = 0

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        self.asked += 1
        for reading in super().annotate(articles):
            if "unspeakable" in reading.article.text:
                raise ReadingError("the text cannot be annotated")
            yield reading


def first_word(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """An extractor that finds one actor a text, and fails at a bad one."""
    if "bad" in reading.article.text:
        raise ZeroDivisionError("division by zero")
    mention = Mention(Span(0, len(reading.doc[0])), "name", "test")
    return replace(
        found, referents=(Referent("a1", reading.doc[0].text, "state", None, (mention,)),)
    )


def nothing(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """An extractor that comes after."""
    return replace(found, tolls=())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    extractors = tuple(
        SimpleNamespace(__name__=f"allegiance.extract.{name}", extract=extract)
        for name, extract in (("names", first_word), ("others", nothing))
    )
    monkeypatch.setattr(shelf, "in_order", lambda room: extractors)
    return Reader(Picky(load()), load())


def raw(text: str, published: str | None = None) -> Raw:
    return Raw(SOURCE, text.split()[0], text, published=published)


def read(reader: Reader, *batch: Taken) -> list[Bundle]:
    return list(reader.read(batch))


def test_each_article_gives_one_bundle_in_order(reader: Reader) -> None:
    bundles = read(reader, raw("Mali fell."), LOST, raw("Chad won."))
    assert [bundle.label for bundle in bundles] == ["Mali", "lost", "Chad"]
    assert [[r.name for r in bundle.found.referents] for bundle in bundles] == [
        ["Mali"],
        [],
        ["Chad"],
    ]
    assert bundles[1].failures == (LOST.failure,)
    assert bundles[1].article is None


def test_an_article_that_cannot_be_annotated_does_not_take_others_with_it(reader: Reader) -> None:
    bundles = read(reader, raw("Mali fell."), raw("An unspeakable one."), raw("Chad won."))
    assert [len(bundle.found.referents) for bundle in bundles] == [1, 0, 1]
    lost = bundles[1]
    assert lost.article is not None
    assert lost.failures == (Failure("source-0", "annotate", "in: the text cannot be annotated"),)


def test_an_extractor_that_fails_loses_its_own_kind_alone(reader: Reader) -> None:
    good, bad = read(reader, raw("Mali fell."), raw("A bad one."))
    assert good.failures == ()
    assert bad.found == Found()
    assert bad.failures == (
        Failure("source-0", "extract.names", "in: ZeroDivisionError: division by zero"),
    )


@pytest.mark.parametrize(
    ("text", "published", "wanted"),
    [
        ("Mali fell.", "no day", "published 'no day' is no date"),
        ("Les rebelles ont pris la ville lundi, a déclaré un porte-parole local.", None, "another language (fr)"),
    ],
)  # fmt: skip
def test_what_cannot_be_frozen_is_a_failure_of_reading(
    reader: Reader, text: str, published: str | None, wanted: str
) -> None:
    bundle, after = read(reader, raw(text, published), raw("Chad won."))
    assert bundle.article is None
    assert bundle.failures[0].step == "read"
    assert wanted in bundle.failures[0].reason
    assert after.failures == ()


def test_a_batch_without_trouble_is_annotated_at_once(reader: Reader) -> None:
    read(reader, *(raw(f"Word{i} came.") for i in range(20)))
    annotator = reader._annotator
    assert isinstance(annotator, Picky)
    assert annotator.asked == 1


def test_an_article_goes_on_while_another_waits_and_the_order_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met = Barrier(2, timeout=20)

    def together(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
        met.wait()
        return found

    extractor = SimpleNamespace(__name__="allegiance.extract.met", extract=together)
    monkeypatch.setattr(shelf, "in_order", lambda room: (extractor,))
    batches: list[list[Taken]] = [[raw(f"A{i} came.") for i in range(3)], [LOST], [raw("B came.")]]
    bundles = list(Reader(Blank(), load()).read_all(batches))
    assert [bundle.label for bundle in bundles] == ["A0", "A1", "A2", "lost", "B"]
    assert [bundle.failures for bundle in bundles] == [(), (), (), (LOST.failure,), ()]
