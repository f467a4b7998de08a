"""What maps are drawn from: claims known by a day, each story once, folded into stretches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from allegiance.lexicon.ontology import Ontology, RelationKind
from allegiance.query.fold import Stretch, fold
from allegiance.query.happenings import TOLD, Happenings
from allegiance.query.reviewing import applied, reviews
from allegiance.query.signals import Fate, Interpreter, Signal, Tie, exclusive_ends
from allegiance.query.stories import each_story_once
from allegiance.records.decision import Decision
from allegiance.records.network import Place
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store


def draw(
    store: Store,
    cast: Cast,
    ontology: Ontology,
    *,
    known_by: date,
    actor: str | None = None,
    as_read: bool = False,
) -> Drawing:
    """Fetch what is needed: all claims, or those of one actor and those that bear on it from elsewhere.

    Args:
        as_read: as if no reviewer had decided anything.
    """
    decided = {} if as_read else reviews(store)
    if actor is None:
        told = accounts(store, known_by)
    else:
        own = accounts(store, known_by, referents=cast.referents_of(actor))
        others = accounts(store, known_by, predicates=_bearing_on_others(ontology))
        changed = _made_so(decided)
        made = accounts(store, known_by, claims=changed) if changed else []
        told = list(dict.fromkeys((*own, *others, *made)))
    told = applied(told, decided, cast, store)
    read = Interpreter(ontology, cast.actors, cast.actor_of).read
    heard = (Heard(account, *read(account)) for account in each_story_once(told, cast))
    return Drawing(tuple(heard), cast, ontology)


def _bearing_on_others(ontology: Ontology) -> list[str]:
    """Predicates of which claims on others bear on an actor: who takes its places, and what became of its successors."""
    return [kind.predicate for kind in ontology.relations if kind.exclusive or kind.renames]


def _made_so(decided: Mapping[str, Decision]) -> list[str]:
    """Claims that a reviewer gave another predicate or party: the store finds them by those that were read."""
    corrections = ((claim_id, one.choice.correction) for claim_id, one in decided.items())
    return [
        claim_id
        for claim_id, one in corrections
        if one is not None and (one.predicate or one.parts)
    ]


class Heard(NamedTuple):
    """A claim, what becomes of it, and what it says of relations."""

    account: Account
    fate: Fate
    said: list[tuple[Tie, Signal]]


class Drawing:
    """What maps are drawn from: claims known by a day, each story once, and who is who.

    It is folded once, on first use, for all days: going from day to day is cheap.
    """

    def __init__(self, heard: tuple[Heard, ...], cast: Cast, ontology: Ontology) -> None:
        self.heard = heard
        self.cast = cast
        self.ontology = ontology
        self._kinds = {kind.predicate: kind for kind in ontology.relations}
        self._folded: dict[bool, dict[Tie, tuple[Stretch, ...]]] = {}
        self._reviewed: Drawing | None = None
        self._happenings: Happenings | None = None

    def reviewed(self) -> Drawing:
        """The same of the claims alone that a reviewer has accepted or corrected."""
        if self._reviewed is None:
            heard = tuple(one for one in self.heard if one.account.reviewed)
            self._reviewed = Drawing(heard, self.cast, self.ontology)
        return self._reviewed

    def kind(self, tie: Tie) -> RelationKind:
        """What kind of relation it is."""
        return self._kinds[tie.predicate]

    def stretches(self, *, alleged: bool) -> dict[Tie, tuple[Stretch, ...]]:
        """Every relation's stretches; of settled claims, or of alleged ones alone."""
        if alleged not in self._folded:
            self._folded[alleged] = self._fold(alleged)
        return self._folded[alleged]

    @property
    def happenings(self) -> Happenings:
        """What was done, by event; judged on first use."""
        if self._happenings is None:
            told = (one.account for one in self.heard if one.fate == "event")
            done = (account for account in told if account.stance in TOLD)
            self._happenings = Happenings(done, self.cast.actor_of, self.ontology.sameness)
        return self._happenings

    def _fold(self, alleged: bool) -> dict[Tie, tuple[Stretch, ...]]:
        said: defaultdict[Tie, list[Signal]] = defaultdict(list)
        for one in self.heard:
            if (one.fate == "alleged") == alleged:
                for tie, signal in one.said:
                    said[tie].append(signal)
        kinds = self._kinds.values()
        exclusive = frozenset(kind.predicate for kind in kinds if kind.exclusive)
        # What is only alleged ends nothing for others.
        for tie, end in [] if alleged else list(exclusive_ends(said, exclusive)):
            said[tie].append(end)
        days = self.ontology.reopen_days
        return {
            tie: fold(self.kind(tie), several, reopen_days=days) for tie, several in said.items()
        }


def places(drawing: Drawing) -> dict[str, Place]:
    """Places by id; of several spellings the first of the alphabet."""
    found: dict[str, Place] = {}
    for account, _, _ in drawing.heard:
        if account.place is not None:
            place = Place(*account.place)
            if place.id not in found or place.name < found[place.id].name:
                found[place.id] = place
    return found
