"""Claims as rows of the table of claims: what one chooses, counts and orders them by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from allegiance.query.drawing import Heard
from allegiance.query.signals import DAY
from allegiance.records.decision import Decision
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import Cells
from allegiance.store.ledgers import Account, accounts
from allegiance.store.store import Store

REJECTED = "rejected"


def listed_rows(
    heard: Iterable[Heard], gone: Iterable[Account], decided: Mapping[str, Decision], who: Cast
) -> Iterator[Cells]:
    """Claims that a map was drawn from, and those that reviewers rejected.

    Args:
        gone: the rejected ones.
        decided: the last word on each claim that has one.
    """
    for one in heard:
        yield _row(one.account, one.fate, decided.get(one.account.claim_id), who)
    for account in gone:
        yield _row(account, REJECTED, decided[account.claim_id], who)


def rejected(
    store: Store,
    decided: Mapping[str, Decision],
    known_by: date,
    articles: Collection[str] | None = None,
) -> list[Account]:
    """The claims that reviewers rejected, as they were read.

    Args:
        articles: only those of these articles; None for all.
    """
    claims = [key for key, one in decided.items() if one.choice.verdict == REJECTED]
    found = accounts(store, known_by, claims=claims) if claims else []
    return [one for one in found if articles is None or one.article_id in articles]


def _row(account: Account, use: str, decision: Decision | None, who: Cast) -> Cells:
    place, when = account.place, account.when
    # Where no time is told, the day counts on which its report was out.
    first = when.start if when is not None else account.known_on
    last = (when.end - DAY if when.end else None) if when is not None else account.known_on
    return (
        account.claim_id,
        account.article_id,
        account.kind,
        account.predicate,
        account.phase,
        account.stance,
        use,
        _state(account, decision),
        account.reviewed,
        who.actor_of.get(account.source or ""),
        who.actor_of.get(account.target or ""),
        account.publisher,
        place[0] if place is not None else None,
        place[1] if place is not None else None,
        account.confidence,
        account.known_on.isoformat(),
        # By the first day that it may speak of; where that is open, the last.
        (first or last or date.max - DAY).isoformat() if when is not None else "",
        first.isoformat() if first is not None else None,
        last.isoformat() if last is not None else None,
    )


def _state(account: Account, decision: Decision | None) -> str:
    if decision is not None:
        return decision.choice.verdict
    # A copy follows what was decided on its original.
    return "accepted" if account.reviewed else "open"
