"""Whom somebody leads or speaks for, so that "his group" has a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._anaphora.scene import Entry, Scene
from allegiance.extract._syntax import (
    logical_objects,
    logical_subjects,
    prepositional,
    surface_subjects,
)

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

_BODIES = frozenset(
    ("armed-group", "organisation", "party", "coalition", "state", "government", "military", "intergovernmental")
)  # fmt: skip


def bodies_of(scene: Scene) -> dict[int, int]:
    """Person to body, both as indices of referents, where the article or the knowledge base names one alone."""
    found: dict[int, set[int]] = {}
    for person, body in [*_told(scene), *_done(scene), *_known(scene)]:
        found.setdefault(scene.root(person), set()).add(scene.root(body))
    return {person: min(bodies) for person, bodies in found.items() if len(bodies) == 1}


def _known(scene: Scene) -> Iterator[tuple[int, int]]:
    present = {one.knowledge_id: at for at, one in enumerate(scene.referents) if one.knowledge_id}
    index = scene.lexicon.index
    for at, referent in enumerate(scene.referents):
        row = index.by_id.get(referent.knowledge_id) if referent.knowledge_id else None
        if row is not None and row.kind == "person" and row.body in present:
            yield at, present[row.body]


def _told(scene: Scene) -> Iterator[tuple[int, int]]:
    """ "ISIS leader X", "X, the leader of ISIS"."""
    nouns = scene.lexicon.nouns.by_form
    for token in scene.doc:
        noun = nouns.get(token.lower_)
        if noun is None or noun.sort != "office" or noun.plural:
            continue
        body, person = _body_beside(scene, token), _person_beside(scene, token)
        if body is not None and person is not None:
            yield person.who, body.who


def _done(scene: Scene) -> Iterator[tuple[int, int]]:
    """ "X commands Y", "X, who speaks for Y"."""
    words = scene.lexicon.anaphora
    for verb in scene.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in words.leading_verbs | words.speaking_verbs:
            continue
        if lemma in words.leading_verbs:
            bodies = logical_objects(verb)
            persons = logical_subjects(verb)
        else:
            bodies, persons = prepositional(verb, "for"), surface_subjects(verb)
        yield from (
            (person.who, body.who)
            for person in map(scene.at, persons)
            for body in map(scene.at, bodies)
            if person is not None and scene.kind(person.who) == "person"
            if body is not None and scene.kind(body.who) in _BODIES
        )


def _body_beside(scene: Scene, office: Token) -> Entry | None:
    before = scene.by_head.get(office.i - 1)
    if before is not None and before.kind in _BODIES:
        return before
    for child in office.children:
        if child.dep_ in ("compound", "nmod", "poss", "amod"):
            entry = scene.at(child)
        elif child.lower_ in ("of", "for"):
            entry = next((scene.by_head.get(one.i) for one in child.children), None)
        else:
            continue
        if entry is not None and scene.kind(entry.who) in _BODIES:
            return entry
    return None


def _person_beside(scene: Scene, office: Token) -> Entry | None:
    candidates = [office.head] if office.dep_ in ("compound", "nmod", "appos") else []
    candidates += [child for child in office.children if child.dep_ == "appos"]
    for token in candidates:
        entry = scene.by_head.get(token.i)
        if entry is not None and entry.kind == "person" and entry.form == "name":
            return entry
    for entry in scene.entries:
        if entry.start == office.i + 1 and entry.kind == "person":
            return entry
    own = scene.by_head.get(office.i)
    return own if own is not None and own.kind == "person" else None
