"""Claims of events word for word: those that are alike are one deed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from allegiance.resolve.deeds import Deed, Spot
from allegiance.store.ledgers import Account

# By the deed's id, with all claims that tell it.
Told: TypeAlias = "dict[str, tuple[Deed, list[Account]]]"
Wording: TypeAlias = "tuple[object, ...]"


def told_by(accounts: Iterable[Account], actor_of: Mapping[str, str]) -> Told:
    """The deeds that some claims tell."""
    alike: defaultdict[Wording, list[Account]] = defaultdict(list)
    for account in accounts:
        alike[_wording(account, actor_of)].append(account)
    deeds = ((_deed(group, actor_of), group) for group in alike.values())
    return {deed.id: (deed, group) for deed, group in deeds}


class Retelling:
    """Deeds that were told before: of other claims that are mostly the same, most are the same."""

    def __init__(self, before: Told, actor_of: Mapping[str, str]) -> None:
        self._before = before
        self._deed_of = {
            (one.claim_id, one.article_id): name
            for name, (_, several) in before.items()
            for one in several
        }
        self._worded = {
            _wording(several[0], actor_of): name for name, (_, several) in before.items()
        }

    def told_by(
        self,
        accounts: Iterable[Account],
        actor_of: Mapping[str, str],
        anew: Collection[tuple[str, str]],
    ) -> Told:
        """The deeds that some claims tell; those of which nothing has changed are the very ones that there were.

        Args:
            anew: claims, by id and article, that were not there, or said something else or of somebody else.
        """
        alike: defaultdict[str | Wording, list[Account]] = defaultdict(list)
        for account in accounts:
            key = (account.claim_id, account.article_id)
            if key in anew:
                wording = _wording(account, actor_of)
                alike[self._worded.get(wording, wording)].append(account)
            else:
                alike[self._deed_of[key]].append(account)
        found: Told = {}
        for name, group in alike.items():
            known = self._before.get(name) if isinstance(name, str) else None
            if known is None or known[1] != group:
                known = (_deed(group, actor_of), group)
            found[known[0].id] = known
        return found


def spot_of(account: Account) -> Spot | None:
    """Where it was, as far as places have to be compared."""
    if account.place is None:
        return None
    name, _, _, latitude, longitude = account.place
    return Spot(name, latitude, longitude, account.radius_km)


def first_out(account: Account) -> tuple[date, str, str]:
    """By what claims of one event are put in order."""
    return (account.known_on, account.claim_id, account.article_id)


def _wording(account: Account, actor_of: Mapping[str, str]) -> Wording:
    """What is equal in claims that are of one event whatever the rules say; without a time only those of one report."""
    when = account.when
    return (
        _type(account),
        account.stance == "denied",
        actor_of.get(account.source or ""),
        actor_of.get(account.target or ""),
        account.place[0] if account.place else None,
        when,
        account.report if when is None else None,
        account.known_on if when is None or when.end is None else None,
    )


def _deed(group: list[Account], actor_of: Mapping[str, str]) -> Deed:
    first = min(group, key=first_out)
    when = first.when
    return Deed(
        id=f"{first.known_on} {first.claim_id} {first.article_id}",
        type=_type(first),
        who=actor_of.get(first.source or ""),
        whom=actor_of.get(first.target or ""),
        where=spot_of(first),
        first=when.start.toordinal() if when and when.start else None,
        last=when.end.toordinal() - 1 if when and when.end else None,
        out=first.known_on.toordinal(),
        tolls=tuple(dict.fromkeys(toll for one in group for toll in one.tolls)),
        denied=first.stance == "denied",
    )


def _type(account: Account) -> str:
    return account.plover or account.predicate.upper()
