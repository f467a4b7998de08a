"""Find how many persons were killed, wounded, abducted, detained or displaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._quantities import Quantity, counted, written
from allegiance.extract._syntax import (
    is_passive,
    logical_objects,
    prepositional,
    surface_subjects,
)
from allegiance.lexicon.counting import Counting
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.toll import Toll, TollKind

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

NEEDS: tuple[str, ...] = ()

# What did not happen, or not yet.
UNREAL = frozenset("will would could may might can should shall must 'll ’ll 'd".split())
# How far before "dead" its number may stand, in tokens, and how many characters the noun between may have.
STATE_REACH = 6
LONGEST_NOUN = 40
TOLL_WORDS = frozenset(("toll", "count", "tally"))


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the tolls, in text order; one number is one toll of a kind."""
    tolls: dict[tuple[TollKind, int], Toll] = {}
    for kind, quantity in _all(reading.doc, lexicon.counting):
        toll = Toll(kind, quantity.low, quantity.high, Span(quantity.start, quantity.end))
        known = tolls.get((kind, quantity.end))
        if known is None or toll.span.start < known.span.start:
            tolls[kind, quantity.end] = toll
    ordered = sorted(tolls.values(), key=lambda toll: (toll.span, toll.kind))
    return replace(found, tolls=tuple(ordered))


def _all(doc: Doc, counting: Counting) -> Iterator[tuple[TollKind, Quantity]]:
    for token in doc:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            kind, heads = _verb(token, lemma, counting)
        else:
            kind, heads = _noun(token, lemma, counting)
        quantities = [counted(head, counting) for head in heads]
        if kind is not None and not any(quantities):
            quantities = [_beside(token, counting)]
        for quantity in quantities:
            # One who flees is not yet displaced.
            if (
                kind is not None
                and quantity is not None
                and (kind != "displaced" or quantity.low > 1)
            ):
                yield kind, quantity


def _verb(verb: Token, lemma: str, counting: Counting) -> tuple[TollKind | None, list[Token]]:
    """The harm that a verb tells of, and the nouns that it befell."""
    suffered = counting.suffering.get(lemma)
    if suffered is None and lemma not in counting.doing:
        return None, []
    if _unreal(verb):
        return None, []
    if suffered is not None:
        return suffered, surface_subjects(verb)
    kind = counting.doing[lemma]
    if verb.dep_ == "amod":
        return kind, [verb.head] if _numbered(verb.head) else []
    objects = logical_objects(verb)
    if not objects and not is_passive(verb):
        # "14 were killed and dozens wounded": the parser takes "dozens" for one who wounds.
        own = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")]
        objects = own if verb.tag_ in ("VBN", "VBD") else []
    return kind, objects


def _unreal(verb: Token) -> bool:
    for child in verb.lefts:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in UNREAL):
            return True
        if child.lower_ == "to" and child.tag_ == "TO" and verb.dep_ in ("xcomp", "advcl", "acl"):
            return True
    return False


def _noun(noun: Token, lemma: str, counting: Counting) -> tuple[TollKind | None, list[Token]]:
    """ "The killing of two men", "33 deaths", "six bodies"; `dead` and the like are looked at beside the word."""
    if lemma in TOLL_WORDS and noun.i:
        return counting.tolls.get(noun.nbor(-1).lemma_.lower()), _toll_heads(noun)
    kind = counting.nouns.get(lemma)
    if kind is not None and noun.pos_ in ("NOUN", "PROPN"):
        return kind, prepositional(noun, "of")
    kind = counting.states.get(noun.lower_)
    if kind is not None and noun.pos_ in ("ADJ", "VERB", "NOUN"):
        return kind, _state_heads(noun)
    return None, []


def _toll_heads(word: Token) -> list[Token]:
    """ "The death toll rose to 33", "stands at 33", "of 33", "reached 33"."""
    held = [*prepositional(word, "of"), *prepositional(word, "to"), *prepositional(word, "at")]
    if word.dep_ in ("nsubj", "nsubjpass", "dobj"):
        verb = word.head
        held += [*prepositional(verb, "to"), *prepositional(verb, "at")]
        held += [
            child for child in verb.rights if child.dep_ in ("dobj", "attr") and child is not word
        ]
    return [token for token in held if token.like_num or _numbered(token)][:1]


def _numbered(token: Token) -> bool:
    return any(child.dep_ == "nummod" for child in token.lefts)


def _state_heads(state: Token) -> list[Token]:
    """Who is dead: "two men are dead", "left two men dead", "two men were found dead"."""
    head = state.head
    if head.lemma_ == "be" and state.dep_ in ("acomp", "attr"):
        return surface_subjects(head)
    own = [child for child in state.lefts if child.dep_ == "nsubj"]
    if own:
        return own
    if state.dep_ in ("oprd", "acomp", "ccomp", "xcomp") and head.pos_ == "VERB":
        return logical_objects(head)
    return []


def _beside(token: Token, counting: Counting) -> Quantity | None:
    """A number just before "dead" or "deaths" ("seven people dead")."""
    if token.pos_ == "VERB" and token.lower_ not in counting.states:
        return None
    stretch = _stretch(token)
    if stretch is None:
        return None
    start, text = stretch
    quantity = written(text, start, counting)
    if quantity is None or start + len(text) - quantity.end > LONGEST_NOUN:
        return None
    return Quantity(quantity.low, quantity.high, quantity.start, start + len(text))


def _stretch(token: Token) -> tuple[int, str] | None:
    """The words before a token, back to the nearest comma, verb or preposition, in lower case."""
    doc, first = token.doc, token.i
    while first > max(token.sent.start, token.i - STATE_REACH):
        other = doc[first - 1]
        if other.text in ",;.():" or other.pos_ in ("VERB", "AUX", "ADP", "CCONJ"):
            break
        first -= 1
    if first == token.i:
        return None
    last = doc[token.i - 1]
    text = "".join(doc[at].text_with_ws for at in range(first, last.i)) + last.text
    return doc[first].idx, text.lower().replace("\n", " ")
