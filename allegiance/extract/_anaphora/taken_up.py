"""Definite nominals that take up an actor named before: "the group", "his group", "the rebels"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from allegiance.extract._anaphora.scene import OBJECTS, SUBJECTS, Entry, Scene, verb_over
from allegiance.extract._anaphora.voices import Speech
from allegiance.lexicon.nouns import Noun
from allegiance.records.mention import ActorKind

# Sentences back that a definite nominal reaches; the same noun is recognised further off.
REACH = 3
SAME_NOUN_REACH = 8
TITLE_REACH = 12
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_GROUPS: frozenset[ActorKind] = frozenset(("armed-group", "organisation", "party", "coalition"))
_ARMED: frozenset[ActorKind] = frozenset(("armed-group", "coalition"))
# Whom the fighters of a body without a name may be.
_ALIKE: dict[ActorKind, frozenset[ActorKind]] = {
    "armed-group": frozenset(("armed-group", "coalition"))
}
_FITTING: dict[str, frozenset[ActorKind]] = {
    "party": frozenset(("party",)),
    "coalition": frozenset(("coalition",)),
    "alliance": frozenset(("coalition",)),
    "company": frozenset(("organisation",)),
    "agency": frozenset(("organisation", "intergovernmental", "media")),
}


def taken_up(
    scene: Scene, entry: Entry, bodies: dict[int, int], speech: Speech | None
) -> int | None:
    """The referent that a nominal takes up; None where it stands for itself or the choice is open."""
    noun = entry.noun
    # What grammar has tied to a name needs no antecedent; a second one would make two actors one.
    if noun is None or entry.form != "nominal" or scene.has_name(entry.who):
        return None
    first = scene.doc[entry.start]
    if first.dep_ == "poss" and first.pos_ == "PRON":
        led = _led_by(scene, entry, bodies)
        led = led if led is not None else _its_people(scene, entry, bodies)
        return led if led is not None else _same_owned(scene, entry)
    if first.lower_ not in _DEFINITE or _counted(scene, entry):
        return None
    same = _same_noun(scene, entry, noun)
    if same is not None:
        return same.who
    if _is_written_as_name(scene, entry):
        return None
    if noun.lemma in scene.lexicon.anaphora.body_nouns and not noun.plural:
        return _body(scene, entry, noun, speech)
    if noun.lemma in scene.lexicon.anaphora.people_nouns and noun.plural:
        return _people(scene, entry)
    if noun.lemma in scene.lexicon.anaphora.state_nouns and not noun.plural:
        return _state(scene, entry)
    if noun.sort == "office" and not noun.plural and entry.end - entry.start == 2:
        return _titled(scene, entry, noun)
    return None


def _is_written_as_name(scene: Scene, entry: Entry) -> bool:
    """ "The Reed Front" is a name, though nobody knew it for one, and takes up nobody else's."""
    words = scene.doc[entry.start + 1 : entry.at + 1]
    return len(words) > 1 and all(word.text[0].isupper() for word in words)


def _led_by(scene: Scene, entry: Entry, bodies: dict[int, int]) -> int | None:
    """ "his group" is the body that he leads."""
    noun, owner = entry.noun, scene.by_head.get(entry.start)
    if noun is None or owner is None or noun.plural or entry.end - entry.start != 2:
        return None
    body = bodies.get(scene.root(owner.who))
    if body is None:
        return None
    if noun.lemma in scene.lexicon.anaphora.state_nouns:
        return body if scene.kind(body) == "state" else None
    if noun.lemma not in scene.lexicon.anaphora.body_nouns:
        return None
    return body if _fits(scene, body, noun) else None


def _its_people(scene: Scene, entry: Entry, bodies: dict[int, int]) -> int | None:
    """ "Its fighters", "his men" are the armed body, or that which he leads."""
    noun, owner = entry.noun, scene.by_head.get(entry.start)
    if noun is None or owner is None or noun.lemma not in scene.lexicon.anaphora.own_people:
        return None
    body = bodies.get(scene.root(owner.who), owner.who)
    return body if noun.plural and _is_armed_group(scene, body) else None


def _is_armed_group(scene: Scene, who: int) -> bool:
    """An armed body, a so-called army of which nothing is known among them."""
    known = scene.referents[scene.root(who)].knowledge_id is not None
    return scene.kind(who) in _ARMED or (scene.kind(who) == "military" and not known)


def _same_owned(scene: Scene, entry: Entry) -> int | None:
    """ "His brother" is the one brother of his that was named before."""
    noun, owner = entry.noun, scene.by_head.get(entry.start)
    if noun is None or owner is None or noun.plural:
        return None
    for other in reversed(scene.entries[: bisect_left(scene.entries, entry.at, key=_place)]):
        if other.form != "nominal" or other.noun is None or other.noun.lemma != noun.lemma:
            continue
        possessor = scene.by_head.get(other.start)
        if possessor is None or other.noun.plural or possessor.form != "pronoun":
            continue
        if scene.root(possessor.who) == scene.root(owner.who):
            return other.who
    return None


def _place(entry: Entry) -> int:
    return entry.at


def _counted(scene: Scene, entry: Entry) -> bool:
    """ "the two groups" are two, not one of those before; "the other groups" are none of them."""
    return any(
        scene.doc[at].dep_ == "nummod" or scene.doc[at].lower_ in ("other", "rival", "another")
        for at in range(entry.start, entry.at)
    )


def _fits(scene: Scene, who: int, noun: Noun) -> bool:
    """May a noun for a body take up that one?"""
    fitting = _FITTING.get(noun.lemma)
    if fitting is not None:
        return scene.kind(who) in fitting
    return scene.kind(who) in _GROUPS or (scene.has_name(who) and _is_armed_group(scene, who))


def _back(scene: Scene, entry: Entry, reach: int) -> Iterator[Entry]:
    last = bisect_left(scene.entries, entry.start, key=_place)
    for other in reversed(scene.entries[:last]):
        if entry.sentence - other.sentence > reach:
            return
        yield other


def _same_noun(scene: Scene, entry: Entry, noun: Noun) -> Entry | None:
    """The one earlier nominal with this head, or the one name that ends in it ("the Front")."""
    modifiers = _modifiers(scene, entry)
    found: dict[int, Entry] = {}
    for other in _back(scene, entry, SAME_NOUN_REACH):
        if other.form == "pronoun" or not _bears(scene, other, scene.doc[entry.at].lower_):
            continue
        if other.form == "nominal" and not modifiers <= _modifiers(scene, other):
            continue
        if other.form == "name" and not _may_end_so(scene, entry, other, noun):
            continue
        found.setdefault(scene.root(other.who), other)
    return next(iter(found.values())) if len(found) == 1 else None


def _bears(scene: Scene, other: Entry, word: str) -> bool:
    """Is it the noun of a nominal, or a word of a body's name ("the clan" is the Clan of the Hill)?"""
    if scene.doc[other.at].lower_ == word:
        return True
    if other.form != "name" or scene.kind(other.who) not in _GROUPS | {"military"}:
        return False
    return any(scene.doc[at].lower_ == word for at in range(other.start, other.end))


def _may_end_so(scene: Scene, entry: Entry, name: Entry, noun: Noun) -> bool:
    """ "The mining company" is no Eagle Company, nor is "the company" one in arms where another company is about."""
    fitting = _FITTING.get(noun.lemma)
    if fitting is None or scene.kind(name.who) in fitting:
        return True
    named = {scene.doc[at].lower_ for at in range(name.start, name.end)}
    if not _modifiers(scene, entry) <= named:
        return False
    return not any(
        scene.kind(other.who) in fitting for other in _back(scene, entry, SAME_NOUN_REACH)
    )


def _modifiers(scene: Scene, entry: Entry) -> frozenset[str]:
    return frozenset(
        scene.doc[at].lower_
        for at in range(entry.start, entry.end)
        if at != entry.at and scene.doc[at].dep_ in ("amod", "compound", "nmod", "poss")
    )


def _body(scene: Scene, entry: Entry, noun: Noun, speech: Speech | None) -> int | None:
    """The body that a sentence nearby is about: subjects first, then the nearest."""
    best: dict[int, float] = {}
    for other in _back(scene, entry, REACH):
        if not _fits(scene, other.who, noun) or other.plural is True:
            continue
        if not scene.has_name(other.who) and other.noun and other.noun.lemma != noun.lemma:
            continue
        if speech is not None and speech.start <= other.at < speech.end:
            continue
        who = scene.root(other.who)
        best[who] = max(best.get(who, -99.0), _weight(scene, other, entry))
    ranked = sorted(best.items(), key=lambda one: (-one[1], one[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 1.0):
        return None
    return ranked[0][0]


def _weight(scene: Scene, other: Entry, entry: Entry) -> float:
    role = scene.role(other)
    score = -4.0 * (entry.sentence - other.sentence) - 0.05 * (entry.at - other.at)
    if role in SUBJECTS:
        return score + 6.0
    return score + (3.0 if role in OBJECTS else 0.0)


def _people(scene: Scene, entry: Entry) -> int | None:
    """ "The rebels" are the only armed body in sight."""
    kinds = _ALIKE.get(scene.kind(entry.who), frozenset((scene.kind(entry.who),)))
    people = scene.lexicon.anaphora.people_nouns
    found = {
        scene.root(other.who)
        for other in _back(scene, entry, REACH)
        if scene.kind(other.who) in kinds
    }
    named = {who for who in found if scene.has_name(who)}
    # Beside one body with a name, the others are its people by their other names ("the terrorists").
    if len(named) == 1 and len(found) > 1:
        return min(named)
    if len(found) != 1:
        return None
    only = min(found)
    alike = any(
        scene.root(other.who) == only and other.noun is not None and other.noun.lemma in people
        for other in _back(scene, entry, REACH)
    )
    return only if scene.has_name(only) or alike else None


def _state(scene: Scene, entry: Entry) -> int | None:
    """ "The country" is the only state of this sentence and the last, those that act on it left out."""
    verb = verb_over(scene.doc[entry.at])
    found: set[int] = set()
    for other in _back(scene, entry, 1):
        if scene.kind(other.who) != "state" or other.form == "nominal":
            continue
        if verb_over(scene.doc[other.at]) == verb and scene.role(other) in SUBJECTS:
            continue
        found.add(scene.root(other.who))
    return min(found) if len(found) == 1 else None


def _titled(scene: Scene, entry: Entry, noun: Noun) -> int | None:
    """ "The president" is the only person nearby whom the article gives this title."""
    found: set[int] = set()
    for other in _back(scene, entry, TITLE_REACH):
        if other.form != "name" or scene.kind(other.who) != "person":
            continue
        before = range(max(0, other.start - 3), other.start)
        if any(scene.doc[at].lower_ == noun.lemma for at in before):
            found.add(scene.root(other.who))
    return min(found) if len(found) == 1 else None
