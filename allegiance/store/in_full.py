"""Fetch claims with everything that explains them: their articles, their actors, who says them, what read them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from allegiance.records.answer import Report
from allegiance.records.bundle import Run
from allegiance.records.claim import Claim
from allegiance.records.span import Span
from allegiance.records.statement import Statement, Via
from allegiance.store import schema
from allegiance.store.depositions import OF_CLAIMS, TOLLS, runs
from allegiance.store.lookups import claim_of, local, report_of, span_of
from allegiance.store.store import Store

CLAIMS = """
    SELECT claim.*, reading.article_id, reading.run_id,
        reading.number = (SELECT max(number) FROM reading AS later WHERE later.article_id = reading.article_id) AS current
    FROM claim
    JOIN reading ON reading.id = claim.reading_id
    JOIN article ON article.id = reading.article_id
    WHERE claim.id IN (SELECT value FROM json_each(:ids))
    ORDER BY current, article.reprint_of DESC, article.number DESC"""
ROLES = f"SELECT * FROM claim_role WHERE (reading_id, claim_id) {OF_CLAIMS} ORDER BY position"
EVIDENCE = f"SELECT * FROM evidence WHERE (reading_id, claim_id) {OF_CLAIMS} ORDER BY number"
ARTICLES = "SELECT * FROM article WHERE id IN (SELECT value FROM json_each(:ids))"
REFERENTS = "SELECT * FROM referent WHERE reading_id IN (SELECT value FROM json_each(:ids))"
STATED = "IN (SELECT reading_id, statement_id FROM claim WHERE id IN (SELECT value FROM json_each(:ids)))"
STATEMENTS = f"SELECT * FROM statement WHERE (reading_id, id) {STATED}"
VIAS = f"SELECT * FROM via WHERE (reading_id, statement_id) {STATED} ORDER BY rowid"


@dataclass(frozen=True, slots=True)
class ClaimInStore:
    """A claim with everything that explains it.

    Attributes:
        text: the whole article.
        referents: keys and names by the ids that the claim uses.
        current: it belongs to the article's current reading.
    """

    claim: Claim
    text: str
    referents: Mapping[str, tuple[str, str]]
    statement: Statement | None
    report: Report
    run: Run
    current: bool


def claim_in_store(store: Store, claim_id: str) -> ClaimInStore:
    """A claim by its full id; of several articles that make it, the first current one that is no reprint.

    Raises:
        KeyError: no claim has that id.
    """
    return claims_in_store(store, [claim_id])[claim_id]


def claims_in_store(store: Store, claim_ids: Iterable[str]) -> dict[str, ClaimInStore]:
    """The same of several claims, by id; those that are not there are left out."""
    ids = sorted(set(claim_ids))
    with store.reading() as connection:
        rows = _asked(connection, CLAIMS, ids, schema.claim)
        # The last is the best.
        best = {row.id: row for row in rows}
        about = _about(connection, ids, best.values())
    ran = {one.id: one for one in runs(store, {row.run_id for row in best.values()})}
    return {id_: _whole(row, about, ran[row.run_id]) for id_, row in best.items()}


class _About(NamedTuple):
    """What stands in other tables, by what finds it there."""

    roles: Mapping[Hashable, list[Row[Any]]]
    pieces: Mapping[Hashable, list[Row[Any]]]
    tolls: Mapping[Hashable, list[Row[Any]]]
    statements: Mapping[Hashable, list[Row[Any]]]
    vias: Mapping[Hashable, list[Row[Any]]]
    referents: Mapping[str, Mapping[str, tuple[str, str]]]
    articles: Mapping[str, Row[Any]]


def _about(connection: Connection, ids: list[str], claims: Collection[Row[Any]]) -> _About:
    named: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in _asked(connection, REFERENTS, sorted({one.reading_id for one in claims})):
        named[row.reading_id][row.id] = (row.key, row.name)
    told_in = sorted({one.article_id for one in claims})
    return _About(
        roles=_by(_asked(connection, ROLES, ids), "claim_id"),
        pieces=_by(_asked(connection, EVIDENCE, ids), "claim_id"),
        tolls=_by(_asked(connection, TOLLS, ids), "claim_id"),
        statements=_by(_asked(connection, STATEMENTS, ids), "id"),
        vias=_by(_asked(connection, VIAS, ids), "statement_id"),
        referents=named,
        articles={row.id: row for row in _asked(connection, ARTICLES, told_in, schema.article)},
    )


def _asked(
    connection: Connection, query: str, ids: Iterable[str], table: Any = None
) -> list[Row[Any]]:
    """Rows for ids; with a table, whose columns they have, its types too."""
    wanted = text(query) if table is None else text(query).columns(*table.c)
    return list(connection.execute(wanted, {"ids": json.dumps(list(ids))}))


def _by(rows: Iterable[Row[Any]], name: str) -> Mapping[Hashable, list[Row[Any]]]:
    """By their reading and the id that they bear under a name."""
    found: defaultdict[Hashable, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.reading_id, getattr(row, name)].append(row)
    return found


def _whole(row: Row[Any], about: _About, run: Run) -> ClaimInStore:
    key = (row.reading_id, row.id)
    stated = (row.reading_id, row.statement_id)
    article = about.articles[row.article_id]
    told = about.statements.get(stated, ())
    return ClaimInStore(
        claim=claim_of(
            row, about.roles.get(key, ()), about.pieces.get(key, ()), about.tolls.get(key, ())
        ),
        text=article.text,
        referents=about.referents.get(row.reading_id, {}),
        statement=_statement(told[0], about.vias.get(stated, ())) if told else None,
        report=report_of(article),
        run=run,
        current=bool(row.current),
    )


def _statement(row: Row[Any], vias: Iterable[Row[Any]]) -> Statement:
    return Statement(
        id=row.id,
        speaker=local(row.speaker_key),
        speaker_span=span_of(row.speaker_start, row.speaker_end),
        cue_span=span_of(row.cue_start, row.cue_end),
        content_span=Span(row.content_start, row.content_end),
        direct=bool(row.direct),
        rule=row.rule,
        via=tuple(Via(one.name, one.how, Span(one.span_start, one.span_end)) for one in vias),
    )
