"""Find the places that an article names, and where they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._placing.choice import choose, lies_in, surroundings_of
from allegiance.extract._placing.grounds import grounds, localities, sites, where
from allegiance.extract._placing.names import Finder, Sight, Words, longer_name, name_end, words_of
from allegiance.extract._placing.nearness import located
from allegiance.extract._placing.sense import ENOUGH, PLACES, is_province, persons_of, score
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.placing import Placing
from allegiance.reading import BY_ENCODER, Reading
from allegiance.records.bundle import Found
from allegiance.records.span import Span
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

NEEDS: tuple[str, ...] = ()

# Beside another place ("Tripoli, Lebanon") or with a sure occurrence elsewhere, a name is rather a place.
BESIDE_PLACE = 2.0
SURE_ELSEWHERE = 1.5
JOINED = 2.0
HALF_A_NAME = 3.0
KNOWN_BODY = 3.0
# As much as makes good for the model's taking a town for a person.
HELD = 2.5
CAPITAL_DISTRICT = frozenset(("dc",))
LIST_SIGNS = frozenset((",", "and", "or", "&", "/", "-", "–", "to"))


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the places, in text order."""
    doc = reading.doc
    words = words_of(doc, reading.article.text)
    sights = Finder(words, lexicon.gazetteer, lexicon.placing).sights()
    parts = _parts_of_names(doc, lexicon.placing)
    known = [sight for sight in sights if not _is_part(sight, parts)]
    kept = _kept(known, reading, words, lexicon)
    named = dict(_resolved(known, kept, words, lexicon))
    placed = [*sites(words, named, lexicon.placing), *grounds(words, lexicon)]
    places = [*placed, *named.values()]
    called = localities(words, places, lexicon.placing)
    places += [place for place in called if not _is_people(place, doc)]
    places += _unknown(places, doc, words, lexicon)
    return replace(found, places=tuple(located(_apart(places), words.text)))


def _parts_of_names(doc: Doc, placing: Placing) -> frozenset[int]:
    """Tokens of the longer names that the encoder sees: "Port" of "Port Vasco", but not "Lund" of "Lund Province"."""
    return frozenset(
        token.i
        for entity in doc.ents
        if entity.id_ == BY_ENCODER and len(entity) > 1
        if entity.label_ not in PLACES or not _is_headed(entity, placing)
        for token in entity
    )


def _is_headed(entity: Tokens, placing: Placing) -> bool:
    """ "Lund Province", "the Port of Lund"."""
    return entity[-1].lower_ in placing.heads or any(
        token.lower_ == "of" and token.nbor(-1).lower_ in placing.heads for token in entity[1:]
    )


def _is_part(sight: Sight, parts: frozenset[int]) -> bool:
    """Does the name end within a longer one?"""
    return sight.first in parts and (sight.first - 1 in parts or sight.last in parts)


def _is_people(place: Where, doc: Doc) -> bool:
    """ "An Andean town", "a Kurdish village"."""
    tokens = doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return tokens is not None and tokens.root.ent_type_ == "NORP"


def _apart(places: list[Where]) -> Iterator[Where]:
    """In text order, the longest where some overlap."""
    end = 0
    for place in sorted(places, key=lambda place: (place.span.start, -place.span.end)):
        if place.span.start >= end:
            end = place.span.end
            yield place


def _kept(known: list[Sight], reading: Reading, words: Words, lexicon: Lexicon) -> list[Sight]:
    """The sights that are places here."""
    doc, dateline = reading.doc, reading.article.dateline
    persons = persons_of(doc)
    scores = [
        score(sight, doc, words, lexicon.placing, persons) + _company(sight, doc, lexicon)
        for sight in known
    ]
    for index, sight in enumerate(known):
        if dateline is not None and words.starts[sight.first] == dateline.start:
            scores[index] = max(scores[index], ENOUGH + 1)
    for index in range(1, len(known)):
        before, sight = known[index - 1], known[index]
        if _contained(before, sight, words):
            scores[index - 1] += BESIDE_PLACE
            scores[index] += BESIDE_PLACE
    _lower_halves(known, scores, words)
    _share_in_lists(known, scores, words)
    sure = {sight.key for sight, worth in zip(known, scores, strict=True) if worth >= ENOUGH + 1}
    return [
        sight
        for sight, worth in zip(known, scores, strict=True)
        if worth + (SURE_ELSEWHERE if sight.key in sure else 0) >= ENOUGH
    ]


def _company(sight: Sight, doc: Doc, lexicon: Lexicon) -> float:
    """What the knowledge base and the verb say: Hamas is no town in Germany, and what is captured may be one."""
    senses = lexicon.index.senses(sight.text)
    known = any(s.use == "name" and s.actor.kind != "state" for s in senses)
    if known:
        return -KNOWN_BODY
    token = doc[sight.last - 1]
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ not in ("dobj", "nsubjpass"):
        return 0.0
    frames = lexicon.frames.get(("verb", token.head.lemma_.lower()), ())
    held = any(form.predicate == "control" for frame, _ in frames for form in frame.forms)
    return HELD if held else 0.0


def _lower_halves(known: list[Sight], scores: list[float], words: Words) -> None:
    """Half of a hyphenated name is no place, unless the other half is a country or region ("Syria-Turkey")."""
    wide = [sight for sight in known if sight.senses[0].kind != "city"]
    firsts, lasts = {sight.first for sight in wide}, {sight.last for sight in wide}
    for index, sight in enumerate(known):
        after, before = sight.last + 1, sight.first - 1
        if _hyphen(words, sight.last) and words.named[after] and after not in firsts:
            scores[index] -= HALF_A_NAME
        if (
            before > 0
            and _hyphen(words, before)
            and words.named[before - 1]
            and before not in lasts
        ):
            scores[index] -= HALF_A_NAME


def _hyphen(words: Words, at: int) -> bool:
    """A hyphen between two words without blanks."""
    return (
        0 < at < len(words.texts) - 1
        and words.texts[at] == "-"
        and words.ends[at - 1] == words.starts[at]
        and words.ends[at] == words.starts[at + 1]
    )


def _share_in_lists(known: list[Sight], scores: list[float], words: Words) -> None:
    """What is joined to a place is rather a place, too: from left to right, then back."""
    pairs = [
        (index - 1, index)
        for index in range(1, len(known))
        if _joined(known[index - 1], known[index], words)
    ]
    for one, other in pairs:
        if scores[one] >= ENOUGH:
            scores[other] += JOINED
    for one, other in reversed(pairs):
        if scores[other] >= ENOUGH:
            scores[one] += JOINED


def _joined(one: Sight, other: Sight, words: Words) -> bool:
    gap = words.lower[one.last : other.first]
    return 1 <= len(gap) <= 2 and all(word in LIST_SIGNS for word in gap)


def _contained(inner: Sight, outer: Sight, words: Words) -> bool:
    """Does the text say "inner, outer" of a place and what it lies in?"""
    if outer.first - inner.last != 1 or words.texts[inner.last] != ",":
        return False
    return any(lies_in(one, other) for one in inner.senses for other in outer.senses[:4])


def _container(index: int, kept: list[Sight], words: Words) -> Sight | None:
    """The next name, where it tells what this one lies in."""
    if index + 1 >= len(kept):
        return None
    sight, following = kept[index], kept[index + 1]
    gap = words.lower[sight.last : following.first]
    if len(gap) <= 4 and gap and ("," in gap[:1] or "in" in gap or "of" in gap or "'s" in gap):
        return following
    return None


def _resolved(
    known: list[Sight], kept: list[Sight], words: Words, lexicon: Lexicon
) -> Iterator[tuple[Sight, Where]]:
    surroundings = surroundings_of(kept)
    said = _adjectives(words, lexicon)
    for index, sight in enumerate(kept):
        if sight.key in CAPITAL_DISTRICT and index and kept[index - 1].last == sight.first - 1:
            continue  # "Washington, D.C." is one place.
        end = longer_name(sight, words, lexicon.placing)
        if end > sight.last:
            span = Span(words.starts[sight.first], words.ends[end - 1])
            yield sight, Where(span, " ".join(span.of(words.text).split()), "unknown")
            continue
        province = is_province(sight, words, lexicon.placing)
        container = _container(index, kept, words)
        place = choose(sight, container, surroundings, said, province=province)
        span = Span(words.starts[sight.first], words.ends[sight.last - 1])
        yield sight, where(span, place)


def _adjectives(words: Words, lexicon: Lexicon) -> Counter[str]:
    said: Counter[str] = Counter()
    for word in words.texts:
        country = lexicon.country_of_adjective.get(word)
        if country:
            said[country] += 1
    return said


def _unknown(placed: list[Where], doc: Doc, words: Words, lexicon: Lexicon) -> Iterator[Where]:
    """Places that the parser sees and the gazetteer does not know, and unknown villages."""
    for entity in doc.ents:
        last = name_end(entity.end, words, lexicon.placing)
        span = Span(entity.start_char, words.ends[last - 1])
        if any(span.overlaps(place.span) for place in placed):
            continue
        seen = (
            entity.id_ == BY_ENCODER and entity.label_ in PLACES and not _is_body(entity, lexicon)
        )
        if seen or _unknown_place(entity.label_, entity.start, entity.end, words, lexicon.placing):
            name = span.of(words.text)
            yield Where(span, name, "site" if entity.label_ == "FAC" else "unknown")


def _is_body(entity: Tokens, lexicon: Lexicon) -> bool:
    """ "The Reed Front of Ann Roe"."""
    head = next((token.nbor(-1) for token in entity[1:] if token.lower_ == "of"), entity[-1])
    forms = lexicon.nouns.by_form
    noun = forms.get(head.lower_) or forms.get(head.text)
    return noun is not None and noun.sort == "body"


def _unknown_place(label: str, first: int, last: int, words: Words, placing: Placing) -> bool:
    at = first - 1
    while at > 0 and words.lower[at] in placing.between:
        at -= 1
    if at < 0:
        return False
    before = words.lower[at]
    if at > 0 and before == "of" and words.lower[at - 1] in placing.heads:
        return True
    moved = at > 0 and before in ("to", "from") and words.lower[at - 1] in placing.motion
    if label in PLACES and (before in placing.inside or moved):
        return True
    if label == "NORP":
        return False
    headed = last < len(words.texts) and words.lower[last] in placing.heads
    return headed and (before in placing.inside or before in placing.beside)
