"""Person or body: what the text says of a name that has no word for either in it.

The model takes many a gang for a person, and some persons for bodies. What stands beside any one of a name's sightings is
said of them all; where it speaks for both, the model is believed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.nouns import Noun
from allegiance.records.mention import ActorKind

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_BODIES = frozenset(("body", "organ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_BESIDE = frozenset(("compound", "nmod", "poss", "amod"))
_OWNED = frozenset(("'s", "’s", "'", "’"))
# One word that only a body, or only a person, has beside it outweighs what may be chance.
_SURE, _LIKELY = 2, 1


def settle_kinds(doc: Doc, lexicon: Lexicon, names: list[Sighting]) -> None:
    """Give every unknown name of an article the kind that its words and its neighbours tell."""
    witness = _Witness(doc, lexicon)
    together: dict[tuple[str, ...], list[Sighting]] = {}
    for name in names:
        if not name.known and name.keys and name.label is None and name.kind != "population":
            together.setdefault(_first_name_of(name).keys, []).append(name)
    for alike in together.values():
        votes: Counter[ActorKind] = Counter()
        for name in alike:
            if name.kind not in ("person", "organisation"):
                votes[name.kind] += _SURE
            for kind, weight in witness.testimony(name):
                votes[kind] += weight
        verdict = _verdict(alike, votes)
        for name in alike:
            name.kind = verdict or name.kind


def _first_name_of(name: Sighting) -> Sighting:
    """The name of which this is another."""
    for _ in range(3):
        name = name.also or name
    return name


def _verdict(alike: list[Sighting], votes: Counter[ActorKind]) -> ActorKind | None:
    """The one kind of all of them; None where each is to keep its own."""
    kinds = {name.kind for name in alike}
    bodily = sum(weight for kind, weight in votes.items() if kind != "person")
    telling = [kind for kind, _ in votes.most_common() if kind not in ("person", "organisation")]
    own = next(
        (kind for kind in _first_kinds(alike) if kind not in ("person", "organisation")), None
    )
    if "person" in kinds and bodily > votes["person"]:
        return own or (telling[0] if telling else "organisation")
    if kinds == {"organisation"} and votes["person"] >= _SURE and not bodily:
        return "person"
    if kinds == {"organisation"} and telling and not votes["person"]:
        return telling[0]
    return None


def _first_kinds(alike: list[Sighting]) -> Iterator[ActorKind]:
    yield from (name.kind for name in alike if name.also is None)
    yield from (name.kind for name in alike if name.also is not None)


class _Witness:
    """What stands beside a name and is only said of a body, or of a person."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._nouns = lexicon.nouns
        self._words = lexicon.naming
        self._first_names = lexicon.spelling.first_names

    def testimony(self, name: Sighting) -> Iterator[tuple[ActorKind, int]]:
        """Kinds with the weight of what tells them."""
        head = self._doc[name.head]
        yield from self._before(name)
        yield from self._said_to_be(head)
        yield from self._behind(name, head)
        if head.dep_ in _SUBJECTS:
            yield from self._as_subject(head)
        if self._bears_arms(head):
            yield "armed-group", _LIKELY
        if len(name.keys) > 1 and name.keys[0] in self._first_names:
            yield "person", _LIKELY

    def _before(self, name: Sighting) -> Iterator[tuple[ActorKind, int]]:
        """ "the gang X", "gunman X", "the X"."""
        before = self._doc[name.start - 1] if name.start > 0 else None
        if before is None:
            return
        noun = self._noun(before)
        if before.lower_.rstrip(".") in self._nouns.titles or (noun is not None and noun.personal):
            if noun is None or not noun.plural:
                yield "person", _SURE
        elif noun is not None and noun.sort == "body" and not noun.plural:
            yield noun.kind, _SURE
        elif before.lower_ == "the" and before.head.i == name.head == name.end - 1:
            yield "organisation", _LIKELY

    def _said_to_be(self, head: Token) -> Iterator[tuple[ActorKind, int]]:
        """ "X, a gang", "X is the oldest of the gangs"; "the gang's leader, X"."""
        beside = [child for child in head.rights if child.dep_ == "appos"]
        if head.dep_ == "appos":
            beside.append(head.head)
        verb = head.head
        if head.dep_ in _SUBJECTS and verb.lemma_ == "be" and not _negated(verb):
            beside += [child for child in verb.children if child.dep_ == "attr"]
        for token in beside:
            if any(child.lower_ in ("no", "not") for child in token.lefts):
                continue
            noun = self._noun(token) or self._counted(token)
            if noun is not None and (noun.sort in _BODIES) and noun.kind != "state":
                yield noun.kind, _SURE
            elif noun is not None and noun.personal and not noun.plural:
                yield "person", _SURE

    def _counted(self, token: Token) -> Noun | None:
        """ "the oldest of the gangs", "one of three militias"."""
        for preposition in token.rights:
            if preposition.lower_ == "of" and preposition.i <= token.i + 1:
                for held in preposition.rights:
                    noun = self._noun(held)
                    if noun is not None and noun.plural and noun.sort in _BODIES:
                        return noun
        return None

    def _behind(self, name: Sighting, head: Token) -> Iterator[tuple[ActorKind, int]]:
        """ "X, which", "X, led by", "X's leader", "X fighters", "leader of X"."""
        at = name.end
        word = self._lower(at)
        relative = self._lower(at + 1) if word == "," else word
        if relative == "which":
            yield "organisation", _LIKELY
        elif relative == "who":
            yield "person", _SURE
        for child in head.rights:
            if child.dep_ == "acl" and child.lemma_ in self._words.body_verbs and _by(child):
                yield "organisation", _LIKELY
        owned = word in _OWNED
        if owned or head.dep_ in _BESIDE:
            noun = self._noun_at(at + 1 if owned else at)
            if noun is not None and noun.lemma in self._words.led_by and not noun.plural:
                yield "organisation", _LIKELY
            elif noun is not None and not owned and noun.sort == "member" and noun.plural:
                yield noun.kind, _LIKELY
        elif head.dep_ == "pobj" and head.head.lower_ == "of":
            noun = self._noun(head.head.head)
            if noun is not None and noun.lemma in self._words.led_by:
                yield "organisation", _LIKELY

    def _bears_arms(self, head: Token) -> bool:
        """ "X ambushed a patrol", "were killed by X", "fighters of X"."""
        above = head.head
        if head.dep_ == "nsubj" or (head.dep_ == "pobj" and above.dep_ == "agent"):
            verb = above if head.dep_ == "nsubj" else above.head
            return verb.pos_ == "VERB" and verb.lemma_ in self._words.at_arms
        return (
            head.dep_ == "pobj"
            and above.lower_ in ("of", "from")
            and above.head.lemma_.lower() in self._words.fighters
        )

    def _as_subject(self, head: Token) -> Iterator[tuple[ActorKind, int]]:
        """ "X was founded", "X declared itself neutral"."""
        verb = head.head
        if head.dep_ == "nsubjpass" and verb.lemma_ in self._words.body_verbs:
            yield "organisation", _LIKELY
        for child in verb.subtree if verb.i - verb.left_edge.i < 60 else ():
            if child.i > head.i and child.head == verb and child.lower_ == "itself":
                yield "organisation", _SURE
            elif child.head == verb and child.lower_ in ("himself", "herself"):
                yield "person", _SURE

    def _noun_at(self, at: int) -> Noun | None:
        """The noun behind at most two adjectives."""
        for token in self._doc[at : at + 3]:
            noun = self._noun(token)
            if noun is not None and self._lower(token.i + 1) == "of":
                # A "chief of staff" leads nobody.
                return None
            if noun is not None or token.pos_ not in ("ADJ", "NOUN"):
                return noun
        return None

    def _noun(self, token: Token) -> Noun | None:
        if not token.tag_.startswith("NN"):
            return None
        return self._nouns.by_form.get(token.lower_)

    def _lower(self, at: int) -> str:
        return self._doc[at].lower_ if at < len(self._doc) else ""


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _by(verb: Token) -> bool:
    return any(child.lower_ in ("by", "in") for child in verb.rights)
