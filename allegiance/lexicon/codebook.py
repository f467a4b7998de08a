"""The codebook as rows: what the ontology says of every predicate, with its sign."""

from __future__ import annotations

from collections.abc import Iterable

from allegiance.lexicon.ontology import EventKind, Ontology, RelationKind, Term
from allegiance.lexicon.signs import Signs
from allegiance.records.codebook import Codebook, Entry, Meaning


def codebook_of(ontology: Ontology, signs: Signs) -> Codebook:
    """Relations before events, each in the order of its file."""
    relations = (_relation(kind, signs) for kind in ontology.relations)
    return Codebook(
        predicates=(*relations, *map(_event, ontology.events)),
        phases=_meanings(ontology.phases),
        stances=_meanings(ontology.stances),
    )


def _relation(kind: RelationKind, signs: Signs) -> Entry:
    return Entry(
        kind="relation",
        predicate=kind.predicate,
        label=kind.label,
        definition=kind.definition,
        example=kind.example,
        sign=(kind.predicate in signs.positive) - (kind.predicate in signs.negative),
        symmetric=kind.symmetric,
        directed=not kind.symmetric,
        roles=_roles(kind),
        nature=kind.nature,
        renames=kind.renames,
        forward=kind.forward,
        backward=kind.backward,
        sections=kind.sections,
        phases=kind.phases,
        modes=(),
        cameo=None,
        plover=None,
    )


def _roles(kind: RelationKind) -> tuple[str, ...]:
    named = {"source": kind.source, "target": kind.target, "result": kind.result}
    return tuple(f"{role}: {who}" for role, who in named.items() if who is not None)


def _event(kind: EventKind) -> Entry:
    return Entry(
        kind="event",
        predicate=kind.predicate,
        label=kind.label,
        definition=kind.definition,
        example=kind.example,
        sign=None,
        symmetric=False,
        directed=True,
        roles=("source: who does it", "target: whom it is done to"),
        nature=None,
        renames=False,
        forward=kind.forward,
        backward=kind.backward,
        sections=(),
        phases=(),
        modes=_meanings(kind.modes),
        cameo=kind.cameo,
        plover=kind.predicate.upper(),
    )


def _meanings(terms: Iterable[Term]) -> tuple[Meaning, ...]:
    return tuple(Meaning(one.name, one.label, one.definition, one.example) for one in terms)
