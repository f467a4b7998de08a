"""Events that a filter lets pass: as rows, day by day, and one of them with all that tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from allegiance.errors import UnknownName
from allegiance.query.claim_table import most
from allegiance.query.dossier import within
from allegiance.query.events import EventSeen
from allegiance.query.history import Wanted
from allegiance.query.seen import Seen
from allegiance.records.answer import Explanation
from allegiance.records.listing import (
    DayCount,
    DayGrain,
    EventFacets,
    EventTold,
    PredicateCount,
    WitnessGroup,
)
from allegiance.records.network import Event


def chosen_events(seen: Seen, wanted: Wanted) -> tuple[EventSeen, ...]:
    """The events that are wanted, the latest first."""
    return tuple(one for one in seen.events if _fits(one, wanted))


def event_facets(chosen: Iterable[EventSeen], seen: Seen) -> EventFacets:
    """How many of them have what, the most frequent first."""
    predicates: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    sites: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in chosen:
        predicates[one.event.predicate] += 1
        actors.update({party for party in (one.event.source, one.event.target) if party})
        if one.site is not None:
            sites[one.site.id] += 1
            names[one.site.id] = one.site.name
    labels = {kind.predicate: kind.label for kind in seen.chart.ontology.events}
    known = seen.chart.cast.actors
    return EventFacets(
        predicate=most(predicates, labels),
        actor=most(actors, {key: known[key].name for key in actors}),
        place=most(sites, names),
    )


def event_told(
    seen: Seen, event_id: str, explain: Callable[[Iterable[str]], tuple[Explanation, ...]]
) -> EventTold:
    """An event with its claims by independent witness, denials too.

    Args:
        explain: gives the explanations of claims.

    Raises:
        UnknownName: no event has that id.
    """
    happening = seen.happenings.get(event_id)
    if happening is None:
        raise UnknownName(
            f"no event has the id {event_id!r}; it may have another since reports were added: look in /events"
        )
    claims: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for account in happening.accounts:
        claims[account.witness][account.claim_id] = None
    groups = (WitnessGroup(witness, explain(claim_ids)) for witness, claim_ids in claims.items())
    return EventTold(seen.row(seen.seen(happening)), tuple(groups))


def day_counts(chosen: Iterable[EventSeen], grain: DayGrain) -> tuple[DayCount, ...]:
    """How many events there were in each day, week (from Monday), month, quarter or year that has any."""
    stretches: defaultdict[date, list[Event]] = defaultdict(list)
    for one in chosen:
        stretches[_start(one.event.day, grain)].append(one.event)
    return tuple(
        DayCount(
            start=start,
            end=_after(start, grain),
            events=len(events),
            uncertain=sum(_may_be_before(one, start) for one in events),
            by_predicate=by_predicate(events),
        )
        for start, events in sorted(stretches.items())
    )


def by_predicate(events: Iterable[Event]) -> tuple[PredicateCount, ...]:
    """The most frequent type first."""
    counts: Mapping[str, int] = Counter(one.predicate for one in events)
    ranked = sorted(counts, key=lambda one: (-counts[one], one))
    return tuple(PredicateCount(one, counts[one]) for one in ranked)


def _fits(seen: EventSeen, wanted: Wanted) -> bool:
    event = seen.event
    return (
        (not wanted.kinds or event.predicate in wanted.kinds)
        and wanted.actor in (None, event.source, event.target)
        and wanted.floor.bears(seen.confidence, event.witnesses)
        and within(event, wanted.since, wanted.until)
    )


def _may_be_before(event: Event, start: date) -> bool:
    return event.when is None or event.when.start is None or event.when.start < start


def _start(day: date, grain: DayGrain) -> date:
    if grain == "day":
        return day
    if grain == "week":
        return day - timedelta(days=day.weekday())
    if grain == "month":
        return day.replace(day=1)
    if grain == "quarter":
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return day.replace(month=1, day=1)


def _after(start: date, grain: DayGrain) -> date:
    """The first day of the next stretch; of the last year there is, its last day."""
    days = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[grain]
    try:
        return _start(start + timedelta(days=days), grain)
    except OverflowError:
        return date.max
