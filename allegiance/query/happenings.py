"""Claims of events as deeds, and deeds that are of one event together: reports of the same are judged together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from allegiance.lexicon.sameness import Sameness
from allegiance.resolve.deeds import Deed, Spot, compare, is_contested
from allegiance.resolve.happenings import happenings, pairs
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


class Happenings:
    """Everything that claims say was done, by event."""

    def __init__(
        self, accounts: Iterable[Account], actor_of: Mapping[str, str], rules: Sameness
    ) -> None:
        self._rules = rules
        alike: defaultdict[tuple[object, ...], list[Account]] = defaultdict(list)
        for account in accounts:
            alike[_wording(account, actor_of)].append(account)
        self._told = {
            deed.id: (deed, group) for group in alike.values() for deed in (_deed(group, actor_of),)
        }

    @cached_property
    def all(self) -> tuple[Happening, ...]:
        """The events, by the day on which they were first told."""
        deeds = [deed for deed, _ in self._told.values()]
        return tuple(self._happening(group) for group in happenings(deeds, self._rules))

    @cached_property
    def contested(self) -> tuple[tuple[Happening, ...], ...]:
        """Events that are told of several doers, each with the others that may be the same."""
        of = {deed.id: one for one in self.all for deed in one.deeds}
        near: defaultdict[str, set[str]] = defaultdict(set)
        by_id = {one.id: one for one in self.all}
        for one, other, found in pairs([deed for deed, _ in self._told.values()], self._rules):
            mine, theirs = of[one.id], of[other.id]
            contested = mine.id != theirs.id and is_contested(found, self._rules)
            if contested and _none_rules_out(mine, theirs, self._rules):
                near[mine.id].add(theirs.id)
                near[theirs.id].add(mine.id)
        groups = {tuple(sorted({name, *others})) for name, others in near.items()}
        return tuple(tuple(by_id[name] for name in group) for group in sorted(groups))

    def _happening(self, deeds: Sequence[Deed]) -> Happening:
        accounts = [account for deed in deeds for account in self._told[deed.id][1]]
        accounts.sort(key=_first_out)
        first = accounts[0]
        # Two articles may make a claim of the same words, and so of one id.
        return Happening(f"{first.claim_id} {first.report}", tuple(deeds), tuple(accounts))


def _none_rules_out(mine: Happening, theirs: Happening, rules: Sameness) -> bool:
    return all(compare(one, other, rules) for one in mine.deeds for other in theirs.deeds)


def _wording(account: Account, actor_of: Mapping[str, str]) -> tuple[object, ...]:
    """What is equal in claims that are of one event whatever the rules say; without a time only those of one report."""
    return (
        _type(account),
        account.stance == "denied",
        actor_of.get(account.source or ""),
        actor_of.get(account.target or ""),
        account.place[0] if account.place else None,
        account.when,
        account.report if account.when is None else None,
    )


def _deed(group: list[Account], actor_of: Mapping[str, str]) -> Deed:
    first = min(group, key=_first_out)
    when = first.when
    return Deed(
        id=f"{first.known_on} {first.claim_id} {first.article_id}",
        type=_type(first),
        who=actor_of.get(first.source or ""),
        whom=actor_of.get(first.target or ""),
        where=_spot(first),
        first=when.start.toordinal() if when and when.start else None,
        last=when.end.toordinal() - 1 if when and when.end else None,
        out=first.known_on.toordinal(),
        tolls=tuple(dict.fromkeys(toll for one in group for toll in one.tolls)),
        denied=first.stance == "denied",
    )


def _type(account: Account) -> str:
    return account.plover or account.predicate.upper()


def _spot(account: Account) -> Spot | None:
    if account.place is None:
        return None
    name, _, _, latitude, longitude = account.place
    return Spot(name, latitude, longitude, account.radius_km)


def _first_out(account: Account) -> tuple[date, str, str]:
    return (account.known_on, account.claim_id, account.article_id)
