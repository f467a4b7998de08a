"""What a predicate, a phase, a stance and an event type mean, and how events move relations: `relations.toml`, `events.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, cast, get_args

from allegiance.errors import LexiconError
from allegiance.lexicon.moves import Effect, Moves, moves
from allegiance.lexicon.sameness import Sameness, load_sameness
from allegiance.records.answer import Section
from allegiance.records.changes import Begun
from allegiance.records.claim import PHASES, STANCES, Phase
from allegiance.records.mention import ActorKind

Denial = Literal["ends", "disputes"]
Nature = Literal["state", "change"]


@dataclass(frozen=True, slots=True)
class Term:
    """A phase, a stance or a mode.

    Attributes:
        example: a sentence; empty for modes.
    """

    name: str
    label: str
    definition: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A table `relations.*`; the head of `relations.toml` explains its fields.

    Attributes:
        denial: what a denial by the source, the target and anybody else does, in this order.
        days_because: why `fades_days` or `shown_days` is as long as it is.
        result, formed: None where nothing comes of it that could be named.
    """

    predicate: str
    label: str
    definition: str
    example: str
    source: str
    target: str
    symmetric: bool
    phases: tuple[Phase, ...]
    nature: Nature
    forward: str
    backward: str
    sections: tuple[Section, Section]
    denial: tuple[Denial, Denial, Denial]
    ends: tuple[str, ...]
    contests: tuple[str, ...]
    fades_days: int | None
    shown_days: int | None
    days_because: str
    exclusive: bool
    refusal: Denial
    either_way: bool
    begun: Begun
    renames: bool
    result: str | None
    formed: str | None


@dataclass(frozen=True, slots=True)
class EventKind:
    """A table `events.*`.

    Attributes:
        predicate: the PLOVER type in lower case.
        cameo: the CAMEO root code.
    """

    predicate: str
    label: str
    definition: str
    example: str
    cameo: str
    forward: str
    backward: str
    modes: tuple[Term, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True)
class Ontology:
    """All terms, in the order of the files.

    Attributes:
        moves: what a claim does to its relation, by its phase and its stance.
        parties: kinds of actors between which events move relations.
        reopen_days: so long an end outweighs a single report that it still holds.
        recent_days: a map tells the events of so many days.
        sameness: when claims of several reports are of one event.
    """

    phases: tuple[Term, ...]
    stances: tuple[Term, ...]
    relations: tuple[RelationKind, ...]
    events: tuple[EventKind, ...]
    moves: Moves
    parties: tuple[ActorKind, ...]
    reopen_days: int
    recent_days: int
    sameness: Sameness

    def relation(self, predicate: str) -> RelationKind:
        """The relation of that name.

        Raises:
            KeyError: there is none.
        """
        return self._relations[predicate]

    def event(self, predicate: str) -> EventKind:
        """The event type of that name.

        Raises:
            KeyError: there is none.
        """
        return self._events[predicate]

    @cached_property
    def _relations(self) -> dict[str, RelationKind]:
        return {kind.predicate: kind for kind in self.relations}

    @cached_property
    def _events(self) -> dict[str, EventKind]:
        return {kind.predicate: kind for kind in self.events}


def load_ontology(folder: Path, *, same_event: Path | None = None) -> Ontology:
    """Read and check the files of a folder: relations, events, and when two claims are of one event.

    Args:
        same_event: stands in place of the folder's `same_event.toml`.

    Raises:
        LexiconError: a table lacks a key, or names what does not exist; says file, table and remedy.
    """
    written = _toml(folder / "relations.toml")
    done = _toml(folder / "events.toml")
    events = tuple(_each("events.toml", done["events"], _event))
    ontology = Ontology(
        phases=_terms(written, "phases"),
        stances=_terms(written, "stances"),
        relations=tuple(_each("relations.toml", written["relations"], _relation)),
        events=events,
        moves=_moves(written),
        parties=tuple(done["parties"]),
        reopen_days=written["reopen_days"],
        recent_days=done["recent_days"],
        sameness=load_sameness(same_event or folder / "same_event.toml", types_of(events)),
    )
    _check(ontology)
    return ontology


def types_of(events: Sequence[EventKind]) -> frozenset[str]:
    """PLOVER's types, with and without their modes: `ASSAULT`, `ASSAULT/aerial`."""
    pairs = [(event.predicate.upper(), mode.name) for event in events for mode in event.modes]
    return frozenset({kind.predicate.upper() for kind in events} | {"/".join(p) for p in pairs})


# The values of a TOML file are whatever its writer put there: `Any` until a table has been checked.
def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _terms(written: dict[str, Any], name: str) -> tuple[Term, ...]:
    rows = written[name].items()
    return tuple(Term(key, row["label"], row["definition"], row["example"]) for key, row in rows)


def _each(file: str, tables: dict[str, Any], make: Any) -> list[Any]:
    made = []
    for name, table in tables.items():
        try:
            made.append(make(name, table))
        except (KeyError, TypeError, ValueError) as error:
            raise LexiconError(f"{file}: [{name}]: {error} is absent or not as wanted") from error
    return made


def _moves(written: dict[str, Any]) -> Moves:
    try:
        return moves(written["phases"], written["stances"])
    except ValueError as error:
        raise LexiconError(f"relations.toml: {error}") from error


def _relation(name: str, table: dict[str, Any]) -> RelationKind:
    denial = table["denial"]
    first, second = table["sections"]
    return RelationKind(
        predicate=name,
        label=table["label"],
        definition=table["definition"],
        example=table["example"],
        source=table["source"],
        target=table["target"],
        symmetric=table["symmetric"],
        phases=tuple(table["phases"]),
        nature=table["nature"],
        forward=table["forward"],
        backward=table["backward"],
        sections=(cast(Section, first), cast(Section, second)),
        denial=(denial["source"], denial["target"], denial["others"]),
        ends=tuple(table["ends"]),
        contests=tuple(table["contests"]),
        fades_days=table.get("fades_days"),
        shown_days=table.get("shown_days"),
        days_because=table["days_because"],
        exclusive=table.get("exclusive", False),
        refusal=table.get("refusal", "disputes"),
        either_way=table.get("either_way", False),
        begun=table.get("begun", "began"),
        renames=table.get("renames", False),
        result=table.get("result"),
        formed=table.get("formed"),
    )


def _event(name: str, table: dict[str, Any]) -> EventKind:
    return EventKind(
        predicate=name,
        label=table["label"],
        definition=table["definition"],
        example=table["example"],
        cameo=table["cameo"],
        forward=table["forward"],
        backward=table["backward"],
        modes=tuple(Term(mode, mode, meaning) for mode, meaning in table["modes"].items()),
        effects=tuple(Effect(**effect) for effect in table["effects"]),
    )


def _check(ontology: Ontology) -> None:
    """Every name that a table uses has to exist."""
    predicates = {kind.predicate for kind in ontology.relations}
    _among("phases", (term.name for term in ontology.phases), PHASES)
    _among("stances", (term.name for term in ontology.stances), STANCES)
    _among("parties", ontology.parties, get_args(ActorKind))
    for kind in ontology.relations:
        _among(f"{kind.predicate}.phases", kind.phases, PHASES)
        _among(f"{kind.predicate}.sections", kind.sections, get_args(Section))
        _among(f"{kind.predicate}.denial", (*kind.denial, kind.refusal), get_args(Denial))
        _among(f"{kind.predicate}.nature", (kind.nature,), get_args(Nature))
        if (kind.fades_days is None) == (kind.nature == "state"):
            wanted = "fades_days" if kind.nature == "state" else "shown_days"
            raise LexiconError(f"relations.toml: [{kind.predicate}]: a {kind.nature} has {wanted}")
        if (kind.result is None) != (kind.formed is None):
            raise LexiconError(f"relations.toml: [{kind.predicate}]: result and formed go together")
        _among(f"{kind.predicate}.begun", (kind.begun,), get_args(Begun))
        _among(f"{kind.predicate}.ends", (*kind.ends, *kind.contests), predicates)
    for event in ontology.events:
        _among(f"{event.predicate}.effects", (e.relation for e in event.effects), predicates)


def _among(where: str, used: Any, known: Any) -> None:
    strangers = sorted(set(used) - set(known))
    if strangers:
        raise LexiconError(f"ontology: {where}: {strangers}; wanted some of {sorted(known)}")
