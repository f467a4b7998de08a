"""Fetch many claims at once with everything that they say: roles, words, places, speakers, articles, runs."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, text

from allegiance.records.bundle import Run
from allegiance.records.claim import Claim
from allegiance.records.dossier import Passage, Reference
from allegiance.records.span import Span
from allegiance.records.where import Where
from allegiance.store import schema
from allegiance.store.lookups import claim_of, report_of
from allegiance.store.store import Store

# So many characters around a quotation find it again in a text that has changed a little.
AROUND = 32
CLAIMS = """
    SELECT claim.*, reading.article_id, reading.run_id, statement.speaker_key AS speaker,
        substr(article.text, statement.speaker_start + 1, statement.speaker_end - statement.speaker_start) AS speaker_words
    FROM claim
    JOIN reading ON reading.id = claim.reading_id
    JOIN article ON article.id = reading.article_id
    LEFT JOIN statement ON statement.reading_id = claim.reading_id AND statement.id = claim.statement_id
    WHERE claim.id IN (SELECT value FROM json_each(:ids))
    AND reading.number = (SELECT max(number) FROM reading AS other WHERE other.article_id = reading.article_id)
    ORDER BY claim.id, article.reprint_of, article.number"""
# With their readings, by which the tables about claims are in order: each is then looked up, and none gone through.
OF_CLAIMS = "IN (SELECT claim.reading_id, claim.id FROM claim WHERE claim.id IN (SELECT value FROM json_each(:ids)))"
ROLES = f"""
    SELECT claim_role.*, substr(article.text, span_start + 1, span_end - span_start) AS words
    FROM claim_role
    JOIN reading ON reading.id = claim_role.reading_id
    JOIN article ON article.id = reading.article_id
    WHERE (claim_role.reading_id, claim_role.claim_id) {OF_CLAIMS} ORDER BY position"""
EVIDENCE = f"""
    SELECT evidence.*, substr(article.text, max(span_start - :around, 0) + 1, min(span_start, :around)) AS before,
        substr(article.text, span_end + 1, :around) AS after
    FROM evidence
    JOIN reading ON reading.id = evidence.reading_id
    JOIN article ON article.id = reading.article_id
    WHERE (evidence.reading_id, evidence.claim_id) {OF_CLAIMS} ORDER BY evidence.number"""
TOLLS = f"SELECT * FROM toll WHERE (reading_id, claim_id) {OF_CLAIMS} ORDER BY rowid"
PLACES = f"""
    SELECT claim_role.reading_id, claim_role.claim_id, place.*
    FROM claim_role
    JOIN place ON place.reading_id = claim_role.reading_id AND place.span_start = claim_role.span_start
    WHERE claim_role.role = 'place' AND (claim_role.reading_id, claim_role.claim_id) {OF_CLAIMS}"""
REFERENCES = """
    SELECT article.*, source.sha256, source.fetched_on
    FROM article JOIN source ON source.id = article.source_id
    WHERE article.id IN (SELECT value FROM json_each(:ids)) ORDER BY article.id"""


class Deposition(NamedTuple):
    """A claim as its article has it.

    Attributes:
        keys: of the referents of its roles, in order; None where the words name no actor.
        words: of its roles, in order.
        ground: the place of its role `place`, as the gazetteer knows it; None where it has none.
        speaker: the key of a referent.
    """

    claim: Claim
    article_id: str
    run_id: str
    keys: tuple[str | None, ...]
    words: tuple[str, ...]
    ground: Where | None
    speaker: str | None
    speaker_words: str | None
    passages: tuple[Passage, ...]


def depositions(store: Store, claim_ids: Iterable[str]) -> list[Deposition]:
    """Claims of current readings, by id; of several articles that make one, the first that is no reprint."""
    ids = json.dumps(sorted(set(claim_ids)))
    with store.reading() as connection:
        rows = connection.execute(text(CLAIMS).columns(*schema.claim.c), {"ids": ids}).all()
        about = [_by_claim(connection, query, ids) for query in (ROLES, EVIDENCE, TOLLS, PLACES)]
    once = {row.id: row for row in reversed(rows)}
    return [
        _deposition(row, *(several[row.reading_id, row.id] for several in about))
        for row in reversed(once.values())
    ]


def references(store: Store, article_ids: Iterable[str]) -> tuple[Reference, ...]:
    """Articles without their text, by id."""
    wanted = text(REFERENCES).columns(*schema.article.c)
    with store.reading() as connection:
        rows = connection.execute(wanted, {"ids": json.dumps(sorted(set(article_ids)))}).all()
    return tuple(map(_reference, rows))


def runs(store: Store, run_ids: Iterable[str]) -> tuple[Run, ...]:
    """What read articles, by id."""
    wanted = text("SELECT * FROM run WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id")
    with store.reading() as connection:
        rows = connection.execute(wanted, {"ids": json.dumps(sorted(set(run_ids)))}).all()
    return tuple(
        Run(
            row.id,
            row.code_version,
            row.settings_sha256,
            row.lexicon_sha256,
            tuple(json.loads(row.models)),
        )
        for row in rows
    )


def _by_claim(
    connection: Connection, query: str, ids: str
) -> defaultdict[tuple[str, str], list[Row[Any]]]:
    found: defaultdict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    parameters = {"ids": ids} if ":around" not in query else {"ids": ids, "around": AROUND}
    for row in connection.execute(text(query), parameters):
        found[row.reading_id, row.claim_id].append(row)
    return found


def _deposition(
    row: Row[Any],
    roles: list[Row[Any]],
    pieces: list[Row[Any]],
    tolls: list[Row[Any]],
    places: list[Row[Any]],
) -> Deposition:
    return Deposition(
        claim=claim_of(row, roles, pieces, tolls),
        article_id=row.article_id,
        run_id=row.run_id,
        keys=tuple(one.referent_key for one in roles),
        words=tuple(one.words for one in roles),
        ground=_ground(places[0]) if places else None,
        speaker=row.speaker,
        speaker_words=row.speaker_words,
        passages=tuple(
            Passage(Span(one.span_start, one.span_end), one.quote, one.before, one.after, one.rule)
            for one in pieces
        ),
    )


def _ground(row: Row[Any]) -> Where:
    return Where(
        Span(row.span_start, row.span_end),
        row.name,
        row.kind,
        row.country,
        row.latitude,
        row.longitude,
        row.radius_km,
        row.gazetteer_id,
    )


def _reference(row: Row[Any]) -> Reference:
    return Reference(
        report=report_of(row),
        language=row.language,
        byline=row.byline,
        reprint_of=row.reprint_of,
        known_on=row.known_on,
        fetched_on=date.fromisoformat(row.fetched_on),
        sha256=row.sha256,
    )
