"""Full text over articles and over the words that claims rest on, by SQLite's FTS5."""

from __future__ import annotations

import re
from typing import Any, Literal

from sqlalchemy import Connection, Row, text

from allegiance.records.answer import Hit
from allegiance.records.span import Span
from allegiance.store.lookups import report_of
from allegiance.store.store import Store

# Private-use characters: no report has them, so they mark the words found without ambiguity.
LIT, UNLIT = "\ue000", "\ue001"
SNIPPET_WORDS = 24


def search(store: Store, words: str, *, limit: int) -> tuple[Hit, ...]:
    """Articles and claims that hold all the words, in turn, the best of each first."""
    asked = _fts(words)
    if not asked or limit <= 0:
        return ()
    with store.reading() as connection:
        articles = _articles_with(connection, asked, limit)
        claims = _claims_with(connection, asked, limit)
    mixed = []
    for turn in range(limit):
        mixed += [*articles[turn : turn + 1], *claims[turn : turn + 1]]
    return tuple(mixed[:limit])


def claims_with(store: Store, words: str) -> frozenset[str]:
    """Ids of all claims that rest on all the words."""
    return _ids_with(
        store,
        words,
        "SELECT DISTINCT evidence.claim_id FROM evidence_words"
        " JOIN evidence ON evidence.number = evidence_words.rowid WHERE evidence_words MATCH :asked",
    )


def articles_with(store: Store, words: str) -> frozenset[str]:
    """Ids of all articles that hold all the words."""
    return _ids_with(
        store,
        words,
        "SELECT article.id FROM article_words"
        " JOIN article ON article.number = article_words.rowid WHERE article_words MATCH :asked",
    )


def _ids_with(store: Store, words: str, wanted: str) -> frozenset[str]:
    asked = _fts(words)
    if not asked:
        return frozenset()
    with store.reading() as connection:
        return frozenset(connection.execute(text(wanted), {"asked": asked}).scalars())


def _fts(words: str) -> str:
    """What a user typed as a query of FTS5: every word, or row of words in quotation marks, as a string.

    Strings have no syntax inside but the doubled quotation mark, so nothing typed is ever a command.
    """
    strings = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', words)]
    tellable = [one for one in strings if any(sign.isalnum() for sign in one)]
    return " ".join('"' + one.replace("\0", " ") + '"' for one in tellable)


def _articles_with(connection: Connection, asked: str, limit: int) -> list[Hit]:
    wanted = text(
        "SELECT article.*, snippet(article_words, 1, :lit, :unlit, '…', :words) AS snippet"
        " FROM article_words JOIN article ON article.number = article_words.rowid"
        " WHERE article_words MATCH :asked ORDER BY bm25(article_words, 4.0, 1.0), article.id LIMIT :limit"
    )
    rows = connection.execute(wanted, _marks(asked, limit))
    return [_hit("article", row.id, row) for row in rows]


def _claims_with(connection: Connection, asked: str, limit: int) -> list[Hit]:
    wanted = text(
        "SELECT article.*, evidence.claim_id,"
        " snippet(evidence_words, 0, :lit, :unlit, '…', :words) AS snippet"
        " FROM evidence_words JOIN evidence ON evidence.number = evidence_words.rowid"
        " JOIN v_current_readings AS reading ON reading.id = evidence.reading_id"
        " JOIN article ON article.id = reading.article_id"
        " WHERE evidence_words MATCH :asked ORDER BY bm25(evidence_words), evidence.claim_id"
    )
    hits: dict[str, Hit] = {}
    for row in connection.execute(wanted, _marks(asked, limit)):
        hits.setdefault(row.claim_id, _hit("claim", row.claim_id, row))
        if len(hits) == limit:
            break
    return list(hits.values())


def _marks(asked: str, limit: int) -> dict[str, str | int]:
    return {"asked": asked, "lit": LIT, "unlit": UNLIT, "words": SNIPPET_WORDS, "limit": limit}


def _hit(kind: Literal["article", "claim"], found: str, row: Row[Any]) -> Hit:
    snippet, lights = _lights(row.snippet)
    return Hit(kind, found, snippet, lights, report_of(row))


def _lights(marked: str) -> tuple[str, tuple[Span, ...]]:
    plain, lights = "", []
    for piece in marked.split(LIT):
        lit, closed, rest = piece.partition(UNLIT)
        if closed:
            lights.append(Span(len(plain), len(plain) + len(lit)))
        plain += lit + rest
    return plain, tuple(lights)
