"""Make choices: what was decided, in words that stay true when names change, and by what its claim is found again."""

from __future__ import annotations

from allegiance.query.sides import Sides
from allegiance.records.decision import Anchor, Choice, Correction, Verdict
from allegiance.records.span import Span
from allegiance.store.in_full import ClaimInStore


def identity(verdict: Verdict, sides: Sides) -> Choice:
    """Who is who."""
    word = "is the same as" if verdict == "same" else "is not the same as"
    what = f"{sides.left_name} {word} {sides.right_name}"
    return Choice(verdict, sides.left.written, sides.right.written, what)


def review(verdict: Verdict, found: ClaimInStore, correction: Correction | None) -> Choice:
    """What becomes of a claim."""
    what = _told(verdict, found) + _changes(correction, found.text)
    return Choice(verdict, found.claim.id, None, what, _anchor(found), correction)


def _told(verdict: Verdict, found: ClaimInStore) -> str:
    claim = found.claim
    words = {role.role: " ".join(role.span.of(found.text).split()) for role in claim.roles}
    sides = [words.get("source", "nobody"), claim.predicate, claim.phase or ""]
    sides += [words.get("target") or words.get("place", "")]
    return f"{verdict}: {' '.join(filter(None, sides))}, {claim.stance}"


def _anchor(found: ClaimInStore) -> Anchor:
    """By what a claim is found again."""
    claim = found.claim
    spans = [piece.span for piece in claim.evidence]
    return Anchor(
        article_id=found.report.article_id,
        kind=claim.kind,
        predicate=claim.predicate,
        phase=claim.phase,
        stance=claim.stance,
        parts=tuple((role.role, role.span) for role in claim.roles),
        evidence=Span(min(span.start for span in spans), max(span.end for span in spans)),
    )


def _changes(correction: Correction | None, text: str) -> str:
    if correction is None:
        return ""
    named = (correction.predicate, correction.phase, correction.stance)
    changes = [word for word in named if word is not None]
    changes += ["swapped"] if correction.swapped else []
    changes += (
        [f"{correction.when.start} to before {correction.when.end}"] if correction.when else []
    )
    changes += [
        f"{role} {' '.join(span.of(text).split())}" for role, span in correction.parts.items()
    ]
    return f" -> {', '.join(changes)}"
