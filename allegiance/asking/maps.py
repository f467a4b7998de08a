"""Questions that a map answers: of a day, over time, of what changed, of what hangs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from allegiance.asking.ground import Day, Ground, day_of, span
from allegiance.errors import UsageError
from allegiance.notebook.answers import ShownHistory, ShownNetwork
from allegiance.query.balance import balance as measure
from allegiance.query.balance import days
from allegiance.query.changes import changes as compare
from allegiance.query.dossier import dossier as gather
from allegiance.query.drawing import draw
from allegiance.query.history import Wanted
from allegiance.query.history import history as trace
from allegiance.query.kept_cast import in_memory
from allegiance.query.network import Floor
from allegiance.query.network import network as draw_network
from allegiance.records.balance import Balance
from allegiance.records.changes import Changes
from allegiance.records.dossier import Dossier
from allegiance.resolve.actors import Cast


class Maps(Ground):
    """Draws maps."""

    def network(
        self,
        on: Day | None = None,
        known_by: Day | None = None,
        *,
        actor: str | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
        reviewed_only: bool = False,
        min_confidence: float = 0.0,
        min_witnesses: int = 0,
    ) -> ShownNetwork:
        """Who stood with, under and against whom.

        Args:
            on: the day in the world; by default the day of the last report.
            known_by: leave out what was published later; by default nothing.
            actor: only what it is a party to.
            kinds: only these predicates.
            alleged: draw what is only alleged, too; it is marked.
            reviewed_only: use only claims that a reviewer has accepted or corrected.
            min_confidence: only relations and events that are at least so sure, 0 to 1.
            min_witnesses: only those that at least so many independent reports tell.

        Raises:
            UsageError: a day is no date, or a kind no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        known = day_of(known_by) or date.max
        day = day_of(on) or self._last_day(known)
        cast = self._cast(known)
        self._check_kinds(kinds)
        party = self._actor(actor, cast).id if actor is not None else None
        drawn = draw_network(
            self._chart(known, cast, party),
            on=day,
            known_by=known if known_by is not None else max(day, self._last_day(known)),
            actor=party,
            kinds=frozenset(kinds),
            alleged=alleged,
            floor=Floor(reviewed_only, min_confidence, min_witnesses),
        )
        return ShownNetwork.showing(drawn)

    def history(
        self,
        actor: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
    ) -> ShownHistory:
        """Every relation as stretches of time, with splits and successions as dated happenings.

        Args:
            actor: a name, an alias, or an actor's id: only what it is a party to.
            since: leave out what was over before this day; by default nothing.
            until: leave out what began after this day; by default nothing.
            known_by: leave out what was published later; by default nothing.
            kinds: only these predicates.
            alleged: what is only alleged, too; it is marked.

        Raises:
            UsageError: a day is no date, the days are the wrong way round, or a kind is no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        known = day_of(known_by) or date.max
        cast = self._cast(known)
        wanted = self._wanted(cast, actor, since, until, kinds, alleged=alleged)
        traced = trace(
            self._chart(known, cast, wanted.actor),
            wanted,
            known_by=known if known_by is not None else self._last_day(known),
        )
        return ShownHistory.showing(traced)

    def changes(
        self,
        since: Day | None = None,
        until: Day | None = None,
        *,
        known_from: Day | None = None,
        known_by: Day | None = None,
        actor: str | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
    ) -> Changes:
        """What began, ended, was disputed or renamed in the world; or, given `known_from`, what became known of it.

        Args:
            since: the first day in the world; by default none.
            until: the last day in the world; by default none.
            known_from: the day of knowledge to compare with `known_by`; None asks for changes in the world.
            known_by: leave out what was published later; by default nothing.
            actor: a name, an alias, or an actor's id: only what it is a party to.
            kinds: only these predicates.
            alleged: what is only alleged, too; it is marked.

        Raises:
            UsageError: a day is no date, two days are the wrong way round, or a kind is no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        earlier, later = span(known_from, known_by)
        known = later or date.max
        cast = self._cast(known)
        wanted = self._wanted(cast, actor, since, until, kinds, alleged=alleged)
        ontology = self._lexicon.ontology
        return compare(
            self._chart(known, cast, wanted.actor),
            wanted,
            known_by=later or self._last_day(known),
            known_from=earlier,
            earlier=draw(
                self._store, in_memory(cast), ontology, known_by=earlier, actor=wanted.actor
            )
            if earlier is not None
            else None,
        )

    def dossier(
        self,
        on: Day | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        actor: str | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
        all_claims: bool = False,
    ) -> Dossier:
        """Relations and events with everything that they rest on: what `export` writes.

        Args:
            on: only what a map of this day shows.
            since: leave out what was over before this day; by default nothing.
            until: leave out what began after this day; by default nothing.
            known_by: leave out what was published later; by default nothing.
            actor: a name, an alias, or an actor's id: only what it is a party to.
            kinds: only these predicates, of relations or of events.
            alleged: what is only alleged, too; it is marked.
            all_claims: claims of all days that nothing drawn rests on, too: of nameless parties, denied, sought, planned.

        Raises:
            UsageError: a day is no date, `on` is given beside another, the days are the wrong way round, or a kind is none.
            NameProblem: `actor` does not lead to one actor.
        """
        if on is not None and (since is not None or until is not None):
            raise UsageError("either one day (on) or a span of days (from, to), not both")
        known = day_of(known_by) or date.max
        events = [kind.predicate for kind in self._lexicon.ontology.events]
        self._check_kinds([kind for kind in kinds if kind not in events])
        cast = self._cast(known)
        wanted = self._wanted(cast, actor, since, until, (), alleged=alleged)
        return gather(
            self._store,
            self._drawing(known, cast, wanted.actor),
            self._lexicon,
            replace(wanted, kinds=frozenset(kinds)),
            known_by=known if known_by is not None else self._last_day(known),
            on=day_of(on),
            all_claims=all_claims,
        )

    def balance(
        self, on: Day | None = None, known_by: Day | None = None, *, seed: int = 0
    ) -> Balance:
        """How balanced the map of a day is, and where something must give.

        Args:
            on, known_by: as for `network`.
            seed: of the search for a bound, where a network is too large for the exact number.

        Raises:
            UsageError: a day is no date.
        """
        return measure(self.network(on, known_by), self._lexicon.signs, seed=seed)

    def balance_over(
        self,
        since: Day,
        until: Day,
        *,
        step: str = "month",
        known_by: Day | None = None,
        seed: int = 0,
    ) -> tuple[Balance, ...]:
        """The same for the first day and every one a step later, up to the last.

        Args:
            step: day, week, month, quarter or year.

        Raises:
            UsageError: a day is no date, a step none of these, or there are too many of them.
        """
        first, last = day_of(since), day_of(until)
        assert first is not None
        assert last is not None
        every = list(days(first, last, step))
        return tuple(self.balance(day, known_by, seed=seed) for day in every)

    def _wanted(
        self,
        cast: Cast,
        actor: str | None,
        since: Day | None,
        until: Day | None,
        kinds: Sequence[str],
        *,
        alleged: bool,
    ) -> Wanted:
        self._check_kinds(kinds)
        first, last = span(since, until)
        party = self._actor(actor, cast).id if actor is not None else None
        return Wanted(party, first, last, frozenset(kinds), alleged)
