"""Questions about what a store holds: actors, claims, events, places, articles, in lists that go on page by page."""

from __future__ import annotations

from allegiance.asking.ground import Ground
from allegiance.asking.view import View
from allegiance.records.asked import Filter
from allegiance.records.deciding import Candidate, Standing
from allegiance.records.listing import ArticleRead, ArticleRow, Codebook, Holdings, Key, Page


class Lists(Ground):
    """Lists what is there."""

    def through(self, wanted: Filter) -> View:
        """The store through a filter: every map and list of what it lets pass.

        Raises:
            UsageError: `since` comes after `until`, or a kind is no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        raise NotImplementedError

    def edition(self) -> str:
        """16 hex digits that are others whenever an answer may be another: by the store, the program, the lexicon, or the day."""
        raise NotImplementedError

    def holdings(self) -> Holdings:
        """What the store holds."""
        raise NotImplementedError

    def codebook(self) -> Codebook:
        """What the words of claims mean."""
        raise NotImplementedError

    def articles(
        self, wanted: Filter, words: str = "", *, after: Key | None = None, limit: int = 100
    ) -> Page[ArticleRow]:
        """Reports, the latest first."""
        raise NotImplementedError

    def article(self, article_id: str) -> ArticleRead:
        """A report with everything that was read in it.

        Raises:
            UnknownName: no article has that id.
        """
        raise NotImplementedError

    def candidates_page(
        self, actor: str | None = None, *, after: Key | None = None, limit: int = 50
    ) -> Page[Candidate]:
        """`candidates`, a page at a time."""
        raise NotImplementedError

    def decisions_page(self, *, after: Key | None = None, limit: int = 100) -> Page[Standing]:
        """`decisions`, a page at a time, the latest first."""
        raise NotImplementedError
