"""English without a model: words, and sentences that end at their marks. For tests, and to look at texts quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from allegiance.annotate._draft import Drafter
from allegiance.annotate._recase import Recaser
from allegiance.lexicon.lexicon import Lexicon, load
from allegiance.reading import Reading
from allegiance.records.article import Article

_END_MARKS = frozenset(".!?")
_CLOSING = frozenset("\"'”’)]»")


class Annotator:
    """Knows sentences alone: no parts of speech, no dependencies, no names."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._model: Language = spacy.blank("en")
        lexicon = lexicon or load()
        self._drafter = Drafter(self._model.tokenizer, Recaser(lexicon), lexicon.index)

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the same order."""
        for article in articles:
            draft = self._drafter.draft(article)
            for piece in draft.pieces:
                _mark_sentences(piece)
            yield Reading(article, draft.finish(draft.pieces))


def _mark_sentences(doc: Doc) -> None:
    """Give each sentence its first token as head, which is how a doc keeps its sentences when it is copied."""
    ended = True
    first = 0
    for token in doc:
        closing = token.text in _CLOSING
        if (ended and not closing) or token.is_sent_start:
            first, ended = token.i, False
        ended = token.text in _END_MARKS or (ended and closing)
        token.head = doc[first]
        token.dep_ = "dep"
