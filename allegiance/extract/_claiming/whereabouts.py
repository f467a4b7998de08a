"""Which places of a sentence say where something was done: "in Essara", not "the mayor of Essara" or "80 km from Essara"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

CLIMB = 8
# How far before "from Essara" the distance stands ("80 km north of Essara").
MEASURE_REACH = 2


@dataclass(frozen=True, slots=True)
class Site:
    """A place of a sentence.

    Attributes:
        first, token: its first and its last word.
    """

    first: Token
    token: Token
    place: Where


class Whereabouts:
    """Tells the places where something was done from those that only describe somebody."""

    def __init__(self, cast: Cast, lexicon: Lexicon) -> None:
        self._cast = cast
        self._placing = lexicon.placing
        self._persons = lexicon.counting.persons | lexicon.placing.titles
        self._saying = lexicon.acting.speech_verbs

    def tells(self, site: Site) -> bool:
        """Does the name say where? "U.S." in "U.S. troops" does not, nor the end of a measure."""
        bound = site.token.dep_ in ("compound", "amod", "poss", "nmod", "nsubj")
        if bound and self._cast.covering(site.token):
            return False
        return not self._is_measured(site.first) and not self._describes(site.token)

    def _is_measured(self, first: Token) -> bool:
        """ "80 km from Essara", "north of Essara": from where it is measured."""
        if first.i < MEASURE_REACH or first.nbor(-1).lower_ not in ("of", "from"):
            return False
        return first.nbor(-2).lower_ in self._placing.measures

    def _describes(self, token: Token) -> bool:
        """ "The mayor *of Essara*", "sources *in Essara* said", "was reported *in Essara* that"."""
        climbed = token
        for _ in range(CLIMB):
            head = climbed.head
            if climbed.pos_ in ("VERB", "AUX"):
                return self._passes_on(climbed)
            if head.i == climbed.i:
                return False
            if climbed.lower_ == "of" and syntax.lemma_of(head) in self._persons:
                return True
            if climbed.dep_ in ("nsubj", "nsubjpass") and climbed.i != token.i:
                return head.i > token.i and syntax.lemma_of(head) in self._saying
            climbed = head
        return False

    def _passes_on(self, verb: Token) -> bool:
        said = syntax.lemma_of(verb) in self._saying
        return said and any(child.dep_ == "ccomp" for child in verb.children)
