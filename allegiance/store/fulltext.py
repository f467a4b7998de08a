"""Full text over articles and over the words that claims rest on, by SQLite's FTS5."""

from __future__ import annotations

import json
import re
from typing import Any, Literal, NamedTuple

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
        articles = _best(connection, _ARTICLES, asked, limit)
        claims = _best(connection, _CLAIMS, asked, limit)
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


class _Index(NamedTuple):
    """A full text index, and how its rows lead to what they are about.

    Attributes:
        score: how well a row answers; the less, the better.
        column: which column snippets are taken from.
        found: a query for the rows of some numbers: their number, what they are of, and its article.
    """

    kind: Literal["article", "claim"]
    table: str
    score: str
    column: int
    found: str


_SOME = "IN (SELECT value FROM json_each(:numbers))"
_ARTICLES = _Index(
    "article",
    "article_words",
    "bm25(article_words, 4.0, 1.0)",
    1,
    f"SELECT number, id AS about, article.* FROM article WHERE number {_SOME}",
)
_CLAIMS = _Index(
    "claim",
    "evidence_words",
    "bm25(evidence_words)",
    0,
    "SELECT evidence.number, evidence.claim_id AS about, article.* FROM evidence"
    " JOIN v_current_readings AS reading ON reading.id = evidence.reading_id"
    f" JOIN article ON article.id = reading.article_id WHERE evidence.number {_SOME}",
)


def _best(connection: Connection, index: _Index, asked: str, limit: int) -> list[Hit]:
    """The best hits; of equally good ones the first by id. Only for them are articles and snippets fetched."""
    many = 4 * limit
    while True:
        scores = _scores(connection, index, asked, many)
        whole = len(scores) < many
        if not whole:
            # More may be as good as the last.
            worst = max(scores.values())
            scores = {number: score for number, score in scores.items() if score < worst}
        numbers = {"numbers": json.dumps(list(scores))}
        rows = connection.execute(text(index.found), numbers).all()
        once: dict[str, Row[Any]] = {}
        for row in sorted(rows, key=lambda row: (scores[row[0]], row.about, row[0])):
            once.setdefault(row.about, row)
        if whole or len(once) >= limit:
            return _hits(connection, index, asked, list(once.values())[:limit])
        many *= 8


def _scores(connection: Connection, index: _Index, asked: str, many: int) -> dict[int, float]:
    wanted = (
        f"SELECT rowid, {index.score} AS score FROM {index.table} WHERE {index.table} MATCH :asked"
        " ORDER BY score LIMIT :many"
    )
    rows = connection.execute(text(wanted), {"asked": asked, "many": many})
    return {row[0]: row[1] for row in rows}


def _hits(connection: Connection, index: _Index, asked: str, rows: list[Row[Any]]) -> list[Hit]:
    wanted = (
        f"SELECT rowid, snippet({index.table}, {index.column}, :lit, :unlit, '…', :words)"
        f" FROM {index.table} WHERE {index.table} MATCH :asked AND rowid {_SOME}"
    )
    marks = {"asked": asked, "lit": LIT, "unlit": UNLIT, "words": SNIPPET_WORDS}
    numbers = {"numbers": json.dumps([row[0] for row in rows])}
    snippets = {one[0]: one[1] for one in connection.execute(text(wanted), marks | numbers)}
    return [_hit(index.kind, row.about, row, snippets[row[0]]) for row in rows]


def _hit(kind: Literal["article", "claim"], found: str, row: Row[Any], marked: str) -> Hit:
    snippet, lights = _lights(marked)
    return Hit(kind, found, snippet, lights, report_of(row))


def _lights(marked: str) -> tuple[str, tuple[Span, ...]]:
    plain, lights = "", []
    for piece in marked.split(LIT):
        lit, closed, rest = piece.partition(UNLIT)
        if closed:
            lights.append(Span(len(plain), len(plain) + len(lit)))
        plain += lit + rest
    return plain, tuple(lights)
