"""Judgements on who is who since some number, and how the reports that an atlas knows call its actors."""

from __future__ import annotations

from collections.abc import Collection

from allegiance.records.judgement import Call, Identity
from allegiance.store.atlas import EACH, listed, rows
from allegiance.store.store import Store

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
