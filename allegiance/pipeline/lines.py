"""A bundle as the line that `allegiance extract` promises (docs/contract: `allegiance.reading/1`)."""

from __future__ import annotations

from allegiance.records.bundle import Bundle
from allegiance.records.canonical import Json, plain
from allegiance.records.claim import Claim
from allegiance.records.mention import Referent
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import DatePhrase, When
from allegiance.records.where import Where

SCHEMA = "allegiance.reading/1"


def line(bundle: Bundle) -> dict[str, Json]:
    """The promised object; its spans count in `article.text`."""
    article, found = bundle.article, bundle.found
    text = article.text if article else ""
    return {
        "schema": SCHEMA,
        "article": {
            "id": bundle.label,
            "title": article.title if article else None,
            "published": _when(article.published) if article else None,
            "language": article.language if article else None,
            "text": text,
            "furniture": plain(article.furniture) if article else [],
        },
        "actors": [_actor(referent) for referent in found.referents],
        "places": [_place(place) for place in found.places],
        "dates": [_date(phrase) for phrase in found.dates],
        "statements": [_statement(statement) for statement in found.statements],
        "claims": [_claim(claim, text) for claim in found.claims],
        "failures": [
            {"step": failure.step, "reason": failure.reason} for failure in bundle.failures
        ],
    }


def _when(when: When | None) -> Json:
    return plain(when)


def _date(phrase: DatePhrase) -> dict[str, Json]:
    written = plain(phrase.when)
    assert isinstance(written, dict)
    return {"span": plain(phrase.span), **written}


def _place(place: Where | None) -> Json:
    if place is None:
        return None
    return {
        "span": plain(place.span),
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "gazetteer_id": place.gazetteer_id,
    }


def _actor(referent: Referent) -> dict[str, Json]:
    return {
        "id": referent.id,
        "name": referent.name,
        "kind": referent.kind,
        "knowledge_id": referent.knowledge_id,
        "mentions": [{"span": plain(m.span), "form": m.form} for m in referent.mentions],
    }


def _statement(statement: Statement) -> dict[str, Json]:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "speaker_span": plain(statement.speaker_span),
        "cue_span": plain(statement.cue_span),
        "content_span": plain(statement.content_span),
        "direct": statement.direct,
        "via": [plain(via) for via in statement.via],
    }


def _claim(claim: Claim, text: str) -> dict[str, Json]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "phase": claim.phase,
        "stance": claim.stance,
        "roles": [plain(role) for role in claim.roles],
        "when": _when(claim.when),
        "where": _place(claim.where),
        "toll": _toll(claim.toll),
        "statement": claim.statement,
        "codes": plain(claim.codes),
        "confidence": claim.confidence,
        "evidence": [
            {"span": plain(piece.span), "quote": piece.span.of(text), "rule": piece.rule}
            for piece in claim.evidence
        ],
    }


def _toll(tolls: tuple[Toll, ...]) -> Json:
    if not tolls:
        return None
    return {toll.kind: {"low": toll.low, "high": toll.high} for toll in tolls}
