"""What changed: in the world between two days, or in what was known of it between two days of knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, get_args

from allegiance.query.drawing import Drawing
from allegiance.query.history import Traced, Wanted, actors_of, places_of, sort_key, traced
from allegiance.query.signals import DAY, Signal, Tie
from allegiance.records.changes import Change, Changes, What
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
    found = [one for one in found if wanted.takes(one.interval)]
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
        moments = [moment for moment in _moments(drawing, one) if _may_lie_in(moment.when, wanted)]
        if moments:
            interval = one.interval()
            for what, when, signals in moments:
                sure = _lies_in(when, wanted)
                yield Change(what, when, sure, None, interval, None, _claims(signals))


class _Moment(NamedTuple):
    """Something that happens to a stretch, and the words that say so."""

    what: What
    when: When
    signals: Iterable[Signal]


def _moments(drawing: Drawing, one: Traced) -> Iterator[_Moment]:
    stretch = one.stretch
    since, until, drawn = stretch.since, stretch.until, stretch.drawn
    if drawn is not None:
        untold = since.start is None and not one.happening
        begun = drawing.kind(one.tie).begun
        yield _Moment("first-told" if untold else begun, since, stretch.rests_on)
    if one.faded and drawn is not None:
        yield _Moment("faded", When(drawn[1], drawn[1] + DAY, "day"), stretch.rests_on)
    elif until is not None:
        yield _Moment("ended", until, stretch.ends)
    doubts: defaultdict[When, list[Signal]] = defaultdict(list)
    for signal in stretch.against:
        doubts[When(signal.lo, signal.hi, "vague")].append(signal)
    for when, signals in doubts.items():
        yield _Moment("disputed", when, signals)


def _claims(signals: Iterable[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(signal.account.claim_id for signal in signals))


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
            shown = after or before
            if shown is not None and any(one and one.touches(wanted) for one in (before, after)):
                for what, claim_ids in _news(before, after):
                    days = (known_on[claim] for claim in claim_ids)
                    day = min((day for day in days if day > known_from), default=None)
                    known = before.interval() if before is not None else None
                    yield Change(what, None, True, day, shown.interval(), known, claim_ids)


def _by_tie(several: Iterable[Traced]) -> dict[Tie, list[Traced]]:
    found: defaultdict[Tie, list[Traced]] = defaultdict(list)
    for one in several:
        found[one.tie].append(one)
    return found


def _paired(
    old: Sequence[Traced], new: Sequence[Traced]
) -> Iterator[tuple[Traced | None, Traced | None]]:
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


def _likeness(before: Traced, after: Traced) -> tuple[int, bool]:
    """How many claims they share; then whether any day."""
    shared = set(_claims(before.stretch.rests_on)) & set(_claims(after.stretch.rests_on))
    one, other = before.stretch.drawn, after.stretch.drawn
    if one is None or other is None:
        return (len(shared), one is other)
    return (len(shared), max(one[0], other[0]) < min(one[1], other[1]))


def _news(before: Traced | None, after: Traced | None) -> Iterator[tuple[What, tuple[str, ...]]]:
    """What became known of one stretch, and the claims that brought it."""
    if after is None:
        yield "withdrawn", ()
        return
    claims = _claims(after.stretch.rests_on)
    if before is None:
        yield "learned", claims
        return
    old, now = before.stretch, after.stretch
    brought = _without(claims, old.rests_on)
    if before.alleged and not after.alleged:
        yield "settled", brought
    elif (old.since, old.until if not old.faded else None) != (
        now.since,
        now.until if not now.faded else None,
    ):
        yield "redated", brought
    if doubts := _without(_claims(now.against), old.against):
        yield "disputed", doubts


def _without(claims: tuple[str, ...], signals: Iterable[Signal]) -> tuple[str, ...]:
    old = set(_claims(signals))
    return tuple(claim for claim in claims if claim not in old)


def _sort_key(change: Change, drawing: Drawing) -> tuple[object, ...]:
    when = change.when
    if when is not None:
        assert when.end is not None
        day = when.start if when.start is not None else when.end - DAY
    else:
        day = change.known_on or date.max
    return (day, WHATS.index(change.what), *sort_key(change.interval, drawing.cast))
