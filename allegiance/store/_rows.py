"""From records to rows. Every function gives what one table gets, in the record's order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from allegiance.lexicon.names import name_key
from allegiance.records.article import Article, Source
from allegiance.records.bundle import Bundle, Failure, Run
from allegiance.records.canonical import canonical
from allegiance.records.claim import Claim
from allegiance.records.judgement import Judgement, referent_key
from allegiance.records.mention import Referent
from allegiance.records.span import Span
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import When
from allegiance.records.where import Where

# What SQLite can keep in a cell.
Cell: TypeAlias = "str | int | float | bool | date | None"
Row: TypeAlias = "dict[str, Cell]"


def source_row(source: Source, today: date) -> Row:
    fetched_on = source.fetched_on.date() if source.fetched_on else today
    return {
        "id": source.id,
        "kind": source.kind,
        "location": source.location,
        "publisher": source.publisher,
        "sha256": source.sha256,
        "fetched_on": fetched_on,
    }


def run_row(run: Run) -> Row:
    return {
        "id": run.id,
        "code_version": run.code_version,
        "settings_sha256": run.settings_sha256,
        "lexicon_sha256": run.lexicon_sha256,
        "models": canonical(run.models),
    }


def article_row(article: Article, publisher: str | None, today: date) -> Row:
    return {
        "id": article.id,
        "label": article.label,
        "source_id": article.source_id,
        "language": article.language,
        "title": article.title,
        "byline": article.byline,
        **_when("published", article.published),
        "publisher": article.publisher or publisher,
        "url": article.url,
        "text": article.text,
        "reprint_of": article.reprint_of,
        "known_on": known_on(article.published, today),
    }


def known_on(published: When | None, today: date) -> date:
    """The first day on which a report was surely out; today for one that does not say when."""
    if published is None or published.end is None:
        return today
    return published.end - timedelta(days=1)


def reading_row(reading: str, article: Article, run: Run, today: date) -> Row:
    return {
        "id": reading,
        "article_id": article.id,
        "run_id": run.id,
        "furniture": canonical(article.furniture),
        **_span("dateline", article.dateline),
        "read_on": today,
    }


def failure_row(failure: Failure, run: Run) -> Row:
    return {
        "source_id": failure.source_id,
        "step": failure.step,
        "reason": failure.reason,
        "run_id": run.id,
    }


def judgement_row(judgement: Judgement) -> Row:
    return {name: getattr(judgement, name) for name in Judgement.__slots__}


def found_rows(reading: str, bundle: Bundle) -> dict[str, list[Row]]:
    """Everything found in an article, by table; tables that others point to come first."""
    found, text = bundle.found, bundle.article.text if bundle.article else ""
    claims = list({claim.id: claim for claim in found.claims}.values())
    return {
        "referent": [_referent(reading, referent) for referent in found.referents],
        "mention": [row for one in found.referents for row in _mentions(reading, one, text)],
        "place": [{"reading_id": reading, **_place(place)} for place in found.places],
        "date_phrase": [
            {"reading_id": reading, **_span("span", one.span), **_when("when", one.when)}
            for one in found.dates
        ],
        "statement": [_statement(reading, statement) for statement in found.statements],
        "via": [row for one in found.statements for row in _vias(reading, one)],
        "claim": [_claim(reading, claim) for claim in claims],
        "claim_role": [row for claim in claims for row in _roles(reading, claim)],
        "evidence": [row for claim in claims for row in _evidence(reading, claim, text)],
        "toll": [
            *(_toll(reading, claim.id, toll) for claim in claims for toll in claim.toll),
            *(_toll(reading, None, toll) for toll in found.tolls),
        ],
    }


def _referent(reading: str, referent: Referent) -> Row:
    return {
        "key": referent_key(reading, referent.id),
        "reading_id": reading,
        "id": referent.id,
        "name": referent.name,
        "kind": referent.kind,
        "knowledge_id": referent.knowledge_id,
    }


def _mentions(reading: str, referent: Referent, text: str) -> Iterator[Row]:
    for mention in referent.mentions:
        words = mention.span.of(text)
        yield {
            "referent_key": referent_key(reading, referent.id),
            **_span("span", mention.span),
            "form": mention.form,
            "rule": mention.rule,
            "words": words,
            "name_key": name_key(words) if mention.form == "name" else None,
        }


def _statement(reading: str, statement: Statement) -> Row:
    return {
        "reading_id": reading,
        "id": statement.id,
        "speaker_key": referent_key(reading, statement.speaker) if statement.speaker else None,
        **_span("speaker", statement.speaker_span),
        **_span("cue", statement.cue_span),
        **_span("content", statement.content_span),
        "direct": statement.direct,
        "rule": statement.rule,
    }


def _vias(reading: str, statement: Statement) -> Iterator[Row]:
    for via in statement.via:
        yield {
            "reading_id": reading,
            "statement_id": statement.id,
            "name": via.name,
            "how": via.how,
            **_span("span", via.span),
        }


def _claim(reading: str, claim: Claim) -> Row:
    return {
        "reading_id": reading,
        "id": claim.id,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "phase": claim.phase,
        "stance": claim.stance,
        **_when("when", claim.when),
        **_span("where", claim.where.span if claim.where else None),
        **_where("where_", claim.where),
        "statement_id": claim.statement,
        "cameo": claim.codes.cameo if claim.codes else None,
        "plover": claim.codes.plover if claim.codes else None,
        "confidence": claim.confidence,
    }


def _roles(reading: str, claim: Claim) -> Iterator[Row]:
    for position, role in enumerate(claim.roles):
        yield {
            "reading_id": reading,
            "claim_id": claim.id,
            "position": position,
            "role": role.role,
            "referent_key": referent_key(reading, role.actor) if role.actor else None,
            **_span("span", role.span),
        }


def _evidence(reading: str, claim: Claim, text: str) -> Iterator[Row]:
    for piece in claim.evidence:
        yield {
            "reading_id": reading,
            "claim_id": claim.id,
            **_span("span", piece.span),
            "rule": piece.rule,
            "quote": piece.span.of(text),
        }


def _toll(reading: str, claim_id: str | None, toll: Toll) -> Row:
    return {
        "reading_id": reading,
        "claim_id": claim_id,
        "kind": toll.kind,
        "low": toll.low,
        "high": toll.high,
        **_span("span", toll.span),
    }


def _place(place: Where) -> Row:
    return {**_span("span", place.span), **_where("", place)}


def _span(prefix: str, span: Span | None) -> Row:
    return {
        f"{prefix}_start": span.start if span else None,
        f"{prefix}_end": span.end if span else None,
    }


def _when(prefix: str, when: When | None) -> Row:
    return {
        f"{prefix}_start": when.start if when else None,
        f"{prefix}_end": when.end if when else None,
        f"{prefix}_grain": when.grain if when else None,
    }


def _where(prefix: str, where: Where | None) -> Row:
    names = ("name", "kind", "country", "latitude", "longitude", "radius_km", "gazetteer_id")
    return {f"{prefix}{name}": getattr(where, name) if where else None for name in names}
