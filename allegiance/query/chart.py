"""What maps, histories and profiles are read from: a drawing made of claims in memory, or the atlas that a store keeps of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeAlias

from allegiance.lexicon.ontology import Ontology, RelationKind
from allegiance.query.events import EventSeen
from allegiance.query.fame import Fame
from allegiance.query.signals import Fate, Tie
from allegiance.query.states import State
from allegiance.records.network import Event, Place
from allegiance.resolve.actors import Cast
from allegiance.store.store import Store

# Two actors by id, the lesser first.
Pair: TypeAlias = "tuple[str, str]"


class Origin(NamedTuple):
    """The article that makes a claim, and the first day on which it was surely out."""

    article_id: str
    known_on: date


@dataclass(frozen=True, slots=True)
class Asked:
    """Which states are asked for; whoever answers may give more of other days.

    Attributes:
        actor: an actor's id: only what it is a party to, or came of; None for everybody.
        kinds: predicates; none for all.
        renamed: only that an actor took another name.
        since, until: only what begins, ends, is in doubt or may be drawn on one of these days; None where open.
    """

    actor: str | None = None
    kinds: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    renamed: bool = False

    def wants(self, state: State) -> bool:
        """Is it of a kind and between parties that are asked for, whatever its days?"""
        tie = state.tie
        of_kind = not self.kinds or tie.predicate in self.kinds
        if self.renamed and tie.names is None:
            return False
        return of_kind and self.actor in (None, tie.source, tie.target, *state.results)


EVERYTHING = Asked()


class Chart(Protocol):
    """Everything that claims known by a day say, each story once, folded; and who is who."""

    @property
    def cast(self) -> Cast:
        """Who is who."""

    @property
    def ontology(self) -> Ontology:
        """What it was folded by."""

    def kind(self, tie: Tie) -> RelationKind:
        """What kind of relation it is."""

    def reviewed(self) -> Chart:
        """The same of the claims alone that a reviewer has accepted or corrected."""

    def states(self, asked: Asked = EVERYTHING, *, alleged: bool) -> Iterable[State]:
        """States of settled claims, or of alleged ones alone; those of one relation in their order."""

    def held(self, on: date, *, alleged: bool) -> Iterable[State]:
        """Those that may hold on a day; of each relation the last of these."""

    def recent_events(self, on: date) -> tuple[Event, ...]:
        """Events of the days before `on`, between named actors or by one, the latest first."""

    def seen_events(self) -> Iterable[EventSeen]:
        """All events between named actors or by one, with their places."""

    def events_of(self, actor: str, limit: int) -> list[Event]:
        """So many of an actor's events, the latest first."""

    def fates(
        self, without: Collection[State], *, kinds: Collection[str], actor: str | None
    ) -> Counter[tuple[Fate, bool]]:
        """What becomes of claims on relations, and whether they are reviewed, but for the claims of some states.

        Args:
            kinds: only of these predicates; none for all.
            actor: only those that name this actor; None for all.
        """

    def confidences(self, claim_ids: Collection[str]) -> Mapping[str, float]:
        """How sure each claim is."""

    def origins(self, claim_ids: Collection[str]) -> Mapping[str, Origin]:
        """Where each claim stands; of several articles that make it, in the first by id."""

    def fame(self, store: Store, actor: str) -> Fame:
        """How many reports name an actor, and by which names."""

    def tied(self, predicates: Collection[str]) -> frozenset[Pair]:
        """Between whom a settled relation of these kinds was at any time."""

    def radii(self) -> dict[str, float]:
        """How vague the points of places are, in km, by id; of several claims the most exact counts."""

    def places(self, ids: Collection[str]) -> dict[str, Place]:
        """Places by id."""
