"""Find a claim again in another reading of its article, where its id may be another."""

from __future__ import annotations

from collections.abc import Mapping

from allegiance.records.decision import Anchor
from allegiance.records.span import Span


def found_again(anchor: Anchor, claims: Mapping[str, Anchor]) -> str | None:
    """The id of the claim that says the same with the same words; None where there is none.

    It has to be of the same article, kind, predicate, phase and stance, its evidence and the words of its source, target and
    place have to share characters with those of the anchor. Of several the one that shares most, then the least id.
    """
    shares = ((_shared(anchor, other), claim_id) for claim_id, other in claims.items())
    fitting = [(-share, claim_id) for share, claim_id in shares if share]
    return min(fitting)[1] if fitting else None


def _shared(anchor: Anchor, other: Anchor) -> int:
    """Characters that both rest on; 0 where they are not of one claim."""
    if _says(anchor) != _says(other):
        return 0
    total = _overlap(anchor.evidence, other.evidence)
    for role in ("source", "target", "place"):
        here, there = _spans(anchor, role), _spans(other, role)
        if bool(here) != bool(there):
            return 0
        common = sum(_overlap(one, two) for one in here for two in there)
        if here and not common:
            return 0
        total += common
    return total if anchor.evidence.overlaps(other.evidence) else 0


def _says(anchor: Anchor) -> tuple[str | None, ...]:
    return (anchor.article_id, anchor.kind, anchor.predicate, anchor.phase, anchor.stance)


def _spans(anchor: Anchor, role: str) -> list[Span]:
    return [span for name, span in anchor.parts if name == role]


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def by_article(claims: Mapping[str, Anchor]) -> dict[str, dict[str, Anchor]]:
    """Claims by the article that they stand in."""
    found: dict[str, dict[str, Anchor]] = {}
    for claim_id, anchor in claims.items():
        found.setdefault(anchor.article_id, {})[claim_id] = anchor
    return found
