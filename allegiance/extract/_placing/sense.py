"""Is a name a place here? Small scores for what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allegiance.extract._placing.names import Sight, Words
from allegiance.lexicon.placing import Placing

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

PLACES = frozenset(("GPE", "LOC", "FAC"))
# What the parser's entity is worth, where it covers just the name, and where it is more than the name.
WHOLE = {"GPE": 3.0, "LOC": 2.5, "FAC": 2.0, "ORG": -0.5, "PERSON": -1.0, "NORP": -1.0, "": 0.0}
WITHIN = {"GPE": 2.0, "LOC": 1.5, "FAC": 1.0, "ORG": -4.0, "PERSON": -4.0, "NORP": -2.0}
# Events, works of art, laws, products and times.
WHOLE_OTHER, WITHIN_OTHER = -1.0, -4.0
# A word that is mostly no place; a word of a person's name.
SELDOM, OF_A_PERSON = 1.5, 2.5
# In capitals at the head of a line, with a dash behind.
DATELINE = 3.0
DASHES = frozenset(("(", ":", "-", "--", "—", "–", "_", ","))
# A place from here on; set by hand in coarse steps while reading errors, not fitted.
ENOUGH = 1.5


def score(sight: Sight, doc: Doc, words: Words, placing: Placing, persons: frozenset[str]) -> float:
    """How much speaks for a place; `ENOUGH` is enough.

    Args:
        persons: words of the names of persons in the article.
    """
    dateline = _dateline(sight, words)
    if dateline >= DATELINE:
        return ENOUGH + _renown(sight) + 0.5
    worth = _renown(sight) + _entity(sight, doc, words) + dateline
    worth += _before(sight, words, placing) + _after(sight, words, placing)
    if sight.last - sight.first == 1:
        word = words.lower[sight.first]
        worth -= SELDOM * (word in placing.seldom) + OF_A_PERSON * (word in persons)
    return worth


def persons_of(doc: Doc) -> frozenset[str]:
    """The words of names of persons with two words and more, in lower case."""
    return frozenset(
        doc[at].lower_
        for entity in doc.ents
        if entity.label_ == "PERSON" and entity.end - entity.start > 1
        for at in range(entity.start, entity.end)
    )


def _renown(sight: Sight) -> float:
    place = sight.senses[0]
    renown = place.renown * (10 if sight.last - sight.first > 1 else 1)
    if place.kind in ("admin1", "region"):
        renown *= 10
    for bar, worth in ((2_000_000, 1.5), (300_000, 1.0), (50_000, 0.5), (5_000, 0.0)):
        if renown >= bar:
            return worth
    return -0.5


def _entity(sight: Sight, doc: Doc, words: Words) -> float:
    """The parser's word, where its entity is just the name and where other capitalised words belong to it."""
    token = doc[sight.first]
    label = token.ent_type_
    if not label:
        return 0.0
    before = token.ent_iob_ == "I" and words.named[sight.first - 1]
    after = sight.last < len(doc) and doc[sight.last].ent_iob_ == "I" and words.named[sight.last]
    if before or after:
        return WITHIN.get(label, WITHIN_OTHER)
    return WHOLE.get(label, WHOLE_OTHER)


def _dateline(sight: Sight, words: Words) -> float:
    """ "BAGHDAD (Agency) -", "NEW DELHI:" at the head of a line, and capital writing anywhere."""
    worth, at = 0.0, sight.last
    if (
        sight.first == 0
        or "\n" in words.text[words.ends[sight.first - 1] - 1 : words.starts[sight.first]]
    ):
        following = words.texts[at] if at < len(words.texts) else ""
        worth = DATELINE - 1.5 if following in DASHES else 0.0
    if not words.all_capitals and sight.text.isupper() and len(sight.text) > 4:
        worth += 1.5
    return worth


def _before(sight: Sight, words: Words, placing: Placing) -> float:
    at = words.before(sight.first)
    for _ in range(3):
        if at < 1 or words.lower[at] not in placing.between:
            break
        at = words.before(at)
    if at < 0:
        return 0.0
    word, earlier = words.lower[at], words.lower[words.before(at)] if at else ""
    if word in placing.titles:
        return -3.0
    if word in placing.inside:
        return 2.0
    if word == "of" and earlier in placing.heads:
        return 2.0
    if word in ("to", "from", "of") and earlier in placing.motion:
        return 2.0
    if word == "," and at == sight.first - 1 and earlier in placing.heads:
        # "The capital, X"
        return 2.0
    if word in placing.heads or word in placing.beside:
        return 1.0
    return -1.5 if words.named[at] and at == sight.first - 1 and sight.run[0] < sight.first else 0.0


def _after(sight: Sight, words: Words, placing: Placing) -> float:
    at = words.after(sight.last)
    if at >= len(words.texts):
        return 0.0
    word = words.lower[at]
    if words.named[at]:
        if word in placing.heads:
            return 1.0
        return -2.5 if word in placing.tails else -1.5
    return 1.0 if word in placing.heads else 0.0


def is_province(sight: Sight, words: Words, placing: Placing) -> bool:
    """ "The department of X", "X province": does the text call it a part of a country?"""
    after, before = words.after(sight.last), words.before(sight.first)
    if after < len(words.texts) and words.lower[after] in placing.provinces:
        return True
    if before <= 0 or words.lower[before] != "of":
        return False
    return words.lower[words.before(before)] in placing.provinces
