"""What the words of claims mean, as a reader looks them up."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.answer import Section
from allegiance.records.claim import ClaimKind


@dataclass(frozen=True, slots=True)
class Meaning:
    """A phase, a stance or a mode; the example may be empty."""

    name: str
    label: str
    definition: str
    example: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A predicate as the codebook has it; `support` is a relation and an event, so kind and predicate name it together.

    Attributes:
        sign: 1 with each other, -1 against each other, 0 neither; as `signs.toml` says. Events have none: None.
        directed: source and target cannot be swapped.
        roles: what takes which part: "source: armed group".
        nature: a state lasts, a change happens once; None for an event.
        renames: the target goes on under the name of the source; no event does so.
        forward, backward: how a reader says it of the source and of the target ("wing of", "has the wing").
        sections: those of a profile under which it stands, for the source and for the target; empty for an event.
        modes: PLOVER's modes of an event.
        cameo: the root code; None for a relation.
        plover: the type; None for a relation.
    """

    kind: ClaimKind
    predicate: str
    label: str
    definition: str
    example: str
    sign: int | None
    symmetric: bool
    directed: bool
    roles: tuple[str, ...]
    nature: str | None
    renames: bool
    forward: str
    backward: str
    sections: tuple[Section, ...]
    phases: tuple[str, ...]
    modes: tuple[Meaning, ...]
    cameo: str | None
    plover: str | None


@dataclass(frozen=True, slots=True)
class Codebook:
    """What the words of claims mean, in the order of the ontology."""

    predicates: tuple[Entry, ...]
    phases: tuple[Meaning, ...]
    stances: tuple[Meaning, ...]
