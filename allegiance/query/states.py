"""A stretch as answers need it: what its claims amount to, without the claims. There are very many; few are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from allegiance.query.fold import Stretch
from allegiance.query.signals import DAY, Signal, Tie
from allegiance.query.stories import articles
from allegiance.records.canonical import digest
from allegiance.records.network import Relation
from allegiance.records.when import When

# Even many witnesses may copy one mistake.
SUREST = 0.99
# A relation that somebody denies is at best as likely as not.
DISPUTED = 0.5


class Cited(NamedTuple):
    """A claim and the article that makes it."""

    claim_id: str
    article_id: str


class State(NamedTuple):
    """One stretch of a relation.

    Attributes:
        number: which stretch of its relation it is, from 1; the settled and the alleged ones are counted apart.
        alleged: no report says so without a hedge.
        since, until: as `Stretch` has them; `until` is None while it goes on.
        drawn, sure: the days `[first, end)`, as `Stretch` has them; None for none.
        faded: it ended only because no report renewed it in time.
        last: the last day on which a claim says that it held.
        expires: the day from which it counts as faded unless renewed.
        attributed, derived, reports, witnesses, confidence, claim_ids: as `Relation` has them.
        former: claims only say that it is over.
        ends: the claims that say when it ended.
        against: the claims that dispute it, each with the time that it speaks of.
        first: the first claim that it rests on.
        results: the actors that are said to have come of it, by the claims that say so.
        cited: the claim to cite: one about the relation itself before one that merely bears on it; the earliest of either.
        marks: what becomes of each of `claims`, a letter each (`query.marks`); empty where it has not been kept.
    """

    tie: Tie
    number: int
    alleged: bool
    since: When
    until: When | None
    drawn: tuple[date, date] | None
    sure: tuple[date, date] | None
    faded: bool
    last: date
    expires: date
    attributed: bool
    derived: bool
    reports: int
    witnesses: int
    confidence: float
    claim_ids: tuple[str, ...]
    former: bool
    ends: tuple[str, ...]
    against: tuple[tuple[When, str], ...]
    first: Cited
    cited: Cited
    results: tuple[str, ...] = ()
    marks: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of all actors that it names, each once."""
        return tuple(dict.fromkeys((*self.tie.parties, *self.results)))

    @property
    def doubters(self) -> tuple[str, ...]:
        """The claims that speak against it, in the order of `against`."""
        return tuple(dict.fromkeys(claim for _, claim in self.against))

    @property
    def disputed_by(self) -> tuple[str, ...]:
        """The claims that speak against it, sorted."""
        return tuple(sorted(self.doubters))

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims for it and against it."""
        return (*self.claim_ids, *self.disputed_by) if self.against else self.claim_ids

    @property
    def extent(self) -> tuple[date, date]:
        """The days `[first, end)` of its beginning and, where there is one, its end; open ends are left out.

        "Once an ally" is told of on the last day that its end may have been.
        """
        when = self.until or self.since
        assert when.end is not None
        return (when.start if when.start is not None else when.end - DAY, when.end)

    def may_hold(self, day: date) -> bool:
        """Could it have held that day?"""
        return self.drawn is not None and self.drawn[0] <= day < self.drawn[1]

    def surely_held(self, day: date) -> bool:
        """Did it hold that day for sure?"""
        return self.sure is not None and self.sure[0] <= day < self.sure[1]

    def relation(self, on: date) -> Relation:
        """The record, as a map of that day shows it."""
        tie = self.tie
        return Relation(
            relation_id(tie),
            tie.predicate,
            tie.source,
            tie.target,
            tie.place,
            self.since,
            None if self.faded else self.until,
            self.faded,
            self.surely_held(on),
            self.alleged,
            self.attributed,
            self.derived,
            self.reports,
            self.witnesses,
            self.confidence,
            self.claim_ids,
            self.disputed_by if self.against else (),
            self.results,
            tie.names,
        )


@lru_cache(maxsize=65536)
def relation_id(tie: Tie) -> str:
    """The same on every day."""
    return digest("relation", *tie.parts)


def states(tie: Tie, stretches: Iterable[Stretch], *, alleged: bool) -> Iterator[State]:
    """What stretches of one relation amount to, in their order."""
    for number, stretch in enumerate(stretches, 1):
        yield _state(tie, number, stretch, alleged)


def _state(tie: Tie, number: int, stretch: Stretch, alleged: bool) -> State:
    pro = stretch.rests_on
    return State(
        tie=tie,
        number=number,
        alleged=alleged,
        since=stretch.since,
        until=stretch.until,
        drawn=stretch.drawn,
        sure=stretch.sure,
        faded=stretch.faded,
        last=stretch.last,
        expires=stretch.expires,
        attributed=all(one.account.stated for one in pro),
        derived=all(one.derived for one in pro),
        reports=len(articles(one.account for one in pro)),
        witnesses=len({one.account.witness for one in pro}),
        confidence=_confidence(pro, disputed=bool(stretch.against)),
        claim_ids=_claims(pro),
        former=len(stretch.ends) == len(pro),
        ends=_claims(stretch.ends),
        against=_against(stretch.against),
        first=_cited(pro[0]),
        cited=_cited(min(pro, key=lambda one: one.derived)),
        results=tuple(dict.fromkeys(one.result for one in pro if one.result is not None)),
    )


def _claims(signals: Iterable[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.account.claim_id for one in signals))


def _against(signals: Iterable[Signal]) -> tuple[tuple[When, str], ...]:
    doubts = dict.fromkeys((one.lo, one.hi, one.account.claim_id) for one in signals)
    return tuple((When(lo, hi, "vague"), claim) for lo, hi, claim in doubts)


def _cited(signal: Signal) -> Cited:
    return Cited(signal.account.claim_id, signal.account.article_id)


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
