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
    if not any(account.copied for account in told):
        return told
    tellers: defaultdict[tuple[object, ...], list[Account]] = defaultdict(list)
    stories = [story_of(account, cast) for account in told]
    for account, story in zip(told, stories, strict=True):
        tellers[story].append(account)
    firsts = {
        story: min(several, key=_precedence).article_id
        for story, several in tellers.items()
        if len(several) > 1
    }
    return [
        one if story not in firsts else one._replace(copies=_others(tellers[story], one))
        for one, story in zip(told, stories, strict=True)
        if firsts.get(story, one.article_id) == one.article_id
    ]


def articles(told: Iterable[Account]) -> set[str]:
    """All articles that tell this, copies too."""
    return {article for one in told for article in (one.article_id, *one.copies)}


def story_of(account: Account, cast: Cast) -> tuple[object, ...]:
    """What has to be equal for two claims to be one story, told by a report and its copies."""
    place = account.place[0] if account.place else None
    parties = (cast.actor_of.get(account.source or ""), cast.actor_of.get(account.target or ""))
    return (account.report, account.predicate, account.phase, account.stance, *parties, place)


def _others(tellers: Iterable[Account], first: Account) -> tuple[str, ...]:
    return tuple(sorted({one.article_id for one in tellers} - {first.article_id}))


def _precedence(account: Account) -> tuple[bool, date, str]:
    return (account.copied, account.known_on, account.article_id)
