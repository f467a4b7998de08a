"""Freeze a raw article: its text never changes again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache

from allegiance.clean.dateline import DatelineFinder
from allegiance.clean.furniture import furniture
from allegiance.clean.language import other_language
from allegiance.errors import IngestError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.article import Article, Raw
from allegiance.records.canonical import digest
from allegiance.records.when import When

LANGUAGE = "en"


def freeze(raw: Raw, lexicon: Lexicon) -> Article:
    """The article, with furniture and date line marked; its day is the date line's where it has no other.

    Raises:
        IngestError: its date is none, or it is not written in English.
    """
    published = publication_day(raw.published)
    language = other_language(raw.text, lexicon.spelling)
    if language is not None:
        raise IngestError(f"the text is in another language ({language}); give a text in English")
    marks = furniture(raw.text, lexicon.furnishing)
    dateline = _finder(lexicon).find(raw.text, marks)
    if published is None and dateline is not None:
        published = dateline.written
    return Article(
        id=digest("article", raw.text, raw.title, published, raw.publisher, raw.url),
        label=raw.label,
        source_id=raw.source.id,
        language=LANGUAGE,
        text=raw.text,
        title=raw.title,
        byline=raw.byline,
        published=published,
        publisher=raw.publisher,
        url=raw.url,
        furniture=marks,
        dateline=dateline.span if dateline else None,
    )


def publication_day(written: str | None) -> When | None:
    """An ISO 8601 date, with or without time and zone, as its day in that zone; None for None.

    Raises:
        IngestError: it is no such date.
    """
    if written is None:
        return None
    try:
        day = _day(written.strip())
        return When(day, day + timedelta(days=1), "day")
    except (ValueError, OverflowError) as error:
        raise IngestError(
            f"published {written!r} is no date ({error}); write it as 2014-02-03 or 2014-02-03T09:30:00Z"
        ) from error


def _day(written: str) -> date:
    if "T" in written or " " in written:
        return datetime.fromisoformat(written).date()
    return date.fromisoformat(written)


def _finder(lexicon: Lexicon) -> DatelineFinder:
    calendar = lexicon.calendar
    months = tuple(sorted(calendar.months.items()))
    return _finder_of(months, tuple(sorted(calendar.weekdays)), lexicon.furnishing.outlets)


@cache
def _finder_of(
    months: tuple[tuple[str, int], ...], weekdays: tuple[str, ...], outlets: str
) -> DatelineFinder:
    return DatelineFinder(dict(months), weekdays, outlets)
