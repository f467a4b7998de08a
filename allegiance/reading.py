"""An annotated article: what every extractor looks at. It is never stored and never leaves `extract/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from allegiance.records.article import Article

if TYPE_CHECKING:  # Importing spaCy takes half a second; only annotators need it at run time.
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its annotation; `doc.text == article.text`, always.

    Attributes:
        doc: tokens, tags, lemmas, dependencies, sentences and named entities. Where the text is all in capitals the
            annotation is that of the recased text, so look at `token.pos_`, `token.lemma_`, not at letter case.
    """

    article: Article
    doc: Doc
