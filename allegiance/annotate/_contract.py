"""What a module of this room has to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from allegiance.reading import Reading
from allegiance.records.article import Article


class Annotator(Protocol):
    """Turns articles into readings; made once a process, as it may hold a model."""

    def annotate(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """One reading an article, in the same order; `doc.text == article.text`.

        Raises:
            ReadingError: an article cannot be annotated.
        """
        ...
