"""A stretch of a relation cut into days of which it is known in different ways, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from allegiance.records.history import History, Interval
from allegiance.records.when import When

ONE_DAY = timedelta(days=1)

# "sure": it held, wherever in their ranges its beginning and its end lie. "unsure": it may have begun or ended on some day of
# these. "quiet": no report tells of it any more, and none says that it ended.
How = Literal["sure", "unsure", "quiet"]


class Piece(NamedTuple):
    """The days `[first, end)`."""

    first: date
    end: date
    how: How


class View(NamedTuple):
    """The days `[first, end)` that a drawing shows."""

    first: date
    end: date


def view_of(history: History) -> View | None:
    """The days asked for; where open, those of which the intervals tell; None where there is none.

    What fades after the day of knowledge is shown up to that day: nobody asked what comes then.
    """
    known = _after(history.known_by)
    spans = [_span(one, known) for one in history.intervals]
    if not spans:
        return None
    first = min(history.since or min(first for first, _ in spans), date.max - ONE_DAY)
    asked = _after(history.until) if history.until is not None else None
    end = asked or max(end for _, end in spans)
    return View(first, max(end, _after(first)))


def pieces(interval: Interval, view: View) -> Iterator[Piece]:
    """The days on which it may have held, as far as they are in view; none for happenings and for what is only said to have been."""
    drawn = interval.drawn
    if interval.happening or drawn is None:
        return
    first = max(drawn.start, view.first)
    end = min(drawn.end or view.end, view.end)
    sure = interval.sure
    cuts = [_after(interval.last), *((sure.start, sure.end) if sure is not None else ())]
    inside = {cut for cut in cuts if cut is not None and first < cut < end}
    days = sorted({first, *inside, end}) if first < end else []
    alike = groupby(pairwise(days), key=lambda pair: _how(interval, pair[0]))
    for how, pairs in alike:
        (one, other), *more = pairs
        yield Piece(one, more[-1][1] if more else other, how)


def goes_on(interval: Interval, view: View) -> bool:
    """May it hold beyond the view?"""
    drawn = interval.drawn
    return (
        not interval.happening and drawn is not None and (drawn.end is None or drawn.end > view.end)
    )


def began_before(interval: Interval, view: View) -> bool:
    """Was it there before the first day drawn, or may it have been?"""
    drawn = interval.drawn
    if interval.happening or drawn is None:
        return False
    return interval.relation.since.start is None or drawn.start < view.first


def moment(interval: Interval) -> When | None:
    """When a happening happened; when what is only said to have been was over; None for what lasts."""
    if interval.happening:
        return interval.relation.since
    if interval.drawn is None:
        return interval.relation.until or interval.relation.since
    return None


def _how(interval: Interval, day: date) -> How:
    if interval.relation.until is None and day > interval.last:
        return "quiet"
    sure = interval.sure
    if sure is not None and sure.start <= day and (sure.end is None or day < sure.end):
        return "sure"
    return "unsure"


def _span(interval: Interval, known: date) -> tuple[date, date]:
    """The first day of which it tells, and the day after the last."""
    when, drawn = moment(interval), interval.drawn
    if when is not None:
        # Whoever tells of a moment tells by when it was.
        assert when.end is not None
        return when.start or when.end - ONE_DAY, when.end
    assert drawn is not None
    told = max(_after(interval.last), _after(drawn.start))
    if drawn.end is None:
        return drawn.start, told
    return drawn.start, max(told, drawn.end if interval.relation.until else min(drawn.end, known))


def _after(day: date) -> date:
    return day + ONE_DAY if day < date.max else day
