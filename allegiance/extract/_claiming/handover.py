"""Who takes a leader's place leads what the article says that he led: "Roe, the head of the Front, was replaced by Poe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from allegiance.extract._claiming.across import Draft
from allegiance.records.claim import Claim, Phase, Role


def handed_over(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with each change of a leader told of the body that is led.

    One of whose body the article says nothing tells of nobody's relation to anything, and is left out, as is one that was not made.
    What else its sentence says of who leads that body is meant of the time before or after, and told by the change.
    """
    changes = {id(draft): list(_led(draft, drafts)) for draft in drafts if draft.form.hands_over}
    told = {_place(draft, one) for draft in drafts for one in changes.get(id(draft), ())}
    found: list[Draft] = []
    for draft in drafts:
        if draft.form.hands_over:
            found += [
                replace(draft, claim=claim)
                for one in changes[id(draft)][-1:]
                for claim in _changed(draft.claim, one.claim)
            ]
        elif not _leads(draft) or _place(draft, draft) not in told:
            found.append(draft)
    return found


def _led(change: Draft, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What is said, up to the end of the sentence, of the body that the one who goes leads; the last comes last."""
    gone = change.claim.role("target")
    end = change.instance.trigger.sent.end
    if change.claim.phase != "begins" or change.claim.stance == "denied":
        return
    for draft in sorted(drafts, key=lambda one: one.instance.trigger.i):
        leader = draft.claim.role("source")
        same = leader and gone and leader.actor is not None and leader.actor == gone.actor
        if same and _leads(draft) and draft.instance.trigger.i < end:
            yield draft


def _leads(draft: Draft) -> bool:
    form = draft.form
    return form.predicate == "leadership" and not form.hands_over and draft.claim.stance != "denied"


def _place(where: Draft, leading: Draft) -> tuple[int, str | None]:
    """A sentence, and the body that is led."""
    body = leading.claim.role("target")
    return where.instance.trigger.sent.start, body.actor if body is not None else None


def _changed(change: Claim, leading: Claim) -> Iterator[Claim]:
    comes, goes, body = change.role("source"), change.role("target"), leading.role("target")
    if comes is None or goes is None or body is None:
        return
    sides: tuple[tuple[Role, Phase], ...] = ((comes, "begins"), (goes, "ends"))
    for leader, phase in sides:
        yield replace(
            change,
            phase=phase,
            roles=(replace(leader, role="source"), body),
            evidence=(*change.evidence, *leading.evidence),
        )
