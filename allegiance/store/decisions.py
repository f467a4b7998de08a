"""The decisions of persons in the store: append them, read them, find what they are about."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_keep

from allegiance.records.canonical import canonical
from allegiance.records.decision import Anchor, Choice, Decision, Side, signed
from allegiance.records.decision_line import anchor_of, correction_of, instant, instant_of
from allegiance.records.span import Span
from allegiance.store import schema
from allegiance.store.store import Store

TICK = timedelta(microseconds=1)


def decide(store: Store, choice: Choice, *, by: str, because: str, now: datetime) -> Decision:
    """Append a choice, signed. It counts as later than all that is in the store, even where a clock went back.

    Raises:
        StoreError: it cannot be written.
    """
    (decision,) = decide_all(store, [choice], by=by, because=because, now=now)
    return decision


def decide_all(
    store: Store, choices: Iterable[Choice], *, by: str, because: str, now: datetime
) -> tuple[Decision, ...]:
    """Append choices, signed, each as later than the one before.

    Raises:
        StoreError: they cannot be written; then none is.
    """
    with store.writing() as connection:
        last = connection.execute(select(_last_instant())).scalar()
        first = max(now, instant_of(last) + TICK) if last else now
        decisions = tuple(
            signed(choice, by=by, because=because, made_at=first + number * TICK)
            for number, choice in enumerate(choices)
        )
        if decisions:
            connection.execute(insert(schema.decision), list(map(_row, decisions)))
    return decisions


def take(store: Store, decisions: Iterable[Decision]) -> int:
    """Append decisions made elsewhere, as they are; those that are there already stay. How many were new.

    Raises:
        StoreError: they cannot be written; then none is.
    """
    with store.writing() as connection:
        return sum(_take(connection, decision) for decision in decisions)


def all_decisions(store: Store) -> list[Decision]:
    """Every decision, in the order in which they were made; decisions of one instant by id."""
    table = schema.decision
    with store.reading() as connection:
        rows = connection.execute(select(table).order_by(table.c.made_at, table.c.id))
        return list(map(_decision, rows))


def decisions_on(store: Store, article_ids: Collection[str]) -> list[Decision]:
    """Decisions on claims of some articles, and those that undo any of them, in the order in which they were made."""
    among = "article_id IN (SELECT value FROM json_each(:wanted))"
    return _with_undoings(store, among, json.dumps(sorted(article_ids)))


def decision_with_undoings(store: Store, decision_id: str) -> list[Decision]:
    """One decision and those that undo it, undo these, and so on; empty where there is none of that id."""
    return _with_undoings(store, "id = :wanted", decision_id)


def decisions_beginning(store: Store, prefix: str, *, limit: int = 10) -> tuple[str, ...]:
    """Ids of decisions that begin so, sorted, no more than `limit`."""
    found = schema.decision.c.id
    wanted = select(found).where(found >= prefix, found < prefix + "\U0010ffff")
    with store.reading() as connection:
        return tuple(connection.execute(wanted.order_by(found).limit(limit)).scalars())


def roots_since(store: Store, number: int) -> frozenset[str]:
    """The verdicts of decisions with a higher number; of what undoes another, that of what it undoes in the end."""
    wanted = text(
        'WITH RECURSIVE about (verdict, "left") AS (SELECT verdict, "left" FROM decision WHERE number > :number'
        ' UNION SELECT undone.verdict, undone."left" FROM decision AS undone JOIN about ON undone.id = about."left"'
        " AND about.verdict = 'undone') SELECT DISTINCT verdict FROM about WHERE verdict <> 'undone'"
    )
    with store.reading() as connection:
        return frozenset(connection.execute(wanted, {"number": number}).scalars())


def claims_there(store: Store, claim_ids: Collection[str]) -> frozenset[str]:
    """Those of the ids that a claim of a current reading bears."""
    wanted = text(
        "SELECT claim.id FROM claim JOIN reading ON reading.id = claim.reading_id"
        f" WHERE claim.id IN (SELECT value FROM json_each(:ids)) AND {_CURRENT}"
    )
    with store.reading() as connection:
        rows = connection.execute(wanted, {"ids": json.dumps(sorted(claim_ids))})
        return frozenset(rows.scalars())


def anchors_in(store: Store, article_ids: Collection[str]) -> dict[str, Anchor]:
    """The anchors of all claims of the current readings of some articles, by claim id."""
    with store.reading() as connection:
        asked = {"ids": json.dumps(sorted(article_ids))}
        claims = connection.execute(text(_CLAIMS), asked).all()
        parts = _by_claim(connection.execute(text(_PARTS), asked))
    return {row.id: _anchor(row, parts[(row.reading_id, row.id)]) for row in claims}


def referents_of_part(store: Store, part: Side, known_by: date) -> list[tuple[str, str]]:
    """Keys and words of the referents that a part of an actor may mean, in current readings known by a day; sorted.

    For a name they are all that are called so, whoever they are tied to.
    """
    wanted = text(
        "SELECT DISTINCT referent.key, mention.words FROM mention"
        " JOIN referent ON referent.key = mention.referent_key"
        " JOIN reading ON reading.id = referent.reading_id"
        " JOIN article ON article.id = reading.article_id"
        f" WHERE {_CALLED if part.name is not None else _NAMED_AT}"
        f" AND article.known_on <= :known AND {_CURRENT} ORDER BY referent.key, mention.words"
    )
    asked = {
        "name": part.name,
        "article": part.article_id,
        "start": part.start,
        "known": known_by.isoformat(),
    }
    with store.reading() as connection:
        return [(row[0], row[1]) for row in connection.execute(wanted, asked)]


_CALLED = "mention.name_key = :name"
_NAMED_AT = "article.id = :article AND mention.span_start <= :start AND mention.span_end > :start"
# Asked of single articles, this takes the index on them; a list of all current readings would be made each time.
_CURRENT = (
    "reading.number = (SELECT max(number) FROM reading AS later"
    " WHERE later.article_id = reading.article_id)"
)
_CLAIM = (
    "SELECT claim.*, reading.article_id,"
    " (SELECT min(span_start) FROM evidence WHERE evidence.reading_id = claim.reading_id"
    " AND evidence.claim_id = claim.id) AS evidence_start,"
    " (SELECT max(span_end) FROM evidence WHERE evidence.reading_id = claim.reading_id"
    " AND evidence.claim_id = claim.id) AS evidence_end"
    " FROM claim JOIN reading ON reading.id = claim.reading_id"
)
_ROLE = "SELECT claim_role.* FROM claim_role JOIN reading ON reading.id = claim_role.reading_id"
_IN_ARTICLES = f" WHERE reading.article_id IN (SELECT value FROM json_each(:ids)) AND {_CURRENT}"
_CLAIMS = f"{_CLAIM}{_IN_ARTICLES} ORDER BY claim.id"
_PARTS = f"{_ROLE}{_IN_ARTICLES} ORDER BY claim_id, position"


def _with_undoings(store: Store, which: str, wanted: str) -> list[Decision]:
    asked = text(
        f"WITH RECURSIVE about (id) AS (SELECT id FROM decision WHERE {which} UNION"
        ' SELECT later.id FROM decision AS later JOIN about ON later."left" = about.id'
        " WHERE later.verdict = 'undone')"
        " SELECT * FROM decision WHERE id IN (SELECT id FROM about) ORDER BY made_at, id"
    )
    with store.reading() as connection:
        return list(map(_decision, connection.execute(asked, {"wanted": wanted})))


def _last_instant() -> Any:
    # The index gives the last at once.
    table = schema.decision
    return select(table.c.made_at).order_by(table.c.made_at.desc()).limit(1).scalar_subquery()


def _take(connection: Connection, decision: Decision) -> bool:
    wanted = insert_or_keep(schema.decision).on_conflict_do_nothing()
    return connection.execute(wanted, _row(decision)).rowcount == 1


def _row(decision: Decision) -> dict[str, str | None]:
    choice = decision.choice
    return {
        "id": decision.id,
        "verdict": choice.verdict,
        "left": choice.left,
        "right": choice.right,
        "what": choice.what,
        "article_id": choice.anchor.article_id if choice.anchor else None,
        "anchor": canonical(choice.anchor) if choice.anchor else None,
        "correction": canonical(choice.correction) if choice.correction else None,
        "by": decision.by,
        "because": decision.because,
        "made_at": instant(decision.made_at),
    }


def _decision(row: Row[Any]) -> Decision:
    choice = Choice(
        verdict=row.verdict,
        left=row.left,
        right=row.right,
        what=row.what,
        anchor=anchor_of(json.loads(row.anchor)) if row.anchor is not None else None,
        correction=correction_of(json.loads(row.correction))
        if row.correction is not None
        else None,
    )
    return Decision(row.id, choice, row.by, row.because, instant_of(row.made_at))


def _by_claim(rows: Iterable[Row[Any]]) -> defaultdict[tuple[str, str], list[Row[Any]]]:
    found: defaultdict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[(row.reading_id, row.claim_id)].append(row)
    return found


def _anchor(row: Row[Any], parts: list[Row[Any]]) -> Anchor:
    return Anchor(
        article_id=row.article_id,
        kind=row.kind,
        predicate=row.predicate,
        phase=row.phase,
        stance=row.stance,
        parts=tuple((part.role, Span(part.span_start, part.span_end)) for part in parts),
        evidence=Span(row.evidence_start, row.evidence_end),
    )
