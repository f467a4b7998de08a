"""What coreference looks at: every mention with its place in the sentence, and who has been found to be whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.nouns import Gender, Noun
from allegiance.records.mention import ActorKind, Form, Mention, Referent

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
OBJECTS = frozenset(("dobj", "obj", "iobj", "dative"))
_VERBS = frozenset(("VERB", "AUX"))
# More sentences in a row without a verb are a list or a table.
_FRAGMENTS = 3


@dataclass(slots=True)
class Entry:
    """A mention on the scene.

    Attributes:
        at: its head token; `start` and `end` are tokens, half-open.
        who: the index of its referent, before any merger.
        plural: None where it may be taken up by "it" and by "they" (a body, a state).
    """

    at: int
    start: int
    end: int
    who: int
    form: Form
    kind: ActorKind
    noun: Noun | None
    plural: bool | None
    sentence: int


class Scene:
    """The mentions of an article in text order, and the mergers of their referents.

    Attributes:
        quoted: tokens between quotation marks, once they have been found.
        held: tokens inside of a mention.
    """

    def __init__(self, doc: Doc, referents: tuple[Referent, ...], lexicon: Lexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.referents = referents
        self.sentence_of = _numbered(doc)
        self._merged = list(range(len(referents)))
        self.genders: dict[int, Gender] = {}
        self.named = {
            who
            for who, referent in enumerate(referents)
            if referent.knowledge_id is not None
            or any(mention.form == "name" for mention in referent.mentions)
        }
        self.added: list[tuple[int, Mention]] = []
        self.quoted: frozenset[int] = frozenset()
        self.entries = sorted(self._entries(), key=lambda entry: (entry.at, -entry.start))
        self._learn_genders()
        self.by_head = {entry.at: entry for entry in self.entries}
        self.held = {at for entry in self.entries for at in range(entry.start, entry.end)}

    def _learn_genders(self) -> None:
        """From "Mr." and "Ms." before a name, and nouns like "spokeswoman"."""
        genders = self.lexicon.nouns.genders
        for entry in self.entries:
            at = entry.start - 1 if entry.form == "name" else entry.at
            told = genders.get(self.doc[at].lower_.rstrip(".")) if at >= 0 else None
            if told is not None and entry.kind == "person":
                self.genders.setdefault(entry.who, told)

    def root(self, who: int) -> int:
        """The referent that stands for this one after all mergers."""
        while self._merged[who] != who:
            who = self._merged[who]
        return who

    def merge(self, later: int, earlier: int) -> None:
        """Make two referents one, unless each has a name of its own; the earlier keeps its name."""
        one, other = self.root(later), self.root(earlier)
        if one != other and not (one in self.named and other in self.named):
            self._merged[max(one, other)] = min(one, other)
            if max(one, other) in self.genders:
                self.genders.setdefault(min(one, other), self.genders[max(one, other)])
            if max(one, other) in self.named:
                self.named.add(min(one, other))

    def has_name(self, who: int) -> bool:
        """Has the referent that stands for this one a name?"""
        return self.root(who) in self.named

    def at(self, token: Token) -> Entry | None:
        """The mention that a token heads."""
        return self.by_head.get(token.i)

    def kind(self, who: int) -> ActorKind:
        """The kind of the referent that stands for this one."""
        return self.referents[self.root(who)].kind

    def role(self, entry: Entry) -> str:
        """The dependency of a mention; a conjunct has that of the first."""
        return first_conjunct(self.doc[entry.at]).dep_

    def _entries(self) -> Iterator[Entry]:
        for who, referent in enumerate(self.referents):
            for mention in referent.mentions:
                yield self.entry(mention, who, referent.kind)

    def entry(self, mention: Mention, who: int, kind: ActorKind) -> Entry:
        """A mention with its place in the sentence."""
        tokens = self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        assert tokens is not None  # expanded to whole tokens, a mention always has some
        at = tokens.root.i
        noun = None
        if mention.form == "nominal":
            nouns = self.lexicon.nouns.by_form
            noun = nouns.get(self.doc[at].lower_) or nouns.get(self.doc[at].text)
        return Entry(
            at, tokens.start, tokens.end, who, mention.form, kind,
            noun, self._number(at, kind, noun), self.sentence_of[at],
        )  # fmt: skip

    def _number(self, at: int, kind: ActorKind, noun: Noun | None) -> bool | None:
        if noun is not None:
            return True if noun.plural else (False if noun.personal else None)
        if kind == "person":
            return False
        token = self.doc[at]
        plural = kind == "population" or (token.tag_ == "NNS" and token.text.islower())
        return True if plural else None


def _numbered(doc: Doc) -> list[int]:
    """The sentence of each token; a few without a verb ("Not so.", "HALE: At home, mostly.") part no others."""
    numbers: list[int] = []
    number = without = 0
    for sentence in doc.sents:
        numbers += [number] * len(sentence)
        without = 0 if any(token.pos_ in _VERBS for token in sentence) else without + 1
        number += without == 0 or without > _FRAGMENTS
    return numbers


def first_conjunct(token: Token) -> Token:
    """The first of the coordinated words that this one belongs to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def verb_over(token: Token) -> Token:
    """The verb whose argument a token is, directly or by way of prepositions and nouns."""
    while token.dep_ not in ("ROOT", "relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"):
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token
