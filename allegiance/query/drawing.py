"""What maps are drawn from: claims known by a day, each story once, folded into stretches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from allegiance.lexicon.ontology import Ontology
from allegiance.query.fold import Stretch, fold
from allegiance.query.happenings import TOLD, Happenings
from allegiance.query.signals import Fate, Interpreter, Signal, Tie, exclusive_ends
from allegiance.records.network import Place
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store


def draw(
    store: Store, cast: Cast, ontology: Ontology, *, known_by: date, actor: str | None = None
) -> Drawing:
    """Fetch what is needed: all claims, or those of one actor and those that may end its hold on a place."""
    if actor is None:
        told = accounts(store, known_by)
    else:
        exclusive = [kind.predicate for kind in ontology.relations if kind.exclusive]
        own = accounts(store, known_by, referents=cast.referents_of(actor))
        others = accounts(store, known_by, predicates=exclusive)
        told = list(dict.fromkeys((*own, *others)))
    read = Interpreter(ontology, cast.actors, cast.actor_of).read
    heard = (Heard(account, *read(account)) for account in _each_story_once(told, cast))
    return Drawing(tuple(heard), cast, ontology)


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
        self._folded: dict[bool, dict[Tie, tuple[Stretch, ...]]] = {}
        self._happenings: Happenings | None = None

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
            if (one.account.stance == "alleged") == alleged:
                for tie, signal in one.said:
                    said[tie].append(signal)
        kinds = {kind.predicate: kind for kind in self.ontology.relations}
        exclusive = frozenset(kind.predicate for kind in kinds.values() if kind.exclusive)
        for tie, end in list(exclusive_ends(said, exclusive)):
            said[tie].append(end)
        days = self.ontology.reopen_days
        return {
            tie: fold(kinds[tie[0]], several, reopen_days=days) for tie, several in said.items()
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


def articles(told: Iterable[Account]) -> set[str]:
    """All articles that tell this, copies too."""
    return {article for one in told for article in (one.article_id, *one.copies)}


def _each_story_once(told: Iterable[Account], cast: Cast) -> list[Account]:
    """Leave out of a reprint what its original says as well; of several copies the first counts, and names the others."""
    told = list(told)
    if not any(account.copied for account in told):
        return told
    tellers: defaultdict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in told:
        tellers[_story(account, cast)].append(account)
    return [
        one._replace(copies=_others(tellers[story], one))
        for one in told
        if min(tellers[story := _story(one, cast)], key=_precedence).article_id == one.article_id
    ]


def _others(tellers: Iterable[Account], first: Account) -> tuple[str, ...]:
    return tuple(sorted({one.article_id for one in tellers} - {first.article_id}))


def _story(account: Account, cast: Cast) -> tuple[object, ...]:
    place = account.place[0] if account.place else None
    parties = (cast.actor_of.get(account.source or ""), cast.actor_of.get(account.target or ""))
    return (account.report, account.predicate, account.phase, account.stance, *parties, place)


def _precedence(account: Account) -> tuple[bool, date, str]:
    return (account.copied, account.known_on, account.article_id)
