"""An article's text is the given text, its day the given day."""

from __future__ import annotations

from datetime import date

import pytest

from allegiance.clean.freeze import freeze, publication_day
from allegiance.errors import IngestError
from allegiance.lexicon.lexicon import load
from allegiance.records.article import Article, Raw, Source
from allegiance.records.span import Span

SOURCE = Source("source-0", "text", "-", None, None, "0")
TEXT = "Share\n\nTRIPOLI, 3 March 2014 (Agency) - The talks began.\r\n"


def frozen(text: str, published: str | None = None, publisher: str | None = None) -> Article:
    raw = Raw(SOURCE, "test", text, published=published, publisher=publisher)
    return freeze(raw, load())


def test_the_text_stays_and_furniture_and_date_line_are_marked() -> None:
    article = frozen(TEXT, "2014-03-04")
    assert article.text == TEXT
    assert article.furniture == (Span(0, 5),)
    assert article.dateline == Span(7, 39)


def test_the_date_line_gives_the_day_where_nothing_else_does() -> None:
    given, taken = frozen(TEXT, "2014-03-04").published, frozen(TEXT).published
    assert given is not None
    assert given.start == date(2014, 3, 4)
    assert taken is not None
    assert (taken.start, taken.end, taken.grain) == (date(2014, 3, 3), date(2014, 3, 4), "day")
    assert frozen("The talks began.").published is None


def test_the_id_is_of_text_title_day_publisher_and_address() -> None:
    assert frozen(TEXT).id == frozen(TEXT).id
    assert frozen(TEXT).id != frozen(TEXT, publisher="The Paper").id
    assert frozen(TEXT).id != frozen(TEXT, "2014-03-05").id
    assert frozen(TEXT, "2014-03-05").id == frozen(TEXT, "2014-03-05T10:00:00Z").id


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2014-02-03", date(2014, 2, 3)),
        (" 2014-02-03\n", date(2014, 2, 3)),
        ("20140203", date(2014, 2, 3)),
        ("2014-02-03T23:30:00Z", date(2014, 2, 3)),
        ("2014-02-03T23:30:00+05:30", date(2014, 2, 3)),
        ("2014-02-03 23:30:00", date(2014, 2, 3)),
        ("2014-02-03T23:30:00.123456-08:00", date(2014, 2, 3)),
    ],
)
def test_a_day_is_read_as_the_source_wrote_it(written: str, day: date) -> None:
    published = publication_day(written)
    assert published is not None
    assert published.start == day


@pytest.mark.parametrize("written", ["", "3 Feb", "2014-02-30", "2014", "9999-12-31", "yesterday", "2014-02-03T99:00"])  # fmt: skip
def test_a_date_that_is_none_is_refused_with_a_remedy(written: str) -> None:
    with pytest.raises(IngestError, match=r"is no date.*write it as 2014-02-03"):
        publication_day(written)


def test_another_language_is_refused() -> None:
    with pytest.raises(IngestError, match=r"another language \(fr\)"):
        frozen(
            "Les rebelles ont pris la ville lundi, a déclaré un porte-parole du gouvernement local."
        )
