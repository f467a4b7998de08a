"""A claim in words, as `why` and `review` show it."""

from __future__ import annotations

from allegiance.records.answer import Explanation, Party, Saying
from allegiance.records.claim import Claim
from allegiance.records.decision import Correction, Decision
from allegiance.wording import safe, short_decision, time_words


def headline(claim: Claim) -> str:
    """What is claimed, in one line."""
    phase = f" {claim.phase}" if claim.phase else ""
    return f"{claim.predicate}{phase}, {claim.stance} (confidence {claim.confidence:.2f})"


def content(found: Explanation) -> list[tuple[str, str]]:
    """What a claim says, as names and values."""
    claim = found.corrected or found.claim
    rows = [(party.role, _party(party)) for party in found.parties]
    rows += [("when", time_words(claim.when))] if claim.when else []
    rows += [("where", safe(claim.where.name))] if claim.where else []
    rows += [("toll", f"{toll.kind} {_number(toll.low, toll.high)}") for toll in claim.toll]
    saying = _saying(found.saying) if found.saying else "the report itself"
    rows.append(("said by", saying))
    rows += [("as read", headline(found.claim))] if found.corrected else []
    return rows


def review_words(decision: Decision) -> str:
    """Who decided what on a claim, when and why."""
    changes = correction_words(decision.choice.correction)
    what = f"{decision.choice.verdict}{f' to {changes}' if changes else ''}"
    because = f": {safe(decision.because)}" if decision.because else ""
    name = short_decision(decision.id)
    return f"{what} by {safe(decision.by)} on {decision.made_at.date()}{because} ({name})"


def correction_words(correction: Correction | None) -> str:
    """What a correction changes; empty where it changes nothing."""
    if correction is None:
        return ""
    changes: list[str] = [
        word
        for word in (correction.predicate, correction.phase, correction.stance)
        if word is not None
    ]
    changes += ["source and target swapped"] if correction.swapped else []
    changes += [time_words(correction.when)] if correction.when else []
    return safe(", ".join(changes))


def _party(party: Party) -> str:
    who = f" = {safe(party.actor.name)} ({party.actor.kind})" if party.actor else ""
    return f'"{safe(party.words)}"{who}'


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _saying(saying: Saying) -> str:
    how = "word for word" if saying.direct else "reported"
    via = "".join(f", by way of {safe(one)}" for one in saying.via)
    return f"{safe(saying.speaker or 'nobody named')} ({safe(saying.cue or 'no verb')}, {how}{via})"
