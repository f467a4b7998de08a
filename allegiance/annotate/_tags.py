"""Parts of speech, morphology and lemmas, remembered.

The model finds them by matching patterns of tag, word and dependency at each token, which costs a seventh of its time.
They are the same for the same three (but after "there", which is looked at here), so each combination is asked once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.symbols import VERB
from spacy.tokens import Doc

_TOLD = [POS, MORPH, LEMMA]
# Stands for all words that no pattern names.
_ANY_WORD = "x"


class Tags:
    """What the model's own rules say, by tag, word and dependency."""

    def __init__(self, model: Language) -> None:
        ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
        assert isinstance(ruler, AttributeRuler)
        assert isinstance(lemmatizer, Lemmatizer)
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        # Known words come as lists, each searched from its beginning for every new word.
        known = lemmatizer.lookups.get_table("lemma_index")
        for part, words in list(known.items()):
            known[part] = frozenset(words)
        self._vocab = model.vocab
        strings = model.vocab.strings
        # Words that a pattern names; any other word makes no difference to the ruler.
        self._named = {strings.add(word) for word in _named_words(ruler)}
        self._rules: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}
        self._expletive = strings.add("expl")
        self._being = frozenset(map(strings.add, ("is", "are", "was", "were", "'s", "'re")))

    def add_to(self, doc: Doc) -> None:
        """Set part of speech, morphology and lemma of all tokens of a tagged and parsed doc."""
        told: list[tuple[int, int, int]] = []
        rules, lemmas, named, previous = self._rules, self._lemmas, self._named, 0
        for tag, orth, lower, dep in doc.to_array([TAG, ORTH, LOWER, DEP]).tolist():
            key = (tag, lower if lower in named else 0, dep)
            pos, morph, lemma = rules.get(key) or self._ask_rules(*key)
            if previous == self._expletive and lower in self._being:
                pos = VERB
            if not lemma:
                word = (orth, pos, morph)
                lemma = lemmas.get(word) or self._ask_lemma(*word)
            told.append((pos, morph, lemma))
            previous = dep
        _set(doc, _TOLD, np.array(told, dtype=np.uint64).reshape(len(doc), len(_TOLD)))

    def _ask_rules(self, tag: int, lower: int, dep: int) -> tuple[int, int, int]:
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[lower] if lower else _ANY_WORD])
        doc[0].tag, doc[0].dep = tag, dep
        self._ruler(doc)
        pos, morph, lemma = doc.to_array(_TOLD).tolist()[0]
        answer = self._rules[tag, lower, dep] = (pos, morph, lemma)
        return answer

    def _ask_lemma(self, orth: int, pos: int, morph: int) -> int:
        doc = Doc(self._vocab, words=[self._vocab.strings[orth]])
        _set(doc, [POS, MORPH], np.array([[pos, morph]], dtype=np.uint64))
        lemma = self._vocab.strings.add(self._lemmatizer.lemmatize(doc[0])[0])
        self._lemmas[orth, pos, morph] = lemma
        return lemma


def _set(doc: Doc, attributes: list[int], values: NDArray[np.uint64]) -> None:
    doc.from_array(attributes, values)  # type: ignore[arg-type]  # It takes 64 bits; its stub says less.


def _named_words(ruler: AttributeRuler) -> Iterator[str]:
    """Words that patterns ask for; the few that are written as regular expressions are slang, and left out."""
    # `Any`: the ruler's own type is a union of all that a pattern may be.
    patterns: Any = [pattern["patterns"] for pattern in ruler.patterns]
    for token in (token for several in patterns for tokens in several for token in tokens):
        word = token.get("LOWER")
        if isinstance(word, str):
            yield word
        elif isinstance(word, dict):
            yield from word.get("IN", ())
