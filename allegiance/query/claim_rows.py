"""Rows of the table of claims: the few that are shown, with their words, their parties and their reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, cast

from allegiance.query.claim_table import Listed
from allegiance.query.pointing import pointed_at
from allegiance.query.sentences import sentences
from allegiance.records.answer import Party
from allegiance.records.claim import ClaimKind, Phase, RoleName, Stance
from allegiance.records.decision import Correction, Decision
from allegiance.records.listing import ClaimRow
from allegiance.records.network import Place
from allegiance.records.span import Span
from allegiance.resolve.actors import Cast
from allegiance.store.depositions import Deposition, depositions
from allegiance.store.lookups import reports
from allegiance.store.passages import texts_around
from allegiance.store.store import Store

PARTS: tuple[RoleName, ...] = ("source", "target")
TURNED: Mapping[RoleName, RoleName] = {"source": "target", "target": "source"}


class Taking(NamedTuple):
    """Who takes a part: the words, and the key of the referent that they name."""

    role: RoleName
    words: str
    key: str | None


def claim_rows(
    store: Store, rows: Sequence[Listed], who: Cast, decided: Mapping[str, Decision]
) -> tuple[ClaimRow, ...]:
    """The claims as rows, in the order given."""
    told = {one.claim.id: one for one in depositions(store, _ids(rows))}
    cited = reports(store, (one.article_id for one in told.values()))
    around = sentences(store, told.values())
    picked = _picked(store, told.values(), decided)
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
                parties=_parties(
                    one, who, decided.get(account.claim_id), picked.get(account.claim_id, ())
                ),
                speaker=who.actors.get(who.actor_of.get(one.speaker or "", "")),
                stated=account.stated,
                when=account.when,
                place=Place(*account.place) if account.place is not None else None,
                report=cited[one.article_id],
                copies=len(account.copies),
                sentence=around[one.claim.id].text,
                confidence=account.confidence,
                state=row.state,
            )
        )
    return tuple(found)


def _ids(rows: Iterable[Listed]) -> list[str]:
    return [row.account.claim_id for row in rows]


def _parties(
    told: Deposition, who: Cast, decision: Decision | None, picked: Sequence[Taking]
) -> tuple[Party, ...]:
    """Who takes which part, as the last reviewer has it."""
    turn = TURNED if _correction(decision).swapped else {}
    names = [turn.get(role.role, role.role) for role in told.claim.roles]
    new = {one.role for one in picked}
    kept = [
        Taking(*one) for one in zip(names, told.words, told.keys, strict=True) if one[0] not in new
    ]
    return tuple(
        Party(role, words, who.actors.get(who.actor_of.get(key or "", "")))
        for role, words, key in (sorted([*picked, *kept], key=_rank) if picked else kept)
    )


def _picked(
    store: Store, told: Iterable[Deposition], decided: Mapping[str, Decision]
) -> dict[str, list[Taking]]:
    """The words that reviewers picked for parts, and the referents that they name, by claim."""
    picking = {
        one.claim.id: (one.article_id, decided[one.claim.id])
        for one in told
        if _correction(decided.get(one.claim.id)).parts
    }
    if not picking:
        return {}
    named = pointed_at(store, (decision for _, decision in picking.values()))
    spans = {
        (key, role): (article_id, span)
        for key, (article_id, decision) in picking.items()
        for role, span in _correction(decision).parts.items()
    }
    written = {f"{key} {role}": place for (key, role), place in spans.items()}
    around = texts_around(store, written, most=0)
    found: defaultdict[str, list[Taking]] = defaultdict(list)
    for (key, role), (_, span) in spans.items():
        text, start = around[f"{key} {role}"]
        words = Span(span.start - start, span.end - start).of(text)
        found[key].append(Taking(role, words, named[picking[key][1].id][role]))
    return found


def _correction(decision: Decision | None) -> Correction:
    return (decision.choice.correction if decision is not None else None) or Correction()


def _rank(taking: Taking) -> int:
    return PARTS.index(taking.role) if taking.role in PARTS else len(PARTS)
