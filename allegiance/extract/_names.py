"""Names: what the knowledge base knows, and what the model takes for a person or a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._sighting import Sighting, head_of
from allegiance.extract._standing import seat_acts, state_acts
from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.index import ARTICLES, Sense, token_key
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.mention import ActorKind

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

# A text whose letters are nearly all capitals says nothing by its case.
SHOUTED_SHARE = 0.8


def find_names(doc: Doc, lexicon: Lexicon, outside: frozenset[int]) -> list[Sighting]:
    """All names, in text order, none within another.

    Args:
        outside: tokens that are no part of the report.
    """
    known = list(_known_names(doc, lexicon, outside))
    taken = {at for sighting in known for at in range(sighting.start, sighting.end)}
    unknown = [
        sighting
        for entity in doc.ents
        if entity.start not in outside
        for sighting in _entity_names(entity, taken, lexicon)
    ]
    return sorted([*known, *unknown], key=lambda sighting: sighting.start)


def is_shouted(text: str) -> bool:
    """Is a text written in capitals?"""
    letters = [sign for sign in text[:2000] if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return bool(letters) and capitals / len(letters) >= SHOUTED_SHARE


def _known_names(doc: Doc, lexicon: Lexicon, outside: frozenset[int]) -> Iterator[Sighting]:
    words = [token.text for token in doc]
    keys = [token_key(word) for word in words]
    shouted = is_shouted(doc.text)
    at = 0
    while at < len(keys):
        found = lexicon.index.longest(keys, at) if keys[at] and at not in outside else None
        if found is None:
            at += 1
            continue
        end, senses = found
        sighting = _known(doc, at, end, senses, lexicon, shouted)
        if sighting is not None:
            yield sighting
        at = end if sighting is not None else at + 1


def _known(
    doc: Doc, start: int, end: int, senses: tuple[Sense, ...], lexicon: Lexicon, shouted: bool
) -> Sighting | None:
    """The sighting of a name of the index; None where the words mean something else here."""
    senses = tuple(sense for sense in senses if _written_right(doc, start, end, sense, shouted))
    if not senses or _part_of_a_person(doc, start, end, senses):
        return None
    head = doc[head_of(doc, start, end)]
    names = tuple(sense.actor for sense in senses if sense.use == "name")
    if names:
        if all(actor.kind == "state" for actor in names) and not state_acts(head, lexicon.acting):
            return None
        return _sighting(doc, start, end, names, "actors.name")
    if any(sense.use == "adjective" for sense in senses):
        return _adjective(doc, start, end, tuple(sense.actor for sense in senses))
    if seat_acts(head, lexicon.acting):
        return _sighting(doc, start, end, tuple(sense.actor for sense in senses), "actors.metonym")
    return None


def _sighting(doc: Doc, start: int, end: int, known: tuple[KnownActor, ...], rule: str) -> Sighting:
    start = _with_article(doc, start)
    keys = tuple(filter(None, (token_key(doc[at].text) for at in range(start, end))))
    rule = f"{rule}.{known[0].id}"
    head = head_of(doc, start, end)
    return Sighting(start, end, head, "name", known[0].kind, rule, keys=keys, known=known)


def _adjective(doc: Doc, start: int, end: int, states: tuple[KnownActor, ...]) -> Sighting | None:
    """ "Syrian" before a noun names the state; alone it names its people."""
    last = doc[end - 1]
    sighting = _sighting(doc, start, end, states, "actors.adjective")
    if last.tag_ in ("NNS", "NNPS") or (last.dep_ in _NOMINAL_ROLES and last.pos_ != "ADJ"):
        plural = last.tag_ in ("NNS", "NNPS") or last.lower_.endswith(("ese", "ch", "sh", "ss"))
        sighting.kind = "population" if plural else "person"
        sighting.label = f"people of {states[0].id}" if plural else None
        sighting.known = ()
    return sighting


_NOMINAL_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "attr"))


def _written_right(doc: Doc, start: int, end: int, sense: Sense, shouted: bool) -> bool:
    """Does letter case allow the sense?"""
    if shouted:
        return end - start > 1 or doc[start].pos_ in ("PROPN", "ADJ", "NOUN")
    if sense.acronym is not None:
        return "".join(doc[at].text for at in range(start, end)).replace(".", "") == sense.acronym
    return any(doc[at].text[:1].isupper() for at in range(start, end))


def _part_of_a_person(doc: Doc, start: int, end: int, senses: tuple[Sense, ...]) -> bool:
    """ "Lebanon" in "Hassan Lebanon"."""
    if doc[start].ent_type_ != "PERSON" or any(sense.actor.kind == "person" for sense in senses):
        return False
    return end - start == 1 and start > 0 and doc[start].ent_iob_ == "I"


def _with_article(doc: Doc, start: int) -> int:
    """Take "al-" or "Al " before a name into it."""
    at = start - 1
    while at >= 0 and doc[at].text in ("-", "‐", "‑", "–"):
        at -= 1
    return at if at >= 0 and doc[at].lower_ in ARTICLES else start


_KIND_OF_LABEL: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "population",
}


def _entity_names(entity: Tokens, taken: set[int], lexicon: Lexicon) -> Iterator[Sighting]:
    kind = _KIND_OF_LABEL.get(entity.label_)
    if kind is None:
        return
    doc = entity.doc
    start, end = _trimmed(doc, entity.start, entity.end, lexicon)
    if start >= end or any(at in taken for at in range(start, end)):
        return
    if kind == "population" and doc[end - 1].tag_ not in ("NNS", "NNPS"):
        return
    if not any(doc[at].text[:1].isupper() for at in range(start, end)):
        return
    if kind == "organisation":
        kind = _kind_of_body(doc, start, end, lexicon)
    keys = tuple(filter(None, (token_key(doc[at].text) for at in range(start, end))))
    if keys:
        head = head_of(doc, start, end)
        yield Sighting(start, end, head, "name", kind, f"actors.{entity.label_.lower()}", keys=keys)


def _trimmed(doc: Doc, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Without titles and articles before the name, and possessives and marks behind it."""
    while start < end and (
        doc[start].is_punct
        or doc[start].is_space
        or doc[start].lower_ in ("the", "a", "an", "'s", "’s")
        or (
            doc[start].lower_.rstrip(".") in lexicon.nouns.titles
            and doc[start].ent_type_ == "PERSON"
        )
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_space
        or doc[end - 1].is_punct
        or doc[end - 1].lower_ in ("'s", "’s", "'", "’")
    ):
        end -= 1
    return (_with_article(doc, start) if start < end else start), end


def _kind_of_body(doc: Doc, start: int, end: int, lexicon: Lexicon) -> ActorKind:
    """What the name of a body says of its kind: "Ministry of Works", "Hill Brigade"."""
    nouns = lexicon.nouns.by_form
    words = [doc[at].lower_ for at in range(start, end)]
    before_of = words.index("of") - 1 if "of" in words[1:] else len(words) - 1
    for at in (before_of, len(words) - 1, 0):
        noun = nouns.get(words[at])
        if noun is not None and noun.sort in ("body", "organ"):
            return noun.kind
    return "organisation"
