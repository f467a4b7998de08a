"""The map of one day as another day knew it: claims, folded into dated relations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from allegiance.lexicon.ontology import Ontology
from allegiance.query.fold import Stretch, fold, witness
from allegiance.query.signals import DAY, Fate, Interpreter, Signal, Tie, exclusive_ends
from allegiance.records.canonical import digest
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, LeftOut, Network, Place, Relation
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store

# Even many witnesses may copy one mistake.
SUREST = 0.99
# A relation that somebody denies is at best as likely as not.
DISPUTED = 0.5


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

    def stretches(self, *, alleged: bool) -> dict[Tie, tuple[Stretch, ...]]:
        """Every relation's stretches; of settled claims, or of alleged ones alone."""
        if alleged not in self._folded:
            self._folded[alleged] = self._fold(alleged)
        return self._folded[alleged]

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


def network(
    drawing: Drawing,
    *,
    on: date,
    known_by: date,
    actor: str | None = None,
    kinds: Collection[str] = (),
    alleged: bool = False,
) -> Network:
    """Relations that hold on a day.

    Args:
        drawing: of claims known by `known_by`; where `actor` is given, those of the actor suffice.
        actor: an actor's id: only what it is a party to.
        kinds: predicates of relations; none for all.
        alleged: draw what is only alleged, too.
    """
    cast = drawing.cast
    relations = _relations(drawing, on, alleged)
    relations = [one for one in relations if not kinds or one.predicate in kinds]
    if actor is not None:
        relations = [one for one in relations if actor in (one.source, one.target)]
    events = recent_events(drawing, on) if not kinds else ()
    if actor is not None:
        events = tuple(one for one in events if actor in (one.source, one.target))
    return Network(
        on=on,
        known_by=known_by,
        actors=_actors_of(relations, events, cast),
        places=_places_of(relations, drawing),
        relations=tuple(sorted(relations, key=lambda one: _sort_key(one, cast))),
        events=events,
        left_out=_left_out(drawing, relations, kinds, actor),
    )


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


def relation_of(tie: Tie, stretch: Stretch, on: date, *, alleged: bool = False) -> Relation:
    """A stretch as a record."""
    pro = stretch.rests_on
    against = sorted({one.account.claim_id for one in stretch.against})
    return Relation(
        id=digest("relation", *tie),
        predicate=tie.predicate,
        source=tie.source,
        target=tie.target,
        place=tie.place,
        since=stretch.since,
        until=None if stretch.faded else stretch.until,
        faded=stretch.faded,
        certain=stretch.surely_held(on),
        alleged=alleged,
        attributed=all(one.account.stated for one in pro),
        derived=all(one.derived for one in pro),
        reports=len({one.account.report for one in pro}),
        witnesses=len({witness(one) for one in pro}),
        confidence=_confidence(pro, disputed=bool(against)),
        claim_ids=tuple(dict.fromkeys(one.account.claim_id for one in pro)),
        disputed_by=tuple(against),
    )


def recent_events(drawing: Drawing, on: date) -> tuple[Event, ...]:
    """Events of the days before `on`, between named actors or by one, the latest first."""
    since = on - timedelta(days=drawing.ontology.recent_days)
    found = [event for event in events(drawing) if since < event.day <= on]
    return tuple(sorted(found, key=lambda event: (-event.day.toordinal(), event.id)))


def events(drawing: Drawing) -> Iterator[Event]:
    """All events that name somebody and are asserted."""
    actor_of = drawing.cast.actor_of
    told: defaultdict[Deed, list[Account]] = defaultdict(list)
    for account, fate, _ in drawing.heard:
        source = actor_of.get(account.source or "")
        target = actor_of.get(account.target or "")
        if fate == "event" and account.stance == "asserted" and (source or target):
            told[_deed(account, source, target)].append(account)
    for deed, tellers in told.items():
        yield _event(deed, tellers)


class Deed(NamedTuple):
    """What has to be equal for claims to be of one event."""

    predicate: str
    mode: str | None
    source: str | None
    target: str | None
    place: str | None
    when: When | None
    only_in: str | None


def _deed(account: Account, source: str | None, target: str | None) -> Deed:
    _, _, mode = (account.plover or "").partition("/")
    place = account.place[1] if account.place else None
    only_in = account.report if account.when is None else None
    return Deed(account.predicate, mode or None, source, target, place, account.when, only_in)


def _event(deed: Deed, tellers: list[Account]) -> Event:
    out = min(one.known_on for one in tellers)
    return Event(
        id=digest("event", *deed),
        predicate=deed.predicate,
        mode=deed.mode,
        source=deed.source,
        target=deed.target,
        when=deed.when,
        day=deed.when.end - DAY if deed.when and deed.when.end else out,
        place=deed.place,
        witnesses=len({one.publisher or one.report for one in tellers}),
        claim_ids=tuple(dict.fromkeys(one.claim_id for one in tellers)),
    )


def _each_story_once(told: Iterable[Account], cast: Cast) -> list[Account]:
    """Leave out of a reprint what its original says as well; of several copies the first counts."""
    told = list(told)
    if not any(account.copied for account in told):
        return told
    tellers: dict[tuple[object, ...], Account] = {}
    for account in told:
        story = _story(account, cast)
        if story not in tellers or _precedence(account) < _precedence(tellers[story]):
            tellers[story] = account
    return [one for one in told if tellers[_story(one, cast)].article_id == one.article_id]


def _story(account: Account, cast: Cast) -> tuple[object, ...]:
    place = account.place[0] if account.place else None
    parties = (cast.actor_of.get(account.source or ""), cast.actor_of.get(account.target or ""))
    return (account.report, account.predicate, account.phase, account.stance, *parties, place)


def _precedence(account: Account) -> tuple[bool, date, str]:
    return (account.copied, account.known_on, account.article_id)


def _relations(drawing: Drawing, on: date, alleged: bool) -> list[Relation]:
    held = _held(drawing.stretches(alleged=False), on, alleged=False)
    if alleged:
        settled = {one.id for one in held}
        hedged = _held(drawing.stretches(alleged=True), on, alleged=True)
        held += [one for one in hedged if one.id not in settled]
    return held


def _held(folded: Mapping[Tie, tuple[Stretch, ...]], on: date, *, alleged: bool) -> list[Relation]:
    """One relation a tie: that of the latest stretch which may hold."""
    found = []
    for tie, stretches in folded.items():
        held = [stretch for stretch in stretches if stretch.may_hold(on)]
        if held:
            found.append(relation_of(tie, held[-1], on, alleged=alleged))
    return found


def _confidence(pro: Iterable[Signal], *, disputed: bool) -> float:
    """One minus the chance that all witnesses err, were they independent; each by its best claim."""
    best: dict[str, float] = {}
    for signal in pro:
        who = witness(signal)
        best[who] = max(best.get(who, 0.0), signal.account.confidence * signal.weight)
    doubt = 1.0
    for _, sure in sorted(best.items()):
        doubt *= 1.0 - sure
    return round(min(SUREST, 1.0 - doubt) * (DISPUTED if disputed else 1.0), 4)


def _left_out(
    drawing: Drawing, relations: Iterable[Relation], kinds: Collection[str], actor: str | None
) -> LeftOut:
    shown = {claim for one in relations for claim in (*one.claim_ids, *one.disputed_by)}
    counts = Counter(
        fate
        for account, fate, _ in drawing.heard
        if fate != "event"
        and account.claim_id not in shown
        and (not kinds or account.predicate in kinds)
        and (actor is None or _names(account, actor, drawing.cast))
    )
    return LeftOut(
        nameless=counts["nameless"],
        unsettled=counts["unsettled"],
        alleged=counts["alleged"],
        denied=counts["denied"],
        over=counts["drawn"],
    )


def _names(account: Account, actor: str, cast: Cast) -> bool:
    return actor in (
        cast.actor_of.get(account.source or ""),
        cast.actor_of.get(account.target or ""),
    )


def _actors_of(
    relations: Iterable[Relation], events: Iterable[Event], cast: Cast
) -> tuple[Actor, ...]:
    ids = {party for one in relations for party in (one.source, one.target) if party}
    ids.update(party for one in events for party in (one.source, one.target) if party)
    return tuple(sorted((cast.actors[one] for one in ids), key=lambda one: (one.name, one.id)))


def _places_of(relations: Iterable[Relation], drawing: Drawing) -> tuple[Place, ...]:
    ids = {one.place for one in relations if one.place}
    found = places(drawing)
    return tuple(sorted((found[one] for one in ids), key=lambda place: (place.name, place.id)))


def places(drawing: Drawing) -> dict[str, Place]:
    """Places by id; of several spellings the first of the alphabet."""
    found: dict[str, Place] = {}
    for account, _, _ in drawing.heard:
        if account.place is not None:
            place = Place(*account.place)
            if place.id not in found or place.name < found[place.id].name:
                found[place.id] = place
    return found


def _sort_key(relation: Relation, cast: Cast) -> tuple[str, str, str, str]:
    other = cast.actors[relation.target].name if relation.target else relation.place or ""
    return (relation.predicate, cast.actors[relation.source].name, other, relation.id)
