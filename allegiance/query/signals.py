"""What each claim says for or against each relation: the rules of `relations.toml` and `events.toml`, applied.

A claim's time is its own where the text gives one. Otherwise it is the day its report was known: a relation that holds
is said to hold by then, never to begin then. A report that names no day of publication counts from the day it was added,
as nobody can show that it was out before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from allegiance.lexicon.ontology import Effect, Ontology, RelationKind
from allegiance.records.judgement import Actor
from allegiance.store.ledgers import Account

# opens: it began. supports: it held. ends: it ended. closes: it ended if it was there. disputes: somebody says no.
Act = Literal["opens", "supports", "ends", "closes", "disputes"]
RANK: Mapping[Act, int] = {"opens": 0, "supports": 1, "ends": 2, "closes": 2, "disputes": 3}
ACTS: Mapping[str, Act] = {"holds": "supports", "begins": "opens", "ends": "ends"}
Fate = Literal["drawn", "nameless", "unsettled", "alleged", "denied", "event"]
UNSETTLED_PHASES = frozenset({"sought", "refused"})
UNSETTLED_STANCES = frozenset({"planned", "threatened", "requested"})
DAY = timedelta(days=1)


class Tie(NamedTuple):
    """Who stands how to whom; for symmetric predicates the lesser actor comes first."""

    predicate: str
    source: str
    target: str | None
    place: str | None


class Signal(NamedTuple):
    """One claim's word on one relation; a tuple, as there are very many.

    Attributes:
        lo: the first possible day; None where open.
        hi: the day after the last possible one.
        weight: how much of the claim's confidence counts.
        days: for so long it speaks; None for as long as the relation's kind says.
        derived: the claim is about something else that bears on this.
    """

    act: Act
    lo: date | None
    hi: date
    account: Account
    weight: float = 1.0
    days: int | None = None
    derived: bool = False

    @property
    def day(self) -> date:
        """Where it stands in time: a beginning as early as it may, all else as late."""
        return self.lo if self.act == "opens" and self.lo is not None else self.hi - DAY

    @property
    def order(self) -> tuple[date, int, str, str]:
        """By day; what begins a relation before what ends it."""
        return (self.day, RANK[self.act], self.account.claim_id, self.account.article_id)


class Interpreter:
    """Reads claims by one ontology and one cast."""

    def __init__(
        self, ontology: Ontology, actors: Mapping[str, Actor], actor_of: Mapping[str, str]
    ) -> None:
        self._relations = {kind.predicate: kind for kind in ontology.relations}
        self._effects = {kind.predicate: kind.effects for kind in ontology.events}
        self._parties = frozenset(ontology.parties)
        self._actors = actors
        self._actor_of = actor_of

    def read(self, account: Account) -> tuple[Fate, list[tuple[Tie, Signal]]]:
        """What becomes of a claim, and all that it says; nothing where it is not settled, or names nobody."""
        if account.kind == "event":
            return "event", list(self._of_event(account))
        tie = self._tie_of(account)
        if tie is None:
            return "nameless", []
        kind = self._relations[account.predicate]
        if account.phase == "refused" and account.stance == "asserted":
            act: Act = "closes" if kind.refusal == "ends" else "disputes"
            return "unsettled", [(tie, Signal(act, *_range(account), account))]
        if account.phase in UNSETTLED_PHASES or account.stance in UNSETTLED_STANCES:
            return "unsettled", []
        if account.stance == "denied":
            return "denied", list(self._of_denial(account, kind, tie))
        fate: Fate = "alleged" if account.stance == "alleged" else "drawn"
        return fate, list(self._of_relation(account, kind, tie))

    def _tie_of(self, account: Account) -> Tie | None:
        """The relation that a claim is about; None where a party has no name, or both are one."""
        source = self._actor_of.get(account.source or "")
        if source is None:
            return None
        kind = self._relations[account.predicate]
        if kind.target == "place":
            return Tie(kind.predicate, source, None, account.place[0]) if account.place else None
        target = self._actor_of.get(account.target or "")
        return None if target is None or target == source else _tie(kind, source, target)

    def _of_relation(
        self, account: Account, kind: RelationKind, tie: Tie
    ) -> Iterator[tuple[Tie, Signal]]:
        act = ACTS[account.phase or "holds"]
        lo, hi = _range(account)
        when = account.when
        if act == "supports" and when is not None and when.grain == "since" and lo is not None:
            yield tie, Signal("opens", lo, lo + DAY, account)
        yield tie, Signal(act, lo, hi, account)
        if act == "ends" and kind.either_way:
            yield _turned(tie), Signal("closes", lo, hi, account)
        if act == "opens" and account.stance == "asserted":
            yield from self._consequences(account, kind, tie)

    def _of_denial(
        self, account: Account, kind: RelationKind, tie: Tie
    ) -> Iterator[tuple[Tie, Signal]]:
        """A denied end is a word for the relation; a denied relation is as strong as who denies it."""
        lo, hi = _range(account)
        if account.phase == "ends":
            yield tie, Signal("supports", lo, hi, account)
            return
        speaker = self._actor_of.get(account.speaker or "")
        for one in (tie, _turned(tie)) if kind.either_way else (tie,):
            sides = (one.source, one.target or one.place)
            by = sides.index(speaker) if speaker is not None and speaker in sides else 2
            act: Act = "closes" if kind.denial[by] == "ends" else "disputes"
            yield one, Signal(act, lo, hi, account)

    def _consequences(
        self, account: Account, kind: RelationKind, tie: Tie
    ) -> Iterator[tuple[Tie, Signal]]:
        """What is over, or in doubt, between the same two once this begins."""
        lo, hi = _range(account)
        acts: tuple[tuple[tuple[str, ...], Act], ...] = (
            (kind.ends, "closes"),
            (kind.contests, "disputes"),
        )
        for predicates, act in acts:
            for predicate in predicates:
                other = _tie(self._relations[predicate], tie.source, tie.target or "")
                yield other, Signal(act, lo, hi, account, derived=True)

    def _of_event(self, account: Account) -> Iterator[tuple[Tie, Signal]]:
        source = self._actors.get(self._actor_of.get(account.source or "", ""))
        target = self._actors.get(self._actor_of.get(account.target or "", ""))
        if source is None or target is None or source == target or account.stance != "asserted":
            return
        if source.kind not in self._parties or target.kind not in self._parties:
            return
        for effect in self._effects.get(account.predicate, ()):
            tie = _tie(self._relations[effect.relation], source.id, target.id)
            yield tie, _effect_of(account, effect)


def exclusive_ends(
    said: Mapping[Tie, Iterable[Signal]], exclusive: frozenset[str]
) -> Iterator[tuple[Tie, Signal]]:
    """Whoever begins to hold a place ends it for all others there."""
    holders: dict[tuple[str, str], list[Tie]] = {}
    for tie in said:
        if tie.predicate in exclusive and tie.place is not None:
            holders.setdefault((tie.predicate, tie.place), []).append(tie)
    for ties in holders.values():
        for tie in ties:
            for signal in said[tie]:
                if signal.act == "opens" and signal.account.stance == "asserted":
                    end = Signal("closes", signal.lo, signal.hi, signal.account, derived=True)
                    yield from ((other, end) for other in ties if other != tie)


def _effect_of(account: Account, effect: Effect) -> Signal:
    lo, hi = _range(account)
    act: Act = "opens" if effect.opens else "supports"
    return Signal(act, lo, hi, account, effect.weight, effect.days, derived=True)


def _tie(kind: RelationKind, source: str, target: str) -> Tie:
    if kind.symmetric and target < source:
        source, target = target, source
    return Tie(kind.predicate, source, target, None)


def _turned(tie: Tie) -> Tie:
    """The same two the other way round."""
    return tie if tie.target is None else tie._replace(source=tie.target, target=tie.source)


def _range(account: Account) -> tuple[date | None, date]:
    """When what a claim says was so, by the day its report was out."""
    out = account.known_on + DAY
    when = account.when
    if when is None:
        return None, out
    if when.end is not None:
        return when.start, when.end
    # Open at its end ("since 2012"): it was still so when the report came out.
    return when.start, max(out, when.start + DAY) if when.start is not None else out
