"""What is left of a frame's form in its context: which event, which phase, which stance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from allegiance.extract._claiming.stance import Context
from allegiance.lexicon.frames import Form
from allegiance.lexicon.stance import StanceWords
from allegiance.records.claim import STANCES, Phase, Stance

Phases = Mapping[str, tuple[Phase, ...]]
HEDGES = frozenset(("alleged", "denied"))
# What an intention makes of a clause.
MEANT = frozenset(("planned", "sought", "threatened"))


def settled(
    form: Form, around: Context, words: StanceWords, phases: Phases
) -> tuple[Form, Phase | None, Stance] | None:
    """The form as it is claimed here, with phase and stance; None where nothing is claimed."""
    if around.strongest() == "prevented":
        return None
    if form.kind == "event":
        event = _converted(form, around, words)
        return None if event is None else (event, None, _event_stance(form, around))
    phase, stance = _relation_state(form, around)
    allowed = phases[form.predicate]
    if phase in allowed:
        return form, phase, stance
    if phase == "refused" or form.phase not in allowed:
        return None
    return form, form.phase, "planned" if phase == "sought" else stance


def _converted(form: Form, around: Context, words: StanceWords) -> Form | None:
    """The event that is left of one that is announced, demanded or ruled out; None where nothing is."""
    effect = around.strongest()
    if around.phase == "ends":
        return None
    if around.negated:
        if effect == "denied":
            return None
        effect = "ruled-out" if effect == "planned" else "negated"
    if effect is None:
        return None if around.purpose else form
    if effect in HEDGES:
        return form
    conversion = words.conversions.get((effect, form.predicate))
    if conversion is None or conversion.to is None:
        return None if conversion is None else form
    plover = conversion.to.upper()
    return replace(form, predicate=conversion.to, cameo=conversion.cameo, plover=plover)


def _event_stance(form: Form, around: Context) -> Stance:
    effect = around.strongest()
    if effect in HEDGES:
        return cast("Stance", effect)
    return form.stance or "asserted"


def _relation_state(form: Form, around: Context) -> tuple[Phase, Stance]:
    phase = _moved(form.phase or "holds", around.phase)
    effect = around.strongest()
    if form.predicate == "rivalry" and phase == "holds" and not around.negated:
        # Who means to fight another is against him already.
        effect = None if effect in MEANT else effect
    if "refused" in (around.phase, effect):
        return "refused", "asserted"
    if "sought" in (around.phase, effect):
        # To seek an end is no relation that is sought: "tried to distance itself".
        return ("ends", "planned") if phase == "ends" else ("sought", "asserted")
    if around.negated:
        return _negated(phase, effect)
    if effect is None and around.purpose and phase != "holds":
        effect = "planned"
    if effect == "denied":
        return ("holds" if phase == "begins" else phase), "denied"
    if effect in STANCES:
        return phase, effect
    return phase, form.stance or "asserted"


def _moved(phase: Phase, verb: str | None) -> Phase:
    """What a verb around a relation's noun makes of its phase ("the alliance collapsed")."""
    if verb == "ends" and phase in ("holds", "begins"):
        return "ends"
    return "begins" if verb == "begins" and phase == "holds" else phase


def _negated(phase: Phase, effect: str | None) -> tuple[Phase, Stance]:
    if phase == "ends":
        return "holds", "asserted"
    if effect in HEDGES:
        return phase, "alleged"
    return "holds", "denied"
