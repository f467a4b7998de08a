"""Articles as the store holds them: listed, and one with everything that its current reading found in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, text

from allegiance.records.answer import Report
from allegiance.records.span import Span
from allegiance.store import schema
from allegiance.store.lookups import report_of
from allegiance.store.store import Store

SHELVED = """
    SELECT article.id, article.label, article.title, article.publisher, article.url, article.language,
        article.published_start, article.published_end, article.published_grain, article.reprint_of, article.known_on,
        (SELECT count(DISTINCT claim.id) FROM claim WHERE claim.reading_id = reading.id) AS claims
    FROM article LEFT JOIN v_current_readings AS reading ON reading.article_id = article.id
    WHERE article.id IN (SELECT value FROM json_each(:ids))"""
READING = """
    SELECT * FROM reading WHERE article_id = :article ORDER BY number DESC LIMIT 1"""
MENTIONS = """
    SELECT mention.*, referent.name, referent.kind FROM mention
    JOIN referent ON referent.key = mention.referent_key WHERE referent.reading_id = :reading"""
STATEMENTS = """
    SELECT statement.*, referent.name AS speaker FROM statement
    LEFT JOIN referent ON referent.key = statement.speaker_key WHERE statement.reading_id = :reading"""
EVIDENCE = """
    SELECT evidence.*, claim.kind, claim.predicate, claim.phase, claim.stance FROM evidence
    JOIN claim ON claim.reading_id = evidence.reading_id AND claim.id = evidence.claim_id
    WHERE evidence.reading_id = :reading"""
PLACES = "SELECT * FROM place WHERE reading_id = :reading"
DATES = "SELECT * FROM date_phrase WHERE reading_id = :reading"
TOLLS = (
    "SELECT DISTINCT kind, low, high, span_start, span_end FROM toll WHERE reading_id = :reading"
)


class Shelved(NamedTuple):
    """What one chooses and orders articles by."""

    article_id: str
    publisher: str | None
    known_on: date
    dated: bool


class Kept(NamedTuple):
    """An article with the rows of its current reading.

    Attributes:
        copies: articles that copy or rewrite it.
    """

    article: Row[Any]
    furniture: tuple[Span, ...]
    dateline: Span | None
    copies: tuple[Report, ...]
    mentions: list[Row[Any]]
    statements: list[Row[Any]]
    evidence: list[Row[Any]]
    places: list[Row[Any]]
    dates: list[Row[Any]]
    tolls: list[Row[Any]]


def shelved(store: Store) -> list[Shelved]:
    """All articles, the latest first."""
    wanted = text(
        "SELECT id, publisher, known_on, published_end IS NOT NULL AS dated FROM article"
        " ORDER BY known_on DESC, id DESC"
    )
    with store.reading() as connection:
        return [
            Shelved(row.id, row.publisher, date.fromisoformat(row.known_on), bool(row.dated))
            for row in connection.execute(wanted)
        ]


def article_rows(store: Store, article_ids: Iterable[str]) -> list[Row[Any]]:
    """Articles without their text, with the number of claims of their current reading; in the order given."""
    ids = list(article_ids)
    with store.reading() as connection:
        rows = connection.execute(text(SHELVED), {"ids": json.dumps(ids)}).all()
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids]


def kept_article(store: Store, article_id: str) -> Kept | None:
    """An article with all that was read in it; None where there is none of that id."""
    with store.reading() as connection:
        article = connection.execute(
            text("SELECT * FROM article WHERE id = :id").columns(*schema.article.c),
            {"id": article_id},
        ).first()
        if article is None:
            return None
        asked = text(READING).bindparams(bindparam("article", article_id))
        reading = connection.execute(asked).first()
        copies = connection.execute(
            text("SELECT * FROM article WHERE reprint_of = :id ORDER BY number"), {"id": article_id}
        )
        found = [
            list(connection.execute(text(one), {"reading": reading.id})) if reading else []
            for one in (MENTIONS, STATEMENTS, EVIDENCE, PLACES, DATES, TOLLS)
        ]
        return Kept(
            article,
            tuple(Span(*one) for one in json.loads(reading.furniture)) if reading else (),
            _dateline(reading),
            tuple(map(report_of, copies)),
            *found,
        )


def number_of_claims(store: Store) -> int:
    """Claims of current readings; one that several articles make counts once."""
    wanted = text(
        "SELECT count(DISTINCT claim.id) FROM claim"
        " JOIN v_current_readings AS reading ON reading.id = claim.reading_id"
    )
    with store.reading() as connection:
        found: int = connection.execute(wanted).scalar_one()
        return found


def place_kinds(store: Store) -> dict[str, str]:
    """What places are, by the place's id; of several descriptions of one the first of the alphabet."""
    wanted = text(
        "SELECT DISTINCT gazetteer_id, name, kind FROM place"
        " UNION SELECT DISTINCT where_gazetteer_id, where_name, where_kind FROM claim"
        " WHERE where_name IS NOT NULL ORDER BY kind DESC"
    )
    with store.reading() as connection:
        rows = connection.execute(wanted)
        return {row[0] or f"name:{row[1].casefold()}": row[2] for row in rows}


def _dateline(reading: Row[Any] | None) -> Span | None:
    if reading is None or reading.dateline_start is None:
        return None
    return Span(reading.dateline_start, reading.dateline_end)
