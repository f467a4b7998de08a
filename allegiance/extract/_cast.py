"""Who of an article's referents stands at a token: what every later extractor asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.records.mention import Mention, Referent

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Part:
    """A referent and the mention by which it stands somewhere."""

    referent: Referent
    mention: Mention


class Cast:
    """The referents of an article by the tokens of their mentions.

    A mention is headed by the token whose syntactic head lies outside of it; where mentions nest ("the group's leader"
    holds "the group"), each has its own head.
    """

    def __init__(self, doc: Doc, referents: tuple[Referent, ...]) -> None:
        self._by_head: dict[int, Part] = {}
        self._by_token: dict[int, Part] = {}
        parts = [Part(referent, mention) for referent in referents for mention in referent.mentions]
        # Longest first, so that the shortest mention that covers a token is the one kept for it.
        parts.sort(key=lambda part: part.mention.span.start - part.mention.span.end)
        for part in parts:
            tokens = doc.char_span(
                part.mention.span.start, part.mention.span.end, alignment_mode="expand"
            )
            if tokens is None:
                continue
            self._by_head[tokens.root.i] = part
            for token in tokens:
                self._by_token[token.i] = part

    def headed_by(self, token: Token) -> Part | None:
        """The shortest mention whose head is this token."""
        return self._by_head.get(token.i)

    def names(self, token: Token) -> bool:
        """Is the token part of a name?"""
        part = self._by_token.get(token.i)
        return part is not None and part.mention.form == "name"

    def covering(self, token: Token) -> Part | None:
        """The shortest mention that holds this token."""
        return self._by_token.get(token.i)
