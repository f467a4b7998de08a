"""Headings without a verb that say how two stand to each other: "Hill Brigade and Reed Front allies."."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Span, Token

VERBS = frozenset(("VERB", "AUX"))
# "Talks between Hill Brigade and Reed Front rivals" are held by the rivals of one.
BETWEEN = frozenset(("against", "among", "between", "by", "from", "with"))


def both_in_heading(noun: Token) -> list[Token]:
    """The words by which the two names hang that a heading joins before its last word, a plural; empty where it is none."""
    words = [token for token in _unbracketed(noun.sent) if not token.is_punct]
    if noun.tag_ != "NNS" or not words or words[-1] != noun:
        return []
    if any(token.pos_ in VERBS or token.lower_ in BETWEEN for token in words):
        return []
    joints = [at for at, token in enumerate(words) if token.dep_ == "cc"]
    if len(joints) != 1 or not 0 < joints[0] < len(words) - 2:
        return []
    second = next((t for t in words[joints[0] : -1] if t.dep_ == "conj"), words[-2])
    return [words[joints[0] - 1], second]


def _unbracketed(sentence: Span) -> list[Token]:
    kept: list[Token] = []
    depth = 0
    for token in sentence:
        depth += token.text in ("(", "[")
        if not depth:
            kept.append(token)
        depth -= depth > 0 and token.text in (")", "]")
    return kept
