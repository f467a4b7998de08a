"""What reviewers decided on claims, applied: rejected claims are gone, corrected ones say what they should have said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from allegiance.query.pointing import pointed_at
from allegiance.query.stories import story_of
from allegiance.records.claim import RoleName
from allegiance.records.decision import Anchor, Correction, Decision
from allegiance.resolve.actors import Cast
from allegiance.resolve.matching import by_article, found_again
from allegiance.resolve.standing import reviews_of, standing
from allegiance.store.decisions import all_decisions, anchors_in, claims_there
from allegiance.store.ledgers import Account
from allegiance.store.store import Store

# A person has compared what was read with the words: there is no doubt left about the reading.
REVIEWED = 1.0


def reviews(store: Store, *, by: str | None = None) -> dict[str, Decision]:
    """The last word on each claim of the current readings, by the id that it has there.

    Args:
        by: only of this person's words; None for everybody's.
    """
    made = standing(all_decisions(store))
    return placed(store, reviews_of(one for one in made if by is None or one.by == by))


def placed(store: Store, decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Decisions on claims by the id that their claims have in the current readings; of several on one claim the last.

    Those whose claim nothing reads any more, or whose article is not here, are left out.

    Args:
        decisions: on claims, in the order in which they were made.
    """
    found: dict[str, Decision] = {}
    for decision, claim_id in located(store, list(decisions)):
        if claim_id is not None:
            found[claim_id] = decision
    return found


def located(store: Store, decisions: Sequence[Decision]) -> list[tuple[Decision, str | None]]:
    """Each decision on a claim with the id that its claim has now; None where nothing reads it any more."""
    there = claims_there(store, {one.choice.left for one in decisions}) if decisions else set()
    astray = [one for one in decisions if one.choice.left not in there]
    articles = {one.choice.anchor.article_id for one in astray if one.choice.anchor is not None}
    claims = by_article(anchors_in(store, articles)) if articles else {}
    return [
        (one, one.choice.left if one.choice.left in there else _again(one, claims))
        for one in decisions
    ]


def applied(
    told: Iterable[Account], decided: Mapping[str, Decision], cast: Cast, store: Store
) -> list[Account]:
    """The accounts as reviewers left them; a copy of a report follows what was decided on the original."""
    told = list(told)
    if not decided:
        return told
    named = pointed_at(store, decided.values())
    of_story = {
        story_of(one, cast): decided[one.claim_id] for one in told if one.claim_id in decided
    }
    found = []
    for account in told:
        decision = decided.get(account.claim_id)
        if decision is None and account.copied:
            decision = of_story.get(story_of(account, cast))
        if decision is None:
            found.append(account)
        elif decision.choice.verdict != "rejected":
            correction = decision.choice.correction or Correction()
            found.append(corrected(account, correction, named.get(decision.id, {})))
    return found


def corrected(
    account: Account, correction: Correction, named: Mapping[RoleName, str | None]
) -> Account:
    """An account as a reviewer says that it should have been read.

    Args:
        named: keys of the referents that picked words name; None where nothing here reads an actor in them any more.
    """
    predicate = correction.predicate or account.predicate
    moved = predicate != account.predicate
    source, target = account.source, account.target
    if correction.swapped:
        source, target = target, source
    return account._replace(
        predicate=predicate,
        phase=correction.phase or account.phase,
        stance=correction.stance or account.stance,
        source=named.get("source", source),
        target=named.get("target", target),
        when=correction.when or account.when,
        names=account.names[::-1] if account.names and correction.swapped else account.names,
        # What came of a merger came of nothing else.
        result=None if moved else account.result,
        # The mode of one event type is none of another.
        plover=predicate.upper() if moved and account.plover else account.plover,
        confidence=REVIEWED,
        reviewed=True,
    )


def _again(decision: Decision, claims: Mapping[str, Mapping[str, Anchor]]) -> str | None:
    anchor = decision.choice.anchor
    return found_again(anchor, claims.get(anchor.article_id, {})) if anchor else None
