"""Which later words take up an actor named before: pronouns and definite nominals.

Rules in the manner of Lappin and Leass (1994, "An Algorithm for Pronominal Anaphora Resolution"): agreement and syntax
exclude, salience chooses, and a tie stays open.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._anaphora.bodies import bodies_of
from allegiance.extract._anaphora.pronouns import antecedent
from allegiance.extract._anaphora.scene import Entry, Scene
from allegiance.extract._anaphora.taken_up import taken_up
from allegiance.extract._anaphora.voices import Speech, find_announced, find_speeches, find_turns
from allegiance.extract._naming.casting import numbered
from allegiance.extract.actors import tokens_outside
from allegiance.lexicon.anaphora import Agreement
from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.mention import Mention, Referent
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

NEEDS: tuple[str, ...] = ("actors",)


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Merge referents that nominals show to be one, and add pronouns."""
    if not found.referents:
        return found
    scene = Scene(reading.doc, found.referents, lexicon)
    _resolve(scene, tokens_outside(reading.doc, reading.article))
    return replace(found, referents=numbered(_merged(scene)))


def _resolve(scene: Scene, outside: frozenset[int]) -> None:
    """Walk through the text once, so that what is found early helps later."""
    speeches = find_speeches(scene)
    turns = [*find_turns(scene), *find_announced(scene)]
    scene.quoted = frozenset(at for one in speeches for at in range(one.start, one.end))
    spoken: list[tuple[Token, Entry, Agreement]] = []
    bodies = bodies_of(scene)
    agreement = scene.lexicon.anaphora.agreement
    for token in scene.doc:
        entry = scene.by_head.get(token.i)
        if entry is not None:
            # What grammar has made one with a name ("the Reed Front, the group that ...") looks for no other.
            tied = entry.form == "nominal" and scene.has_name(entry.who)
            earlier = None if tied else taken_up(scene, entry, bodies, _spoken_by(speeches, token))
            if earlier is not None:
                scene.merge(entry.who, earlier)
            continue
        agrees_with = agreement.get(token.lower_)
        if agrees_with is None or token.i in outside or token.pos_ not in ("PRON", "DET"):
            continue
        speech = _around(speeches, token.i) or _around(turns, token.i)
        target = antecedent(scene, token, agrees_with, speech)
        if target is not None and token.lower_ in scene.lexicon.anaphora.corporate:
            spoken.append((token, target, agrees_with))
        elif target is not None:
            _add_pronoun(scene, token, target, agrees_with)
    _add_bodies_voices(scene, spoken)


def _add_bodies_voices(scene: Scene, spoken: list[tuple[Token, Entry, Agreement]]) -> None:
    """ "We" and "you" last, when it is known whom "its" leader leads: his body, else himself."""
    bodies = bodies_of(scene) if spoken else {}
    for token, speaker, agreement in spoken:
        body = bodies.get(scene.root(speaker.who))
        meant = speaker if body is None else replace(speaker, who=body, plural=None)
        _add_pronoun(scene, token, meant, agreement)


def _add_pronoun(scene: Scene, token: Token, target: Entry, agreement: str) -> None:
    who = scene.root(target.who)
    span = Span(token.idx, token.idx + len(token))
    mention = Mention(span, "pronoun", f"coreference.{agreement}")
    entry = scene.entry(mention, who, scene.kind(who))
    entry.plural = _plural(target, agreement)
    scene.added.append((who, mention))
    insort(scene.entries, entry, key=lambda one: one.at)
    scene.by_head[token.i] = entry
    if agreement in ("male", "female"):
        scene.genders[who] = "male" if agreement == "male" else "female"


def _plural(target: Entry, agreement: str) -> bool | None:
    if agreement in ("relative", "first", "second"):
        return target.plural
    return agreement == "many"


def _around(speeches: list[Speech], at: int) -> Speech | None:
    """The quotation that holds a token."""
    return next((speech for speech in speeches if speech.start <= at < speech.end), None)


def _spoken_by(speeches: list[Speech], token: Token) -> Speech | None:
    """The quotation that a mention says."""
    return next(
        (one for one in speeches if one.speaker is not None and one.speaker.at == token.i), None
    )


def _merged(scene: Scene) -> Iterator[Referent]:
    mentions: dict[int, list[Mention]] = {}
    members: dict[int, list[Referent]] = {}
    for at, referent in enumerate(scene.referents):
        mentions.setdefault(scene.root(at), []).extend(referent.mentions)
        members.setdefault(scene.root(at), []).append(referent)
    for who, mention in scene.added:
        mentions[scene.root(who)].append(mention)
    for root, together in members.items():
        best = max(together, key=_standing)
        yield replace(best, mentions=tuple(sorted(set(mentions[root]))))


def _standing(referent: Referent) -> tuple[bool, bool]:
    """A known name before an unknown, a name before a nominal; the first of equals."""
    named = any(mention.form == "name" for mention in referent.mentions)
    return referent.knowledge_id is not None, named
