"""Each story once: what a reprint says is what its original says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account


def each_story_once(told: Iterable[Account], cast: Cast) -> list[Account]:
    """Leave out of a reprint what its original says as well; of several copies the first counts, and names the others."""
    told = list(told)
    reprinted = {account.report for account in told if account.copied}
    tellers: defaultdict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in told:
        if account.report in reprinted:
            tellers[story_of(account, cast)].append(account)
    first: dict[int, tuple[str, ...]] = {}
    for several in tellers.values():
        article = min(several, key=_precedence).article_id
        copies = tuple(sorted({one.article_id for one in several} - {article}))
        first.update((id(one), copies) for one in several if one.article_id == article)
    once = []
    for one in told:
        if one.report not in reprinted:
            once.append(one)
        elif id(one) in first:
            copied_by = first[id(one)]
            once.append(one._replace(copies=copied_by) if copied_by else one)
    return once


def articles(told: Iterable[Account]) -> set[str]:
    """All articles that tell this, copies too."""
    return {article for one in told for article in (one.article_id, *one.copies)}


def story_of(account: Account, cast: Cast) -> tuple[object, ...]:
    """What has to be equal for two claims to be one story, told by a report and its copies."""
    place = account.place[0] if account.place else None
    parties = (cast.actor_of.get(account.source or ""), cast.actor_of.get(account.target or ""))
    return (account.report, account.predicate, account.phase, account.stance, *parties, place)


def _precedence(account: Account) -> tuple[bool, date, str]:
    return (account.copied, account.known_on, account.article_id)
