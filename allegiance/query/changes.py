"""What changed: in the world between two days, or in what was known of it between two days of knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, get_args

from allegiance.query.chart import Chart
from allegiance.query.history import Traced, Wanted, actors_of, places_of, traced
from allegiance.query.signals import DAY, Tie
from allegiance.records.changes import Change, Changes, What
from allegiance.records.listing import Key
from allegiance.records.when import When
from allegiance.resolve.actors import Cast

WHATS: tuple[What, ...] = get_args(What)


class Shift(NamedTuple):
    """A change before it is made a record: there are very many, and few are asked for at once.

    Attributes:
        shown: the stretch as it is known afterwards; what was withdrawn, as it was known before.
        Others: as of `Change`.
    """

    what: What
    when: When | None
    sure: bool
    known_on: date | None
    shown: Traced
    before: Traced | None
    claims: tuple[str, ...]

    def change(self) -> Change:
        """The record."""
        before = self.before.interval() if self.before is not None else None
        shown = self.shown.interval()
        return Change(self.what, self.when, self.sure, self.known_on, shown, before, self.claims)


def changes(
    chart: Chart,
    wanted: Wanted,
    *,
    known_by: date,
    earlier: Chart | None,
    known_from: date | None,
) -> Changes:
    """What changed in the world in the wanted days; or, given an earlier drawing, in what was known about them.

    Args:
        chart: of claims known by `known_by`.
        earlier: of claims known by `known_from`, with the same cast, so that who was taken for somebody else by then
            is no change of relations.
    """
    found = shifts(chart, wanted, known_by=known_by, earlier=earlier, known_from=known_from)
    told = tuple(one.change() for one in found)
    intervals = [one.interval for one in told]
    return Changes(
        about=wanted.actor,
        since=wanted.since,
        until=wanted.until,
        known_from=known_from,
        known_by=known_by,
        changes=told,
        actors=actors_of(intervals, chart.cast),
        places=places_of(intervals, chart),
    )


def shifts(
    chart: Chart,
    wanted: Wanted,
    *,
    known_by: date,
    earlier: Chart | None,
    known_from: date | None,
) -> list[Shift]:
    """The same, before they are records: by day, then by what."""
    if earlier is None or known_from is None:
        found = _in_the_world(chart, wanted, known_by)
    else:
        old = list(traced(earlier, wanted, known_by=known_from))
        new = list(traced(chart, wanted, known_by=known_by))
        found = _in_knowledge(chart, wanted, old, new, known_from)
    taken = [one for one in found if wanted.takes(one.shown.state)]
    return sorted(taken, key=shift_key(chart.cast))


def shift_key(cast: Cast) -> Callable[[Shift], Key]:
    """The order of changes, no two of which are equal."""

    def key(shift: Shift) -> Key:
        end = shift.when.end if shift.when is not None else None
        return (
            _day(shift).isoformat(),
            WHATS.index(shift.what),
            *shift.shown.key(cast),
            # Doubts of one stretch may begin on one day, and end on several.
            end.isoformat() if end is not None else "",
        )

    return key


def _in_the_world(chart: Chart, wanted: Wanted, known_by: date) -> Iterator[Shift]:
    for one in traced(chart, wanted, known_by=known_by):
        for what, when, claims in _moments(chart, one):
            if _may_lie_in(when, wanted):
                yield Shift(what, when, _lies_in(when, wanted), None, one, None, claims)


class _Moment(NamedTuple):
    """Something that happens to a stretch, and the claims that say so."""

    what: What
    when: When
    claims: tuple[str, ...]


def _moments(chart: Chart, one: Traced) -> Iterator[_Moment]:
    state = one.state
    since, until, drawn = state.since, state.until, state.drawn
    if drawn is not None:
        untold = since.start is None and not one.happening
        begun = chart.kind(state.tie).begun
        yield _Moment("first-told" if untold else begun, since, state.claim_ids)
    if one.faded and drawn is not None:
        yield _Moment("faded", When(drawn[1], drawn[1] + DAY, "day"), state.claim_ids)
    elif until is not None:
        yield _Moment("ended", until, state.ends)
    doubts: defaultdict[When, list[str]] = defaultdict(list)
    for when, claim in state.against:
        doubts[when].append(claim)
    for when, claims in doubts.items():
        yield _Moment("disputed", when, tuple(claims))


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
    chart: Chart,
    wanted: Wanted,
    old: Iterable[Traced],
    new: Iterable[Traced],
    known_from: date,
) -> Iterator[Shift]:
    found = list(_all_news(wanted, old, new))
    origins = chart.origins({claim for _, claims, _, _ in found for claim in claims})
    for what, claims, before, shown in found:
        days = (origins[claim].known_on for claim in claims)
        day = min((day for day in days if day > known_from), default=None)
        yield Shift(what, None, True, day, shown, before, claims)


def _all_news(
    wanted: Wanted, old: Iterable[Traced], new: Iterable[Traced]
) -> Iterator[tuple[What, tuple[str, ...], Traced | None, Traced]]:
    """What became known, by which claims, of what was known before, and as it is known now."""
    earlier, later = _by_tie(old), _by_tie(new)
    for tie in dict.fromkeys((*earlier, *later)):
        for before, after in _paired(earlier.get(tie, []), later.get(tie, [])):
            shown = after or before
            if shown is not None and any(one and one.touches(wanted) for one in (before, after)):
                for what, claims in _news(before, after):
                    yield what, claims, before, shown


def _by_tie(several: Iterable[Traced]) -> dict[Tie, list[Traced]]:
    found: defaultdict[Tie, list[Traced]] = defaultdict(list)
    for one in several:
        found[one.state.tie].append(one)
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
    shared = set(before.state.claim_ids) & set(after.state.claim_ids)
    one, other = before.state.drawn, after.state.drawn
    if one is None or other is None:
        return (len(shared), one is other)
    return (len(shared), max(one[0], other[0]) < min(one[1], other[1]))


def _news(before: Traced | None, after: Traced | None) -> Iterator[tuple[What, tuple[str, ...]]]:
    """What became known of one stretch, and the claims that brought it."""
    if after is None:
        yield "withdrawn", ()
        return
    now = after.state
    if before is None:
        yield "learned", now.claim_ids
        return
    old = before.state
    brought = _without(now.claim_ids, old.claim_ids)
    if old.alleged and not now.alleged:
        yield "settled", brought
    elif (old.since, old.until if not old.faded else None) != (
        now.since,
        now.until if not now.faded else None,
    ):
        yield "redated", brought
    if doubts := _without(now.doubters, old.doubters):
        yield "disputed", doubts


def _without(claims: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    old = set(known)
    return tuple(claim for claim in claims if claim not in old)


def _day(shift: Shift) -> date:
    when = shift.when
    if when is None:
        return shift.known_on or date.max
    assert when.end is not None
    return when.start if when.start is not None else when.end - DAY
