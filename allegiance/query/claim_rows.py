"""Rows of the table of claims: the few that are shown, with their words, their parties and their reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from allegiance.query.claim_table import Listed
from allegiance.query.why import MOST_AROUND, extent, sentence_around
from allegiance.records.answer import Party
from allegiance.records.claim import ClaimKind, Phase, Stance
from allegiance.records.decision import Decision, corrected
from allegiance.records.listing import ClaimRow
from allegiance.records.network import Place
from allegiance.records.span import Span
from allegiance.resolve.actors import Cast
from allegiance.store.depositions import Deposition, depositions
from allegiance.store.lookups import reports
from allegiance.store.passages import Passages, texts_around
from allegiance.store.store import Store


def claim_rows(
    store: Store, rows: Sequence[Listed], who: Cast, decided: Mapping[str, Decision]
) -> tuple[ClaimRow, ...]:
    """The claims as rows, in the order given."""
    told = {one.claim.id: one for one in depositions(store, _ids(rows))}
    cited = reports(store, (one.article_id for one in told.values()))
    around = texts_around(
        store,
        {key: (one.article_id, extent(one.claim)) for key, one in told.items()},
        most=MOST_AROUND,
    )
    found = []
    for row in rows:
        account, one = row.account, told[row.account.claim_id]
        found.append(
            ClaimRow(
                id=account.claim_id,
                kind=cast(ClaimKind, account.kind),
                predicate=account.predicate,
                phase=cast(Phase | None, account.phase),
                stance=cast(Stance, account.stance),
                use=row.use,
                parties=_parties(one, who, decided.get(account.claim_id)),
                speaker=who.actors.get(who.actor_of.get(one.speaker or "", "")),
                stated=account.stated,
                when=account.when,
                place=Place(*account.place) if account.place is not None else None,
                report=cited[one.article_id],
                copies=len(account.copies),
                sentence=_sentence(around, one),
                confidence=account.confidence,
                state=row.state,
            )
        )
    return tuple(found)


def _ids(rows: Iterable[Listed]) -> list[str]:
    return [row.account.claim_id for row in rows]


def _parties(told: Deposition, who: Cast, decision: Decision | None) -> tuple[Party, ...]:
    """Who takes which part, as the last reviewer has it."""
    correction = decision.choice.correction if decision is not None else None
    roles = corrected(told.claim, correction).roles if correction is not None else told.claim.roles
    return tuple(
        Party(role.role, words, who.actors.get(who.actor_of.get(key or "", "")))
        for role, words, key in zip(roles, told.words, told.keys, strict=True)
    )


def _sentence(around: Passages, told: Deposition) -> str:
    text, start = around[told.claim.id]
    words = extent(told.claim)
    here = Span(words.start - start, words.end - start)
    return sentence_around(text, here).of(text)
