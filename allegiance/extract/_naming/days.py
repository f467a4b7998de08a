"""On which day names and offices are meant: that of what is told, where the sentence dates it; else that of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from allegiance.records.when import DatePhrase, When

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# The first day, and the day after the last.
Stretch: TypeAlias = "tuple[date, date]"

_DOING = frozenset(("VERB", "AUX"))
# "In 2009": a date hangs by way of these on what it dates; one on a noun ("the attack in 2009") dates nothing else.
_LINKING = frozenset(("ADP", "ADV", "SCONJ"))


class Days:
    """The days that are meant at each word of an article.

    Args:
        dates: the date phrases of the article.
        published: the day of the report; None where unknown.
    """

    def __init__(self, doc: Doc, dates: Iterable[DatePhrase], published: date | None) -> None:
        self._published = published
        self._dates: dict[int, list[tuple[Token, When]]] = {}
        for phrase in dates:
            words = doc.char_span(phrase.span.start, phrase.span.end, alignment_mode="expand")
            if words is not None:
                self._dates.setdefault(words.root.sent.start, []).append((words.root, phrase.when))

    def of(self, head: Token) -> Stretch | None:
        """The days of the words that a token heads; None where they are unknown, or not bounded ("until 2009").

        A date counts that hangs on the words themselves or on a verb above them: of "in 2009 the king said that" and "the king, who
        fled in 2009, said" the first alone dates the king. "Since 2009" is told of the day of the report.
        """
        above = [head.i, *(token.i for token in _above(head))]
        hung = [(above.index(at), when) for at, when in self._hung(head) if at in above]
        if not hung:
            return self._reported()
        nearest = min(step for step, _ in hung)
        stretches = [self._stretch(when) for step, when in hung if step == nearest]
        whole = [one for one in stretches if one is not None]
        if len(whole) < len(stretches):
            return None
        return min(first for first, _ in whole), max(after for _, after in whole)

    def _hung(self, head: Token) -> Iterator[tuple[int, When]]:
        """The dates of a sentence, each with the token that it hangs on: a verb, or `head` itself."""
        for token, when in self._dates.get(head.sent.start, ()):
            holder = next((one for one in _above(token) if one.pos_ not in _LINKING), None)
            if holder is not None and (holder.i == head.i or holder.pos_ in _DOING):
                yield holder.i, when

    def _stretch(self, when: When) -> Stretch | None:
        if when.grain == "since":
            return self._reported()
        if when.start is None or when.end is None:
            return None
        return when.start, when.end

    def _reported(self) -> Stretch | None:
        if self._published is None:
            return None
        return self._published, self._published + timedelta(days=1)


def _above(token: Token) -> Iterator[Token]:
    """What a token hangs on, and so on, itself left out."""
    while token.head.i != token.i:
        token = token.head
        yield token
