"""The Python API: open a store, add reports, ask. Every face speaks only to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeAlias

from allegiance import shelf
from allegiance.desk.desk import Desk
from allegiance.desk.taking import take_over
from allegiance.errors import UsageError
from allegiance.export._delivery import PACKED, deliver
from allegiance.extraction import Paths, check_day
from allegiance.lexicon.lexicon import DATA, load
from allegiance.pipeline import run
from allegiance.pipeline.keep import Keeping
from allegiance.query.agreement import agreement as agreement_of
from allegiance.query.balance import balance as measure
from allegiance.query.balance import days
from allegiance.query.candidates import candidates as find_candidates
from allegiance.query.casting import who_is_who
from allegiance.query.changes import changes as compare
from allegiance.query.conflicts import conflict_kinds
from allegiance.query.conflicts import conflicts as find_conflicts
from allegiance.query.dossier import dossier as gather
from allegiance.query.drawing import Drawing, draw
from allegiance.query.history import Wanted
from allegiance.query.history import history as trace
from allegiance.query.names import actor_named
from allegiance.query.network import Floor
from allegiance.query.network import network as draw_network
from allegiance.query.profile import profile as draw_profile
from allegiance.query.standings import standings
from allegiance.query.why import why as explain
from allegiance.records.answer import Explanation, Hit, Profile, Summary
from allegiance.records.balance import Balance
from allegiance.records.changes import Changes
from allegiance.records.conflict import Conflict
from allegiance.records.deciding import Agreement, Candidate, Imported, Standing
from allegiance.records.dossier import Dossier
from allegiance.records.history import History
from allegiance.records.judgement import Actor
from allegiance.records.network import Network
from allegiance.resolve.actors import Cast
from allegiance.store.fulltext import search
from allegiance.store.ledgers import edition, last_known
from allegiance.store.store import Store, in_memory, open_store

Day: TypeAlias = "date | str"
Progress: TypeAlias = Callable[[int, int | None], None]

EXPORT = "allegiance.export"
LAYOUTS = "allegiance.export.layouts"
IN_MEMORY = ":memory:"


def open(store: str | Path = "allegiance.db", *, create: bool = True) -> Session:
    """Open a store; an absent one is made.

    Args:
        store: a file; `:memory:` keeps nothing.
        create: False: an absent store is an error.

    Raises:
        NotAStore: the file is something else; it is not touched.
        NewerStore: a later version wrote it.
        StoreError: it is absent, or cannot be opened; the message says what to do.
    """
    if str(store) == IN_MEMORY:
        return Session(in_memory())
    return Session(open_store(Path(store), create=create))


def write(network: Network, out: BinaryIO, layout: str) -> None:
    """Write a map in one of the `layouts`.

    Raises:
        UsageError: there is no such layout; the message lists those there are.
    """
    shelf.take(LAYOUTS, layout).write(network, out)


def exports() -> tuple[str, ...]:
    """The formats of `Session.export`, by name."""
    return shelf.names(EXPORT)


def is_text(layout: str) -> bool:
    """Is an export something to print, rather than bytes or several files?

    Raises:
        UsageError: there is no such format; the message lists those there are.
    """
    return not shelf.take(EXPORT, layout).BINARY


def layouts() -> tuple[str, ...]:
    """What `write` can write, by name."""
    return shelf.names(LAYOUTS)


class Session:
    """An open store; `open` makes one. Use it in a `with` block."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lexicon = load()
        self._remembered: tuple[tuple[object, date], Drawing] | None = None

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        paths: Paths,
        *,
        published: str | None = None,
        publisher: str | None = None,
        form: str = "txt",
        workers: int = 1,
        progress: Progress | None = None,
    ) -> Summary:
        """Read reports into the store; what it has already read is not added again.

        Every article is kept with all its claims in one transaction, so stopping in the middle leaves whole articles.

        Args:
            paths: files, folders, or `-` for standard input.
            published: the day of publication of those that name none (ISO 8601).
            publisher: of those that name none.
            form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
            progress: called with articles done, and how many there are (None where unknown).

        Raises:
            UsageError: `published` is no date, or `form` none that can be read.
            StoreBusy: another program is writing.
            StoreError: the disk is full, or the like; what was added before is kept.
        """
        if published is not None:
            check_day(published)
        actors_before = len(self._cast(date.max).actors)
        keeping = Keeping(self._store, self._lexicon, today=date.today())
        bundles = run.read(
            [paths] if isinstance(paths, str | Path) else paths,
            form=form,
            published=published,
            publisher=publisher,
            workers=workers,
            wanted=keeping.is_wanted,
        )
        # Closed by hand: on Ctrl-C the worker processes have to end now, not when memory is swept.
        with closing(bundles):
            for bundle in bundles:
                keeping.keep(bundle)
                if progress is not None:
                    progress(keeping.done, None)
        return keeping.summary(actors=len(self._cast(date.max).actors) - actors_before)

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
    ) -> Network:
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
        known = _day(known_by) or date.max
        day = _day(on) or self._last_day(known)
        cast = self._cast(known)
        self._check_kinds(kinds)
        party = self._actor(actor, cast).id if actor is not None else None
        return draw_network(
            self._drawing(known, cast, party),
            on=day,
            known_by=known if known_by is not None else max(day, self._last_day(known)),
            actor=party,
            kinds=frozenset(kinds),
            alleged=alleged,
            floor=Floor(reviewed_only, min_confidence, min_witnesses),
        )

    def history(
        self,
        actor: str | None = None,
        *,
        since: Day | None = None,
        until: Day | None = None,
        known_by: Day | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
    ) -> History:
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
        known = _day(known_by) or date.max
        cast = self._cast(known)
        wanted = self._wanted(cast, actor, since, until, kinds, alleged=alleged)
        return trace(
            self._drawing(known, cast, wanted.actor),
            wanted,
            known_by=known if known_by is not None else self._last_day(known),
        )

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
        earlier, later = _span(known_from, known_by)
        known = later or date.max
        cast = self._cast(known)
        wanted = self._wanted(cast, actor, since, until, kinds, alleged=alleged)
        ontology = self._lexicon.ontology
        return compare(
            self._drawing(known, cast, wanted.actor),
            wanted,
            known_by=later or self._last_day(known),
            known_from=earlier,
            earlier=draw(self._store, cast, ontology, known_by=earlier, actor=wanted.actor)
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
        known = _day(known_by) or date.max
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
            on=_day(on),
            all_claims=all_claims,
        )

    def export(
        self, layout: str, out: str | Path | BinaryIO, dossier: Dossier | None = None
    ) -> None:
        """Write a dossier in one of the `exports`; a file is written whole or not at all.

        Args:
            dossier: by default everything, but what is only alleged.
            out: a path or a stream. For formats of several files (`csv`, `parquet`) a path that ends with `.zip`, or a stream, gets an
                archive, any other path a new folder.

        Raises:
            UsageError: there is no such format, its library is not installed, or nothing can be written there.
        """
        part = shelf.take(EXPORT, layout)
        target = Path(out) if isinstance(out, str) else out
        given = dossier if dossier is not None else self.dossier()
        deliver(part.files(given, self._lexicon), target, several=part.SUFFIX == PACKED)

    def profile(self, name: str, *, known_by: Day | None = None) -> Profile:
        """All that reports say of one actor.

        Args:
            name: a name, an alias, or an actor's id.

        Raises:
            UnknownName: with near names.
            AmbiguousName: with the actors to choose from.
        """
        known = _day(known_by) or date.max
        cast = self._cast(known)
        actor = self._actor(name, cast)
        return draw_profile(self._store, self._drawing(known, cast, actor.id), actor)

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
        known = _day(known_by) or date.max
        first, last = _day(since), _day(until)
        if first is not None and last is not None and first > last:
            raise UsageError(f"from {first} to {last} there is no day; swap the two")
        cast = self._cast(known)
        return find_conflicts(
            self._store,
            self._drawing(known, cast, None),
            self._lexicon.conflicting,
            actor=self._actor(name, cast).id if name is not None else None,
            since=first,
            until=last,
            kinds=conflict_kinds(kinds),
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
        first, last = _day(since), _day(until)
        assert first is not None
        assert last is not None
        every = list(days(first, last, step))
        return tuple(self.balance(day, known_by, seed=seed) for day in every)

    def why(self, claim_id: str) -> Explanation:
        """Where a claim comes from.

        Args:
            claim_id: or its first characters, `claim-` left out or not.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        cast = self._cast(date.max)
        return explain(self._store, cast, self._lexicon.ontology, claim_id, DATA)

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Articles and claims that hold all the words, the best first; quotation marks keep words together."""
        return search(self._store, words, limit=limit)

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
        first, last = _span(since, until)
        party = self._actor(actor, cast).id if actor is not None else None
        return Wanted(party, first, last, frozenset(kinds), alleged)

    def _check_kinds(self, kinds: Sequence[str]) -> None:
        known = [kind.predicate for kind in self._lexicon.ontology.relations]
        unknown = sorted(set(kinds) - set(known))
        if unknown:
            raise UsageError(
                f"no relation is called {', '.join(unknown)}; there are {', '.join(known)}"
            )

    def desk(self, by: str) -> Desk:
        """Where a person decides who is who and what was read rightly.

        Args:
            by: the name that stands on the decisions.

        Raises:
            UsageError: it is empty.
        """
        return Desk(self._store, self._lexicon, by=by, now=_now)

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

    def take_decisions(self, given: Path | Iterable[bytes]) -> Imported:
        """Take over what others decided; what is here already is not taken twice.

        Args:
            given: their store, a file of JSON lines as `allegiance decisions export` writes them, or such lines.

        Raises:
            StoreError: the file cannot be read, or ours not be written; then nothing is taken.
        """
        return take_over(self._store, self._lexicon, given, now=_now())

    def agreement(self) -> Agreement:
        """How far reviewers agree on the claims that more than one has decided on."""
        return agreement_of(self._store)

    def _actor(self, name: str, cast: Cast) -> Actor:
        return actor_named(name, self._store, cast, self._lexicon)

    def _cast(self, known_by: date) -> Cast:
        if self._remembered is not None and self._remembered[0] == self._edition(known_by):
            return self._remembered[1].cast
        return who_is_who(self._store, self._lexicon, known_by)

    def _drawing(self, known_by: date, cast: Cast, actor: str | None) -> Drawing:
        """Everything known by a day, remembered until something is added; or what one actor needs of it."""
        if self._remembered is not None and self._remembered[0] == self._edition(known_by):
            return self._remembered[1]
        drawing = draw(self._store, cast, self._lexicon.ontology, known_by=known_by, actor=actor)
        if actor is None:
            self._remembered = (self._edition(known_by), drawing)
        return drawing

    def _edition(self, known_by: date) -> tuple[object, date]:
        return (edition(self._store), known_by)

    def _last_day(self, known_by: date) -> date:
        """The day of the last report known by a day; today where there is none."""
        return last_known(self._store, known_by) or date.today()


def _now() -> datetime:
    return datetime.now(UTC)


def _day(written: Day | None) -> date | None:
    return check_day(written) if isinstance(written, str) else written


def _span(since: Day | None, until: Day | None) -> tuple[date | None, date | None]:
    first, last = _day(since), _day(until)
    if first is not None and last is not None and first > last:
        raise UsageError(f"{first} comes after {last}; the earlier day has to come first")
    return first, last
