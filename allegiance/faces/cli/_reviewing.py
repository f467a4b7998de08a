"""The work of `review`: show a claim, take a key, decide; every decision is kept before the next claim is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from allegiance.errors import UsageError
from allegiance.faces.cli._claim_words import content, headline, review_words
from allegiance.faces.cli._correcting import corrected
from allegiance.faces.cli._keys import Keys
from allegiance.faces.cli._screen import lit, say, say_text
from allegiance.records.answer import Explanation
from allegiance.records.decision import Decision
from allegiance.wording import count, report_words, safe, short

if TYPE_CHECKING:  # Annotation only: the help of every command would wait for it.
    from allegiance.desk.desk import Desk

KEYS = "[a]ccept  [r]eject  [c]orrect  [s]kip  [u]ndo  [q]uit"


class Review:
    """One person going through some claims."""

    def __init__(self, desk: Desk, keys: Keys, *, because: str, blind: bool) -> None:
        """Take keys from `keys`; `because` stands on every decision; `blind` hides what others decided."""
        self._desk = desk
        self._keys = keys
        self._because = because
        self._blind = blind
        # What was done with each claim gone through; None: skipped.
        self._done: list[Decision | None] = []

    def run(self, claims: Sequence[str]) -> None:
        """Go through the claims until they or the keys end.

        Raises:
            UsageError: there was not a single key.
            UnknownName: a claim is none of the store.
        """
        pressed = 0
        while len(self._done) < len(claims):
            found = self._desk.why(claims[len(self._done)], as_read=self._blind)
            self._show(found, len(self._done) + 1, len(claims))
            key = self._keys.key()
            while key is not None and not self._act(key, found):
                key = self._keys.key()
                pressed += 1
            if key is None and not pressed and not self._done:
                raise UsageError(
                    "there are no keys: run it in a terminal, or give keys on standard input, "
                    "for example echo aars | allegiance review"
                )
            if key is None or key == "q":
                return
            pressed += 1

    def summary(self) -> str:
        """What was decided, in one line."""
        counts = Counter(one.choice.verdict if one else "skipped" for one in self._done)
        decided = len(self._done) - counts["skipped"]
        told = ", ".join(
            f"{counts[word]:,} {word}"
            for word in ("accepted", "rejected", "corrected", "skipped")
            if counts[word]
        )
        return f"{count(decided, 'decision')}{f': {told}' if told else ''}."

    def _show(self, found: Explanation, number: int, of: int) -> None:
        # Here, not above: the help of every command would wait for it.
        from rich.text import Text

        say("")
        say(
            f"{number} of {of}  claim {short(found.claim.id)}  {headline(found.corrected or found.claim)}",
            bold=True,
        )
        say_text(Text(found.definition), indent=2)
        say("")
        say_text(lit(found.sentence, list(found.lights)), indent=2)
        say("")
        for name, words in content(found):
            say(f"{name:<12}{words}")
        say(f"{'article':<12}{report_words(found.report)}")
        for decision in found.decisions:
            say(f"{'reviewed':<12}{review_words(decision)}")
        say(KEYS)

    def _act(self, key: str, found: Explanation) -> bool:
        """Do what the key says; False where the same claim stays and waits for another key."""
        claim_id = found.claim.id
        if key == "a":
            self._keep(self._accept(found))
        elif key == "r":
            self._keep(self._desk.reject(claim_id, self._because).decision)
        elif key == "c":
            decision = corrected(self._desk, found, self._keys, self._because)
            if decision is None:
                say(KEYS)
                return False
            self._keep(decision)
        elif key == "s":
            self._done.append(None)
        elif key == "u":
            return self._undo()
        elif key != "q":
            say(f"no key {safe(repr(key))}: {KEYS}")
            return False
        return True

    def _accept(self, found: Explanation) -> Decision | None:
        """What is shown is right: as it was read, or as somebody has corrected it."""
        correction = found.decisions[-1].choice.correction if found.decisions else None
        if correction is not None:
            return self._desk.correct(found.claim.id, correction, self._because).decision
        return self._desk.accept(found.claim.id, self._because).decision

    def _keep(self, decision: Decision | None) -> None:
        assert decision is not None
        self._done.append(decision)
        say(safe(decision.choice.what))

    def _undo(self) -> bool:
        """Back to the claim before; what was decided on it is taken back."""
        if not self._done:
            say("nothing to undo here; `allegiance undo` takes back earlier decisions")
            return False
        last = self._done.pop()
        if last is not None:
            self._desk.undo(last.id)
            say(f"undone: {safe(last.choice.what)}")
        return True
