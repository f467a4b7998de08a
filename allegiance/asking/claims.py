"""Questions about actors and claims: what is said of whom, by whom, against whom, and who decided what of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from allegiance.asking.ground import Day, Ground, day_of, span
from allegiance.lexicon.lexicon import DATA
from allegiance.notebook.answers import ShownProfile
from allegiance.query.agreement import agreement as agreement_of
from allegiance.query.candidates import candidates as find_candidates
from allegiance.query.conflicts import among, conflict_kinds
from allegiance.query.overview import Part
from allegiance.query.overview import overview as draw_overview
from allegiance.query.profile import profile as draw_profile
from allegiance.query.standings import standings
from allegiance.query.why import Explaining
from allegiance.records.answer import Explanation, Hit, Section
from allegiance.records.conflict import Conflict
from allegiance.records.deciding import Agreement, Candidate, Standing
from allegiance.records.overview import Overview
from allegiance.store.contested import Sought
from allegiance.store.fulltext import search


class Claims(Ground):
    """Looks claims up."""

    def profile(self, name: str, *, known_by: Day | None = None) -> ShownProfile:
        """All that reports say of one actor.

        Args:
            name: a name, an alias, or an actor's id.

        Raises:
            UnknownName: with near names.
            AmbiguousName: with the actors to choose from.
        """
        known = day_of(known_by) or date.max
        cast = self._cast(known)
        actor = self._actor(name, cast)
        drawn = draw_profile(self._store, self._chart(known, cast, actor.id), actor)
        return ShownProfile.showing(drawn)

    def overview(
        self,
        name: str,
        *,
        known_by: Day | None = None,
        lines: int = 10,
        reports: int = 5,
        section: Section | None = None,
    ) -> Overview:
        """The same by the part, as a page shows it.

        Args:
            lines: of each section at most so many, those that most independent reports tell.
            reports: of each line the reports of at most so many of its claims.
            section: this section alone.

        Raises:
            UnknownName, AmbiguousName: as for `profile`.
        """
        known = day_of(known_by) or date.max
        cast = self._cast(known)
        actor = self._actor(name, cast)
        return draw_overview(
            self._store,
            self._chart(known, cast, actor.id),
            actor,
            Part(lines, reports, section),
            known_by=known if known_by is not None else self._last_day(known),
        )

    def conflicts(
        self,
        name: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        kinds: Sequence[str] = (),
    ) -> tuple[Conflict, ...]:
        """Claims that cannot both hold, side by side with who says them, by the first day that they speak of.

        Args:
            name: only conflicts that this actor is a party to.
            since, until: only what may have been on one of these days, both included.
            kinds: only these: `who`, `tie`, `toll`, `when`.

        Raises:
            UsageError: a day is no date, a kind none of these, or `since` after `until`.
            NameProblem: `name` does not lead to one actor.
        """
        known = day_of(known_by) or date.max
        first, last = span(since, until)
        cast = self._cast(known)
        wanted = conflict_kinds(kinds)
        actor = self._actor(name, cast).id if name is not None else None
        there = self._conflicts(known, cast, Sought(actor, wanted, first, last))
        return among(there, actor=actor, since=first, until=last, kinds=wanted)

    def why(self, claim_id: str) -> Explanation:
        """Where a claim comes from.

        Args:
            claim_id: or its first characters, `claim-` left out or not.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        return self._explaining.why(claim_id)

    def explanations(self, claim_ids: Iterable[str]) -> tuple[Explanation, ...]:
        """The same of claims by their full ids, each once, in the order given; those that are not here are left out."""
        return self._explaining.several(claim_ids)

    @property
    def _explaining(self) -> Explaining:
        cast = self._cast(date.max)
        return Explaining(self._store, cast, self._lexicon.ontology, DATA)

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Articles and claims that hold all the words, the best first; quotation marks keep words together."""
        return search(self._store, words, limit=limit)

    def candidates(self, actor: str | None = None) -> tuple[Candidate, ...]:
        """Pairs of actors that may be one, the likeliest first; those that were decided on are left out.

        Raises:
            NameProblem: `actor` does not lead to one actor.
        """
        cast = self._cast(date.max)
        party = self._actor(actor, cast).id if actor is not None else None
        drawing = self._drawing(date.max, cast, None)
        return tuple(find_candidates(self._store, drawing, self._lexicon, actor=party))

    def decisions(self) -> tuple[Standing, ...]:
        """All decisions of persons in the order in which they were made, each with what has become of it."""
        return standings(self._store, self._cast(date.max))

    def agreement(self) -> Agreement:
        """How far reviewers agree on the claims that more than one has decided on."""
        return agreement_of(self._store)
