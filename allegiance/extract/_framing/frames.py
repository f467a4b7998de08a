"""Find the frames whose words and conditions a sentence meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast
from allegiance.extract._framing.arguments import Arguments
from allegiance.lexicon.frames import Frame, Sort
from allegiance.lexicon.lexicon import Lexicon

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

SORT_OF: dict[str, Sort] = {
    "VERB": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}
HYPHENS = frozenset("-‐‑–")
# Words before a hyphen that trigger ("pro-Norland").
SIDES = frozenset(("anti", "pro"))


@dataclass(frozen=True, slots=True)
class Instance:
    """A frame met in the text."""

    frame: Frame
    trigger: Token
    arguments: Arguments

    @property
    def words(self) -> list[int]:
        """The tokens that say it: the trigger, and the object without which it would not ("severed *ties*")."""
        objects = self.arguments.get("object") if self.frame.object else []
        taken = [token.i for token in objects if syntax.lemma_of(token) in self.frame.object]
        return [self.trigger.i, *taken]


def instances(doc: Doc, cast: Cast, lexicon: Lexicon) -> Iterator[Instance]:
    """Every frame met: verbs first, as they may take a noun's meaning into theirs, then in text order.

    Of several that one word triggers, the one with the most conditions comes first. The words of a name ("the Reed
    *Front*") trigger nothing, but the whole may by whom it names.
    """
    met = [
        instance
        for token in doc
        if token.is_alpha
        for instance in (
            _by_kind(token, cast, lexicon) if cast.names(token) else triggered(token, lexicon)
        )
    ]
    yield from (instance for instance in met if instance.arguments.sort == "verb")
    yield from (instance for instance in met if instance.arguments.sort != "verb")


def triggered(token: Token, lexicon: Lexicon) -> Iterator[Instance]:
    """Every frame that a word triggers; those with more conditions first."""
    hyphened = _in_hyphens(token)
    sort = "hyphen" if hyphened else _sort(token)
    if sort is None:
        return
    lemma = token.lower_ if hyphened else syntax.lemma_of(token)
    yield from _met(token, sort, lemma, lexicon)


def _by_kind(token: Token, cast: Cast, lexicon: Lexicon) -> Iterator[Instance]:
    """The frames that the name which a word heads triggers by the kind of its bearer."""
    part = cast.headed_by(token)
    if part is not None and part.mention.form == "name":
        yield from _met(token, "body", part.referent.kind, lexicon)


def _met(token: Token, sort: Sort, word: str, lexicon: Lexicon) -> Iterator[Instance]:
    candidates = lexicon.frames.get((sort, word))
    if not candidates:
        return
    arguments = Arguments(token, sort, lexicon.stance)
    for frame, words in candidates:
        if _meets(frame, words, arguments):
            yield Instance(frame, token, arguments)


def _in_hyphens(token: Token) -> bool:
    doc, place = token.doc, token.i
    before = place >= 2 and doc[place - 1].text in HYPHENS and not doc[place - 1].whitespace_
    after = place + 2 < len(doc) and doc[place + 1].text in HYPHENS and not token.whitespace_
    return (before and not doc[place - 2].whitespace_) or (after and token.lower_ in SIDES)


def _sort(token: Token) -> Sort | None:
    # A participle before a noun ("allied forces") is tagged as a verb or an adjective, as it happens.
    if token.pos_ == "VERB" and token.dep_ == "amod":
        return "adjective"
    return SORT_OF.get(token.pos_)


def _meets(frame: Frame, words: tuple[str, ...], arguments: Arguments) -> bool:
    trigger = arguments.trigger
    if words and not _has_words(trigger, words, arguments.sort):
        return False
    if frame.under and not _governed(arguments, frame.under):
        return False
    if frame.not_under and _governed(arguments, frame.not_under):
        return False
    if frame.purpose and not _purpose(trigger, frame.purpose):
        return False
    if frame.doer and not _done_by(arguments, frame.doer):
        return False
    if frame.object and not _has_object(arguments, frame.object):
        return False
    if frame.preposition and not any(arguments.get(word) for word in sorted(frame.preposition)):
        return False
    if frame.introduced and not _introduces(arguments, frame):
        return False
    if frame.modifier and not any(
        syntax.lemma_of(child) in frame.modifier for child in trigger.children
    ):
        return False
    return not (frame.unless and _present(arguments, frame.unless))


def _has_words(trigger: Token, words: tuple[str, ...], sort: str) -> bool:
    """Particles of a verb, or modifiers of a noun."""
    around = {child.lower_ for child in trigger.children}
    around |= {child.lemma_.lower() for child in trigger.children}
    if sort == "verb":
        for child in trigger.rights:
            if child.dep_ in ("dobj", "attr", "acomp", "oprd"):
                around |= {inner.lower_ for inner in child.children}
    elif trigger.i and trigger.dep_ == "compound":
        around.add(trigger.nbor(-1).lower_)
    return all(word in around for word in words)


def _governed(arguments: Arguments, verbs: frozenset[str]) -> bool:
    governor = arguments.governor
    return governor is not None and syntax.lemma_of(governor) in verbs


def _purpose(trigger: Token, verbs: frozenset[str]) -> bool:
    return any(syntax.lemma_of(verb) in verbs for verb in syntax.purposes(trigger))


def _has_object(arguments: Arguments, lemmas: frozenset[str]) -> bool:
    return any(syntax.lemma_of(token) in lemmas for token in arguments.get("object"))


def _introduces(arguments: Arguments, frame: Frame) -> bool:
    return any(
        syntax.lemma_of(token) in frame.introduced
        for word in sorted(frame.preposition)
        for token in arguments.get(word)
    )


def _done_by(arguments: Arguments, lemmas: frozenset[str]) -> bool:
    return any(syntax.lemma_of(token) in lemmas for token in arguments.get("subject"))


def _present(arguments: Arguments, lemmas: frozenset[str]) -> bool:
    trigger = arguments.trigger
    tokens = [*arguments.get("object"), *trigger.children]
    return any(syntax.lemma_of(token) in lemmas or token.lower_ in lemmas for token in tokens)
