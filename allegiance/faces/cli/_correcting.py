"""Correct a claim by keys: one a field, then its new value on a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from allegiance.errors import UsageError
from allegiance.faces.cli._claim_words import correction_words
from allegiance.faces.cli._keys import ENTER, Keys
from allegiance.faces.cli._screen import say
from allegiance.records.answer import Explanation
from allegiance.records.claim import PHASES, STANCES
from allegiance.records.decision import Correction, Decision
from allegiance.wording import safe, when_of

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from allegiance.desk.desk import Desk

Word = TypeVar("Word", bound=str)
FIELDS = "correct: [p]redicate  p[h]ase  s[t]ance  [w] swap source and target  [d]ate  [k]eep  [x] leave as it was"


def corrected(desk: Desk, found: Explanation, keys: Keys, because: str) -> Decision | None:
    """The decision that corrects a claim; None where it is left as it was, or the keys end."""
    earlier = found.decisions[-1].choice.correction if found.decisions else None
    correction = earlier or Correction()
    say(FIELDS)
    while (key := keys.key()) is not None and key != "x":
        try:
            if key in ("k", ENTER):
                return desk.correct(found.claim.id, correction, because).decision
            correction = _changed(correction, key, desk, found, keys)
        except UsageError as error:
            say(safe(str(error)))
        say(f"now: {correction_words(correction) or 'as it was'}")
        say(FIELDS)
    return None


def _changed(
    correction: Correction, key: str, desk: Desk, found: Explanation, keys: Keys
) -> Correction:
    """The correction with one more field.

    Raises:
        UsageError: there is no such key, or what was typed is no value of its field.
    """
    if key == "w":
        return replace(correction, swapped=not correction.swapped)
    if key == "p":
        known = desk.predicates(found.claim.kind)
        return replace(correction, predicate=_typed("predicate", known, keys))
    if key == "h":
        return replace(correction, phase=_typed("phase", PHASES, keys))
    if key == "t":
        return replace(correction, stance=_typed("stance", STANCES, keys))
    if key == "d":
        say("date (2014-02-10, 2014-02 or 2014):")
        return replace(correction, when=when_of(keys.line() or ""))
    raise UsageError(f"no key {key!r}")


def _typed(field: str, known: Iterable[Word], keys: Keys) -> Word:
    """The one word that begins as typed."""
    words = tuple(known)
    say(f"{field} ({', '.join(words)}):")
    typed = (keys.line() or "").strip().lower()
    exact = [word for word in words if word == typed]
    found = exact or [word for word in words if typed and word.startswith(typed)]
    if len(found) != 1:
        raise UsageError(f"{typed!r} is not one {field}; there are {', '.join(words)}")
    return found[0]
