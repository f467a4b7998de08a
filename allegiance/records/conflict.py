"""Claims that cannot both hold, side by side: kept apart, never averaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from allegiance.records.answer import Report
from allegiance.records.claim import Stance
from allegiance.records.judgement import Actor
from allegiance.records.network import Losses
from allegiance.records.when import When

# who: did it. tie: whether it is there, or which of two that exclude each other. toll: how many came to harm. when: the day.
ConflictKind = Literal["who", "tie", "toll", "when"]
CONFLICT_KINDS: tuple[ConflictKind, ...] = get_args(ConflictKind)
# How a speaker stands to what is claimed: the report itself, a party or its side, somebody else, nobody with a name.
Standing = Literal["report", "source", "target", "other", "nobody"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim of one report, and how far to believe it.

    Attributes:
        speaker: an actor's id; None for the report itself, and for somebody without a name.
        weight: 0 to 1, of the row of `conflicts.toml` that fits, times the reader's confidence.
        rule: the row's id.
        because: what the row says.
    """

    claim_id: str
    standing: Standing
    speaker: str | None
    stance: Stance
    weight: float
    confidence: float
    rule: str
    because: str
    report: Report


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that cannot all be so, and who says it.

    Attributes:
        holds: False where it is said not to be so.
        predicate: what is said to hold, or to have been done.
        phase: of a tie, "holds" or "ends"; None for a deed.
        actor: who is said to have done it, or to hold it; None where the conflict is not about that.
        toll: how many; None where the conflict is not about that.
        when: which day; None where the conflict is not about that.
        weight: 0 to 1, of all its independent voices together.
        reports: articles that say so, copies too.
        witnesses: how many of them are independent.
        voices: the weightiest first.
    """

    holds: bool
    predicate: str
    phase: Literal["holds", "begins", "ends"] | None
    actor: str | None
    toll: Losses | None
    when: When | None
    weight: float
    reports: int
    witnesses: int
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What claims disagree on.

    Attributes:
        id: `conflict-` and 16 hex digits, of its kind and what it is about.
        predicate: of the event or the relation.
        mode: PLOVER's mode; None for a relation, and where the texts give none.
        source: an actor's id; None where that is what the conflict is about, or nobody is named.
        target: an actor's id; None where nobody is named.
        place: the place's name.
        when: from the first to the last day that the claims may speak of.
        actors: all that are named in it, speakers too, by name.
        sides: at least two, the weightiest first.
        names: the new and the old name, where an actor is said to have taken another one; None for all else.
    """

    id: str
    kind: ConflictKind
    predicate: str
    mode: str | None
    source: str | None
    target: str | None
    place: str | None
    when: When
    actors: tuple[Actor, ...]
    sides: tuple[Side, ...]
    names: tuple[str, str] | None = None

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id.

        Raises:
            KeyError: no actor of this conflict has it.
        """
        return {actor.id: actor for actor in self.actors}[actor_id]

    @property
    def parties(self) -> tuple[str, str]:
        """The names of source and target; of an actor that took another name, the new and the old one; empty for nobody."""
        if self.names is not None:
            return self.names
        named = {actor.id: actor.name for actor in self.actors}
        return (named.get(self.source or "", ""), named.get(self.target or "", ""))
