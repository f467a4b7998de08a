"""Questions about what a store holds: all of it through a filter, its articles, its words, its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast as cast_to

import allegiance
from allegiance.asking.ground import Ground, span
from allegiance.asking.lens import Footing
from allegiance.asking.memory import Recent
from allegiance.asking.view import View
from allegiance.errors import UsageError
from allegiance.lexicon.codebook import codebook_of
from allegiance.lexicon.edition import sha256_of
from allegiance.lexicon.lexicon import DATA
from allegiance.query.article import article_read
from allegiance.query.articles import article_page
from allegiance.query.candidates import candidates as find_candidates
from allegiance.query.drawing import Drawing, draw
from allegiance.query.holdings import holdings
from allegiance.query.kept_cast import in_memory
from allegiance.query.paging import cut
from allegiance.query.standings import standings
from allegiance.records.asked import EVERYTHING, Filter
from allegiance.records.canonical import digest
from allegiance.records.codebook import Codebook
from allegiance.records.deciding import Candidate, Standing
from allegiance.records.listing import Holdings, Key, Page
from allegiance.records.marked import ArticleRead, ArticleRow
from allegiance.store.editions import last_reading
from allegiance.store.store import Store

# Answers to the last few questions, and what they were made of; rows share their claims with the drawing.
REMEMBERED = 48


class Lists(Ground):
    """Lists what is there."""

    def __init__(self, store: Store, overlay: Path | None = None) -> None:
        super().__init__(store, overlay)
        self._memory: Recent[object] = Recent(REMEMBERED)

    def through(self, wanted: Filter) -> View:
        """The store through a filter: every map and list of what it lets pass.

        Raises:
            UsageError: `since` comes after `until`, or a kind is no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        span(wanted.since, wanted.until)
        self._check_predicates(wanted.kinds)
        known = wanted.known_by or date.max
        cast = self._cast(known)
        actor = self._actor(wanted.actor, cast).id if wanted.actor is not None else None
        last = self._last_day(known)
        footing = Footing(
            store=self._store,
            lexicon=self._lexicon,
            edition=self._edition(known),
            known=known,
            known_by=wanted.known_by or last,
            last_day=last,
            cast=cast,
            chart=lambda: self._chart(known, cast),
            conflicts=lambda: self._conflicts(known, cast),
            drawing=lambda: self._drawing(known, cast, None),
            drawing_of=lambda day: self._drawn(known, day),
            claims=lambda: self._claim_table(known, cast),
            written=self._every_name,
            as_read=lambda: self._drawn(known, None),
            memory=self._memory,
        )
        return View(replace(wanted, actor=actor), actor, footing)

    def edition(self) -> str:
        """16 hex digits that are others whenever an answer may be: by store, program, lexicon, and the day."""
        state, _ = self._edition(date.max)
        code = (allegiance.__version__, _data(), self._lexicon.overlay)
        # Another store may have as many rows of everything.
        which = (self._store.location, last_reading(self._store))
        return digest("edition", state, *which, *code, date.today()).removeprefix("edition-")

    def holdings(self) -> Holdings:
        """What the store holds."""
        return holdings(self._store, self._cast(date.max))

    def codebook(self) -> Codebook:
        """What the words of claims mean."""
        return codebook_of(self._lexicon.ontology, self._lexicon.signs)

    def articles(
        self, wanted: Filter, words: str = "", *, after: Key | None = None, limit: int = 100
    ) -> Page[ArticleRow]:
        """Reports, the latest first.

        Args:
            wanted: `since` and `until` are days of publication here; actor, kinds and place are of the claims in them.
            words: only those that hold all the words.

        Raises:
            UsageError: `after` is no key of this list, or as for `through`.
            NameProblem: `actor` does not lead to one actor.
        """
        span(wanted.since, wanted.until)
        of_claims = replace(wanted, on=None, since=None, until=None, known_by=None, publishers=())
        within = None
        if of_claims != EVERYTHING:
            within = self.through(replace(wanted, since=None, until=None)).article_ids()
        return article_page(self._store, wanted, words, within=within, after=after, limit=limit)

    def article(self, article_id: str) -> ArticleRead:
        """A report with everything that was read in it.

        Raises:
            UnknownName: no article has that id.
        """
        return article_read(self._store, self._cast(date.max), self._lexicon.ontology, article_id)

    def candidates_page(
        self, actor: str | None = None, *, after: Key | None = None, limit: int = 50
    ) -> Page[Candidate]:
        """`candidates`, a page at a time.

        Raises:
            NameProblem: `actor` does not lead to one actor.
            UsageError: `after` is no key of this list.
        """
        cast = self._cast(date.max)
        party = self._actor(actor, cast).id if actor is not None else None
        every = self._memory.find_or((self._edition(date.max), "candidates"), self._found)
        found = [
            one
            for one in cast_to(list[Candidate], every)
            if party is None or party in (one.left.id, one.right.id)
        ]
        rows, last = cut(found, _likeness, after=after, limit=limit)
        return Page(tuple(rows), len(found), last)

    def decisions_page(self, *, after: Key | None = None, limit: int = 100) -> Page[Standing]:
        """`decisions`, a page at a time, the latest first.

        Raises:
            UsageError: `after` is no key of this list.
        """
        made = standings(self._store, self._cast(date.max))[::-1]
        rows, last = cut(made, _decision_key, after=after, limit=limit, descending=True)
        return Page(tuple(rows), len(made), last)

    def _found(self) -> list[Candidate]:
        drawing = self._drawing(date.max, self._cast(date.max), None)
        return sorted(find_candidates(self._store, drawing, self._lexicon), key=_likeness)

    def _drawn(self, known: date, day: date | None) -> Drawing:
        """Claims known by another day, with who is who by `known`; None: all of them, as if nobody had reviewed any."""
        key = (self._edition(known), "drawn", day)
        return cast_to(
            Drawing,
            self._memory.find_or(
                key,
                lambda: draw(
                    self._store,
                    in_memory(self._cast(known)),
                    self._lexicon.ontology,
                    known_by=known if day is None else day,
                    as_read=day is None,
                ),
            ),
        )

    def _check_predicates(self, kinds: Sequence[str]) -> None:
        ontology = self._lexicon.ontology
        known = [kind.predicate for kind in ontology.relations]
        known += [kind.predicate for kind in ontology.events if kind.predicate not in known]
        if unknown := sorted(set(kinds) - set(known)):
            raise UsageError(
                f"no predicate is called {', '.join(unknown)}; there are {', '.join(known)}"
            )


@cache
def _data() -> str:
    """The state of the built-in data files."""
    return sha256_of(DATA.rglob("*"), DATA)


def _likeness(candidate: Candidate) -> Key:
    """The likeliest first."""
    return (-candidate.score, candidate.left.id, candidate.right.id)


def _decision_key(standing: Standing) -> Key:
    return (standing.decision.made_at.isoformat(), standing.decision.id)
