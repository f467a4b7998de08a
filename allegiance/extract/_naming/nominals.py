"""Actors without a name: "three gunmen", "the ministry", "a group of jihadist rebels"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.nouns import Noun

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_LEFT_PARTS = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "neg")
)
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_DOING = frozenset(("member", "organ", "body", "servant"))
# Words of a heading before its colon.
_LONGEST_LABEL = 3
_TIMES = frozenset(("DATE", "TIME"))
_COMPOUNDS = frozenset(("compound", "nmod", "amod"))


def find_nominals(
    doc: Doc, lexicon: Lexicon, names: list[Sighting], blocked: set[int]
) -> Iterator[Sighting]:
    """All nominals in text order; titles before a name are none.

    Args:
        blocked: tokens that name something else.
    """
    nouns = lexicon.nouns.by_form
    named = {at: name for name in names for at in range(name.start, name.end)}
    for token in doc:
        noun = nouns.get(token.lower_) or nouns.get(token.text)
        if noun is None or token.tag_ not in _NOUN_TAGS:
            continue
        if token.i in named or token.i in blocked or _is_predicate(token):
            continue
        if noun.sort != "office" and _is_label(token):
            continue
        if token.dep_ in _COMPOUNDS:
            if token.head.lemma_ in lexicon.acting.deeds and noun.sort in _DOING:
                yield _doer(token, noun, named)
            continue
        if _is_title(token, noun, named) or _is_bare(token, noun):
            continue
        sighting = _nominal(token, noun, nouns, named)
        if sighting is not None:
            yield sighting


def _is_predicate(token: Token) -> bool:
    """ "listed as terrorists" and "no leader" name nobody."""
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return not any(child.dep_ in ("det", "poss") for child in token.lefts)
    return any(child.lower_ == "no" for child in token.lefts)


def _is_label(token: Token) -> bool:
    """ "Allies: ..." at the start of a line is a heading."""
    doc, first, end = token.doc, token.i, token.i + 1
    while (
        first > 0 and token.i - first < _LONGEST_LABEL and "\n" not in doc[first - 1].text_with_ws
    ):
        first -= 1
    while end < len(doc) and end - first < _LONGEST_LABEL and doc[end].text != ":":
        end += 1
    starts = first == 0 or "\n" in doc[first - 1].text_with_ws
    ends = end < len(doc) and doc[end].text == ":"
    return starts and ends and all(word.is_alpha for word in doc[first:end])


def _is_bare(token: Token, noun: Noun) -> bool:
    """ "Run for president" names an office, no person."""
    if noun.plural or not noun.personal or not token.text.islower():
        return False
    return not any(child.dep_ in _LEFT_PARTS for child in token.lefts) and token.dep_ == "pobj"


def _is_title(token: Token, noun: Noun, named: Mapping[int, Sighting]) -> bool:
    """ "Leader" in "leader Ana Lund" is a part of how the person is named."""
    name = named.get(token.i + 1)
    if name is None or name.start != token.i + 1 or name.kind != "person":
        return False
    return noun.personal and not noun.plural


def _doer(token: Token, noun: Noun, named: Mapping[int, Sighting]) -> Sighting:
    """ "Rebel" in "a rebel attack", "Syrian army" in "Syrian army shelling"."""
    start = token.i
    while start > 0 and _before_doer(token.doc[start - 1], token, named):
        start -= 1
    kind = noun.actor_kind if noun.sort != "member" else noun.kind
    return Sighting(
        start, token.i + 1, token.i, "nominal", kind, f"actors.noun.{noun.lemma}", noun=noun
    )


def _before_doer(before: Token, token: Token, named: Mapping[int, Sighting]) -> bool:
    return before.i in named and before.head in (token, token.head) and before.dep_ != "poss"


def _nominal(
    token: Token, noun: Noun, nouns: Mapping[str, Noun], named: Mapping[int, Sighting]
) -> Sighting | None:
    start, end = _left_end(token, named), token.i + 1
    content = _of_phrase(token)
    if noun.sort == "gathering" or (noun.sort == "body" and content is not None):
        inner = nouns.get(content.lower_) if content is not None else None
        if content is not None and inner is not None and inner.plural:
            kind = inner.actor_kind
            return Sighting(
                start, content.i + 1, token.i, "nominal", kind, "actors.gathering", noun=inner
            )
        if noun.sort == "gathering":
            return None
    return Sighting(
        start, end, token.i, "nominal", noun.actor_kind, f"actors.noun.{noun.lemma}", noun=noun
    )


def _left_end(token: Token, named: Mapping[int, Sighting]) -> int:
    start = token.i
    for child in reversed(list(token.lefts)):
        if child.i in named and named[child.i].start <= child.i < start:
            start = min(start, named[child.i].start, child.left_edge.i)
            continue
        if child.i >= start:
            continue
        if child.ent_type_ in _TIMES and not token.ent_type_ and child.dep_ == "compound":
            # "On New Year's Day rebels": the day is none of theirs.
            break
        if child.dep_ not in _LEFT_PARTS or (
            child.right_edge.i + 1 < start and child.dep_ != "poss"
        ):
            break
        start = child.left_edge.i
    return start


def _of_phrase(token: Token) -> Token | None:
    """The noun that "of" brings right after this one."""
    following = token.i + 1
    if following < len(token.doc) and token.doc[following].lower_ == "of":
        for child in token.doc[following].children:
            if child.dep_ == "pobj":
                return child
    return None
