"""What the second reader can say of a pair of mentions: the classes of each of its heads, in the order of its weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

NONE = 0
PHASES = ("holds", "begins", "ends", "sought", "refused")
# What a word may be a part of: a mention of a body, a person or a place begins with it, or goes on.
Kind = Literal["body", "person", "place"]
KINDS: tuple[Kind, ...] = ("body", "person", "place")
TAGS = ("outside", *(f"{part} {kind}" for kind in KINDS for part in ("begins", "inside")))
STANCES = ("asserted", "denied", "alleged", "planned", "threatened", "requested")


class Directed:
    """Predicates with the way in which they point: class 0 is none of them.

    Args:
        even: predicates whose sides are equals.
        uneven: predicates that point from a source to a target.
    """

    def __init__(self, even: Sequence[str], uneven: Sequence[str]) -> None:
        self.classes: tuple[tuple[str, bool], ...] = (
            *((predicate, True) for predicate in even),
            *((predicate, forward) for predicate in uneven for forward in (True, False)),
        )
        self._even = frozenset(even)
        self._numbers = {written: number for number, written in enumerate(self.classes, start=1)}

    def __len__(self) -> int:
        return len(self.classes) + 1

    def of(self, predicate: str, forward: bool) -> int:
        """The class of a predicate; `forward`: the mention that comes first is the source."""
        return self._numbers[predicate, forward or predicate in self._even]

    def reads(self, number: int) -> tuple[str, bool]:
        """Predicate and way of a class above 0."""
        return self.classes[number - 1]

    def is_even(self, predicate: str) -> bool:
        """Are its sides equals?"""
        return predicate in self._even


RELATIONS = Directed(
    even=("alliance", "rivalry", "merger", "truce"),
    uneven=(
        "affiliate",
        "split",
        "succession",
        "leadership",
        "membership",
        "support",
        "neutrality",
        "control",
    ),
)
EVENTS = Directed(
    even=(),
    uneven=(
        "agree",
        "consult",
        "support",
        "cooperate",
        "aid",
        "concede",
        "retreat",
        "request",
        "accuse",
        "reject",
        "threaten",
        "protest",
        "sanction",
        "mobilize",
        "coerce",
        "assault",
    ),
)
# Heads in the order in which the weights give them, with the number of classes of each.
HEADS = {
    "relation": len(RELATIONS),
    "event": len(EVENTS),
    "phase": len(PHASES),
    "relation_stance": len(STANCES),
    "event_stance": len(STANCES),
}
