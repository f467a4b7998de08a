"""The text around words, without the whole articles that they stand in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from sqlalchemy import text

from allegiance.records.span import Span
from allegiance.store.store import Store

# A stretch of text, and where in the article it begins.
Passages: TypeAlias = "dict[str, tuple[str, int]]"
AROUND = """
    SELECT asked.key, substr(article.text, json_extract(asked.value, '$[1]') + 1, json_extract(asked.value, '$[2]')) AS words
    FROM json_each(:asked) AS asked
    JOIN article ON article.id = json_extract(asked.value, '$[0]')"""


def texts_around(store: Store, wanted: Mapping[str, tuple[str, Span]], *, most: int) -> Passages:
    """The text around words, by whatever key they are asked for.

    Args:
        wanted: the id of an article, and a span of its text.
        most: so many characters before and behind.
    """
    starts = {key: max(0, span.start - most) for key, (_, span) in wanted.items()}
    asked = {
        key: (article, starts[key], span.end + most - starts[key])
        for key, (article, span) in wanted.items()
    }
    with store.reading() as connection:
        rows = connection.execute(text(AROUND), {"asked": json.dumps(asked)})
        return {row.key: (row.words, starts[row.key]) for row in rows}
