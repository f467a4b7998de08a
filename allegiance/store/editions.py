"""How far the ledgers go: the last of what was added, and the days on which reports were known."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, func, select

from allegiance.store import schema
from allegiance.store.store import Store

# The numbers of the current readings: of each article the last.
CURRENT = select(func.max(schema.reading.c.number)).group_by(schema.reading.c.article_id)


def article_ids(store: Store) -> list[str]:
    """The ids of all articles, sorted."""
    with store.reading() as connection:
        return list(
            connection.execute(select(schema.article.c.id).order_by(schema.article.c.id)).scalars()
        )


def last_known(store: Store, known_by: date) -> date | None:
    """The day of the last report known by a day; None where there is none.

    Reports that name a day count before those that were known only when they were added.
    """
    article = schema.article.c
    last = select(func.max(article.known_on)).where(article.known_on <= known_by)
    with store.reading() as connection:
        dated = connection.execute(last.where(article.published_end.is_not(None))).scalar()
        return dated or connection.execute(last).scalar()


def last_out(store: Store) -> date | None:
    """The last day on which a report was known; None where there is none."""
    with store.reading() as connection:
        return connection.execute(select(func.max(schema.article.c.known_on))).scalar()


def edition(store: Store) -> tuple[int, ...]:
    """Numbers that are others whenever something was added."""
    with store.reading() as connection:
        return edition_of(connection)


def edition_of(connection: Connection) -> tuple[int, ...]:
    """The same, inside a transaction: of readings, of judgements, of decisions."""
    tables = (schema.reading, schema.judgement, schema.decision)
    last = select(*(select(func.max(one.c.number)).scalar_subquery() for one in tables))
    return tuple(number or 0 for number in connection.execute(last).one())


def last_reading(store: Store) -> str | None:
    """The id of the reading that was added last; None where there is none."""
    reading = schema.reading.c
    with store.reading() as connection:
        found: str | None = connection.execute(
            select(reading.id).order_by(reading.number.desc()).limit(1)
        ).scalar()
        return found
