"""What the session tells of the work of persons: candidates, what became of decisions, how far reviewers agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from allegiance.records.decision import Decision
from allegiance.records.judgement import Actor

# stands: it counts. undone: somebody took it back. set-aside: later ones leave no room for it. outdone: a later one is on
# the same claim. unmatched: no claim of a current reading is the one it is about, or neither actor is named any more.
State = Literal["stands", "undone", "set-aside", "outdone", "unmatched"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one.

    Attributes:
        left, right: the one that more reports name comes first.
        score: 0 to 1; it orders, and is no probability.
        because: one sentence a reason, the weightiest first.
    """

    left: Actor
    right: Actor
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision and what has become of it.

    Attributes:
        by: the decisions that undid it, set it aside or outdid it.
    """

    decision: Decision
    state: State
    by: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision just made.

    Attributes:
        decision: None where nothing was to be decided.
        notes: what its maker should know, a sentence each.
    """

    decision: Decision | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no decision.

    Attributes:
        number: from 1.
    """

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of taking over decisions.

    Attributes:
        new: decisions that were not here.
        known: those that were.
        unmatched: new ones on claims that nothing here reads; they are kept, and count once their claim is there.
        set_aside: decisions on who is who that cannot hold beside later ones, old and new, that could before.
        disputed: claims, by id, on which the latest words of two reviewers differ.
        bad: lines that were not taken.
    """

    new: int
    known: int
    unmatched: tuple[Decision, ...]
    set_aside: tuple[Standing, ...]
    disputed: tuple[str, ...]
    bad: tuple[BadLine, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A claim on which reviewers differ.

    Attributes:
        words: the last decision of each, by name.
    """

    claim_id: str
    words: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree.

    Attributes:
        alpha: Krippendorff's, nominal; None where it is not defined.
        reviewers: those who share a claim with another, by name.
        claims: how many two or more have decided on.
        agreed: those of them on which all said the same.
    """

    alpha: float | None
    reviewers: tuple[str, ...]
    claims: int
    agreed: int
    disagreements: tuple[Disagreement, ...]
