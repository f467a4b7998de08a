"""What each claim says for or against each relation: the rules of `relations.toml` and `events.toml`, applied.

A claim's time is its own where the text gives one. Otherwise it is the day its report was known: a relation that holds
is said to hold by then, never to begin then. A report that names no day of publication counts from the day it was added,
as nobody can show that it was out before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from allegiance.lexicon.moves import Act, Effect, PhaseMove
from allegiance.lexicon.names import name_key
from allegiance.lexicon.ontology import Ontology, RelationKind
from allegiance.records.judgement import Actor
from allegiance.store.ledgers import Account

# On one day: what begins a relation before what renews it, that before what ends it, and doubt last.
RANK: Mapping[Act, int] = {"opens": 0, "supports": 1, "ends": 2, "closes": 2, "disputes": 3}
Fate = Literal["drawn", "nameless", "unsettled", "alleged", "denied", "event"]
DAY = timedelta(days=1)


class Tie(NamedTuple):
    """Who stands how to whom; for symmetric predicates the lesser actor comes first.

    Attributes:
        names: the new and the old name of an actor that took another one; None for all else.
    """

    predicate: str
    source: str
    target: str | None
    place: str | None
    names: tuple[str, str] | None = None

    @property
    def parts(self) -> tuple[str | None, ...]:
        """What tells it from all others."""
        return (*self[:4], *(self.names or ()))

    @property
    def parties(self) -> tuple[str, ...]:
        """Its sides; of an actor that took another name, the same twice."""
        return (self.source,) if self.target is None else (self.source, self.target)


class Signal(NamedTuple):
    """One claim's word on one relation; a tuple, as there are very many.

    Attributes:
        lo: the first possible day; None where open.
        hi: the day after the last possible one.
        weight: how much of the claim's confidence counts.
        days: for so long it speaks; None for as long as the relation's kind says.
        derived: the claim is about something else that bears on this.
        result: the actor that is said to have come of it; None where none is named.
    """

    act: Act
    lo: date | None
    hi: date
    account: Account
    weight: float = 1.0
    days: int | None = None
    derived: bool = False
    result: str | None = None

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
        self._moves = ontology.moves
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
        phase = account.phase or "holds"
        does, denied = self._moves.phases[phase], self._moves.denied[phase]
        stance = self._moves.stances[account.stance]
        kind = self._relations[account.predicate]
        if does == "refuses" and stance == "speaks":
            act: Act = "closes" if kind.refusal == "ends" else "disputes"
            return "unsettled", [(tie, Signal(act, *_range(account), account))]
        if does in ("refuses", "nothing") or stance == "nothing":
            return "unsettled", []
        if stance == "denies":
            return "denied", list(self._of_denial(account, kind, tie, holds=denied == "supports"))
        fate: Fate = "alleged" if stance == "apart" else "drawn"
        return fate, list(self._of_relation(account, kind, tie, does, settled=stance == "speaks"))

    def _tie_of(self, account: Account) -> Tie | None:
        """The relation that a claim is about; None where a party has no name, or both are one."""
        source = self._actor_of.get(account.source or "")
        if source is None:
            return None
        kind = self._relations[account.predicate]
        if kind.target == "place":
            return Tie(kind.predicate, source, None, account.place[0]) if account.place else None
        target = self._actor_of.get(account.target or "")
        if target is None and kind.result is not None:
            # "It merged with four other groups into the Army": of the five only one has a name, and so has the Army.
            target = self._actor_of.get(account.result or "")
        if target is None:
            return None
        if target == source:
            names = account.names if kind.renames else None
            named_anew = names is not None and name_key(names[0]) != name_key(names[1])
            return Tie(kind.predicate, source, target, None, names) if named_anew else None
        return _tie(kind, source, target)

    def _of_relation(
        self, account: Account, kind: RelationKind, tie: Tie, does: PhaseMove, *, settled: bool
    ) -> Iterator[tuple[Tie, Signal]]:
        lo, hi = _range(account)
        begun = _beginning(account)
        result = self._actor_of.get(account.result or "") if kind.result is not None else None
        if begun is not None and does in ("opens", "supports"):
            # "Since 2012" says two things: it began then, and it still held when the report came out.
            yield tie, Signal("opens", *begun, account, result=result)
            yield tie, Signal("supports", lo, hi, account)
        elif does == "ends":
            lo, hi = begun or (lo, hi)
            yield tie, Signal("ends", lo, hi, account)
            if kind.either_way:
                yield _turned(tie), Signal("closes", lo, hi, account)
        else:
            act: Act = "opens" if does == "opens" else "supports"
            yield tie, Signal(act, lo, hi, account, result=result)
        if does == "opens" and settled:
            yield from self._consequences(account, kind, tie)

    def _of_denial(
        self, account: Account, kind: RelationKind, tie: Tie, *, holds: bool
    ) -> Iterator[tuple[Tie, Signal]]:
        """A denied end is a word for the relation; a denied relation is as strong as who denies it."""
        lo, hi = _range(account)
        if holds:
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
        if source is None or target is None or source == target:
            return
        if self._moves.stances[account.stance] != "speaks":
            return
        if source.kind not in self._parties or target.kind not in self._parties:
            return
        for effect in self._effects.get(account.predicate, ()):
            tie = _tie(self._relations[effect.relation], source.id, target.id)
            yield tie, _effect_of(account, effect)


def exclusive_ends(
    said: Mapping[Tie, Iterable[Signal]], exclusive: frozenset[str]
) -> Iterator[tuple[Tie, Signal]]:
    """Whoever begins to hold a place ends it for all others there, but for those who begin it at the same time."""
    holders: dict[tuple[str, str], list[Tie]] = {}
    for tie in said:
        if tie.predicate in exclusive and tie.place is not None:
            holders.setdefault((tie.predicate, tie.place), []).append(tie)
    for ties in holders.values():
        takings = {tie: [one for one in said[tie] if one.act == "opens"] for tie in ties}
        taken = {(tie, _time_of(one)) for tie in ties for one in takings[tie]}
        for tie in ties:
            for taking in takings[tie]:
                end = taking._replace(act="closes", derived=True)
                for other in ties:
                    if other != tie and (other, _time_of(taking)) not in taken:
                        yield other, end


def _time_of(signal: Signal) -> tuple[date, date] | str:
    """The days of it; where they are not known what one report tells is of one time."""
    return (signal.lo, signal.hi) if signal.lo is not None else signal.account.article_id


def _effect_of(account: Account, effect: Effect) -> Signal:
    lo, hi = _range(account)
    return Signal(effect.act, lo, hi, account, effect.weight, effect.days, derived=True)


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


def _beginning(account: Account) -> tuple[date, date] | None:
    """When what is so, or is over, "since" some time came about; None where the claim does not say.

    The claim keeps the first day of that time alone: where that is the first of a year or a month, the text may have
    named no more than these. Nothing comes about after the report of it.
    """
    when = account.when
    if when is None or when.grain != "since" or when.start is None:
        return None
    lo = when.start
    if lo.day > 1:
        hi = lo + DAY
    elif lo.month > 1:
        hi = (lo + timedelta(days=31)).replace(day=1)
    else:
        hi = lo.replace(year=min(lo.year + 1, date.max.year))
    return lo, max(lo + DAY, min(hi, account.known_on + DAY))
