"""Freeze a raw article: its text never changes again."""

from __future__ import annotations

from datetime import date, timedelta

from allegiance.records.article import Article, Raw
from allegiance.records.canonical import digest
from allegiance.records.when import When


def freeze(raw: Raw) -> Article:
    """The article, with furniture and date line marked."""
    published = None
    if raw.published:
        day = date.fromisoformat(raw.published[:10])
        published = When(day, day + timedelta(days=1), "day")
    return Article(
        id=digest("article", raw.text, raw.title, raw.published, raw.publisher, raw.url),
        label=raw.label,
        source_id=raw.source.id,
        language=raw.language or "en",
        text=raw.text,
        title=raw.title,
        published=published,
    )
