"""The atlas: tables beside the ledgers in which a store keeps the map as it was last folded.

Nothing in them is a source: they are computed from the ledgers, bear the edition that they were computed from, and are
replaced, in one transaction with it, when the ledgers have grown. What their cells mean is the business of `query`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection

from allegiance.store.editions import edition_of
from allegiance.store.store import Store

Cells: TypeAlias = "tuple[Any, ...]"
# What a condition says of a column that is to be one of many values.
EACH = "IN (SELECT value FROM json_each(?))"
# By table: the column that rows are found by, and all columns in order.
KEYS = {
    "actor": "id",
    "referent": '"key"',
    "node": "id",
    "review": "claim_id",
    "claim": "article_id",
    "state": "unit",
    "outcome": "unit",
    "event": "id",
    "place": "id",
    "listed": "article_id",
}
COLUMNS = {
    "actor": "id, name, kind, knowledge_id, name_key, names, reports, witnesses",
    "referent": '"key", actor',
    "node": "id, actor",
    "review": "claim_id, decision",
    "claim": "claim_id, article_id, predicate, mark, unit, source, target, place, happened, event, confidence",
    "state": 'unit, predicate, source, target, place, alleged, number, drawn_first, drawn_end, first, "end", body, marks, claims',
    "outcome": "unit, actor",
    "event": "id, day, source, target, body",
    "place": "id, body",
    "listed": 'claim_id, article_id, kind, predicate, phase, stance, "use", state, reviewed, source, target, publisher, place, place_name, confidence, published, "when", first, last',
}


class Head(NamedTuple):
    """What an atlas was computed from.

    Attributes:
        form: of the tables, and of the rules that it was folded by.
        reading, judgement, decision: the last numbers of the ledgers, as `edition` has them.
    """

    form: str
    reading: int
    judgement: int
    decision: int


@dataclass(slots=True)
class Revision:
    """What is to be replaced.

    Attributes:
        anew: everything; what there is goes first.
        gone: by table, the keys whose rows go.
        rows: by table, the rows that come.
        events: claims and articles with the id of the event that they tell, where the claim's row stays.
        changed: units, events, and actors of another kind: what conflicts that are kept depend on.
    """

    anew: bool
    gone: dict[str, Collection[str]] = field(default_factory=dict)
    rows: dict[str, Iterable[Sequence[Any]]] = field(default_factory=dict)
    events: Sequence[Cells] = ()
    changed: Set[tuple[str, str]] = frozenset()

    def put(self, table: str, gone: Collection[str], rows: Iterable[Sequence[Any]]) -> None:
        """Let rows of a table come in the place of others."""
        self.gone[table], self.rows[table] = gone, rows


def head(store: Store) -> Head | None:
    """What the atlas was computed from; None where there is none."""
    found = rows(store, "SELECT form, reading, judgement, decision FROM atlas_head")
    return Head(*found[0]) if found else None


def rows(store: Store, asked: str, *values: object) -> list[Cells]:
    """What a query gives, as bare tuples: there are very many."""
    with store.reading() as connection:
        return driver_of(connection).execute(asked, values).fetchall()


def driver_of(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection: for very many rows."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def radii(store: Store) -> list[Cells]:
    """The places of claims, as the claims have them, with the least of their radii; only those of which one is known."""
    return [row for row in rows(store, _RADII) if row[1] is not None]


def listed(values: Iterable[object]) -> str:
    """Many values as the one parameter of `EACH`."""
    return json.dumps(sorted(values, key=str))


def revise(store: Store, new: Head, revision: Revision) -> bool:
    """Replace what is to be replaced, or nothing if the ledgers have grown in the meantime; says which.

    Raises:
        StoreError: it cannot be written.
    """
    with store.writing() as connection:
        if edition_of(connection) != new[1:]:
            return False
        articles = None if revision.anew else listed(revision.gone.get("claim", ()))
        twins = _uncount(connection, articles)
        for table in KEYS:
            _replace(connection, table, revision)
        if revision.events:
            connection.exec_driver_sql(_TELLS, [(event, *key) for *key, event in revision.events])
        if revision.anew:
            connection.exec_driver_sql("DELETE FROM atlas_conflict_head")
            connection.exec_driver_sql("DELETE FROM atlas_changed")
        else:
            driver_of(connection).executemany(_CHANGED, sorted(revision.changed))
        twins += _count(connection, articles)
        connection.exec_driver_sql("INSERT INTO atlas_head VALUES (?, ?, ?, ?, ?)", (*new, twins))
    return True


# As the ledger has it: that of the place of the role, or of the claim's own where the gazetteer knows none.
_RADII = """
    SELECT told.place, min(CASE WHEN place.name IS NOT NULL THEN place.radius_km ELSE claim.where_radius_km END)
    FROM atlas_claim AS told
    JOIN v_current_readings AS reading ON reading.article_id = told.article_id
    JOIN claim ON claim.reading_id = reading.id AND claim.id = told.claim_id
    LEFT JOIN claim_role AS ground ON ground.reading_id = claim.reading_id
        AND ground.claim_id = claim.id AND ground.role = 'place'
    LEFT JOIN place ON place.reading_id = claim.reading_id AND place.span_start = ground.span_start
    WHERE told.mark IS NOT NULL AND told.place IS NOT NULL GROUP BY told.place"""
# Only where conflicts are kept: whoever never asks for them has none.
_CHANGED = "INSERT OR IGNORE INTO atlas_changed SELECT ?, ? WHERE EXISTS (SELECT 1 FROM atlas_conflict_head)"
_TELLS = "UPDATE atlas_claim SET event = ? WHERE claim_id = ? AND article_id = ?"
_OF_ARTICLES = f"mark IS NOT NULL AND article_id {EACH}"
_COUNT = (
    "INSERT INTO atlas_count SELECT predicate, mark, count(*) FROM atlas_claim WHERE {}"
    " GROUP BY predicate, mark ON CONFLICT DO UPDATE SET many = many + excluded.many"
)
_UNCOUNT = (
    "INSERT INTO atlas_count SELECT predicate, mark, -count(*) FROM atlas_claim WHERE {}"
    " GROUP BY predicate, mark ON CONFLICT DO UPDATE SET many = many + excluded.many"
)
_INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name"
_TWINS = "SELECT count(*) - count(DISTINCT claim_id) FROM atlas_claim WHERE mark IS NOT NULL"
# How many more claims there would be if those of some articles bore ids of their own.
_TWINS_THERE = (
    "SELECT count(*) - count(DISTINCT CASE WHEN others = 0 THEN claim_id END) FROM (SELECT claim_id, (SELECT count(*)"
    " FROM atlas_claim AS other WHERE other.claim_id = one.claim_id AND other.mark IS NOT NULL"
    f" AND other.article_id NOT {EACH}) AS others FROM atlas_claim AS one WHERE mark IS NOT NULL AND article_id {EACH})"
)


def _uncount(connection: Connection, articles: str | None) -> int:
    """Take the claims of some articles, listed, out of the counts, and the head away; how many twins there are then."""
    head = connection.exec_driver_sql("SELECT twins FROM atlas_head").scalar()
    connection.exec_driver_sql("DELETE FROM atlas_head")
    if articles is None:
        connection.exec_driver_sql("DELETE FROM atlas_count")
        return 0
    connection.exec_driver_sql(_UNCOUNT.format(_OF_ARTICLES), (articles,))
    return int(head or 0) - _twins(connection, articles)


def _count(connection: Connection, articles: str | None) -> int:
    """Count the claims of some articles, listed, or of all; how many twins they bring."""
    if articles is None:
        connection.exec_driver_sql(_COUNT.format("mark IS NOT NULL"))
        return int(connection.exec_driver_sql(_TWINS).scalar_one())
    connection.exec_driver_sql(_COUNT.format(_OF_ARTICLES), (articles,))
    connection.exec_driver_sql("DELETE FROM atlas_count WHERE many = 0")
    return _twins(connection, articles)


def _twins(connection: Connection, articles: str) -> int:
    found = connection.exec_driver_sql(_TWINS_THERE, (articles, articles))
    return int(found.scalar_one())


def _replace(connection: Connection, table: str, revision: Revision) -> None:
    indexes: Sequence[Cells] = ()
    if revision.anew:
        connection.exec_driver_sql(f"DELETE FROM atlas_{table}")
        # To sort all rows in the end is much quicker than to find the place of each.
        indexes = connection.exec_driver_sql(_INDEXES, (f"atlas_{table}",)).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
    elif gone := revision.gone.get(table):
        connection.exec_driver_sql(
            f"DELETE FROM atlas_{table} WHERE {KEYS[table]} {EACH}",
            (listed(gone),),
        )
    marks = ", ".join("?" for _ in COLUMNS[table].split(","))
    driver_of(connection).executemany(
        f"INSERT INTO atlas_{table} ({COLUMNS[table]}) VALUES ({marks})",
        revision.rows.get(table, ()),
    )
    for _, made_by in indexes:
        connection.exec_driver_sql(made_by)


def differing(
    old: Mapping[str, str], new: Mapping[str, str]
) -> tuple[set[str], list[tuple[str, str]]]:
    """The keys of pairs that are gone or have changed, and the pairs that are new or have changed."""
    gone = {key for key, value in old.items() if new.get(key) != value}
    return gone, [(key, value) for key, value in new.items() if old.get(key) != value]
