"""Names that the knowledge base knows, where the words mean them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._naming.acronyms import given_anew
from allegiance.extract._naming.days import Days
from allegiance.extract._naming.sighting import Sighting, head_of
from allegiance.extract._naming.standing import seat_acts, state_acts, takes_part
from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.index import ARTICLES, ActorIndex, Sense
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import BY_ENCODER

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# A text whose letters are nearly all capitals says nothing by its case.
SHOUTED_SHARE = 0.8
DASHES = frozenset("-‐‑–—")
# Shorter ones stand for too many things.
SHORTEST_ACRONYM = 3
_NOMINAL_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "attr"))
# "Where is Libya?" names no "IS Libya", "gave us troops" no "US troops".
_WORDS_LIKE_ACRONYMS = frozenset(("AUX", "PRON", "VERB"))
_PLURALS = frozenset(("NNS", "NNPS"))


def known_names(
    doc: Doc, lexicon: Lexicon, days: Days, outside: frozenset[int], blocked: set[int]
) -> Iterator[Sighting]:
    """Names of the index in text order, none within another; each on the days on which it means somebody.

    Args:
        outside: tokens that are no part of the report.
        blocked: gets the tokens of names that are places here, so that nobody takes a part of them for an actor.
    """
    keys = [lexicon.index.key(token.text) for token in doc]
    shouted = is_shouted(doc.text)
    anew = given_anew(doc, lexicon.index)
    at = 0
    while at < len(keys):
        found = lexicon.index.longest(keys, at) if keys[at] and at not in outside else None
        if found is None:
            at += 1
            continue
        end, senses = found
        if any(one.dated is not None for one in senses):
            meant = days.of(doc[head_of(doc, at, end)])
            senses = tuple(one for one in senses if one.holds(meant))
        case = lexicon.spelling.ordinary if shouted else None
        if doc[at].text in anew:
            senses = ()
        senses = tuple(one for one in senses if _written_right(doc, at, end, one, case))
        if (
            _part_of_a_person(doc, at, end, senses, lexicon)
            or _of_a_namesake(doc, at, end, senses, lexicon)
            or _end_of_another(doc, at, end, senses, lexicon)
            or _beginning_of_another(doc, at, end, senses)
        ):
            senses = ()
        sighting = _known(doc, at, end, senses, lexicon) if senses else None
        if sighting is not None:
            yield sighting
        elif senses:
            blocked.update(range(at, end))
        at = end if senses else at + 1


def is_shouted(text: str) -> bool:
    """Is a text written in capitals?"""
    letters = [sign for sign in text[:2000] if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return bool(letters) and capitals / len(letters) >= SHOUTED_SHARE


def keys_of(doc: Doc, start: int, end: int, index: ActorIndex) -> tuple[str, ...]:
    """The tokens as the index writes them, without those that it passes over."""
    return tuple(filter(None, (index.key(doc[at].text) for at in range(start, end))))


def with_article(doc: Doc, start: int) -> int:
    """Take "al-" or "Al " before a name into it."""
    at = start - 1
    while at >= 0 and doc[at].text in DASHES:
        at -= 1
    return at if at >= 0 and doc[at].lower_ in ARTICLES else start


def _known(
    doc: Doc, start: int, end: int, senses: tuple[Sense, ...], lexicon: Lexicon
) -> Sighting | None:
    """The sighting of a name of the index; None where the words mean something else here."""
    head = doc[head_of(doc, start, end)]
    names = tuple(sense.actor for sense in senses if sense.use == "name")
    if names:
        if all(actor.kind == "state" for actor in names) and not (
            state_acts(head, lexicon)
            or _paired(doc, start, end, lexicon)
            or takes_part(head, lexicon)
        ):
            return None
        return _sighting(doc, start, end, names, "actors.name", lexicon)
    if any(sense.use == "adjective" for sense in senses):
        return _adjective(doc, start, end, tuple(sense.actor for sense in senses), lexicon)
    if seat_acts(head, lexicon.acting) or takes_part(head, lexicon):
        actors = tuple(sense.actor for sense in senses)
        return _sighting(doc, start, end, actors, "actors.metonym", lexicon)
    return None


def _paired(doc: Doc, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "Norland-Estmark relations": a dash between two states makes parties of them, but for a border."""
    if end + 1 < len(doc) and doc[end].text in DASHES:
        return _is_state(doc, end + 1, lexicon)
    if start > 1 and doc[start - 1].text in DASHES and end < len(doc):
        before = any(_is_state(doc, at, lexicon) for at in range(max(0, start - 4), start - 1))
        return before and doc[end].lower_ not in lexicon.nouns.places
    return False


def _is_state(doc: Doc, at: int, lexicon: Lexicon) -> bool:
    window = [lexicon.index.key(doc[n].text) for n in range(at, min(len(doc), at + 5))]
    found = lexicon.index.longest(window, 0) if window[0] else None
    return found is not None and any(sense.actor.kind == "state" for sense in found[1])


def _sighting(
    doc: Doc, start: int, end: int, known: tuple[KnownActor, ...], rule: str, lexicon: Lexicon
) -> Sighting:
    start = with_article(doc, start)
    kind = known[0].kind
    if kind == "person":
        while end - start > 1 and (doc[start].is_punct or _is_title(doc[start], lexicon)):
            start += 1
        end = _with_surname(doc, start, end)
    head = head_of(doc, start, end)
    rule = f"{rule}.{known[0].id}"
    return Sighting(
        start,
        end,
        head,
        "name",
        kind,
        rule,
        keys=keys_of(doc, start, end, lexicon.index),
        known=known,
    )


def _with_surname(doc: Doc, start: int, end: int) -> int:
    """ "Ana Maria [Lund]": behind two names of a known person the model sees a third, however it is spelt."""
    if end - start < 2 or end == len(doc):
        return end
    behind = doc[end]
    inside = behind.ent_type_ == "PERSON" and behind.ent_iob_ == "I" and behind.pos_ == "PROPN"
    return end + 1 if inside and behind.is_title else end


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_.rstrip(".") in lexicon.nouns.titles


def _adjective(
    doc: Doc, start: int, end: int, states: tuple[KnownActor, ...], lexicon: Lexicon
) -> Sighting | None:
    """ "Syrian" before a noun names the state; alone it names its people."""
    if start > 0 and doc[start - 1].lower_ in lexicon.acting.continental:
        return None
    last = doc[end - 1]
    sighting = _sighting(doc, start, end, states, "actors.adjective", lexicon)
    if last.tag_ in _PLURALS or (last.dep_ in _NOMINAL_ROLES and last.pos_ != "ADJ"):
        plural = last.tag_ in _PLURALS or last.lower_.endswith(("ese", "ch", "sh", "ss"))
        sighting.kind = "population" if plural else "person"
        sighting.label = f"people of {states[0].id}" if plural else None
        sighting.known = ()
    return sighting


def _written_right(
    doc: Doc, start: int, end: int, sense: Sense, ordinary: frozenset[str] | None
) -> bool:
    """Does letter case allow the sense?

    Args:
        ordinary: words that are no names, where the text is all in capitals; else None.
    """
    if ordinary is not None and sense.acronym is not None:
        # In capitals, a short word looks like an acronym; if it is one as well, the model has to see a name in it.
        spelt = len(doc[start]) >= SHORTEST_ACRONYM and doc[start].lower_ not in ordinary
        return doc[start].pos_ == "PROPN" and (spelt or bool(doc[start].ent_type_))
    if ordinary is not None:
        return end - start > 1 or doc[start].pos_ in ("PROPN", "ADJ", "NOUN")
    if sense.acronym is not None:
        return "".join(doc[at].text for at in range(start, end)).replace(".", "") == sense.acronym
    if doc[start].text.islower() and doc[start].pos_ in _WORDS_LIKE_ACRONYMS:
        return False
    if doc[end - 1].text[:1].islower() and sense.actor.kind != "person":
        # "an Islamic state" is not the Islamic State; "Houthi rebels" are written so.
        last = doc[end - 1].text
        names = (*sense.actor.names, *sense.actor.adjectives)
        return any(name.endswith(last) for name in names) and doc[start].text[:1].isupper()
    return any(doc[at].text[:1].isupper() for at in range(start, end))


def _part_of_a_person(
    doc: Doc, start: int, end: int, senses: tuple[Sense, ...], lexicon: Lexicon
) -> bool:
    """ "Lebanon" in "Hassan Lebanon"; "Assad's forces" in "Bashar Assad's forces"; "Assad" in "Riad Assad"."""
    first = doc[with_article(doc, start)]
    if first.ent_type_ != "PERSON" or first.ent_iob_ != "I":
        return False
    return doc[end - 1].ent_type_ != "PERSON" or not any(
        sense.actor.kind == "person" and _may_bear(sense.actor, doc[first.i - 1].text, lexicon)
        for sense in senses
    )


def _may_bear(person: KnownActor, before: str, lexicon: Lexicon) -> bool:
    """May the word before a surname belong to the person: a title, an initial, a part of a name?"""
    key = lexicon.index.key(before)
    if len(key) < 2 or before.lower().rstrip(".") in lexicon.nouns.titles:
        return True
    words = " ".join(person.names).replace("-", " ").split()
    return key in map(lexicon.index.key, words)


def _of_a_namesake(
    doc: Doc, start: int, end: int, senses: tuple[Sense, ...], lexicon: Lexicon
) -> bool:
    """ "Lund" in "Maryanne Lund", "Ana Lund" in "Ana Lund Jr.": who bears a known name need not be that person."""
    if not senses or any(sense.actor.kind != "person" for sense in senses):
        return False
    nouns = lexicon.nouns
    following = doc[end] if end < len(doc) else None
    if following is not None and following.lower_.rstrip(".") in nouns.suffixes:
        return True
    if end - start > 1:
        return False
    before = doc[start - 1] if start > 0 else None
    if before is not None and _is_first_name(before, doc[start]):
        if before.lower_.rstrip(".") in nouns.by_form:
            return False
        return not any(_may_bear(sense.actor, before.text, lexicon) for sense in senses)
    return (
        following is not None
        and following.pos_ == "PROPN"
        and doc[start].dep_ == "compound"
        and doc[start].head.i >= end
        and following.lower_ not in nouns.by_form
    )


def _is_first_name(before: Token, surname: Token) -> bool:
    """Does a proper noun hang on the name behind it?"""
    if before.pos_ != "PROPN" or not before.text[:1].isupper() or before.text.isupper():
        return False
    return before.dep_ == "compound" and before.head in (surname, surname.head)


def _end_of_another(
    doc: Doc, start: int, end: int, senses: tuple[Sense, ...], lexicon: Lexicon
) -> bool:
    """ "National Liberation Front" in "Reed National Liberation Front" is another body's name."""
    if start == 0 or end - start == 1:
        return False
    if any(sense.actor.kind in ("state", "person") for sense in senses):
        return False
    before, first = doc[start - 1], doc[start]
    inside = first.ent_type_ == "ORG" and first.ent_iob_ == "I"
    if not inside and not (before.dep_ == "compound" and start <= before.head.i < end):
        return False
    if before.pos_ != "PROPN" or not before.is_alpha or before.lower_ in ARTICLES:
        return False
    word = before.lower_
    if word in lexicon.nouns.titles or word in lexicon.nouns.by_form:
        return False
    return lexicon.index.longest([lexicon.index.key(before.text)], 0) is None


def _beginning_of_another(doc: Doc, start: int, end: int, senses: tuple[Sense, ...]) -> bool:
    """ "Owls" in "Owls-Reed", "Reed Front" in "Reed Front Norland": so the encoder sees one longer name."""
    if not senses or any(sense.actor.kind in ("state", "person") for sense in senses):
        return False
    if doc[end - 1].ent_id_ != BY_ENCODER or end == len(doc):
        return False
    behind = doc[end + 1 : end + 2] if doc[end].text in DASHES else doc[end : end + 1]
    return any(token.pos_ == "PROPN" and token.ent_iob_ == "I" for token in behind)
