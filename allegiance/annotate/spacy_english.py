"""English by spaCy's small model, packaged.

Three things are done for the model: it is given text that it can read (`_draft`), many short texts at once, and no
work that can be remembered instead (`_tags`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from allegiance.annotate._draft import Draft, Drafter
from allegiance.annotate._marked import Marked
from allegiance.annotate._model import load_model
from allegiance.annotate._names import doubtful, name
from allegiance.annotate._recase import Recaser
from allegiance.annotate._tags import Tags
from allegiance.annotate.encoder import Encoder
from allegiance.lexicon.lexicon import Lexicon, load
from allegiance.reading import PLAIN, Manner, Reading
from allegiance.records.article import Article

_BATCH = 64
# So many articles are parsed while the encoder looks for names in the first of them.
_AHEAD = 8
_Waiting: TypeAlias = "tuple[Article, Doc, Future[list[Marked]] | None]"


class Annotator:
    """Loads the model once; annotates articles in order."""

    def __init__(self, lexicon: Lexicon | None = None, manner: Manner = PLAIN) -> None:
        self._model: Language = load_model()
        self._tags = Tags(self._model)
        lexicon = lexicon or load()
        self._drafter = Drafter(self._model.tokenizer, Recaser(lexicon), lexicon.index)
        self._lexicon = lexicon
        self._manner = manner
        self._encoder = None if manner.readers == "frames" else Encoder()

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the same order."""
        waiting: deque[_Waiting] = deque()
        for article, doc in self._parsed(articles):
            marked = None if self._encoder is None else self._encoder.marked(self._doubtful(doc))
            waiting.append((article, doc, marked))
            if len(waiting) > _AHEAD:
                yield self._reading(*waiting.popleft())
        for one in waiting:
            yield self._reading(*one)

    def _parsed(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Doc]]:
        waiting: deque[Draft] = deque()
        read: list[Doc] = []
        for doc in self._model.pipe(self._pieces(articles, waiting), batch_size=_BATCH):
            self._tags.add_to(doc)
            read.append(doc)
            while waiting and len(read) >= len(waiting[0].pieces):
                draft = waiting.popleft()
                count = len(draft.pieces)
                yield draft.article, draft.finish(read[:count])
                del read[:count]
        for draft in waiting:
            yield draft.article, draft.finish(read)

    def _doubtful(self, doc: Doc) -> list[tuple[str, int]]:
        return [(words.text, words.start_char) for words in doubtful(doc, self._lexicon)]

    def _reading(self, article: Article, doc: Doc, marked: Future[list[Marked]] | None) -> Reading:
        if marked is not None:
            name(doc, marked.result(), self._lexicon)
        return Reading(article, doc, self._encoder, self._manner)

    def _pieces(self, articles: Iterable[Article], waiting: deque[Draft]) -> Iterator[Doc]:
        for article in articles:
            draft = self._drafter.draft(article)
            waiting.append(draft)
            yield from draft.pieces
