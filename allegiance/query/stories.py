"""Each story once: what a reprint says is what its original says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from allegiance.resolve.actors import Cast
from allegiance.store.ledgers import Account


def each_story_once(told: Iterable[Account], cast: Cast) -> list[Account]:
    """Leave out of a reprint what its original says as well; of several copies the first counts."""
    told = list(told)
    if not any(account.copied for account in told):
        return told
    tellers: dict[tuple[object, ...], Account] = {}
    for account in told:
        story = story_of(account, cast)
        if story not in tellers or _precedence(account) < _precedence(tellers[story]):
            tellers[story] = account
    return [one for one in told if tellers[story_of(one, cast)].article_id == one.article_id]


def story_of(account: Account, cast: Cast) -> tuple[object, ...]:
    """What has to be equal for two claims to be one story, told by a report and its copies."""
    place = account.place[0] if account.place else None
    parties = (cast.actor_of.get(account.source or ""), cast.actor_of.get(account.target or ""))
    return (account.report, account.predicate, account.phase, account.stance, *parties, place)


def _precedence(account: Account) -> tuple[bool, date, str]:
    return (account.copied, account.known_on, account.article_id)
