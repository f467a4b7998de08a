"""An article with everything that was read in it, as marks on its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Row

from allegiance.errors import UnknownName
from allegiance.lexicon.ontology import Ontology
from allegiance.records.marked import ArticleRead, Mark
from allegiance.records.span import Span
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.lookups import report_of
from allegiance.store.shelved import Kept, kept_article
from allegiance.store.store import Store
from allegiance.wording import time_words


def article_read(store: Store, cast: Cast, ontology: Ontology, article_id: str) -> ArticleRead:
    """The article.

    Raises:
        UnknownName: none has that id.
    """
    kept = kept_article(store, article_id)
    if kept is None:
        raise UnknownName(f"no article has the id {article_id!r}; `search` finds articles")
    article = kept.article
    return ArticleRead(
        report=report_of(article),
        language=article.language,
        byline=article.byline,
        reprint_of=article.reprint_of,
        copies=kept.copies,
        known_on=article.known_on,
        text=article.text,
        furniture=kept.furniture,
        dateline=kept.dateline,
        marks=tuple(sorted(_marks(kept, cast, ontology), key=_place)),
    )


def _marks(kept: Kept, cast: Cast, ontology: Ontology) -> Iterator[Mark]:
    yield from _claims(kept.evidence, ontology)
    yield from _actors(kept.mentions, cast)
    for row in kept.statements:
        span = Span(row.content_start, row.content_end)
        who = row.speaker or "somebody without a name"
        yield Mark(span, "statement", row.id, f"said by {who}", row.rule)
    for row in kept.places:
        id_ = row.gazetteer_id or f"name:{row.name.casefold()}"
        yield Mark(_span(row), "place", id_, f"{row.name} ({row.kind})", None)
    for row in kept.dates:
        when = When(_day(row.when_start), _day(row.when_end), row.when_grain)
        yield Mark(_span(row), "date", None, time_words(when), None)
    for row in kept.tolls:
        yield Mark(_span(row), "toll", None, f"{_number(row)} {row.kind}", None)


def _claims(evidence: Iterable[Row[Any]], ontology: Ontology) -> Iterator[Mark]:
    labels = {("relation", one.predicate): one.label for one in ontology.relations}
    labels |= {("event", one.predicate): one.label for one in ontology.events}
    for row in evidence:
        words = (labels[row.kind, row.predicate], row.phase, row.stance)
        label = ", ".join(word for word in words if word is not None)
        yield Mark(_span(row), "claim", row.claim_id, label, row.rule)


def _actors(mentions: Iterable[Row[Any]], cast: Cast) -> Iterator[Mark]:
    for row in mentions:
        actor = cast.actors.get(cast.actor_of.get(row.referent_key, ""))
        name = actor.name if actor is not None else f"{row.name} (nobody in particular)"
        id_ = actor.id if actor is not None else None
        yield Mark(_span(row), "actor", id_, name, row.rule, row.form)


def _number(row: Row[Any]) -> str:
    if row.high is None:
        return f"{row.low:,} or more"
    return f"{row.low:,}" if row.low == row.high else f"{row.low:,} to {row.high:,}"


def _span(row: Row[Any]) -> Span:
    return Span(row.span_start, row.span_end)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written is not None else None


def _place(mark: Mark) -> tuple[int, int, str, str]:
    """By where it begins; of marks that begin together the longest first."""
    return (mark.span.start, -mark.span.end, mark.what, mark.id or "")
