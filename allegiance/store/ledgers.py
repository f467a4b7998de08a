"""Read the ledgers: claims as the map needs them, and who is who. Only current readings are looked at."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, text, tuple_
from sqlalchemy.sql.selectable import NamedFromClause

from allegiance.records.judgement import Identity
from allegiance.records.when import When
from allegiance.store import schema
from allegiance.store.store import Store

CURRENT = select(func.max(schema.reading.c.number)).group_by(schema.reading.c.article_id)
PLACE = ("gazetteer_id", "name", "country", "latitude", "longitude")


class Account(NamedTuple):
    """A claim as far as the map needs it; a tuple, as there are very many.

    Attributes:
        source, target, speaker: keys of referents.
        place: id and name, country, latitude, longitude, as `Place` has them.
        report: the id of the article, or of the one it copies.
        copied: the article is a reprint.
        known_on: the first day on which it was surely out.
    """

    claim_id: str
    kind: str
    predicate: str
    phase: str | None
    stance: str
    confidence: float
    when: When | None
    source: str | None
    target: str | None
    speaker: str | None
    stated: bool
    place: tuple[str, str, str | None, float | None, float | None] | None
    plover: str | None
    article_id: str
    report: str
    copied: bool
    publisher: str | None
    published: When | None
    known_on: date


def accounts(
    store: Store,
    known_by: date,
    *,
    predicates: Collection[str] | None = None,
    referents: Collection[str] | None = None,
) -> list[Account]:
    """Claims of articles known by a day, by claim id.

    Args:
        predicates: only these; None for all.
        referents: only claims in which one of these keys has a role; None for all.
    """
    wanted = _accounts().where(schema.article.c.known_on <= known_by)
    if predicates is not None:
        wanted = wanted.where(schema.claim.c.predicate.in_(sorted(predicates)))
    if referents is not None:
        wanted = wanted.where(_has_role(referents))
    with store.reading() as connection:
        rows = connection.execute(wanted).all()
    # A claim has one source and one target; should an extractor give more, the first counts.
    once = {(row.reading_id, row.id): row for row in reversed(rows)}
    return sorted(map(_account, once.values()), key=lambda one: (one.claim_id, one.article_id))


def identities(store: Store, known_by: date) -> list[Identity]:
    """Judgements on actors, in the order they were made; those on referents of later articles left out."""
    judgement, referent = schema.judgement, schema.referent
    known = and_(schema.article.c.known_on <= known_by, schema.reading.c.number.in_(CURRENT))
    wanted = (
        select(
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
        .where(or_(referent.c.key.is_(None), known))
        .where(judgement.c.right.startswith("actor-"))
        .order_by(judgement.c.number)
    )
    with store.reading() as connection:
        return [Identity(*row) for row in connection.execute(wanted)]


def last_known(store: Store, known_by: date) -> date | None:
    """The day of the last report known by a day; None where there is none.

    Reports that name a day count before those that were known only when they were added.
    """
    article = schema.article.c
    last = select(func.max(article.known_on)).where(article.known_on <= known_by)
    with store.reading() as connection:
        dated = connection.execute(last.where(article.published_end.is_not(None))).scalar()
        return dated or connection.execute(last).scalar()


def _has_role(referents: Collection[str]) -> ColumnElement[bool]:
    # As one parameter: a driver takes only so many.
    keys = text("SELECT value FROM json_each(:keys)").bindparams(keys=json.dumps(sorted(referents)))
    role = schema.claim_role
    with_role = select(role.c.reading_id, role.c.claim_id).where(role.c.referent_key.in_(keys))
    return tuple_(schema.claim.c.reading_id, schema.claim.c.id).in_(with_role)


def _accounts() -> Select[Any]:
    claim, reading, article = schema.claim, schema.reading, schema.article
    source, target, ground = (schema.claim_role.alias() for _ in range(3))
    return (
        select(
            claim.c.reading_id,
            claim.c.id,
            claim.c.kind,
            claim.c.predicate,
            claim.c.phase,
            claim.c.stance,
            claim.c.confidence,
            claim.c.when_start,
            claim.c.when_end,
            claim.c.when_grain,
            source.c.referent_key.label("source"),
            target.c.referent_key.label("target"),
            schema.statement.c.speaker_key.label("speaker"),
            claim.c.statement_id,
            *(claim.c[f"where_{name}"] for name in PLACE),
            *(schema.place.c[name].label(f"place_{name}") for name in PLACE),
            func.substr(
                article.c.text, ground.c.span_start + 1, ground.c.span_end - ground.c.span_start
            ).label("place_words"),
            claim.c.plover,
            article.c.id.label("article_id"),
            article.c.reprint_of,
            article.c.publisher,
            article.c.published_start,
            article.c.published_end,
            article.c.published_grain,
            article.c.known_on,
        )
        .join(reading, reading.c.id == claim.c.reading_id)
        .join(article, article.c.id == reading.c.article_id)
        .outerjoin(source, _role_of_claim(source, "source"))
        .outerjoin(target, _role_of_claim(target, "target"))
        .outerjoin(ground, _role_of_claim(ground, "place"))
        .outerjoin(
            schema.place,
            and_(
                schema.place.c.reading_id == claim.c.reading_id,
                schema.place.c.span_start == ground.c.span_start,
            ),
        )
        .outerjoin(
            schema.statement,
            and_(
                schema.statement.c.reading_id == claim.c.reading_id,
                schema.statement.c.id == claim.c.statement_id,
            ),
        )
        .where(reading.c.number.in_(CURRENT))
    )


def _role_of_claim(role: NamedFromClause[Any], name: str) -> ColumnElement[bool]:
    return and_(
        role.c.reading_id == schema.claim.c.reading_id,
        role.c.claim_id == schema.claim.c.id,
        role.c.role == name,
    )


def _account(row: Row[Any]) -> Account:
    return Account(
        row.id,
        row.kind,
        row.predicate,
        row.phase,
        row.stance,
        row.confidence,
        _when(row.when_start, row.when_end, row.when_grain),
        row.source,
        row.target,
        row.speaker,
        row.statement_id is not None,
        _place(row),
        row.plover,
        row.article_id,
        row.reprint_of or row.article_id,
        row.reprint_of is not None,
        row.publisher,
        _when(row.published_start, row.published_end, row.published_grain),
        row.known_on,
    )


def _when(start: date | None, end: date | None, grain: Any) -> When | None:
    return None if grain is None else When(start, end, grain)


def _place(row: Row[Any]) -> tuple[str, str, str | None, float | None, float | None] | None:
    """The place of the role; where it has none, the claim's own."""
    for prefix in ("place_", "where_"):
        values = [getattr(row, prefix + name) for name in PLACE]
        if values[1] is not None:
            return (values[0] or f"name:{values[1].casefold()}", *values[1:])
    words = row.place_words
    return (f"name:{words.casefold()}", words, None, None, None) if words else None
