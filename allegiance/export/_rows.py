"""The rows of every table of `tables.toml`: cells by the names of columns, None for an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from allegiance.export._marks import ONE_DAY
from allegiance.records.dossier import Dossier, Incident, Testimony
from allegiance.records.history import Interval
from allegiance.records.when import When

Cell: TypeAlias = "str | int | float | bool | date | None"
Row: TypeAlias = "dict[str, Cell]"
# Between several values in one cell; no id and no code has it.
BETWEEN = "|"


def _actors(dossier: Dossier) -> Iterator[Row]:
    for figure in dossier.figures:
        yield {
            "id": figure.actor.id,
            "name": figure.actor.name,
            "kind": figure.actor.kind,
            "knowledge_id": figure.actor.knowledge_id,
            "other_names": BETWEEN.join(figure.names) or None,
            "countries": BETWEEN.join(figure.countries) or None,
        }


def _names(dossier: Dossier) -> Iterator[Row]:
    for figure in dossier.figures:
        for one in figure.borne:
            first, last = one.sure or (None, None)
            yield {
                "actor": figure.actor.id,
                "name": one.name,
                **_when("since", one.since),
                **_when("until", one.until),
                "sure": one.sure is not None,
                "sure_start": first,
                "sure_end": last + ONE_DAY if last is not None else None,
            }


def _places(dossier: Dossier) -> Iterator[Row]:
    for site in dossier.sites:
        yield {
            "id": site.place.id,
            "name": site.place.name,
            "kind": site.kind,
            "country": site.place.country,
            "latitude": site.place.latitude,
            "longitude": site.place.longitude,
            "radius_km": site.radius_km,
        }


def _relations(dossier: Dossier) -> Iterator[Row]:
    return map(_relation, dossier.intervals)


def _relation(interval: Interval) -> Row:
    relation, drawn = interval.relation, interval.drawn
    return {
        "id": interval.id,
        "relation": relation.id,
        "number": interval.number,
        "predicate": relation.predicate,
        "source": relation.source,
        "target": relation.target,
        "place": relation.place,
        "results": BETWEEN.join(relation.results) or None,
        "new_name": relation.names[0] if relation.names is not None else None,
        "old_name": relation.names[1] if relation.names is not None else None,
        "happening": interval.happening,
        **_when("since", relation.since),
        **_when("until", relation.until),
        "drawn_start": drawn.start if drawn is not None else None,
        "drawn_end": drawn.end if drawn is not None else None,
        "disputed": relation.disputed,
        "alleged": relation.alleged,
        "attributed": relation.attributed,
        "derived": relation.derived,
        "faded": relation.faded,
        "reports": relation.reports,
        "witnesses": relation.witnesses,
        "confidence": relation.confidence,
    }


def _relation_claims(dossier: Dossier) -> Iterator[Row]:
    for interval in dossier.intervals:
        relation = interval.relation
        for says, claims in (("for", relation.claim_ids), ("against", relation.disputed_by)):
            for one in claims:
                yield {"relation": interval.id, "claim": one, "says": says}


def _events(dossier: Dossier) -> Iterator[Row]:
    return map(_event, dossier.incidents)


def _event(incident: Incident) -> Row:
    event = incident.event
    counts = {count.kind: count for count in incident.counts}
    killed, wounded = counts.get("killed"), counts.get("wounded")
    return {
        "id": event.id,
        "predicate": event.predicate,
        "mode": event.mode,
        "cameo": incident.cameo,
        "source": event.source,
        "target": event.target,
        "place": incident.site,
        **_when("when", event.when),
        "day": event.day,
        "killed_least": killed.least if killed is not None else None,
        "killed_most": killed.most if killed is not None else None,
        "wounded_least": wounded.least if wounded is not None else None,
        "wounded_most": wounded.most if wounded is not None else None,
        "witnesses": event.witnesses,
    }


def _event_claims(dossier: Dossier) -> Iterator[Row]:
    for incident in dossier.incidents:
        for claim in incident.event.claim_ids:
            yield {"event": incident.event.id, "claim": claim}


def _claims(dossier: Dossier) -> Iterator[Row]:
    return map(_claim, dossier.testimonies)


def _claim(testimony: Testimony) -> Row:
    claim = testimony.claim
    parties = {one.role: one for one in reversed(testimony.parties)}
    actors = {role: one.actor.id for role, one in parties.items() if one.actor is not None}
    words = {role: one.words for role, one in parties.items()}
    return {
        "id": claim.id,
        "article": testimony.article_id,
        "run": testimony.run_id,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "phase": claim.phase,
        "stance": claim.stance,
        "source": actors.get("source"),
        "source_words": words.get("source"),
        "target": actors.get("target"),
        "target_words": words.get("target"),
        "result": actors.get("result"),
        "result_words": words.get("result"),
        "instrument_words": words.get("instrument"),
        "place": testimony.site,
        "place_words": words.get("place"),
        "reported": claim.statement is not None,
        "speaker": testimony.speaker,
        "speaker_words": testimony.speaker_words,
        **_when("when", claim.when),
        "cameo": claim.codes.cameo if claim.codes is not None else None,
        "plover": claim.codes.plover if claim.codes is not None else None,
        "confidence": claim.confidence,
        "quote": f" {BETWEEN} ".join(dict.fromkeys(one.quote for one in testimony.passages)),
    }


def _evidence(dossier: Dossier) -> Iterator[Row]:
    for testimony in dossier.testimonies:
        for one in testimony.passages:
            yield {
                "claim": testimony.claim.id,
                "start": one.span.start,
                "end": one.span.end,
                "quote": one.quote,
                "before": one.before or None,
                "after": one.after or None,
                "rule": one.rule,
            }


def _tolls(dossier: Dossier) -> Iterator[Row]:
    for testimony in dossier.testimonies:
        for one in testimony.claim.toll:
            yield {
                "claim": testimony.claim.id,
                "kind": one.kind,
                "low": one.low,
                "high": one.high,
            }


def _articles(dossier: Dossier) -> Iterator[Row]:
    for reference in dossier.references:
        report = reference.report
        published = report.published
        yield {
            "id": report.article_id,
            "title": report.title,
            "publisher": report.publisher,
            "published_start": published.start if published is not None else None,
            "published_end": published.end if published is not None else None,
            "url": report.url,
            "label": report.label,
            "language": reference.language,
            "byline": reference.byline,
            "reprint_of": reference.reprint_of,
            "known_on": reference.known_on,
            "fetched_on": reference.fetched_on,
            "sha256": reference.sha256,
        }


def _runs(dossier: Dossier) -> Iterator[Row]:
    for run in dossier.runs:
        yield {
            "id": run.id,
            "code_version": run.code_version,
            "lexicon_sha256": run.lexicon_sha256,
            "settings_sha256": run.settings_sha256,
            "models": BETWEEN.join(run.models) or None,
        }


def _when(prefix: str, when: When | None) -> Row:
    return {
        f"{prefix}_start": when.start if when is not None else None,
        f"{prefix}_end": when.end if when is not None else None,
        f"{prefix}_grain": when.grain if when is not None else None,
    }


ROWS: Mapping[str, Callable[[Dossier], Iterator[Row]]] = {
    "actors": _actors,
    "names": _names,
    "places": _places,
    "relations": _relations,
    "relation_claims": _relation_claims,
    "events": _events,
    "event_claims": _event_claims,
    "claims": _claims,
    "evidence": _evidence,
    "tolls": _tolls,
    "articles": _articles,
    "runs": _runs,
}
