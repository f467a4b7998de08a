"""Why something was read so: what each reader of claims saw, and whom words without a name stand for. For `--explain`, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.claim import Claim
from allegiance.records.span import Span


@dataclass(frozen=True, slots=True)
class Ruling:
    """One claim that was kept or dropped.

    Attributes:
        sentence: its characters.
        sides: the words for both sides, source first.
        says: kind, predicate, phase and stance, in words.
        frame: the line of the lexicon that the first reader read by; None where it saw nothing.
        confidence: the first reader's, 0 to 1; None where it saw nothing.
        share: what the second reader gives to this predicate, this way round, 0 to 1; None where it was not asked.
        kept: is it among the claims?
        because: the judge's reason.
    """

    sentence: Span
    sides: tuple[Span, ...]
    says: str
    frame: str | None
    confidence: float | None
    share: float | None
    kept: bool
    because: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Words that name a part of a state and no state ("the government"), and whom they were read as.

    Attributes:
        actor: a name; None where they were left as they are.
        because: the reason for either.
    """

    words: Span
    actor: str | None
    because: str


def said(claim: Claim) -> str:
    """Kind, predicate, phase and stance of a claim, as `Ruling.says` has them."""
    words = (claim.kind, claim.predicate, claim.phase, claim.stance)
    return " ".join(word for word in words if word)
