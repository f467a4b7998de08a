"""Whether a relation matters to a map of conflict: companies merge, candidates oppose each other, teams meet.

A party is a body at arms or a state, or who leads one; a body that may be either, as unknown groups are; or neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from allegiance.extract._claiming.parties import ARMED
from allegiance.lexicon.index import ActorIndex
from allegiance.records.claim import Claim
from allegiance.records.mention import Referent

# Oaths, offices and memberships are told of persons and of any body.
WEIGHED = frozenset(
    ("rivalry", "alliance", "support", "merger", "split", "truce", "neutrality", "succession")
)
RULING = ARMED | {"state", "government", "intergovernmental"}
# Those of a people who fight or make peace ("the Russians", "the Hema") are at arms where the article tells of arms.
BODIES = RULING | {"party", "organisation", "population"}


class Weights:
    """The parties of one article, and whether it tells of arms: by who is named, or by what is done."""

    def __init__(
        self, referents: Sequence[Referent], claims: Sequence[Claim], index: ActorIndex
    ) -> None:
        self._kinds = {referent.id: referent.kind for referent in referents}
        self._ruling = {r.id for r in referents if r.kind in RULING or _leads_arms(r, index)}
        self._ruling |= self._leaders(claims)
        fought = any(claim.predicate in ("assault", "truce") for claim in claims)
        self._at_arms = fought or not ARMED.isdisjoint(self._kinds.values())

    def _leaders(self, claims: Iterable[Claim]) -> set[str]:
        """Who is said to lead a body at arms."""
        leading = [claim for claim in claims if claim.predicate == "leadership"]
        return {
            leader.actor
            for claim in leading
            if (leader := claim.role("source")) and (led := claim.role("target"))
            if leader.actor is not None and self._kinds.get(led.actor or "") in ARMED
        }

    def matters(self, claim: Claim) -> bool:
        """Is one side at arms or a state; or are both bodies, in an article that tells of arms?"""
        if claim.predicate not in WEIGHED or claim.kind == "event":
            return True
        sides = [role.actor for role in claim.roles if role.role in ("source", "target")]
        if not self._ruling.isdisjoint(sides):
            return True
        if claim.predicate == "neutrality":
            # In what a body is neutral is a fight, or left open.
            sides = [side for side in sides if side is not None]
        return self._at_arms and all(self._kinds.get(side or "") in BODIES for side in sides)


def _leads_arms(referent: Referent, index: ActorIndex) -> bool:
    known = index.by_id.get(referent.knowledge_id or "")
    body = index.by_id.get(known.body or "") if known is not None else None
    return referent.kind == "person" and body is not None and body.kind in ARMED
