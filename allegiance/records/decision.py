"""What a person decides: who is who, and whether a claim was read rightly. Taking one back appends another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, get_args

from allegiance.records.canonical import LATER, digest
from allegiance.records.claim import Claim, ClaimKind, Phase, Role, RoleName, Stance
from allegiance.records.span import Span
from allegiance.records.when import When

Verdict = Literal["same", "different", "accepted", "rejected", "corrected", "undone"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
IDENTITY: frozenset[Verdict] = frozenset({"same", "different"})
REVIEW: frozenset[Verdict] = frozenset({"accepted", "rejected", "corrected"})

# What parts an actor's id from the part of it that is meant; no id holds it.
ONLY, NAMED, AT = "~", "name:", "at:"
# No article has a thousand million characters.
MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a claim says and with which words, so that it is found again when another version reads the article.

    Attributes:
        parts: the words of each role, in the order of roles.
        evidence: from the first word of the evidence to the last.
    """

    article_id: str
    kind: ClaimKind
    predicate: str
    phase: Phase | None
    stance: Stance
    parts: tuple[tuple[RoleName, Span], ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Correction:
    """How a claim should have been read; None leaves a field as it was read.

    Attributes:
        swapped: source and target change places.
        when: the time in the world.
        source, target: the words of the article that name who takes the part; they count after swapping.
    """

    predicate: str | None = None
    phase: Phase | None = None
    stance: Stance | None = None
    swapped: bool = False
    when: When | None = None
    source: Span | None = field(default=None, metadata={LATER: True})
    target: Span | None = field(default=None, metadata={LATER: True})

    @property
    def parts(self) -> dict[RoleName, Span]:
        """The words that were picked, by the part that they take."""
        picked: dict[RoleName, Span | None] = {"source": self.source, "target": self.target}
        return {role: span for role, span in picked.items() if span is not None}


def corrected(claim: Claim, correction: Correction, named: Mapping[RoleName, str]) -> Claim:
    """The claim as it should have been read, under its own id.

    Args:
        named: the referents that the picked words name, by part.
    """
    turned: dict[RoleName, RoleName] = {"source": "target", "target": "source"}
    roles = claim.roles
    if correction.swapped:
        roles = tuple(replace(one, role=turned.get(one.role, one.role)) for one in roles)
    for name, span in correction.parts.items():
        picked = Role(name, named.get(name), span)
        others = tuple(one for one in roles if one.role != name)
        roles = (picked, *others) if name == "source" else (*others[:1], picked, *others[1:])
    return replace(
        claim,
        predicate=correction.predicate or claim.predicate,
        phase=correction.phase or claim.phase,
        stance=correction.stance or claim.stance,
        roles=roles,
        when=correction.when or claim.when,
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision before it is signed.

    Attributes:
        left: a `Side` as written; a claim's id; the id of the decision that is undone.
        right: the other `Side` as written; None for all but who is who.
        what: the decision in words, as its maker saw it: names change with later decisions.
        anchor: of the claim; None for all but reviews.
        correction: for `corrected` alone.
    """

    verdict: Verdict
    left: str
    right: str | None
    what: str
    anchor: Anchor | None = None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice with a name on it.

    Attributes:
        id: `decision-` and 16 hex digits, of everything else.
        by: who decided.
        because: why; empty where they do not say.
        made_at: when, in UTC; no two decisions of one store are made at the same instant.
    """

    id: str
    choice: Choice
    by: str
    because: str
    made_at: datetime


def signed(choice: Choice, *, by: str, because: str, made_at: datetime) -> Decision:
    """The decision, with its id."""
    return Decision(digest("decision", choice, by, because, made_at), choice, by, because, made_at)


@dataclass(frozen=True, slots=True)
class Side:
    """Whom a decision is about: an actor, or a part of what reports tie to it.

    Attributes:
        name: only where a report uses this name (a `name_key`).
        article_id, start: only whoever is named in that article at that character.
    """

    actor_id: str
    name: str | None = None
    article_id: str | None = None
    start: int | None = None

    @property
    def is_part(self) -> bool:
        """Is it less than the whole actor?"""
        return self.name is not None or self.article_id is not None

    @property
    def node(self) -> str:
        """The actor id that stands for it: a part is an actor of its own."""
        return digest("actor", self.written) if self.is_part else self.actor_id

    @property
    def written(self) -> str:
        """`actor-x`, `actor-x~name:hill martyrs` or `actor-x~at:article-0123:17`."""
        if self.name is not None:
            return f"{self.actor_id}{ONLY}{NAMED}{self.name}"
        if self.article_id is not None:
            return f"{self.actor_id}{ONLY}{AT}{self.article_id}:{self.start}"
        return self.actor_id


def side(written: str) -> Side:
    """A side from its writing.

    >>> side("actor-x~at:article-0123:17")
    Side(actor_id='actor-x', name=None, article_id='article-0123', start=17)

    Raises:
        ValueError: it is none.
    """
    actor_id, _, part = written.partition(ONLY)
    if not actor_id.startswith("actor-"):
        raise ValueError(f"{written!r} is no actor; wanted an id such as actor-al-qaeda")
    if part.startswith(NAMED):
        return Side(actor_id, name=part.removeprefix(NAMED))
    if part.startswith(AT):
        article_id, _, start = part.removeprefix(AT).rpartition(":")
        if not (start.isascii() and start.isdigit() and len(start) <= MOST_DIGITS):
            raise ValueError(
                f"{written!r} names no character of an article; wanted {AT}ARTICLE:NUMBER"
            )
        return Side(actor_id, article_id=article_id, start=int(start))
    if part:
        raise ValueError(f"{written!r} names no part of an actor; wanted {NAMED} or {AT} after ~")
    return Side(actor_id)
