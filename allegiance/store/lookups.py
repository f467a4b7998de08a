"""Look single things up: the names of an actor, a report to cite; and make claims of their rows."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Row, Select, Text, select, text, type_coerce

from allegiance.records.answer import Report
from allegiance.records.claim import Claim, Codes, Evidence, Role
from allegiance.records.judgement import reading_of
from allegiance.records.span import Span
from allegiance.records.toll import Toll
from allegiance.records.when import When
from allegiance.records.where import Where
from allegiance.store import schema
from allegiance.store.ledgers import ROWS_AT_ONCE
from allegiance.store.store import Store


def referents_named(store: Store, key: str) -> tuple[str, ...]:
    """Keys of the referents that some report calls so (`name_key`)."""
    wanted = (
        select(schema.mention.c.referent_key).where(schema.mention.c.name_key == key).distinct()
    )
    with store.reading() as connection:
        return tuple(connection.execute(wanted.order_by("referent_key")).scalars())


def names_of(store: Store, referents: Collection[str]) -> list[tuple[str, str, str]]:
    """Names as written, with the referent and the article they stand in; in no order, and some more than once."""
    wanted = text(
        "SELECT mention.words, mention.referent_key, reading.article_id FROM mention"
        " JOIN referent ON referent.key = mention.referent_key"
        " JOIN reading ON reading.id = referent.reading_id"
        " WHERE mention.referent_key IN (SELECT value FROM json_each(:keys))"
        " AND mention.form = 'name'"
    )
    with store.reading() as connection:
        found = connection.execute(wanted, {"keys": json.dumps(sorted(referents))})
        return [(intern(row[0]), row[1], intern(row[2])) for row in found.yield_per(ROWS_AT_ONCE)]


def all_names(store: Store) -> list[tuple[str, str, str]]:
    """Every name as written, with the referent and the article it stands in; of current readings, in no order."""
    current = text("SELECT id, article_id FROM v_current_readings")
    wanted = text("SELECT DISTINCT words, referent_key FROM mention WHERE form = 'name'")
    with store.reading() as connection:
        # Joined by hand, as there are very many names and few readings.
        article_of = {row[0]: row[1] for row in connection.execute(current)}
        found = ((words, key, article_of.get(reading_of(key))) for words, key in connection.execute(wanted))  # fmt: skip
        return [(words, key, article) for words, key, article in found if article is not None]


def witnesses_of(store: Store, referents: Collection[str]) -> list[tuple[str, str, str]]:
    """The referents with the articles that name them, each with who tells it first hand, as `Account.witness`."""
    wanted = text(
        "SELECT referent.key, article.id, coalesce(CASE WHEN article.reprint_of IS NULL THEN article.publisher"
        " ELSE original.publisher END, article.reprint_of, article.id) FROM referent"
        " JOIN reading ON reading.id = referent.reading_id"
        " JOIN article ON article.id = reading.article_id"
        " LEFT JOIN article AS original ON original.id = article.reprint_of"
        " WHERE referent.key IN (SELECT value FROM json_each(:keys)) ORDER BY 1"
    )
    with store.reading() as connection:
        found = connection.execute(wanted, {"keys": json.dumps(sorted(referents))})
        return [(row[0], intern(row[1]), intern(row[2])) for row in found.yield_per(ROWS_AT_ONCE)]


def families(
    store: Store, *, articles: Collection[str] = (), claims: Collection[str] = ()
) -> frozenset[str]:
    """The ids of these articles, and of those that make these claims, each with what it copies and all copies of that."""
    wanted = text(
        "WITH named (id) AS (SELECT value FROM json_each(:articles) UNION SELECT reading.article_id FROM claim"
        " JOIN reading ON reading.id = claim.reading_id WHERE claim.id IN (SELECT value FROM json_each(:claims))),"
        " first (id) AS (SELECT DISTINCT coalesce(article.reprint_of, article.id) FROM named"
        " JOIN article ON article.id = named.id)"
        " SELECT id FROM first UNION SELECT article.id FROM first JOIN article ON article.reprint_of = first.id"
    )
    asked = {"articles": json.dumps(sorted(articles)), "claims": json.dumps(sorted(claims))}
    with store.reading() as connection:
        return frozenset(connection.execute(wanted, asked).scalars())


def copied(store: Store, articles: Collection[str]) -> frozenset[str]:
    """Those of these articles that are copies, or have some."""
    wanted = text(
        "SELECT article.id FROM json_each(:articles) AS one JOIN article ON article.id = one.value"
        " WHERE article.reprint_of IS NOT NULL"
        " OR EXISTS (SELECT 1 FROM article AS copy WHERE copy.reprint_of = article.id)"
    )
    with store.reading() as connection:
        asked = {"articles": json.dumps(sorted(articles))}
        return frozenset(connection.execute(wanted, asked).scalars())


def read_since(store: Store, reading: int) -> frozenset[str]:
    """The articles of readings with a higher number."""
    wanted = select(schema.reading.c.article_id).where(schema.reading.c.number > reading)
    with store.reading() as connection:
        return frozenset(connection.execute(wanted).scalars())


def read_in(store: Store, readings: Collection[str]) -> frozenset[str]:
    """The articles of some readings."""
    each = text("SELECT value FROM json_each(:readings)")
    wanted = select(schema.reading.c.article_id).where(schema.reading.c.id.in_(each))
    with store.reading() as connection:
        asked = {"readings": json.dumps(sorted(readings))}
        return frozenset(connection.execute(wanted, asked).scalars())


def reports(store: Store, article_ids: Iterable[str]) -> dict[str, Report]:
    """Articles as one cites them, by id."""
    article = schema.article.c
    ids = text("SELECT value FROM json_each(:ids)")
    # As text: there are few different days, and SQLAlchemy would make each anew.
    days = (type_coerce(one, Text) for one in (article.published_start, article.published_end))
    wanted: Select[Any] = select(
        article.id,
        article.title,
        article.publisher,
        *days,
        article.published_grain,
        article.url,
        article.label,
    ).where(article.id.in_(ids))
    with store.reading() as connection:
        rows = connection.execute(wanted, {"ids": json.dumps(sorted(set(article_ids)))})
        return {
            id_: Report(id_, title, publisher, _when(*published), url, label)
            for id_, title, publisher, *published, url, label in rows
        }


def claims_beginning(store: Store, prefix: str, *, limit: int = 10) -> tuple[str, ...]:
    """Ids of claims that begin so, sorted, no more than `limit`."""
    claim_id = schema.claim.c.id
    # A range, not LIKE: it takes the index, and no character of the prefix has a meaning.
    wanted = select(claim_id).where(claim_id >= prefix, claim_id < prefix + "\U0010ffff")
    with store.reading() as connection:
        return tuple(
            connection.execute(wanted.distinct().order_by(claim_id).limit(limit)).scalars()
        )


def claim_of(
    row: Row[Any],
    roles: Iterable[Row[Any]],
    pieces: Iterable[Row[Any]],
    tolls: Iterable[Row[Any]],
) -> Claim:
    """A row of `claim` with those of the tables about it, each in the record's order."""
    return Claim(
        id=row.id,
        kind=row.kind,
        predicate=row.predicate,
        phase=row.phase,
        stance=row.stance,
        roles=tuple(
            Role(one.role, local(one.referent_key), Span(one.span_start, one.span_end))
            for one in roles
        ),
        evidence=tuple(Evidence(Span(one.span_start, one.span_end), one.rule) for one in pieces),
        confidence=row.confidence,
        when=_when(row.when_start, row.when_end, row.when_grain),
        where=_where(row),
        toll=tuple(
            Toll(one.kind, one.low, one.high, Span(one.span_start, one.span_end)) for one in tolls
        ),
        statement=row.statement_id,
        codes=Codes(row.cameo, row.plover) if row.plover is not None else None,
    )


def local(key: str | None) -> str | None:
    """The id inside its article that a referent's key ends with."""
    return key.partition("#")[2] if key is not None else None


def _where(row: Row[Any]) -> Where | None:
    span = span_of(row.where_start, row.where_end)
    if span is None or row.where_name is None:
        return None
    return Where(
        span,
        row.where_name,
        row.where_kind,
        row.where_country,
        row.where_latitude,
        row.where_longitude,
        row.where_radius_km,
        row.where_gazetteer_id,
    )


def report_of(row: Row[Any]) -> Report:
    """A row of `article` as one cites it."""
    return Report(
        article_id=row.id,
        title=row.title,
        publisher=row.publisher,
        published=_when(row.published_start, row.published_end, row.published_grain),
        url=row.url,
        label=row.label,
    )


def span_of(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


@lru_cache(maxsize=65536)
def _when(start: date | str | None, end: date | str | None, grain: Any) -> When | None:
    return None if grain is None else When(_day(start), _day(end), grain)


def _day(value: date | str | None) -> date | None:
    # Hand-written SQL gives days as SQLite keeps them: as text.
    return date.fromisoformat(value) if isinstance(value, str) else value
