"""Whom the words name that a reviewer picked for a part of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from allegiance.errors import UsageError
from allegiance.records.claim import RoleName
from allegiance.records.decision import Correction, Decision
from allegiance.records.span import Span
from allegiance.store.namings import Naming, namings
from allegiance.store.store import Store

NO_ONE: Mapping[RoleName, str | None] = {}


def named_by(
    store: Store, article_id: str, correction: Correction
) -> Mapping[RoleName, str | None]:
    """Keys of the referents that the picked words name, by part; None where they name nobody."""
    if not correction.parts:
        return NO_ONE
    return _keys(correction, namings(store, [article_id]).get(article_id, []))


def pointed_at(
    store: Store, decisions: Iterable[Decision]
) -> dict[str, Mapping[RoleName, str | None]]:
    """The same for the decisions that pick words, by their ids."""
    picking = [
        (one.id, one.choice.anchor.article_id, one.choice.correction)
        for one in decisions
        if one.choice.anchor is not None
        and one.choice.correction is not None
        and one.choice.correction.parts
    ]
    if not picking:
        return {}
    named = namings(store, {article_id for _, article_id, _ in picking})
    return {id_: _keys(correction, named.get(article, [])) for id_, article, correction in picking}


def check_parts(store: Store, article_id: str, correction: Correction) -> None:
    """Do the picked words name actors?

    Raises:
        UsageError: they do not; says which.
    """
    for role, key in named_by(store, article_id, correction).items():
        if key is None:
            span = correction.parts[role]
            raise UsageError(
                f"nobody is named at characters {span.start} to {span.end} of {article_id};"
                f" for the {role} pick words that were read as an actor"
            )


def _keys(correction: Correction, named: list[Naming]) -> dict[RoleName, str | None]:
    return {role: _named_at(span, named) for role, span in correction.parts.items()}


def _named_at(span: Span, named: list[Naming]) -> str | None:
    """Whom the mention names that shares the most characters with the words; of several the shortest."""
    touching = [(-_shared(span, one.span), one.span.end - one.span.start, one.key) for one in named]
    best = min(touching, default=(0, 0, ""))
    return best[2] if best[0] < 0 else None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
