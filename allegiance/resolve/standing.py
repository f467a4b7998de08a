"""Which decisions of persons count: not those that were undone, and of two that cannot both hold the later.

Whoever is said to be the same as a second, and the second as a third, is the same as the third. So a "different" may
contradict a chain of others. It is never guessed which link of a chain is wrong: the later decisions count, what they leave
no room for is set aside, and both are named.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from allegiance.records.canonical import canonical
from allegiance.records.decision import IDENTITY, REVIEW, Decision, side
from allegiance.resolve.ties import Ties


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A decision that is set aside, and the later ones that leave no room for it."""

    aside: Decision
    by: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """Decisions on who is who that count, the latest first, and those that are set aside."""

    counted: tuple[Decision, ...]
    contradictions: tuple[Contradiction, ...]


def undoings(made: Sequence[Decision]) -> dict[str, Decision]:
    """What undid each decision that is undone, by its id; undoing an undoing brings back.

    Args:
        made: decisions in the order in which they were made.
    """
    found: dict[str, Decision] = {}
    for decision in reversed(made):
        if decision.choice.verdict == "undone" and decision.id not in found:
            found.setdefault(decision.choice.left, decision)
    return found


def standing(made: Sequence[Decision]) -> list[Decision]:
    """Those that nobody has undone, and that undo nothing, in the order given."""
    undone = undoings(made)
    return [one for one in made if one.choice.verdict != "undone" and one.id not in undone]


def identities_of(stand: Sequence[Decision]) -> Identities:
    """What stands on who is who, as far as it can hold together.

    Args:
        stand: as `standing` gives it.
    """
    ties = Ties()
    counted: list[Decision] = []
    contradictions = []
    for decision in reversed(stand):
        if decision.choice.verdict not in IDENTITY:
            continue
        left, right = nodes(decision)
        same = decision.choice.verdict == "same"
        if ties.may_join(left, right) if same else ties.find(left) != ties.find(right):
            ties.join(left, right) if same else ties.part(left, right)
            counted.append(decision)
        else:
            contradictions.append(Contradiction(decision, against(decision, counted)))
    return Identities(tuple(counted), tuple(reversed(contradictions)))


def against(decision: Decision, counted: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that, together, say the opposite of one; none where they leave room for it."""
    left, right = nodes(decision)
    if decision.choice.verdict == "different":
        return chain(left, right, counted) or ()
    for other in counted:
        if other.choice.verdict == "different":
            one, two = nodes(other)
            for first, second in ((one, two), (two, one)):
                here, there = chain(left, first, counted), chain(right, second, counted)
                if here is not None and there is not None:
                    return (*here, other, *there)
    return ()


def chain(left: str, right: str, counted: Sequence[Decision]) -> tuple[Decision, ...] | None:
    """The shortest row of "same" that leads from one to the other; None where none does, empty where they are one."""
    reached: dict[str, tuple[Decision, ...]] = {left: ()}
    waiting = deque([left])
    while waiting:
        here = waiting.popleft()
        if here == right:
            return reached[here]
        for decision in counted:
            if decision.choice.verdict == "same" and here in nodes(decision):
                for other in nodes(decision):
                    if other not in reached:
                        reached[other] = (*reached[here], decision)
                        waiting.append(other)
    return None


def nodes(decision: Decision) -> tuple[str, str]:
    """The actor ids that stand for both sides of a decision on who is who."""
    return side(decision.choice.left).node, side(decision.choice.right or "").node


def value(decision: Decision) -> str:
    """What a review makes of its claim: two of the same value leave the same map."""
    choice = decision.choice
    return (
        f"{choice.verdict} {canonical(choice.correction)}" if choice.correction else choice.verdict
    )


def reviews_of(stand: Iterable[Decision]) -> list[Decision]:
    """The last word on each claim as its reviewer saw it, in the order in which they were made."""
    last = {one.choice.left: one for one in stand if one.choice.verdict in REVIEW}
    return sorted(last.values(), key=lambda one: (one.made_at, one.id))
