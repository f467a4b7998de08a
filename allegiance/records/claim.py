"""The atom: this article says, or quotes somebody as saying, that X did Y to Z."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from allegiance.records.span import Span
from allegiance.records.toll import Toll
from allegiance.records.when import When
from allegiance.records.where import Where

ClaimKind = Literal["relation", "event"]
Phase = Literal["holds", "begins", "ends", "sought", "refused"]
Stance = Literal["asserted", "denied", "alleged", "planned", "threatened", "requested"]
RoleName = Literal["source", "target", "place", "result", "instrument"]

PHASES: tuple[Phase, ...] = get_args(Phase)
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """Who takes which part.

    Attributes:
        actor: a referent's id; None where the words name no actor of the article.
        span: the words used.
    """

    role: RoleName
    actor: str | None
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words that say so, and the rule that read them.

    Attributes:
        rule: the id of the lexicon line, pattern or model.
    """

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The event in public ontologies.

    Attributes:
        cameo: as many digits as the text supports; None where CAMEO has no such code.
        plover: `TYPE` or `TYPE/mode`.
    """

    cameo: str | None
    plover: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What an article says of two actors, or of an actor and a place.

    Attributes:
        id: `claim-` and 16 hex digits, of everything but confidence.
        phase: None for an event.
        stance: how far the text, or the speaker, stands behind the whole.
        when: the time in the world; None where the text gives none.
        statement: the id of the statement it stands in; None for the article's own voice.
        confidence: 0 to 1.
        evidence: at least one.
    """

    id: str
    kind: ClaimKind
    predicate: str
    phase: Phase | None
    stance: Stance
    roles: tuple[Role, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    when: When | None = None
    where: Where | None = None
    toll: tuple[Toll, ...] = ()
    statement: str | None = None
    codes: Codes | None = None

    def role(self, name: RoleName) -> Role | None:
        """The first role of that name; None where the claim has none."""
        return next((role for role in self.roles if role.role == name), None)
