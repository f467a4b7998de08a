"""Judgements on who is who, and how the reports that an atlas knows call its actors."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TypeAlias

from sqlalchemy import Text, or_, select, type_coerce

from allegiance.records.judgement import Call, Identity
from allegiance.store import schema
from allegiance.store._held import day_of, once
from allegiance.store.atlas import EACH, listed, rows
from allegiance.store.editions import CURRENT
from allegiance.store.store import Store

# Its day is that on which the article of the referent was known; None for a judgement on none.
DatedIdentity: TypeAlias = "tuple[date | None, Identity]"
ROWS_AT_ONCE = 10_000

_REREAD = (
    "SELECT 1 FROM reading JOIN reading AS older ON older.article_id = reading.article_id"
    " AND older.number < reading.number WHERE reading.number > ? LIMIT 1"
)
_JUDGED = (
    'SELECT judgement."left", judgement."right", judgement.verdict, referent.name, referent.kind, referent.knowledge_id,'
    ' reading.number FROM judgement LEFT JOIN referent ON referent."key" = judgement."left"'
    " LEFT JOIN reading ON reading.id = referent.reading_id"
    " WHERE judgement.number > ? AND judgement.\"right\" >= 'actor-' AND judgement.\"right\" < 'actor.'"
    " ORDER BY judgement.number"
)
_CALLS = (
    "SELECT known.actor, referent.name, referent.kind, referent.knowledge_id, count(*) FROM atlas_referent AS known"
    f' JOIN referent ON referent."key" = known."key" WHERE known.actor {EACH} GROUP BY 1, 2, 3, 4'
)


def identities(store: Store, known_by: date) -> list[Identity]:
    """Judgements on actors, in the order they were made; those on referents of later articles left out."""
    return [one for day, one in dated_identities(store) if day is None or day <= known_by]


def dated_identities(store: Store) -> list[DatedIdentity]:
    """Judgements on actors, in the order they were made, each with the day on which its referent's article was known.

    Those on no referent have no day.
    """
    judgement, referent = schema.judgement, schema.referent
    wanted = (
        select(
            type_coerce(schema.article.c.known_on, Text),
            judgement.c.left,
            judgement.c.right,
            judgement.c.verdict,
            referent.c.name,
            referent.c.kind,
            referent.c.knowledge_id,
        )
        .outerjoin(referent, referent.c.key == judgement.c.left)
        .outerjoin(schema.reading, schema.reading.c.id == referent.c.reading_id)
        .outerjoin(schema.article, schema.article.c.id == schema.reading.c.article_id)
        .where(or_(referent.c.key.is_(None), schema.reading.c.number.in_(CURRENT)))
        .where(judgement.c.right.startswith("actor-"))
        .order_by(judgement.c.number)
    )
    with store.reading() as connection:
        rows = connection.execute(wanted).yield_per(ROWS_AT_ONCE)
        # All but the referent's own key are the same in very many rows.
        return [
            (day_of(day) if day else None, Identity._make((left, *map(once, others))))
            for day, left, *others in rows
        ]


def is_reread_since(store: Store, reading: int) -> bool:
    """Was an article read again after a reading of this number?"""
    return bool(rows(store, _REREAD, reading))


def identities_since(store: Store, reading: int, judgement: int) -> list[Identity] | None:
    """Judgements on actors with a higher number, in order; None where one is not on a referent of a later reading."""
    found = rows(store, _JUDGED, judgement)
    if any(row[6] is None or row[6] <= reading for row in found):
        return None
    return [Identity(*row[:6]) for row in found]


def calls_of(store: Store, actors: Collection[str]) -> list[tuple[str, Call, int]]:
    """Actors of the atlas with what referents call them, and how many do."""
    found = rows(store, _CALLS, listed(actors))
    return [(actor, (name, kind, known), many) for actor, name, kind, known, many in found]
