"""Reports in a list, without their texts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from allegiance.query.paging import cut
from allegiance.records.asked import Filter
from allegiance.records.listing import Key, Page
from allegiance.records.marked import ArticleRow
from allegiance.store.fulltext import articles_with
from allegiance.store.lookups import report_of
from allegiance.store.shelved import Shelved, article_rows, shelved
from allegiance.store.store import Store


def article_page(
    store: Store,
    wanted: Filter,
    words: str,
    *,
    within: Collection[str] | None,
    after: Key | None,
    limit: int,
) -> Page[ArticleRow]:
    """Reports, the latest first.

    Args:
        wanted: its publishers, its day of knowledge, and its days, which are those of publication here.
        words: only those that hold all of them.
        within: only these, by id; None for all.

    Raises:
        UsageError: `after` is no key of this list.
    """
    holding = articles_with(store, words) if words.strip() else None
    chosen = [
        one
        for one in shelved(store)
        if _fits(one, wanted)
        and (within is None or one.article_id in within)
        and (holding is None or one.article_id in holding)
    ]
    page, last = cut(chosen, _key, after=after, limit=limit, descending=True)
    rows = article_rows(store, (one.article_id for one in page))
    return Page(
        tuple(
            ArticleRow(
                report=report_of(row),
                language=row.language,
                reprint_of=row.reprint_of,
                known_on=date.fromisoformat(row.known_on),
                claims=row.claims,
            )
            for row in rows
        ),
        len(chosen),
        last,
    )


def _fits(article: Shelved, wanted: Filter) -> bool:
    return (
        (not wanted.publishers or article.publisher in wanted.publishers)
        and (wanted.known_by is None or article.known_on <= wanted.known_by)
        and (wanted.since is None or article.known_on >= wanted.since)
        and (wanted.until is None or article.known_on <= wanted.until)
    )


def _key(article: Shelved) -> Key:
    return (article.known_on.isoformat(), article.article_id)
