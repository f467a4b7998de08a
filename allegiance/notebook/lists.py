"""What lists hold, as tables: rows of typed cells with the names beside the ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from allegiance.export._relations import Columns, Row, days
from allegiance.notebook.frames import Table
from allegiance.notebook.tables import ACTOR, EVENT, INTERVAL, PLACE, event_row, interval_row
from allegiance.records.answer import Report
from allegiance.records.conflict import Conflict, Side, Voice
from allegiance.records.listing import (
    ActorRow,
    ChangeRow,
    ClaimRow,
    DayCount,
    EventRow,
    PlaceRow,
    PlacesSeen,
)
from allegiance.wording import time_words

CITED: Columns = {
    "article": "string",
    "publisher": "string",
    "title": "string",
    "published_start": "date",
    "published_end": "date",
    "url": "string",
}
CHANGE: Columns = {
    "what": "string",
    "when_start": "date",
    "when_end": "date",
    "sure": "boolean",
    "known_on": "date",
    "change_claims": "strings",
    **INTERVAL,
}
VOICE: Columns = {
    "conflict": "string",
    "about": "string",
    "predicate": "string",
    "source_name": "string",
    "target_name": "string",
    "place_name": "string",
    "when_start": "date",
    "when_end": "date",
    "side": "integer",
    "side_holds": "boolean",
    "side_says": "string",
    "side_weight": "number",
    "side_reports": "integer",
    "side_witnesses": "integer",
    "claim": "string",
    "stance": "string",
    "standing": "string",
    "speaker_name": "string",
    "weight": "number",
    "because": "string",
    **CITED,
}
ACTOR_ROW: Columns = {
    **ACTOR,
    "reports": "integer",
    "relations": "integer",
    "events": "integer",
}
CLAIM: Columns = {
    "claim": "string",
    "kind": "string",
    "predicate": "string",
    "phase": "string",
    "stance": "string",
    "use": "string",
    "source": "string",
    "source_words": "string",
    "source_name": "string",
    "target": "string",
    "target_words": "string",
    "target_name": "string",
    "speaker_name": "string",
    "when_start": "date",
    "when_end": "date",
    "place": "string",
    "place_name": "string",
    "confidence": "number",
    "state": "string",
    "sentence": "string",
    "copies": "integer",
    **CITED,
}
EVENT_ROW: Columns = {**EVENT, "place": "string", "confidence": "number"}
PLACE_ROW: Columns = {
    **PLACE,
    "kind": "string",
    "radius_km": "number",
    "events": "integer",
    "events_by_predicate": "string",
    "killed_low": "integer",
    "killed_high": "integer",
    "held_by": "string",
    "claims": "strings",
}
DAY: Columns = {"start": "date", "end": "date", "events": "integer", "uncertain": "integer"}


def changes_table(rows: Iterable[ChangeRow]) -> Table:
    """A row a change, with the relation as it is known afterwards."""
    return Table(CHANGE, map(_changed, rows))


def conflicts_table(conflicts: Iterable[Conflict]) -> Table:
    """A row a voice, so that all sides stand side by side."""
    return Table(VOICE, (row for one in conflicts for row in _voices(one)))


def actors_table(rows: Iterable[ActorRow]) -> Table:
    """A row an actor."""
    return Table(ACTOR_ROW, map(_actor, rows))


def claims_table(rows: Iterable[ClaimRow]) -> Table:
    """A row a claim."""
    return Table(CLAIM, map(_claim, rows))


def events_table(rows: Iterable[EventRow]) -> Table:
    """A row an event."""
    return Table(EVENT_ROW, map(_event, rows))


def places_table(found: PlacesSeen) -> Table:
    """A row a place."""
    holders = {actor.id: actor.name for actor in found.actors}
    return Table(PLACE_ROW, (_place(one, holders) for one in found.places))


def days_table(rows: Iterable[DayCount]) -> Table:
    """A row a stretch of days."""
    return Table(
        DAY,
        (
            {"start": one.start, "end": one.end, "events": one.events, "uncertain": one.uncertain}
            for one in rows
        ),
    )


def _changed(row: ChangeRow) -> Row:
    change = row.change
    parties = (row.source, row.target, row.site, *row.results)
    named = {one.id: one.name for one in parties if one is not None}
    return {
        "what": change.what,
        **days("when", change.when),
        "sure": change.sure,
        "known_on": change.known_on,
        "change_claims": change.claim_ids,
        **interval_row(change.interval, named),
    }


def _voices(conflict: Conflict) -> Iterator[Row]:
    named = {actor.id: actor.name for actor in conflict.actors}
    source, target = conflict.parties
    for number, side in enumerate(conflict.sides, start=1):
        for voice in side.voices:
            yield {
                "conflict": conflict.id,
                "about": conflict.kind,
                "predicate": conflict.predicate,
                "source_name": source or None,
                "target_name": target or None,
                "place_name": conflict.place,
                **days("when", conflict.when),
                "side": number,
                **_side(side, named),
                **_voice(voice, named),
            }


def _side(side: Side, named: dict[str, str]) -> Row:
    toll = side.toll
    persons = f"{toll.kind} {toll.low}-{'' if toll.high is None else toll.high}" if toll else ""
    says = [named.get(side.actor or "", ""), side.predicate, side.phase or "", persons]
    return {
        "side_holds": side.holds,
        "side_says": " ".join(filter(None, [*says, time_words(side.when)])),
        "side_weight": side.weight,
        "side_reports": side.reports,
        "side_witnesses": side.witnesses,
    }


def _voice(voice: Voice, named: dict[str, str]) -> Row:
    return {
        "claim": voice.claim_id,
        "stance": voice.stance,
        "standing": voice.standing,
        "speaker_name": named.get(voice.speaker or ""),
        "weight": voice.weight,
        "because": voice.because,
        **_cited(voice.report),
    }


def _actor(row: ActorRow) -> Row:
    actor = row.actor
    return {
        "actor": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "knowledge_id": actor.knowledge_id,
        "reports": row.reports,
        "relations": row.relations,
        "events": row.events,
    }


def _claim(row: ClaimRow) -> Row:
    return {
        "claim": row.id,
        "kind": row.kind,
        "predicate": row.predicate,
        "phase": row.phase,
        "stance": row.stance,
        "use": row.use,
        **_party(row, "source"),
        **_party(row, "target"),
        "speaker_name": row.speaker.name if row.speaker is not None else None,
        **days("when", row.when),
        "place": row.place.id if row.place is not None else None,
        "place_name": row.place.name if row.place is not None else None,
        "confidence": row.confidence,
        "state": row.state,
        "sentence": row.sentence,
        "copies": row.copies,
        **_cited(row.report),
    }


def _party(row: ClaimRow, role: str) -> Row:
    party = next((one for one in row.parties if one.role == role), None)
    actor = party.actor if party is not None else None
    return {
        role: actor.id if actor is not None else None,
        f"{role}_words": party.words if party is not None else None,
        f"{role}_name": actor.name if actor is not None else None,
    }


def _event(row: EventRow) -> Row:
    named = {one.id: one.name for one in (row.source, row.target) if one is not None}
    return {
        **event_row(row.event, named),
        "place": row.site.id if row.site is not None else None,
        "confidence": row.confidence,
    }


def _place(row: PlaceRow, holders: dict[str, str]) -> Row:
    place, deaths = row.place, row.deaths
    return {
        "place": place.id,
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "kind": row.kind,
        "radius_km": row.radius_km,
        "events": sum(one.count for one in row.events),
        "events_by_predicate": "; ".join(f"{one.predicate} {one.count}" for one in row.events),
        "killed_low": deaths.low if deaths is not None else None,
        "killed_high": deaths.high if deaths is not None else None,
        "held_by": "; ".join(dict.fromkeys(holders[one.source] for one in row.controls)),
        "claims": row.claim_ids,
    }


def _cited(report: Report) -> Row:
    return {
        "article": report.article_id,
        "publisher": report.publisher,
        "title": report.title,
        **days("published", report.published),
        "url": report.url,
    }
