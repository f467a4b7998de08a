"""Read the ledgers: claims as the map needs them. Only current readings are looked at."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    Table,
    Text,
    TextClause,
    and_,
    bindparam,
    case,
    func,
    select,
    text,
    tuple_,
    type_coerce,
)
from sqlalchemy.sql.selectable import NamedFromClause

from allegiance.records.when import Grain, When
from allegiance.records.where import bears_name
from allegiance.store import schema
from allegiance.store._held import day_of, once
from allegiance.store._tolls import Count, tolls
from allegiance.store.editions import CURRENT
from allegiance.store.store import Store

Ground: TypeAlias = "tuple[str, str, str | None, float | None, float | None]"
ROWS_AT_ONCE = 10_000
# What tells of an old and a new name; a test holds it and the ontology together.
RENAMING = "succession"
PLACE = ("gazetteer_id", "name", "country", "latitude", "longitude")


class Account(NamedTuple):
    """A claim as far as the map needs it; a tuple, as there are very many.

    Attributes:
        source, target, speaker, result: keys of referents.
        place: id and name, country, latitude, longitude, as `Place` has them.
        report: the id of the article, or of the one it copies.
        copied: the article is a reprint.
        known_on: the first day on which it was surely out.
        witness: who tells it first hand: the publisher of the report, or of the one that it copies; the report where unknown.
        tolls: kind of harm, and at least and at most so many persons; None where there is no upper bound.
        radius_km: how wide the place is; None where unknown.
        copies: articles that copy this one and say the same; none until stories are told once.
        reviewed: a person has accepted or corrected it.
        names: of a renaming, the names of the source and the target as the text writes them; None where one is no name.
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
    place: Ground | None
    plover: str | None
    article_id: str
    report: str
    copied: bool
    publisher: str | None
    published: When | None
    known_on: date
    witness: str
    tolls: tuple[Count, ...] = ()
    radius_km: float | None = None
    copies: tuple[str, ...] = ()
    reviewed: bool = False
    result: str | None = None
    names: tuple[str, str] | None = None


def accounts(
    store: Store,
    known_by: date,
    *,
    predicates: Collection[str] | None = None,
    referents: Collection[str] | None = None,
    claims: Collection[str] | None = None,
    articles: Collection[str] | None = None,
) -> list[Account]:
    """Claims of articles known by a day, by claim id.

    Args:
        predicates: only these; None for all.
        referents: only claims in which one of these keys has a role; None for all.
        claims: only those of these ids; None for all.
        articles: only those of these articles; None for all.
    """
    # Whatever is not all is looked up claim by claim, and each would be held against a list of all readings.
    few = not (predicates is referents is claims is articles is None)
    wanted = _accounts(few=few).where(schema.article.c.known_on <= known_by)
    if predicates is not None:
        wanted = wanted.where(schema.claim.c.predicate.in_(sorted(predicates)))
    if referents is not None:
        key = tuple_(schema.claim.c.reading_id, schema.claim.c.id)
        wanted = wanted.where(key.in_(_with_role(referents)))
    if claims is not None:
        wanted = wanted.where(schema.claim.c.id.in_(_each(claims)))
    if articles is not None:
        wanted = wanted.where(schema.article.c.id.in_(_each(articles)))
    once: dict[tuple[str, str], Account] = {}
    with store.reading() as connection:
        # All of them at once would take more memory than what is made of them.
        rows = connection.execute(wanted).yield_per(ROWS_AT_ONCE)
        several = rows.all() if few else rows
        counts = tolls(connection, {row[0] for row in several} if few else None)
        for row in several:
            claim: tuple[str, str] = (row[0], row[1])
            # A claim has one source and one target; should an extractor give more, the first counts.
            if claim not in once:
                once[claim] = _account(row, counts.get(claim, ()))
    return sorted(once.values(), key=by_claim)


def _with_role(referents: Collection[str]) -> Select[Any]:
    """Readings and claims in which one of these keys has a role."""
    role = schema.claim_role
    return select(role.c.reading_id, role.c.claim_id).where(
        role.c.referent_key.in_(_each(referents))
    )


def _each(values: Collection[str]) -> TextClause:
    # As one parameter, as a driver takes only so many; of a name of its own, as a query may hold several.
    one: BindParameter[str] = bindparam("each", json.dumps(sorted(values)), unique=True)
    return text("SELECT value FROM json_each(:each)").bindparams(one)


def _accounts(*, few: bool) -> Select[Any]:
    claim, reading, article = schema.claim, schema.reading, schema.article
    source, target, ground, result = (schema.claim_role.alias() for _ in range(4))
    original = schema.article.alias()
    return (
        select(
            claim.c.reading_id,
            claim.c.id,
            claim.c.kind,
            claim.c.predicate,
            claim.c.phase,
            claim.c.stance,
            claim.c.confidence,
            *_when_of(claim, "when"),
            source.c.referent_key.label("source"),
            target.c.referent_key.label("target"),
            schema.statement.c.speaker_key.label("speaker"),
            claim.c.statement_id,
            *(_where(name) for name in PLACE),
            _words(ground, article),
            claim.c.plover,
            article.c.id.label("article_id"),
            article.c.reprint_of,
            article.c.publisher,
            *_when_of(article, "published"),
            type_coerce(article.c.known_on, Text),
            original.c.publisher.label("first_publisher"),
            _where("radius_km"),
            result.c.referent_key.label("result"),
            *(
                case((claim.c.predicate == RENAMING, _name(one)), else_=None)
                for one in (source, target)
            ),
        )
        .join(reading, reading.c.id == claim.c.reading_id)
        .join(article, article.c.id == reading.c.article_id)
        .outerjoin(original, original.c.id == article.c.reprint_of)
        .outerjoin(source, _role_of_claim(source, "source"))
        .outerjoin(target, _role_of_claim(target, "target"))
        .outerjoin(ground, _role_of_claim(ground, "place"))
        .outerjoin(result, _role_of_claim(result, "result"))
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
        .where(_is_last() if few else reading.c.number.in_(CURRENT))
    )


def _where(column: str) -> ColumnElement[Any]:
    """Of the place of the role; where the gazetteer knows none, of the claim's own."""
    place = schema.place.c
    return case((place.name.is_not(None), place[column]), else_=schema.claim.c[f"where_{column}"])


def _words(role: NamedFromClause[Any], article: Table) -> ColumnElement[str | None]:
    return func.substr(article.c.text, role.c.span_start + 1, role.c.span_end - role.c.span_start)


def _name(role: NamedFromClause[Any]) -> ScalarSelect[str]:
    """The words of a role where they are a name."""
    mention = schema.mention.c
    return (
        select(mention.words)
        .where(
            mention.referent_key == role.c.referent_key,
            mention.span_start == role.c.span_start,
            mention.form == "name",
        )
        .limit(1)
        .scalar_subquery()
    )


def _is_last() -> ColumnElement[bool]:
    """As `CURRENT`, asked of single readings: a list of all would take longer than what is looked for."""
    later = schema.reading.alias()
    last = select(func.max(later.c.number)).where(later.c.article_id == schema.reading.c.article_id)
    return schema.reading.c.number == last.scalar_subquery()


def _role_of_claim(role: NamedFromClause[Any], name: str) -> ColumnElement[bool]:
    return and_(
        role.c.reading_id == schema.claim.c.reading_id,
        role.c.claim_id == schema.claim.c.id,
        role.c.role == name,
    )


def _when_of(table: Table, prefix: str) -> tuple[ColumnElement[str | None], ...]:
    # As text: SQLAlchemy would make every day anew, and there are few different ones.
    days = (type_coerce(table.c[f"{prefix}_{end}"], Text) for end in ("start", "end"))
    return (*days, table.c[f"{prefix}_grain"])


def _account(row: Row[Any], counts: tuple[Count, ...]) -> Account:
    cells: tuple[Any, ...] = tuple(row)
    _, claim_id, kind, predicate, phase, stance, confidence, *when = cells[:10]
    source, target, speaker, statement_id, *place, words, plover = cells[10:21]
    article_id, reprint_of, publisher, *published, known_on = cells[21:-5]
    first_publisher, radius_km, result, new, old = cells[-5:]
    article_id = intern(article_id)
    report = intern(reprint_of) if reprint_of is not None else article_id
    return Account(
        claim_id,
        intern(kind),
        intern(predicate),
        once(phase),
        intern(stance),
        confidence,
        _when(*when),
        once(source),
        once(target),
        once(speaker),
        statement_id is not None,
        _place(words if place[1] is None else None, *place),
        once(plover),
        article_id,
        report,
        reprint_of is not None,
        once(publisher),
        _when(*published),
        day_of(known_on),
        once(publisher if reprint_of is None else first_publisher) or report,
        counts,
        radius_km,
        result=once(result),
        names=(_in_line(new), _in_line(old)) if new and old else None,
    )


def _in_line(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=65536)
def _when(start: str | None, end: str | None, grain: Grain | None) -> When | None:
    if grain is None:
        return None
    return When(day_of(start) if start else None, day_of(end) if end else None, grain)


@lru_cache(maxsize=65536)
def _place(
    words: str | None,
    gazetteer_id: str | None,
    name: str | None,
    country: str | None,
    latitude: float | None,
    longitude: float | None,
) -> Ground | None:
    if name is not None:
        return (gazetteer_id or f"name:{name.casefold()}", name, country, latitude, longitude)
    # It is kept with the claim, and stands on no map.
    if words is None or not bears_name(words):
        return None
    return (f"name:{words.casefold()}", words, None, None, None)


def by_claim(account: Account) -> tuple[str, str]:
    """What `accounts` are put in order by."""
    return (account.claim_id, account.article_id)
