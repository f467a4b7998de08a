"""The map of one day as another day knew it: claims, folded into dated relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from allegiance.query.drawing import Drawing, places
from allegiance.query.events import recent_events
from allegiance.query.fold import Stretch
from allegiance.query.signals import Signal, Tie
from allegiance.query.stories import articles
from allegiance.records.canonical import digest
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, LeftOut, Network, Place, Relation
from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account

# Even many witnesses may copy one mistake.
SUREST = 0.99
# A relation that somebody denies is at best as likely as not.
DISPUTED = 0.5


@dataclass(frozen=True, slots=True)
class Floor:
    """How well founded a relation or an event has to be.

    Attributes:
        reviewed_only: rest on claims alone that a reviewer has accepted or corrected.
        confidence: at least so sure, 0 to 1.
        witnesses: told by at least so many.
    """

    reviewed_only: bool = False
    confidence: float = 0.0
    witnesses: int = 0

    def bears(self, confidence: float, witnesses: int) -> bool:
        """Is what has so much confidence and so many witnesses well founded?"""
        return confidence >= self.confidence and witnesses >= self.witnesses


NO_FLOOR = Floor()


def network(
    drawing: Drawing,
    *,
    on: date,
    known_by: date,
    actor: str | None = None,
    kinds: Collection[str] = (),
    alleged: bool = False,
    floor: Floor = NO_FLOOR,
) -> Network:
    """Relations that hold on a day.

    Args:
        drawing: of claims known by `known_by`; where `actor` is given, those of the actor suffice.
        actor: an actor's id: only what it is a party to.
        kinds: predicates, of relations or of events; none for all.
        alleged: draw what is only alleged, too.
        floor: draw only what is at least so well founded.
    """
    cast = drawing.cast
    heard, drawing = drawing, drawing.reviewed() if floor.reviewed_only else drawing
    held = _relations(drawing, on, alleged)
    held = [one for one in held if not kinds or one.predicate in kinds]
    if actor is not None:
        held = [one for one in held if actor in (one.source, one.target)]
    relations = [one for one in held if floor.bears(one.confidence, one.witnesses)]
    events = _events(drawing, on, kinds)
    if actor is not None:
        events = tuple(one for one in events if actor in (one.source, one.target))
    events = well_founded(events, drawing, floor)
    return Network(
        on=on,
        known_by=known_by,
        actors=_actors_of(relations, events, cast),
        places=_places_of(relations, drawing),
        relations=tuple(sorted(relations, key=lambda one: _sort_key(one, cast))),
        events=events,
        left_out=_left_out(heard, floor, held, relations, kinds, actor),
    )


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
        reports=len(articles(one.account for one in pro)),
        witnesses=len({one.account.witness for one in pro}),
        confidence=_confidence(pro, disputed=bool(against)),
        claim_ids=tuple(dict.fromkeys(one.account.claim_id for one in pro)),
        disputed_by=tuple(against),
    )


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
        who = signal.account.witness
        best[who] = max(best.get(who, 0.0), signal.account.confidence * signal.weight)
    doubt = 1.0
    for _, sure in sorted(best.items()):
        doubt *= 1.0 - sure
    return round(min(SUREST, 1.0 - doubt) * (DISPUTED if disputed else 1.0), 4)


def _events(drawing: Drawing, on: date, kinds: Collection[str]) -> tuple[Event, ...]:
    if not kinds:
        return recent_events(drawing, on)
    if not any(kind.predicate in kinds for kind in drawing.ontology.events):
        return ()
    return tuple(one for one in recent_events(drawing, on) if one.predicate in kinds)


def well_founded(told: Sequence[Event], drawing: Drawing, floor: Floor) -> tuple[Event, ...]:
    """Events by the surest of their claims, and their witnesses."""
    if floor == NO_FLOOR:
        return tuple(told)
    sure = {one.account.claim_id: one.account.confidence for one in drawing.heard}
    return tuple(
        one for one in told if floor.bears(max(map(sure.__getitem__, one.claim_ids)), one.witnesses)
    )


def _left_out(
    drawing: Drawing,
    floor: Floor,
    held: Iterable[Relation],
    shown: Iterable[Relation],
    kinds: Collection[str],
    actor: str | None,
) -> LeftOut:
    """Why each claim that is not shown is not; `held` is what would be, were there no floor."""
    seen, weak = _claims_of(shown), _claims_of(held)
    counts: Counter[str] = Counter()
    for account, fate, _ in drawing.heard:
        if fate == "event" or account.claim_id in seen:
            continue
        if (kinds and account.predicate not in kinds) or (
            actor is not None and not _names(account, actor, drawing.cast)
        ):
            continue
        if floor.reviewed_only and not account.reviewed:
            counts["unreviewed"] += 1
        else:
            counts["weak" if account.claim_id in weak else fate] += 1
    return LeftOut(
        nameless=counts["nameless"],
        unsettled=counts["unsettled"],
        alleged=counts["alleged"],
        denied=counts["denied"],
        over=counts["drawn"],
        weak=counts["weak"],
        unreviewed=counts["unreviewed"],
    )


def _claims_of(relations: Iterable[Relation]) -> frozenset[str]:
    return frozenset(claim for one in relations for claim in (*one.claim_ids, *one.disputed_by))


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


def _sort_key(relation: Relation, cast: Cast) -> tuple[str, str, str, str]:
    other = cast.actors[relation.target].name if relation.target else relation.place or ""
    return (relation.predicate, cast.actors[relation.source].name, other, relation.id)
