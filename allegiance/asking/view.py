"""A store through one filter: the same for maps, lists and exports, so that all show the same claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from allegiance.asking.ground import span
from allegiance.asking.pictures import Pictures
from allegiance.lexicon.lexicon import DATA
from allegiance.query.actor_list import actor_key, actor_rows, with_words
from allegiance.query.change_list import change_facets, change_rows
from allegiance.query.changes import Shift, shift_key, shifts
from allegiance.query.claim_rows import claim_rows
from allegiance.query.claim_table import Wanted
from allegiance.query.conflicts import conflict_key, is_about, is_told_enough
from allegiance.query.contradictions import conflicts as find_conflicts
from allegiance.query.event_list import event_facets, event_told
from allegiance.query.paging import cut
from allegiance.query.queue import queue_for
from allegiance.query.seen import event_key, in_order, narrowed
from allegiance.query.why import Explaining
from allegiance.records.answer import Explanation
from allegiance.records.asked import ANY_CLAIM, Claimed
from allegiance.records.conflict import Conflict, ConflictKind
from allegiance.records.listing import (
    ActorRow,
    ChangeFacets,
    ChangeRow,
    ClaimFacets,
    ClaimOrder,
    ClaimRow,
    EventFacets,
    EventOrder,
    EventRow,
    EventTold,
    Key,
    Page,
)


class View(Pictures):
    """What a filter lets pass; `Session.through` makes one."""

    def conflicts(
        self, kinds: Sequence[ConflictKind] = (), *, after: Key | None = None, limit: int = 50
    ) -> Page[Conflict]:
        """Claims that cannot both hold, by the first day that they speak of; two sides each have to pass the filter's floors.

        Args:
            kinds: only these; none for all.

        Raises:
            UsageError: `after` is no key of this list. So for all pages.
        """
        asked = self._asked
        chosen = [
            one
            for one in self._all_conflicts
            if (not kinds or one.kind in kinds)
            and (not asked.kinds or one.predicate in asked.kinds)
            and is_about(one, self._actor, asked.since, asked.until)
            and is_told_enough(one, asked.min_witnesses, asked.min_confidence)
        ]
        rows, last = cut(chosen, conflict_key, after=after, limit=limit)
        return Page(tuple(rows), len(chosen), last)

    def actors(
        self, words: str = "", *, after: Key | None = None, limit: int = 100
    ) -> Page[ActorRow]:
        """Actors, those that most reports name first.

        Args:
            words: only those of whose names one has words that begin so.
        """
        rows = self._once(
            ("actors", self._asked),
            lambda: actor_rows(
                self._drawing,
                self._wanted,
                self._events,
                self._reports,
                all_named=self._is_open,
            ),
        )
        chosen = with_words(rows, words, self._names) if words.strip() else rows
        page, last = cut(chosen, actor_key, after=after, limit=limit)
        return Page(tuple(page), len(chosen), last)

    def claims(
        self,
        claimed: Claimed = ANY_CLAIM,
        *,
        order: ClaimOrder = "-published",
        after: Key | None = None,
        limit: int = 100,
    ) -> Page[ClaimRow]:
        """Claims as reviewers left them, rejected ones too."""
        wanted = self._claims_wanted(claimed)
        page, last = self._table.page(wanted, order, after=after, limit=limit)
        total = self._once(("claims", self._asked, claimed), lambda: self._table.total(wanted))
        footing = self._footing
        rows = claim_rows(footing.store, page, footing.cast, self._table.decided)
        return Page(rows, total, last)

    def claim_ids(self, claimed: Claimed = ANY_CLAIM) -> tuple[str, ...]:
        """The ids of all of them, sorted."""
        return self._table.claim_ids(self._claims_wanted(claimed))

    def article_ids(self) -> frozenset[str]:
        """The articles that make these claims."""
        return self._table.article_ids(self._claims_wanted(ANY_CLAIM))

    def claim_facets(self, claimed: Claimed = ANY_CLAIM) -> ClaimFacets:
        """How many of them have what."""
        return self._once(
            ("facets of claims", self._asked, claimed),
            lambda: self._table.facets(self._claims_wanted(claimed)),
        )

    def events(
        self, *, order: EventOrder = "-when", after: Key | None = None, limit: int = 100
    ) -> Page[EventRow]:
        """Events between named actors or by one."""
        chosen = self._once(("events", self._asked, order), lambda: in_order(self._events, order))
        rows, last = cut(
            chosen, event_key(order), after=after, limit=limit, descending=order.startswith("-")
        )
        return Page(tuple(map(self._seen.row, rows)), len(chosen), last)

    def event_facets(self) -> EventFacets:
        """How many of them have what."""
        return event_facets(self._events, self._seen)

    def event(self, event_id: str) -> EventTold:
        """One event with all that tell or deny it.

        Raises:
            UnknownName: there is none of that id.
        """
        return event_told(self._seen, event_id, self._explaining.several)

    def changes(
        self, known_from: date | None = None, *, after: Key | None = None, limit: int = 100
    ) -> Page[ChangeRow]:
        """What changed in the world between `since` and `until`; given `known_from`, in what was known of it.

        Raises:
            UsageError: `known_from` comes after the day of knowledge, or `after` is no key of this list.
        """
        every, chart = self._shifts(known_from), self._reviewed
        rows, last = cut(every, shift_key(chart.cast), after=after, limit=limit)
        return Page(tuple(change_rows(rows, chart)), len(every), last)

    def change_facets(self, known_from: date | None = None) -> ChangeFacets:
        """How many of them have what."""
        return self._once(
            ("facets of changes", self._asked, known_from),
            lambda: change_facets(self._shifts(known_from), self._chart),
        )

    def _shifts(self, known_from: date | None) -> Sequence[Shift]:
        span(known_from, self._asked.known_by)
        return self._once(
            ("changes", self._asked, known_from),
            lambda: shifts(
                self._reviewed,
                self._wanted,
                known_by=self._footing.known_by,
                known_from=known_from,
                earlier=self._earlier(known_from) if known_from is not None else None,
            ),
        )

    def queue(self, by: str, *, second: bool = False, limit: int = 20) -> tuple[Explanation, ...]:
        """Claims to review, disputed ones first, then those that the reader is least sure of.

        Args:
            second: those that others have decided and this person has not, as they were read.
        """
        footing, asked = self._footing, self._asked
        # A second reviewer sees what the first has rejected, too.
        drawing = narrowed(footing.as_read(), asked) if second else self._narrowed
        wanted = queue_for(
            footing.store,
            drawing,
            by=" ".join(by.split()),
            limit=limit,
            kinds=asked.kinds,
            actor=self._actor,
            second=second,
            within=None if self._is_open else self.claim_ids(),
        )
        return self._explaining.several(wanted, as_read=second)

    @property
    def _all_conflicts(self) -> tuple[Conflict, ...]:
        asked, footing = self._asked, self._footing
        if not asked.publishers and asked.place is None and not asked.reviewed_only:
            return self._once(("every conflict",), footing.conflicts)
        return self._once(
            ("conflicts", asked.publishers, asked.place, asked.reviewed_only),
            lambda: find_conflicts(footing.store, self._drawing, footing.lexicon.conflicting),
        )

    @property
    def _reports(self) -> Mapping[str, int]:
        footing = self._footing
        return self._once(("reports",), lambda: footing.written().reports(footing.cast))

    @property
    def _names(self) -> Mapping[str, Collection[str]]:
        footing = self._footing
        return self._once(("names",), lambda: footing.written().names(footing.cast))

    def _claims_wanted(self, claimed: Claimed) -> Wanted:
        return Wanted(self._asked, claimed, self._actor)

    @property
    def _explaining(self) -> Explaining:
        footing = self._footing
        return Explaining(footing.store, footing.cast, footing.lexicon.ontology, DATA)
