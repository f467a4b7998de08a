"""Write docs/codebook.md from the ontology: what every predicate, phase, stance and event type means.

`make codebook` runs it; a test fails where the page and the ontology differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from allegiance.lexicon.lexicon import DATA
from allegiance.lexicon.ontology import EventKind, Ontology, RelationKind, Term, load_ontology

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
# What an event does to a relation, before the relation's name.
EFFECTS = {
    "opens": "begins or renews",
    "supports": "renews",
    "disputes": "speaks against",
    "closes": "ends",
}
# What a phase does, and what its denial does.
DOES = {
    "supports": "it held then",
    "opens": "it began",
    "ends": "it ended",
    "refuses": "the other side's refusal: as the relation says",
    "denies": "as the relation says",
    "nothing": "moves nothing",
}
STANDS = {
    "speaks": "counts as said",
    "denies": "counts as denied",
    "apart": "is kept apart, with what is only alleged",
    "nothing": "moves nothing",
}
MOVES = """\
A relation is folded from its claims in the order of their days: it opens with the first that says that it began or held,
goes on while others say so in time, and closes with an end.

| phase | said | denied |
|---|---|---|"""
HEAD = """\
# Codebook

<!-- Written by `make codebook` from allegiance/lexicon/data/relations.toml and events.toml; edit those. -->

What the words of a claim mean. A claim of kind *relation* has a predicate, a phase and a stance; one of kind *event* has
a predicate (the type of event) and a stance. The sentences are examples; their names are invented.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(codebook(load_ontology(DATA)), encoding="utf-8")


def codebook(ontology: Ontology) -> str:
    """The page."""
    return "\n".join([HEAD, *_sections(ontology)]).rstrip() + "\n"


def _sections(ontology: Ontology) -> Iterator[str]:
    yield "## Relations\n"
    for kind in ontology.relations:
        yield from _relation(kind)
    yield "## Phases\n\nWhat happens to a relation.\n"
    yield from map(_term, ontology.phases)
    yield "\n## Stances\n\nHow far the text, or the speaker whom it quotes, stands behind the whole.\n"
    yield from map(_term, ontology.stances)
    yield "\n## How claims move relations\n\n" + MOVES
    for phase, does in ontology.moves.phases.items():
        yield f"| `{phase}` | {DOES[does]} | {DOES[ontology.moves.denied[phase]]} |"
    yield "\n| stance | its claim |\n|---|---|"
    yield from (f"| `{name}` | {STANDS[does]} |" for name, does in ontology.moves.stances.items())
    yield (
        "\n## Events\n\nThe sixteen types of PLOVER (Open Event Data Alliance, manual 0.8, 2021), with the root code of"
        " CAMEO.\nBelow each stands which relations between source and target such an event moves, and for how long it speaks for"
        " them; only some can begin one.\n"
    )
    for event in ontology.events:
        yield from _event(event)


def _relation(kind: RelationKind) -> Iterator[str]:
    yield f"### `{kind.predicate}`: {kind.label}\n"
    yield f"{kind.definition}\n"
    yield f"> {kind.example}\n"
    yield f"- source: {kind.source}; target: {kind.target}" + (
        "; the two may be swapped" if kind.symmetric else ""
    )
    if kind.result is not None:
        yield f"- result: {kind.result}, where it is named"
    yield f"- phases: {', '.join(kind.phases)}"
    yield f"- {_lasting(kind)}"
    yield from _moves(kind)
    yield ""


def _lasting(kind: RelationKind) -> str:
    if kind.nature == "change":
        lasts = f"a change: it happens once and stays true, drawn for {kind.shown_days:,} days"
    else:
        lasts = f"a state: it lasts until it ends, or until no report renews it for {kind.fades_days:,} days"
    # One sentence of the data becomes a remark in ours.
    return f"{lasts} ({kind.days_because[0].lower()}{kind.days_because[1:-1]})"


def _moves(kind: RelationKind) -> Iterator[str]:
    if kind.ends:
        yield f"- its beginning ends: {', '.join(kind.ends)}"
    if kind.contests:
        yield f"- its beginning speaks against: {', '.join(kind.contests)}"
    if kind.exclusive:
        yield "- one holder a place: whoever begins it ends it for everybody else there"
    if "refused" in kind.phases:
        yield f"- a refusal by the other side {kind.refusal} it"
    source, target, others = kind.denial
    yield f"- a denial by the source {source} it, by the target {target} it, by others {others} it"


def _event(kind: EventKind) -> Iterator[str]:
    yield f"### `{kind.predicate}` (CAMEO {kind.cameo})\n"
    yield f"{kind.definition}\n"
    yield f"> {kind.example}\n"
    if kind.modes:
        yield "- modes: " + "; ".join(f"`{mode.name}` {mode.definition}" for mode in kind.modes)
    for effect in kind.effects:
        yield f"- {EFFECTS[effect.act]} `{effect.relation}`" + (
            f" for {effect.days:,} days" if effect.days is not None else ""
        )
    yield ""


def _term(term: Term) -> str:
    return f"- **`{term.name}`**: {term.definition} *{term.example}*"


if __name__ == "__main__":
    main()
