"""What maps are drawn from: claims known by a day, each story once, folded into stretches."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from allegiance.lexicon.ontology import Ontology, RelationKind
from allegiance.query.chart import EVERYTHING, Asked, Origin, Pair
from allegiance.query.events import (
    EventSeen,
    happening_seen,
    is_named,
    latest_first,
    recent_events,
)
from allegiance.query.fame import NAMELESS, Fame, fames
from allegiance.query.fold import Stretch, fold
from allegiance.query.happenings import TOLD, Before, Happening, Happenings
from allegiance.query.reviewing import applied, reviews
from allegiance.query.signals import Fate, Interpreter, Signal, Tie, exclusive_ends
from allegiance.query.states import State, states
from allegiance.query.stories import each_story_once
from allegiance.query.unswept import unswept
from allegiance.records.decision import Decision
from allegiance.records.network import Event, Place
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account, Ground, accounts
from allegiance.store.store import Store


@unswept()
def draw(
    store: Store,
    cast: Cast,
    ontology: Ontology,
    *,
    known_by: date,
    actor: str | None = None,
    as_read: bool = False,
    every: Iterable[Account] | None = None,
    like: Drawing | None = None,
) -> Drawing:
    """Fetch what is needed: all claims, or those of one actor and those that bear on it from elsewhere.

    Args:
        every: all claims that the store holds, of whatever day, where they are at hand.
        as_read: as if no reviewer had decided anything.
        like: a drawing of another day, by the same ontology; what is the same in both is taken from there.
    """
    decided = {} if as_read else reviews(store)
    if actor is None and every is not None:
        told = [one for one in every if one.known_on <= known_by]
    elif actor is None:
        told = accounts(store, known_by)
    else:
        own = accounts(store, known_by, referents=cast.referents_of(actor))
        others = accounts(store, known_by, predicates=_bearing_on_others(ontology))
        changed = _made_so(decided)
        made = accounts(store, known_by, claims=changed) if changed else []
        told = list(dict.fromkeys((*own, *others, *made)))
    return drawn(applied(told, decided, cast, store), cast, ontology, like)


def drawn(
    told: Iterable[Account], cast: Cast, ontology: Ontology, like: Drawing | None = None
) -> Drawing:
    """A drawing of claims as reviewers left them."""
    read = Interpreter(ontology, cast.actors, cast.actor_of).read
    once = each_story_once(told, cast)
    if like is None:
        return Drawing(tuple(Heard(one, *read(one)) for one in once), cast, ontology)
    like = like.alone()
    before, moved = like.heard_of, _moved(like.cast, cast)
    heard, anew = [], set()
    for account in once:
        key = (account.claim_id, account.article_id)
        known = before.get(key)
        if known is None or known.account != account or not moved.isdisjoint(_named_in(account)):
            known = Heard(account, *read(account))
            anew.add(key)
        heard.append(known)
    return Drawing(tuple(heard), cast, ontology, Like(like, frozenset(anew)))


def _moved(old: Cast, now: Cast) -> set[str | None]:
    """The keys of referents that are other actors to one cast than to the other, or actors of another kind."""
    moved: set[str | None] = {key for key, _ in old.actor_of.items() ^ now.actor_of.items()}
    kinds = {one.id: one.kind for one in old.actors.values()}
    others = {one.id for one in now.actors.values() if kinds.get(one.id, one.kind) != one.kind}
    if others:
        moved.update(key for key, actor in now.actor_of.items() if actor in others)
    return moved


def _named_in(account: Account) -> tuple[str | None, ...]:
    """The keys of all referents of which it matters who they are."""
    return (account.source, account.target, account.speaker, account.result)


def _bearing_on_others(ontology: Ontology) -> list[str]:
    """Predicates of which claims on others bear on an actor: who takes its places, what became of its successors and merged into it."""
    merging = {kind.predicate for kind in ontology.relations if kind.result is not None}
    return [
        kind.predicate
        for kind in ontology.relations
        if kind.exclusive
        or kind.renames
        or kind.predicate in merging
        or not merging.isdisjoint((*kind.ends, *kind.contests))
    ]


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


class Shown(NamedTuple):
    """An event, and how it is shown."""

    happening: Happening
    seen: EventSeen


class Folded(NamedTuple):
    """What claims say of one relation, and what that amounts to."""

    said: list[Signal]
    states: tuple[State, ...]


class Like(NamedTuple):
    """Another drawing by the same ontology, from which to take what is the same.

    Attributes:
        anew: claims, by id and article, that it has not heard, or not so, or of others.
    """

    drawing: Drawing
    anew: frozenset[tuple[str, str]]


class Drawing:
    """What maps are drawn from: claims known by a day, each story once, and who is who.

    It is folded once, on first use, for all days: going from day to day is cheap.

    Args:
        like: relations of which both heard the same are folded there alone; events of which both heard the same are judged there.
    """

    def __init__(
        self,
        heard: tuple[Heard, ...],
        cast: Cast,
        ontology: Ontology,
        like: Like | None = None,
    ) -> None:
        self.heard = heard
        self.cast = cast
        self.ontology = ontology
        self._kinds = {kind.predicate: kind for kind in ontology.relations}
        self._like = like.drawing if like is not None else None
        self._folded: dict[bool, dict[Tie, Folded]] = {}
        self._reviewed: Drawing | None = None
        self._happenings: Happenings | None = None
        self._judged = like

    @cached_property
    def heard_of(self) -> dict[tuple[str, str], Heard]:
        """What was heard, by claim and article."""
        return {(one.account.claim_id, one.account.article_id): one for one in self.heard}

    def alone(self) -> Drawing:
        """Itself, taking nothing from what it is like any more: each of a row of such would keep all others in memory."""
        self._like = self._judged = None
        if self._happenings is not None:
            self._happenings.alone()
        return self

    def reviewed(self) -> Drawing:
        """The same of the claims alone that a reviewer has accepted or corrected."""
        if self._reviewed is None:
            heard = tuple(one for one in self.heard if one.account.reviewed)
            self._reviewed = Drawing(heard, self.cast, self.ontology)
        return self._reviewed

    def kind(self, tie: Tie) -> RelationKind:
        """What kind of relation it is."""
        return self._kinds[tie.predicate]

    @property
    def accounts(self) -> Iterator[Account]:
        """Its claims."""
        return (one.account for one in self.heard)

    def ties(self) -> Collection[Tie]:
        """Every relation of which settled claims speak, in the order in which they do."""
        settled = (one for one in self.heard if one.fate != "alleged")
        return dict.fromkeys(tie for one in settled for tie, _ in one.said).keys()

    def states(self, asked: Asked = EVERYTHING, *, alleged: bool) -> Iterator[State]:
        """States of settled claims, or of alleged ones alone; those of one relation in their order."""
        for one in self._folded_of(alleged).values():
            yield from filter(asked.wants, one.states)

    def held(self, on: date, *, alleged: bool) -> Iterator[State]:
        """Those that may hold on a day; of each relation the last of these."""
        for several in self._folded_of(alleged).values():
            yield from [one for one in several.states if one.may_hold(on)][-1:]

    @property
    def happenings(self) -> Happenings:
        """What was done, by event; judged on first use."""
        if self._happenings is None:
            told = (one.account for one in self.heard if is_deed(one))
            rules = self.ontology.sameness
            like = self._judged
            before = Before(like.drawing.happenings, like.anew) if like is not None else None
            self._happenings = Happenings(told, self.cast.actor_of, rules, before)
        return self._happenings

    def recent_events(self, on: date) -> tuple[Event, ...]:
        """Events of the days before `on`, between named actors or by one, the latest first."""
        return recent_events(self.happenings, on, self.ontology.recent_days)

    def seen_events(self) -> Iterator[EventSeen]:
        """All events between named actors or by one, with their places."""
        return (seen for _, seen in self._shown.values() if is_named(seen.event))

    @cached_property
    def _shown(self) -> dict[str, Shown]:
        """All events, those that nobody asserts, too."""
        there = self._places
        before = self._judged.drawing._shown if self._judged is not None else {}
        found = {}
        for one in self.happenings.all:
            known = before.get(one.id)
            if known is None or known.happening is not one or not _is_at(known.seen, there):
                known = Shown(one, happening_seen(one, there))
            found[one.id] = known
        # As when it is folded.
        self._judged = None
        return found

    def events_of(self, actor: str, limit: int) -> list[Event]:
        """So many of an actor's events, the latest first."""
        told = (one.event for one in self.seen_events())
        own = [one for one in told if actor in (one.source, one.target)]
        return sorted(own, key=latest_first)[:limit]

    def fates(
        self, without: Collection[State], *, kinds: Collection[str], actor: str | None
    ) -> Counter[tuple[Fate, bool]]:
        """What becomes of claims on relations, and whether they are reviewed, but for the claims of some states."""
        seen = {claim for one in without for claim in one.claims}
        return Counter(
            (fate, account.reviewed)
            for account, fate, _ in self.heard
            if fate != "event"
            and account.claim_id not in seen
            and (not kinds or account.predicate in kinds)
            and (actor is None or actor in parties(account, self.cast))
        )

    def confidences(self, claim_ids: Collection[str]) -> dict[str, float]:
        """How sure each claim is."""
        told = (one.account for one in self.heard)
        return {one.claim_id: one.confidence for one in told if one.claim_id in claim_ids}

    def origins(self, claim_ids: Collection[str]) -> dict[str, Origin]:
        """Where each claim stands; of several articles that make it, in the first by id."""
        told = ((one, self._first_told.get(one)) for one in claim_ids)
        return {claim: Origin(one.article_id, one.known_on) for claim, one in told if one}

    @cached_property
    def _first_told(self) -> dict[str, Account]:
        """Each claim, of several articles that make it in the first by id."""
        return {one.account.claim_id: one.account for one in reversed(self.heard)}

    def fame(self, store: Store, actor: str) -> Fame:
        """How many reports name an actor, and by which names."""
        own = dict.fromkeys(self.cast.referents_of(actor), actor)
        return fames(store, own).get(actor, NAMELESS)

    def tied(self, predicates: Collection[str]) -> frozenset[Pair]:
        """Between whom a settled relation of these kinds was at any time."""
        told = self._said(alleged=False)
        found = ((tie, several) for tie, several in told.items() if tie.predicate in predicates)
        return frozenset(
            (min(tie.parties), max(tie.parties))
            for tie, several in found
            if tie.target is not None and self._stretches(tie, several)
        )

    def radii(self) -> dict[str, float]:
        """How vague the points of places are, in km, by id; of several claims the most exact counts."""
        found: dict[str, float] = {}
        for account, _, _ in self.heard:
            if account.place is not None and account.radius_km is not None:
                known = found.get(account.place[0], account.radius_km)
                found[account.place[0]] = min(known, account.radius_km)
        return found

    def places(self, ids: Collection[str]) -> dict[str, Place]:
        """Places by id."""
        return {one: self._places[one] for one in sorted(ids) if one in self._places}

    @cached_property
    def _places(self) -> dict[str, Place]:
        return places(one.account.place for one in self.heard)

    def _folded_of(self, alleged: bool) -> dict[Tie, Folded]:
        if alleged not in self._folded:
            self._folded[alleged] = self._fold(alleged)
        return self._folded[alleged]

    @unswept()
    def _fold(self, alleged: bool) -> dict[Tie, Folded]:
        said = self._said(alleged=alleged)
        kinds = self._kinds.values()
        exclusive = frozenset(kind.predicate for kind in kinds if kind.exclusive)
        # What is only alleged ends nothing for others.
        for tie, end in [] if alleged else list(exclusive_ends(said, exclusive)):
            said[tie].append(end)
        like: Mapping[Tie, Folded] = {}
        if self._like is not None and not alleged:
            like = self._like._folded_of(alleged)
            # It is of no more use, and would keep in memory what it is like itself.
            self._like = None
        folded = {}
        for tie, several in said.items():
            known = like.get(tie)
            if known is None or known.said != several:
                found = states(tie, self._stretches(tie, several), alleged=alleged)
                known = Folded(several, tuple(found))
            folded[tie] = known
        return folded

    def _said(self, *, alleged: bool) -> defaultdict[Tie, list[Signal]]:
        """What settled claims say of every relation, or alleged ones alone."""
        said: defaultdict[Tie, list[Signal]] = defaultdict(list)
        for one in self.heard:
            if (one.fate == "alleged") == alleged:
                for tie, signal in one.said:
                    said[tie].append(signal)
        return said

    def _stretches(self, tie: Tie, said: Iterable[Signal]) -> tuple[Stretch, ...]:
        return fold(self.kind(tie), said, reopen_days=self.ontology.reopen_days)


def is_deed(heard: Heard) -> bool:
    """Does it say that something was done, or was not?"""
    return heard.fate == "event" and heard.account.stance in TOLD


def parties(account: Account, cast: Cast) -> tuple[str | None, str | None]:
    """The actors that a claim names as source and target.

    Who merges with some that have no name ("with four other groups") is told of beside what came of it.
    """
    of = cast.actor_of
    return (
        of.get(account.source or ""),
        of.get(account.target or "") or of.get(account.result or ""),
    )


def places(grounds: Iterable[Ground | None]) -> dict[str, Place]:
    """Places by id; of several spellings the first of the alphabet."""
    found: dict[str, Place] = {}
    # Very many claims name the same few.
    for place in (Place(*one) for one in dict.fromkeys(grounds) if one is not None):
        if place.id not in found or _spelling(place) < _spelling(found[place.id]):
            found[place.id] = place
    return found


def _is_at(seen: EventSeen, there: Mapping[str, Place]) -> bool:
    """Is its place still called so?"""
    return seen.site is None or there.get(seen.site.id) == seen.site


def _spelling(place: Place) -> tuple[object, ...]:
    """What places of one id are put in order by, so that the order of claims never shows."""
    at = (place.latitude or 0.0, place.longitude or 0.0)
    return (place.name, place.country or "", *at)
