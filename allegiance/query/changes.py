"""What changed: in the world between two days, or in what was known of it between two days of knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from allegiance.query.drawing import Drawing
from allegiance.query.history import Traced, Wanted, actors_of, places_of, sort_key, touches, traced
from allegiance.query.signals import DAY, Tie
from allegiance.records.changes import Change, Changes, What
from allegiance.records.history import Interval
from allegiance.records.when import When

WHATS: tuple[What, ...] = get_args(What)


def changes(
    drawing: Drawing,
    wanted: Wanted,
    *,
    known_by: date,
    earlier: Drawing | None,
    known_from: date | None,
) -> Changes:
    """What changed in the world in the wanted days; or, given an earlier drawing, in what was known about them.

    Args:
        drawing: of claims known by `known_by`.
        earlier: of claims known by `known_from`, with the same cast, so that who was taken for somebody else by then
            is no change of relations.
    """
    if earlier is None or known_from is None:
        found = list(_in_the_world(drawing, wanted, known_by))
    else:
        old = list(traced(earlier, wanted, known_by=known_from))
        new = list(traced(drawing, wanted, known_by=known_by))
        found = list(_in_knowledge(drawing, wanted, old, new, known_from))
    intervals = [one.interval for one in found]
    return Changes(
        about=wanted.actor,
        since=wanted.since,
        until=wanted.until,
        known_from=known_from,
        known_by=known_by,
        changes=tuple(sorted(found, key=lambda one: _sort_key(one, drawing))),
        actors=actors_of(intervals, drawing.cast),
        places=places_of(intervals, drawing),
    )


def _in_the_world(drawing: Drawing, wanted: Wanted, known_by: date) -> Iterator[Change]:
    for one in traced(drawing, wanted, known_by=known_by):
        for what, when, claim_ids in _moments(drawing, one):
            if _may_lie_in(when, wanted):
                sure = _lies_in(when, wanted)
                yield Change(what, when, sure, None, one.interval, None, claim_ids)


def _moments(drawing: Drawing, one: Traced) -> Iterator[tuple[What, When, tuple[str, ...]]]:
    """All that happens to one stretch: what, when, and who says so."""
    interval, stretch = one
    relation = interval.relation
    begun: What = drawing.ontology.relation(relation.predicate).begun
    if interval.drawn is not None:
        untold = relation.since.start is None and not interval.happening
        yield "first-told" if untold else begun, relation.since, relation.claim_ids
    if relation.until is not None:
        ends = dict.fromkeys(signal.account.claim_id for signal in stretch.ends)
        yield "ended", relation.until, tuple(ends)
    elif relation.faded and interval.drawn is not None and not interval.happening:
        end = interval.drawn.end
        assert end is not None
        yield "faded", When(end, end + DAY, "day"), relation.claim_ids
    doubts: defaultdict[When, dict[str, None]] = defaultdict(dict)
    for signal in stretch.against:
        doubts[When(signal.lo, signal.hi, "vague")][signal.account.claim_id] = None
    for when, claims in doubts.items():
        yield "disputed", when, tuple(claims)


def _may_lie_in(when: When, wanted: Wanted) -> bool:
    """Of a time of unknown beginning the last day counts: it is the one that somebody names."""
    assert when.end is not None
    last = when.end - DAY
    first = when.start if when.start is not None else last
    begun = wanted.until is None or first <= wanted.until
    return begun and (wanted.since is None or last >= wanted.since)


def _lies_in(when: When, wanted: Wanted) -> bool:
    assert when.end is not None
    late_enough = wanted.since is None or (when.start is not None and when.start >= wanted.since)
    return late_enough and (wanted.until is None or when.end - DAY <= wanted.until)


def _in_knowledge(
    drawing: Drawing,
    wanted: Wanted,
    old: Iterable[Traced],
    new: Iterable[Traced],
    known_from: date,
) -> Iterator[Change]:
    known_on = {one.account.claim_id: one.account.known_on for one in drawing.heard}
    earlier, later = _by_tie(old), _by_tie(new)
    for tie in dict.fromkeys((*earlier, *later)):
        for before, after in _paired(earlier.get(tie, []), later.get(tie, [])):
            about_those_days = any(one and touches(one, wanted) for one in (before, after))
            if about_those_days:
                for what, claim_ids in _news(before, after):
                    days = (known_on[claim] for claim in claim_ids)
                    day = min((day for day in days if day > known_from), default=None)
                    shown = after or before
                    assert shown is not None
                    yield Change(what, None, True, day, shown, before, claim_ids)


def _by_tie(several: Iterable[Traced]) -> dict[Tie, list[Interval]]:
    found: defaultdict[Tie, list[Interval]] = defaultdict(list)
    for interval, _ in several:
        one = interval.relation
        found[Tie(one.predicate, one.source, one.target, one.place)].append(interval)
    return found


def _paired(
    old: Sequence[Interval], new: Sequence[Interval]
) -> Iterator[tuple[Interval | None, Interval | None]]:
    """Each stretch that was known with what became of it; None on the left of a new one, on the right of one that is gone."""
    left = list(old)
    for after in new:
        before = max(left, key=lambda one: _likeness(one, after), default=None)
        if before is None or not any(_likeness(before, after)):
            yield None, after
        else:
            left.remove(before)
            yield before, after
    for gone in left:
        yield gone, None


def _likeness(before: Interval, after: Interval) -> tuple[int, bool]:
    """How many claims they share; then whether any day."""
    shared = set(before.relation.claim_ids) & set(after.relation.claim_ids)
    return (len(shared), _overlap(before, after))


def _overlap(one: Interval, other: Interval) -> bool:
    if one.drawn is None or other.drawn is None:
        return one.drawn is other.drawn
    end = min(one.drawn.end or date.max, other.drawn.end or date.max)
    return max(one.drawn.start, other.drawn.start) < end


def _news(
    before: Interval | None, after: Interval | None
) -> Iterator[tuple[What, tuple[str, ...]]]:
    """What became known of one stretch, and the claims that brought it."""
    if after is None:
        yield "withdrawn", ()
        return
    if before is None:
        yield "learned", after.relation.claim_ids
        return
    old, now = before.relation, after.relation
    brought = tuple(one for one in now.claim_ids if one not in set(old.claim_ids))
    if old.alleged and not now.alleged:
        yield "settled", brought
    elif (old.since, old.until) != (now.since, now.until):
        yield "redated", brought
    if doubts := tuple(one for one in now.disputed_by if one not in set(old.disputed_by)):
        yield "disputed", doubts


def _sort_key(change: Change, drawing: Drawing) -> tuple[object, ...]:
    when = change.when
    if when is not None:
        assert when.end is not None
        day = when.start if when.start is not None else when.end - DAY
    else:
        day = change.known_on or date.max
    return (day, WHATS.index(change.what), *sort_key(change.interval, drawing.cast))
