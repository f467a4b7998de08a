"""Where an article names actors: which words name which referent."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import text

from allegiance.records.span import Span
from allegiance.store.store import Store

NAMINGS = text(
    "SELECT reading.article_id, mention.span_start, mention.span_end, mention.referent_key FROM reading"
    " JOIN referent ON referent.reading_id = reading.id"
    " JOIN mention ON mention.referent_key = referent.key"
    " WHERE reading.article_id IN (SELECT value FROM json_each(:ids))"
    " AND reading.number = (SELECT max(number) FROM reading AS later"
    " WHERE later.article_id = reading.article_id)"
    " ORDER BY mention.span_start, mention.span_end, mention.referent_key"
)


class Naming(NamedTuple):
    """Words, and the key of the referent that they name."""

    span: Span
    key: str


def namings(store: Store, article_ids: Collection[str]) -> dict[str, list[Naming]]:
    """All mentions in the current readings of some articles, by place in the text."""
    found: defaultdict[str, list[Naming]] = defaultdict(list)
    with store.reading() as connection:
        for row in connection.execute(NAMINGS, {"ids": json.dumps(sorted(article_ids))}):
            span = Span(row.span_start, row.span_end)
            found[row.article_id].append(Naming(span, row.referent_key))
    return found
