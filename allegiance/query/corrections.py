"""What a reviewer may correct, and what the outcome has to be."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from allegiance.errors import UsageError
from allegiance.lexicon.ontology import Ontology
from allegiance.records.claim import STANCES, ClaimKind
from allegiance.records.decision import Anchor, Correction


def check_correction(anchor: Anchor, correction: Correction, ontology: Ontology) -> None:
    """Is the corrected claim one that could have been read?

    Raises:
        UsageError: it is not, or nothing would change; says what would be right.
    """
    if correction == Correction():
        raise UsageError(
            "nothing is corrected; give a predicate, phase, stance, date, party, or swap"
        )
    if correction.stance is not None and correction.stance not in STANCES:
        raise UsageError(f"no stance is called {correction.stance!r}; there are {_or(STANCES)}")
    roles = {role for role, _ in anchor.parts}
    if correction.swapped and not {"source", "target"} <= roles:
        raise UsageError("source and target cannot be swapped: the claim has not both")
    roles |= correction.parts.keys()
    predicate = correction.predicate or anchor.predicate
    if anchor.kind == "relation":
        _check_relation(predicate, correction.phase or anchor.phase, roles, ontology)
    else:
        _check_event(predicate, correction, ontology)


def predicates_of(kind: ClaimKind, ontology: Ontology) -> tuple[str, ...]:
    """What a claim of that kind may say."""
    if kind == "relation":
        return tuple(one.predicate for one in ontology.relations)
    return tuple(one.predicate for one in ontology.events)


def _check_relation(
    predicate: str, phase: str | None, roles: Collection[str], ontology: Ontology
) -> None:
    known = {kind.predicate: kind for kind in ontology.relations}
    if predicate not in known:
        raise UsageError(f"no relation is called {predicate!r}; there are {_or(known)}")
    kind = known[predicate]
    if phase not in kind.phases:
        raise UsageError(f"{predicate} has no phase {phase!r}; it has {_or(kind.phases)}")
    needed = "place" if kind.target == "place" else "target"
    if needed not in roles:
        raise UsageError(f"{predicate} needs a {needed}, and the claim has none")


def _check_event(predicate: str, correction: Correction, ontology: Ontology) -> None:
    known = [kind.predicate for kind in ontology.events]
    if predicate not in known:
        raise UsageError(f"no event is called {predicate!r}; there are {_or(known)}")
    if correction.phase is not None:
        raise UsageError("an event has no phase; correct its stance or its date")


def _or(words: Iterable[str]) -> str:
    return ", ".join(words)
