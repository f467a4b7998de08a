"""How many persons a noun phrase tells of, as a range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract._syntax import lemma_of, together
from allegiance.lexicon.counting import Counting

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_PARTS = re.compile(r"[ -]")
# More are no persons of one event but money, or a population.
MOST = 20_000_000
NONE = ("no ", "none", "neither ", "zero ", "not ", "nobody")
BOUND_WORDS = frozenset(
    "least than more at some about around nearly up to as many over almost".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A range of persons and the characters that give it.

    Attributes:
        high: None where the text sets no upper bound.
    """

    low: int
    high: int | None
    start: int
    end: int

    def plus(self, other: Quantity) -> Quantity:
        """Both together, "two soldiers and a policeman"."""
        high = None if self.high is None or other.high is None else self.high + other.high
        start, end = min(self.start, other.start), max(self.end, other.end)
        return Quantity(self.low + other.low, high, start, end)


def counted(head: Token, counting: Counting) -> Quantity | None:
    """The persons of a noun phrase and of those joined to it; None where it names none."""
    total: Quantity | None = None
    for token in together(head):
        if any(token.doc[at].lower_ in counting.again for at in range(head.i, token.i)):
            break
        quantity = _phrase(token, counting)
        if quantity is None:
            continue
        total = quantity if total is None else total.plus(quantity)
    return total


def written(text: str, start: int, counting: Counting) -> Quantity | None:
    """The first quantity of a stretch of text in lower case that begins at character `start`."""
    for match in counting.quantity.finditer(text):
        found = _range(match, counting)
        if found is not None:
            low, high = found
            return Quantity(low, high, start + match.start(), start + match.end())
    return None


def _phrase(head: Token, counting: Counting) -> Quantity | None:
    doc = head.doc
    noun = _noun_of(head, counting)
    if _lemma(noun) in counting.things or noun.ent_type_ in (
        "MONEY",
        "PERCENT",
        "DATE",
        "TIME",
    ):
        return None
    first = _left_edge(head)
    last = max(head.i, noun.i)
    start = doc[first].idx
    end = doc[last].idx + len(doc[last])
    words = _lower(doc, first, last + 1)
    if words.startswith(NONE):
        return None
    quantity = written(words, start, counting)
    if quantity is not None:
        if (
            quantity.low > 1
            and noun.tag_ == "NN"
            and noun.i == head.i
            and noun.lower_ not in counting.plurals
        ):
            return None  # "the 2025 operation"
        return Quantity(quantity.low, quantity.high, quantity.start, max(end, quantity.end))
    return _uncounted(noun, start, end, counting)


def _noun_of(head: Token, counting: Counting) -> Token:
    """The noun that is counted: "soldiers" of "dozens of soldiers", "some of the soldiers"."""
    for child in head.rights:
        if child.lower_ == "of":
            for held in child.rights:
                if held.dep_ == "pobj" and (head.like_num or _vague(head, counting)):
                    return held
    return head


def _vague(head: Token, counting: Counting) -> bool:
    word = head.lower_
    return word in counting.vague or word in (
        "number",
        "total",
        "couple",
        "handful",
        "pair",
        "some",
    )


def _uncounted(noun: Token, start: int, end: int, counting: Counting) -> Quantity | None:
    """One for a singular person or a person's name; at least two for a bare plural."""
    if noun.pos_ == "PROPN":
        named = noun.ent_type_ == "PERSON" or _lemma(noun) in counting.persons
        return Quantity(1, 1, start, end) if named and noun.tag_ != "NNPS" else None
    if noun.lower_ in counting.plurals:
        return Quantity(2, None, start, end)
    if _lemma(noun) not in counting.persons:
        return None
    if noun.tag_ in ("NNS", "NNPS"):
        return Quantity(2, None, start, end)
    return Quantity(1, 1, start, end)


def _lemma(noun: Token) -> str:
    return lemma_of(noun)


def _left_edge(head: Token) -> int:
    """The first token of the phrase before its head, clauses left out."""
    first = head.i
    for child in head.lefts:
        if child.dep_ not in ("relcl", "acl", "cc", "punct", "preconj"):
            first = min(first, child.left_edge.i)
    # "at least" and "more than" sometimes hang elsewhere.
    doc = head.doc
    while first > 0 and head.i - first < 12 and doc[first - 1].lower_ in BOUND_WORDS:
        first -= 1
    return first


def _lower(doc: Doc, first: int, last: int) -> str:
    """Same length as the text: white space of any kind is a blank."""
    pieces = []
    for at in range(first, last):
        token = doc[at]
        pieces.append(token.lower_ if len(token.lower_) == len(token.text) else token.text)
        pieces.append(" " if token.whitespace_ else "")
    return "".join(pieces).replace("\n", " ")


def _range(match: re.Match[str], counting: Counting) -> tuple[int, int | None] | None:
    bound = counting.bounds.get(match["bound"] or "", "")
    if match["vague"]:
        low, high = counting.vague[match["vague"]]
        return (low, None) if bound == "low" else (low, high)
    low = _number(match["one"], counting)
    high = _number(match["other"], counting) if match["other"] else low
    if low < 1 or high < low or high > MOST:
        return None
    if bound == "low":
        return low, None
    if bound == "high":
        return 1, high
    if bound == "about" and low == high and low >= 20 and low % 10 == 0:
        share = round(low * counting.about_share)
        return low - share, low + share
    return low, high


def _number(written: str, counting: Counting) -> int:
    """ "1,200", "two hundred", "a dozen", "2.5 million" as a number."""
    text = re.sub(r"(?<=\d)[ ,](?=\d)", "", written)
    total, current = 0.0, 0.0
    for part in _PARTS.split(text):
        if part in ("a", "an"):
            current = 1
        elif part in counting.multiples:
            current = max(current, 1) * counting.multiples[part]
            if counting.multiples[part] >= 1000:
                total, current = total + current, 0
        elif part in counting.numerals:
            current += counting.numerals[part]
        elif part and part[0].isdigit():
            current += float(part)
    return round(total + current)
