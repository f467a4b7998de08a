"""Claims of events as deeds, and deeds that are of one event together: reports of the same are judged together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from allegiance.lexicon.sameness import Sameness
from allegiance.query.signals import DAY
from allegiance.query.wordings import Retelling, Told, first_out, told_by
from allegiance.resolve.deeds import Deed, compare, is_contested, is_same, span_of
from allegiance.resolve.happenings import Pair, Surroundings, happenings, pairs, pairs_beside
from allegiance.store.ledgers import Account

# What is planned, threatened or requested has not happened.
TOLD = frozenset({"asserted", "alleged", "denied"})


class Happening(NamedTuple):
    """All claims of one event, whatever their stance, by the day they were out.

    Attributes:
        id: its first claim, with the report that makes it.
    """

    id: str
    deeds: tuple[Deed, ...]
    accounts: tuple[Account, ...]

    @property
    def asserted(self) -> tuple[Account, ...]:
        """The claims that say without a hedge that it happened."""
        return tuple(one for one in self.accounts if one.stance == "asserted")


class Before(NamedTuple):
    """What was judged of other claims by the same rules, to take from it what is the same.

    Attributes:
        anew: claims, by id and article, that were not among them, or said something else or of somebody else.
    """

    happenings: Happenings
    anew: Collection[tuple[str, str]]


class Happenings:
    """Everything that claims say was done, by event."""

    def __init__(
        self,
        accounts: Iterable[Account],
        actor_of: Mapping[str, str],
        rules: Sameness,
        before: Before | None = None,
    ) -> None:
        self._rules = rules
        self._actor_of = actor_of
        self._accounts = sorted(accounts, key=last_day)
        self._many = len(self._accounts)
        self._before = before

    def alone(self) -> None:
        """Take nothing from what was judged before any more."""
        self._before = None

    @property
    def reach(self) -> timedelta:
        """Claims of one event end no further apart than this."""
        rules = self._rules
        return timedelta(days=rules.days_vague + rules.days_apart + rules.days_reported)

    @cached_property
    def all(self) -> tuple[Happening, ...]:
        """The events, by the day on which they were first told."""
        deeds = [deed for deed, _ in self._told.values()]
        if self._before is None:
            return self._grouped(deeds, self._pairs)
        same = [pair for pair in self._pairs if is_same(pair[2], self._rules)]
        changed = _linked([*self._fresh.values(), *self._bereft()], same)
        near = (pair for pair in same if pair[0].id in changed)
        others = (
            one
            for one in self._before.happenings.all
            if all(self._has(deed) and deed.id not in changed for deed in one.deeds)
        )
        # What is the same has been taken; it need not be kept in memory with what was not.
        self._before = None
        return tuple(sorted((*others, *self._grouped([*changed.values()], near)), key=_first_deed))

    def between(self, first: date, last: date) -> tuple[Happening, ...]:
        """Those of `all` that some claim puts, at the latest, on one of these days, both included."""
        return tuple(
            one
            for one in self.around(first, last)
            if any(self._ends(deed, first, last) for deed in one.deeds)
        )

    def around(self, first: date, last: date) -> tuple[Happening, ...]:
        """The same, with all those of `all` whose claims are likened to theirs, directly or by way of others.

        Only claims of about that time are looked at, and further ones as long as events reach to them.
        """
        pad = 2 * self.reach
        while True:
            accounts = self._slice(first - pad, last + pad)
            told = told_by(accounts, self._actor_of)
            deeds = [deed for deed, _ in told.values()]
            found = [pair for pair in pairs(deeds, self._rules) if is_same(pair[2], self._rules)]
            wanted = _linked((one for one in deeds if self._ends(one, first, last)), found)
            inner = (first - pad + self.reach, last + pad - self.reach)
            whole = len(accounts) == self._many
            if whole or all(self._ends(one, *inner) for one in wanted.values()):
                near = (pair for pair in found if pair[0].id in wanted)
                groups = happenings(list(wanted.values()), near, self._rules)
                return tuple(_happening(group, told) for group in groups)
            pad += self.reach

    def likened(self, claims: Collection[tuple[str, str]]) -> Iterator[Account]:
        """All claims likened to one of these directly, and these themselves; `claims` are ids with the articles' ids."""
        found = [pair for pair in self._pairs if is_same(pair[2], self._rules)]
        told = [
            (deed, any((one.claim_id, one.article_id) in claims for one in several))
            for deed, several in self._told.values()
        ]
        near = {deed.id for deed, is_one in told if is_one}
        beside = {b.id for a, b, _ in found if a.id in near}
        beside |= {a.id for a, b, _ in found if b.id in near}
        for name in sorted(near | beside):
            yield from self._told[name][1]

    @cached_property
    def rivals(self) -> tuple[tuple[Happening, Happening], ...]:
        """Every two events that may be one, told of several doers."""
        return tuple(_rivals(self.all, self._pairs, self._rules))

    @cached_property
    def _told(self) -> Told:
        if self._before is None:
            return told_by(self._accounts, self._actor_of)
        known, anew = self._before
        return known._retelling.told_by(self._accounts, self._actor_of, anew)

    @cached_property
    def _retelling(self) -> Retelling:
        return Retelling(self._told, self._actor_of)

    @cached_property
    def _pairs(self) -> list[Pair]:
        if self._before is None:
            return self._telling(pairs((deed for deed, _ in self._told.values()), self._rules))
        known = self._before.happenings
        kept = [pair for pair in known._pairs if self._has(pair[0]) and self._has(pair[1])]
        fresh = self._fresh.values()
        beside = pairs_beside(fresh, known._surroundings, self._rules, counts=self._has)
        return kept + self._telling(chain(pairs(fresh, self._rules), beside))

    def _telling(self, found: Iterable[Pair]) -> list[Pair]:
        """Those pairs that matter: the others are only ruled out by nothing, which is not enough for anything."""
        rules = self._rules
        return [one for one in found if is_same(one[2], rules) or is_contested(one[2], rules)]

    @cached_property
    def _surroundings(self) -> Surroundings:
        return Surroundings((deed for deed, _ in self._told.values()), self._rules)

    def _has(self, deed: Deed) -> bool:
        """Is it told here, too, by the same claims?"""
        known = self._told.get(deed.id)
        return known is not None and known[0] is deed

    @cached_property
    def _fresh(self) -> dict[str, Deed]:
        """Deeds that were not told before, or by other claims; by id."""
        if self._before is None:
            return {}
        before = self._before.happenings
        return {name: deed for name, (deed, _) in self._told.items() if not before._has(deed)}

    def _bereft(self) -> Iterator[Deed]:
        """Deeds that were likened to some that are not told here, or by other claims."""
        if self._before is not None:
            for one, other, found in self._before.happenings._pairs:
                if self._has(one) != self._has(other) and is_same(found, self._rules):
                    yield one if self._has(one) else other

    def _grouped(self, deeds: Sequence[Deed], found: Iterable[Pair]) -> tuple[Happening, ...]:
        groups = happenings(deeds, found, self._rules)
        return tuple(_happening(group, self._told) for group in groups)

    def _slice(self, first: date, last: date) -> list[Account]:
        start = bisect_left(self._accounts, first, key=last_day)
        return self._accounts[start : bisect_right(self._accounts, last, key=last_day)]

    def _ends(self, deed: Deed, first: date, last: date) -> bool:
        _, end = span_of(deed, self._rules)
        return first.toordinal() <= end <= last.toordinal()


def happening_of(accounts: Iterable[Account], actor_of: Mapping[str, str]) -> Happening:
    """The event that these claims are known to be of, and no others."""
    told = told_by(accounts, actor_of)
    return _happening(sorted((deed for deed, _ in told.values()), key=_deed_id), told)


def rivals_among(
    several: Collection[Happening], rules: Sameness
) -> tuple[tuple[Happening, Happening], ...]:
    """Every two of some events that may be one, told of several doers."""
    deeds = [deed for one in several for deed in one.deeds]
    return tuple(_rivals(several, pairs(deeds, rules), rules))


def _rivals(
    several: Iterable[Happening], found: Iterable[Pair], rules: Sameness
) -> Iterator[tuple[Happening, Happening]]:
    of = {deed.id: one for one in several for deed in one.deeds}
    for one, other, finding in found:
        mine, theirs = of[one.id], of[other.id]
        contested = mine.id != theirs.id and is_contested(finding, rules)
        if contested and _none_rules_out(mine, theirs, rules):
            yield mine, theirs


def _deed_id(deed: Deed) -> str:
    return deed.id


def _first_deed(one: Happening) -> str:
    return one.deeds[0].id


def _linked(deeds: Iterable[Deed], found: Iterable[Pair]) -> dict[str, Deed]:
    """These deeds, and all that are tied to them by pairs, directly or by way of others; by id."""
    partners: defaultdict[str, list[Deed]] = defaultdict(list)
    for one, other, _ in found:
        partners[one.id].append(other)
        partners[other.id].append(one)
    linked = {deed.id: deed for deed in deeds}
    waiting = list(linked)
    while waiting:
        for deed in partners[waiting.pop()]:
            if deed.id not in linked:
                linked[deed.id] = deed
                waiting.append(deed.id)
    return dict(sorted(linked.items()))


def _happening(deeds: Sequence[Deed], told: Told) -> Happening:
    accounts = sorted((one for deed in deeds for one in told[deed.id][1]), key=first_out)
    first = accounts[0]
    # Two articles may make a claim of the same words, and so of one id.
    return Happening(f"{first.claim_id} {first.report}", tuple(deeds), tuple(accounts))


def _none_rules_out(mine: Happening, theirs: Happening, rules: Sameness) -> bool:
    return all(compare(one, other, rules) for one in mine.deeds for other in theirs.deeds)


def last_day(account: Account) -> date:
    """The last day on which it may have been, as `span_of` a deed has it."""
    when = account.when
    if when is None:
        return account.known_on
    if when.end is not None:
        return when.end - DAY
    return max(account.known_on, when.start or account.known_on)
