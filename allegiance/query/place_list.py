"""Places with what was done there, and who is said to hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from allegiance.query.event_list import by_predicate
from allegiance.query.events import EventSeen
from allegiance.query.seen import Seen
from allegiance.records.listing import Deaths, PlaceRow, PlacesSeen
from allegiance.records.network import Event, Relation

UNKNOWN = "unknown"


def places_seen(
    seen: Seen, events: Iterable[EventSeen], held: Iterable[Relation], kinds: Mapping[str, str]
) -> PlacesSeen:
    """A row a place, by name.

    Args:
        held: relations of places.
        kinds: what places are, by id.
    """
    done: defaultdict[str, list[Event]] = defaultdict(list)
    unplaced = 0
    for one in events:
        if one.site is None:
            unplaced += 1
        else:
            done[one.site.id].append(one.event)
    holders: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in held:
        if relation.place is not None:
            holders[relation.place].append(relation)
    places = seen.places({*done, *holders})
    ids = sorted(places, key=lambda one: (places[one].name, one))
    actors = seen.chart.cast.actors
    who = {one.source for several in holders.values() for one in several}
    return PlacesSeen(
        places=tuple(
            PlaceRow(
                place=places[one],
                kind=kinds.get(one, UNKNOWN),
                radius_km=seen.radii.get(one),
                events=by_predicate(done[one]),
                deaths=_deaths(done[one]),
                controls=tuple(holders[one]),
                claim_ids=_claims(done[one], holders[one]),
            )
            for one in ids
        ),
        unplaced=unplaced,
        actors=tuple(sorted((actors[one] for one in who), key=lambda one: (one.name, one.id))),
    )


def _deaths(events: Iterable[Event]) -> Deaths | None:
    killed = [loss for one in events for loss in one.tolls if loss.kind == "killed"]
    if not killed:
        return None
    highs = [loss.high for loss in killed if loss.high is not None]
    high = sum(highs) if len(highs) == len(killed) else None
    return Deaths(sum(loss.low for loss in killed), high)


def _claims(events: Iterable[Event], held: Iterable[Relation]) -> tuple[str, ...]:
    told = [claim for one in events for claim in (*one.claim_ids, *one.disputed_by)]
    told += [claim for one in held for claim in (*one.claim_ids, *one.disputed_by)]
    return tuple(dict.fromkeys(told))
