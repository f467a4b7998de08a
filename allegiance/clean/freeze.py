"""Freeze a raw article: its text never changes again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from allegiance.errors import IngestError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.article import Article, Raw
from allegiance.records.canonical import digest
from allegiance.records.when import When


def freeze(raw: Raw, lexicon: Lexicon) -> Article:
    """The article, with furniture and date line marked.

    Raises:
        IngestError: its date is none, or it is not written in English.
    """
    published = publication_day(raw.published)
    return Article(
        id=digest("article", raw.text, raw.title, published, raw.publisher, raw.url),
        label=raw.label,
        source_id=raw.source.id,
        language=raw.language or "en",
        text=raw.text,
        title=raw.title,
        byline=raw.byline,
        published=published,
        publisher=raw.publisher,
        url=raw.url,
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
