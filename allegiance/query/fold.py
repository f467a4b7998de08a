"""Fold what claims say of one relation into stretches of time.

The claims are gone through by day, so the order in which they came never shows. A stretch opens with the first word for
the relation, goes on while it is renewed in time, and closes with an end. After an end, one late report that it still
holds is doubt, not news: background sentences outlive what they tell. It opens a new stretch when more witnesses say that
it holds than said that it ended, or when the end is long past.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import attrgetter

from allegiance.lexicon.ontology import RelationKind
from allegiance.query.signals import DAY, Signal
from allegiance.records.when import Grain, When

_ORDER = attrgetter("order")


@dataclass(slots=True)
class Stretch:
    """A relation from its beginning to its end, both as ranges; still open where `until_hi` is None.

    Attributes:
        begun: a claim says that it began; otherwise it was there by `since_hi`.
        last: the last day on which a claim says that it held.
        expires: the day from which it counts as faded unless renewed.
        rests_on: signals for it, its end included.
        against: signals that dispute it, or its end.
    """

    since_lo: date | None
    since_hi: date
    begun: bool
    since_grain: Grain
    last: date
    expires: date
    until_lo: date | None = None
    until_hi: date | None = None
    until_grain: Grain = "vague"
    faded: bool = False
    rests_on: list[Signal] = field(default_factory=list)
    ends: list[Signal] = field(default_factory=list)
    against: list[Signal] = field(default_factory=list)

    @property
    def since(self) -> When:
        """When it began; open at its start where nobody says."""
        if self.since_lo is None or not self.begun:
            return When(self.since_lo, self.since_hi, "until" if self.since_lo is None else "vague")
        return When(self.since_lo, self.since_hi, self.since_grain)

    @property
    def until(self) -> When | None:
        """When it ended; None while it goes on."""
        if self.until_hi is None:
            return None
        return When(self.until_lo, self.until_hi, self.until_grain)

    @property
    def drawn(self) -> tuple[date, date] | None:
        """The days `[first, end)` on which it may have held, going by what is claimed; None for none."""
        if len(self.ends) == len(self.rests_on):
            # "Once an ally", and nothing more: there is no day to draw it on.
            return None
        first = self.since_lo if self.begun and self.since_lo is not None else self.since_hi - DAY
        return (first, self._end) if first < self._end else None

    @property
    def sure(self) -> tuple[date, date] | None:
        """The days `[first, end)` on which it held wherever in their ranges its beginning and end lie; None for none."""
        if self.drawn is None:
            return None
        first = self.since_hi - DAY
        over = self._end if self.faded or self.until_lo is None else self.until_lo
        return (first, over) if first < over else None

    def may_hold(self, day: date) -> bool:
        """Could it have held that day?"""
        return self.drawn is not None and self.drawn[0] <= day < self.drawn[1]

    def surely_held(self, day: date) -> bool:
        """Did it hold that day for sure?"""
        return self.sure is not None and self.sure[0] <= day < self.sure[1]

    @property
    def _end(self) -> date:
        return self.until_hi if self.until_hi is not None else self.expires


def fold(kind: RelationKind, signals: Iterable[Signal], *, reopen_days: int) -> tuple[Stretch, ...]:
    """The stretches of one relation, the earliest first; they never overlap."""
    folding = _Folding(kind, timedelta(days=reopen_days))
    for signal in sorted(signals, key=_ORDER):
        folding.take(signal)
    return tuple(folding.stretches)


class _Folding:
    def __init__(self, kind: RelationKind, reopen: timedelta) -> None:
        self.stretches: list[Stretch] = []
        self._kind = kind
        self._reopen = reopen
        self._doubts: list[Signal] = []

    def take(self, signal: Signal) -> None:
        self._let_fade(signal.day)
        if signal.act == "opens":
            self._opens(signal)
        elif signal.act == "supports":
            self._supports(signal)
        elif signal.act == "disputes" or self._kind.nature == "change":
            # What happens once has no end; who says that it is over disputes it.
            if self._open:
                self.stretches[-1].against.append(signal)
        else:
            self._ends(signal)

    @property
    def _open(self) -> bool:
        return bool(self.stretches) and self.stretches[-1].until_hi is None

    def _let_fade(self, day: date) -> None:
        if self._open and self._kind.nature == "state" and day >= self.stretches[-1].expires:
            last = self.stretches[-1]
            last.until_lo, last.until_hi, last.faded = last.last, last.expires, True

    def _opens(self, signal: Signal) -> None:
        if not self._open:
            self._start(signal)
            return
        stretch = self.stretches[-1]
        if stretch.begun and not signal.derived and _lies_in(signal, stretch):
            # "In 2013", says one, and "on 3 May 2013" another: the second is no contradiction, but knows more.
            stretch.since_lo, stretch.since_hi = signal.lo, signal.hi
            stretch.since_grain = _grain(signal.lo, signal.hi, signal)
        self._renew(signal)

    def _supports(self, signal: Signal) -> None:
        if self._open:
            self._renew(signal)
        elif signal.derived:
            # Weak signs (a threat, a joint patrol) renew a relation; they never begin one.
            return
        elif not self.stretches or self.stretches[-1].faded:
            self._start(signal)
        else:
            self._doubt(signal)

    def _doubt(self, signal: Signal) -> None:
        closed = self.stretches[-1]
        assert closed.until_hi is not None
        self._doubts.append(signal)
        outvoted = len(_witnesses(self._doubts)) > len(_witnesses(closed.ends))
        if outvoted or signal.day - closed.until_hi >= self._reopen:
            first, *others = self._doubts
            self._start(first)
            for other in others:
                self._renew(other)
            self.stretches[-1].against.extend(closed.ends)
        else:
            closed.against.append(signal)

    def _start(self, signal: Signal) -> None:
        # It began after the end of the stretch before, unless that has only faded: then it may have gone on unseen.
        last = self.stretches[-1] if self.stretches else None
        before = last.until_hi if last is not None and not last.faded else None
        begun = signal.act == "opens" and not signal.derived and signal.lo is not None
        lo = signal.lo if begun else before
        if lo is not None and lo >= signal.hi:
            lo = None
        grain = _grain(lo, signal.hi, signal) if begun else "vague"
        held = signal.hi - DAY
        stretch = Stretch(lo, signal.hi, begun, grain, held, self._expiry(signal))
        stretch.rests_on.append(signal)
        self.stretches.append(stretch)
        self._doubts = []

    def _renew(self, signal: Signal) -> None:
        stretch = self.stretches[-1]
        stretch.rests_on.append(signal)
        stretch.last = max(stretch.last, signal.hi - DAY)
        if self._kind.nature == "state":
            stretch.expires = max(stretch.expires, self._expiry(signal))

    def _expiry(self, signal: Signal) -> date:
        days = signal.days if signal.days is not None else self._kind.fades_days
        if self._kind.nature == "change":
            days = self._kind.shown_days
        if days is None:
            return date.max
        return min(date.max - timedelta(days=days), signal.hi) + timedelta(days=days)

    def _ends(self, signal: Signal) -> None:
        if self._open:
            self._close(signal)
        elif not self.stretches:
            if signal.act == "ends":
                self._formerly(signal)
        elif signal.act == "ends" or not self.stretches[-1].faded:
            self._confirm_end(signal)

    def _close(self, signal: Signal) -> None:
        stretch = self.stretches[-1]
        # An end of unknown day lies after the last day on which it still held, and before the report of it.
        lo = signal.lo if signal.lo is not None else stretch.last
        stretch.until_lo, stretch.until_hi = min(lo, signal.hi - DAY), signal.hi
        stretch.until_grain = _grain(stretch.until_lo, stretch.until_hi, signal)
        self._end_by(signal)

    def _confirm_end(self, signal: Signal) -> None:
        stretch = self.stretches[-1]
        assert stretch.until_hi is not None
        if stretch.faded:
            stretch.faded = False
            stretch.until_lo = max(stretch.last, signal.lo or stretch.last)
            stretch.until_hi = max(signal.hi, stretch.until_lo + DAY)
            stretch.until_grain = _grain(stretch.until_lo, stretch.until_hi, signal)
        self._end_by(signal)

    def _formerly(self, signal: Signal) -> None:
        stretch = Stretch(
            since_lo=None,
            since_hi=signal.hi,
            begun=False,
            since_grain="until",
            last=signal.hi - DAY,
            expires=date.max,
            until_lo=signal.lo,
            until_hi=signal.hi,
            until_grain=_grain(signal.lo, signal.hi, signal),
        )
        self.stretches.append(stretch)
        self._end_by(signal)

    def _end_by(self, signal: Signal) -> None:
        stretch = self.stretches[-1]
        stretch.rests_on.append(signal)
        stretch.ends.append(signal)
        self._doubts = []


def _lies_in(signal: Signal, stretch: Stretch) -> bool:
    """Is its time a part of that of the stretch's beginning?"""
    if stretch.since_lo is None or signal.lo is None:
        return False
    return stretch.since_lo <= signal.lo and signal.hi <= stretch.since_hi


def _grain(lo: date | None, hi: date, signal: Signal) -> Grain:
    """How the text counts a time, where the time is what the text says; otherwise vague, if it is no single day."""
    when = signal.account.when
    if when is not None and (when.start, when.end) == (lo, hi):
        return when.grain
    return "day" if lo is not None and hi - lo == DAY else "vague"


def _witnesses(signals: Iterable[Signal]) -> set[str]:
    return {signal.account.witness for signal in signals}
