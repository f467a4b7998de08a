"""What every question rests on: the store, the lexicon, and what was worked out for the last one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from allegiance.asking.memory import Recent
from allegiance.asking.telling import Telling
from allegiance.errors import StoreError, UsageError
from allegiance.extraction import check_day
from allegiance.lexicon.lexicon import load
from allegiance.query.actor_list import Written
from allegiance.query.atlas import Atlas
from allegiance.query.casting import who_is_who
from allegiance.query.chart import Chart
from allegiance.query.claim_table import ClaimTable, kept_table, table_of
from allegiance.query.contradictions import Contradictions
from allegiance.query.drawing import Drawing, draw
from allegiance.query.kept_cast import in_memory
from allegiance.query.kept_conflicts import KeptConflicts
from allegiance.query.names import actor_named
from allegiance.query.survey import survey
from allegiance.records.conflict import Conflict
from allegiance.records.judgement import Actor
from allegiance.resolve.actors import Cast
from allegiance.resolve.judged import Judged
from allegiance.store.contested import ALL, Sought
from allegiance.store.editions import edition, last_known, last_out
from allegiance.store.identities import dated_identities
from allegiance.store.ledgers import Account
from allegiance.store.store import Store

# Of so many days of knowledge, or states of the store; a drawing of a hundred thousand claims takes some 200 MB.
CASTS, DRAWINGS = 4, 2
Day: TypeAlias = "date | str"


class Ground:
    """A store with the lexicon, and the atlas that it keeps. What was drawn of all claims is remembered until something is added.

    Args:
        overlay: a folder to lay over the built-in lexicon.
    """

    def __init__(self, store: Store, overlay: Path | None = None) -> None:
        self._store = store
        self._overlay = overlay
        self._lexicon = load(overlay)
        self._casts: Recent[Cast] = Recent(CASTS)
        self._drawings: Recent[Drawing] = Recent(DRAWINGS)
        # Of the latest day that was asked for: an earlier one takes from it what is the same in both, which is most.
        self._widest: tuple[date, Drawing] | None = None
        # Likewise, of what is found in them.
        self._contradicted: tuple[date, Contradictions] | None = None
        self._disputed: Recent[tuple[Conflict, ...]] = Recent(DRAWINGS)
        self._contested: Recent[KeptConflicts] = Recent(1)
        self._telling = Telling(store)
        self._judged: Recent[Judged] = Recent(1)
        self._written: Recent[Written] = Recent(1)
        self._kept: tuple[tuple[int, ...], Atlas | None] | None = None

    def _actor(self, name: str, cast: Cast) -> Actor:
        return actor_named(name, self._store, cast, self._lexicon)

    def _check_kinds(self, kinds: Sequence[str]) -> None:
        known = [kind.predicate for kind in self._lexicon.ontology.relations]
        unknown = sorted(set(kinds) - set(known))
        if unknown:
            raise UsageError(
                f"no relation is called {', '.join(unknown)}; there are {', '.join(known)}"
            )

    def _cast(self, known_by: date) -> Cast:
        atlas = self._atlas(known_by)
        if atlas is not None:
            return atlas.cast
        return self._casts.find_or(
            self._edition(known_by),
            lambda: who_is_who(self._store, self._lexicon, known_by, every=self._every_identity()),
        )

    def _chart(self, known_by: date, cast: Cast, actor: str | None = None) -> Chart:
        """Everything known by a day; where the store keeps no atlas of it, what one actor needs of it is enough."""
        return self._atlas(known_by) or self._drawing(known_by, cast, actor)

    def _drawing(self, known_by: date, cast: Cast, actor: str | None) -> Drawing:
        """Everything known by a day, remembered until something is added; or what one actor needs of it."""
        key = self._edition(known_by)
        remembered = self._drawings.find(key)
        if remembered is not None:
            return remembered
        atlas = self._atlas(known_by)
        if atlas is not None:
            cast = in_memory(atlas.cast)
        ontology = self._lexicon.ontology
        # Where all was drawn before, what is the same is taken from there, which is quicker than to read an actor's own claims.
        if actor is not None and self._widest is None:
            return draw(self._store, cast, ontology, known_by=known_by, actor=actor)
        like = self._widest[1] if self._widest is not None else None
        every = self._every_claim()
        drawing = draw(self._store, cast, ontology, known_by=known_by, every=every, like=like)
        if self._widest is None or self._widest[0] <= known_by:
            self._widest = (known_by, drawing)
        return self._drawings.keep(key, drawing)

    def _conflicts(self, known_by: date, cast: Cast, sought: Sought = ALL) -> tuple[Conflict, ...]:
        """Those that are sought, and perhaps others; the store keeps those of all that is known, and others are remembered until something is added."""

        key = self._edition(known_by)
        atlas = self._atlas(known_by)
        if atlas is None:
            return self._disputed.find_or(key, lambda: self._find_conflicts(known_by, cast))
        kept = self._contested.find_or(
            key,
            lambda: KeptConflicts(
                self._store, self._lexicon, atlas, lambda: self._passing(known_by)
            ),
        )
        return kept.among(sought)

    def _claim_table(self, known_by: date, cast: Cast) -> ClaimTable:
        """All claims known by a day, as a table."""
        atlas = self._atlas(known_by)
        if atlas is not None:
            return kept_table(self._store, atlas)
        return table_of(self._store, self._drawing(known_by, cast, None), known_by)

    def read_on(self) -> bool:
        """Read some of what lists and other days of knowledge are drawn from, before anybody asks for them; is there more?"""
        more = self._telling.read_on()
        if not more:
            self._every_identity()
        return more

    def _every_name(self) -> Written:
        """How reports name whom, remembered until something is added."""
        return self._written.find_or(edition(self._store), lambda: Written(self._store))

    def _find_conflicts(self, known_by: date, cast: Cast) -> tuple[Conflict, ...]:
        drawing, rules = self._drawing(known_by, cast, None), self._lexicon.conflicting
        before = self._contradicted[1] if self._contradicted is not None else None
        found = Contradictions(self._store, drawing, rules, before)
        if self._contradicted is None or self._contradicted[0] <= known_by:
            self._contradicted = (known_by, found)
        return found.in_order()

    def _passing(self, known_by: date) -> Drawing:
        """A drawing of all claims, not remembered: it takes a GB and more of a million, and the atlas answers most questions."""
        remembered = self._drawings.find(self._edition(known_by))
        if remembered is not None:
            return remembered
        # Of now: something may have been added since the atlas was looked at.
        cast = in_memory(self._cast(known_by))
        return draw(self._store, cast, self._lexicon.ontology, known_by=known_by)

    def _every_claim(self) -> list[Account]:
        """What another day of knowledge is drawn from as well: to read it takes as long as to draw."""
        return self._telling.all()

    def _every_identity(self) -> Judged:
        """Likewise, of who is who."""
        return self._judged.find_or(
            edition(self._store), lambda: Judged(dated_identities(self._store))
        )

    def _atlas(self, known_by: date) -> Atlas | None:
        """The store's own, brought up to date; None for a day of knowledge before the last report, or where none can be kept."""
        if known_by < (last_out(self._store) or date.min):
            return None
        now = edition(self._store)
        if self._kept is None or self._kept[0] != now:
            self._kept = (now, self._surveyed())
        return self._kept[1]

    def _surveyed(self) -> Atlas | None:
        try:
            survey(self._store, self._lexicon)
        except StoreError:
            # Nobody may write there: answers are the same without an atlas, and take longer.
            return None
        return Atlas(self._store, self._lexicon.ontology)

    def _edition(self, known_by: date) -> tuple[object, date]:
        return (edition(self._store), known_by)

    def _last_day(self, known_by: date) -> date:
        """The day of the last report known by a day; today where there is none."""
        return last_known(self._store, known_by) or date.today()


def day_of(written: Day | None) -> date | None:
    """A day as it may be given.

    Raises:
        UsageError: it is no date.
    """
    return check_day(written) if isinstance(written, str) else written


def span(since: Day | None, until: Day | None) -> tuple[date | None, date | None]:
    """The first and the last day of a stretch of days; None where open.

    Raises:
        UsageError: one is no date, or they are the wrong way round.
    """
    first, last = day_of(since), day_of(until)
    if first is not None and last is not None and first > last:
        raise UsageError(f"{first} comes after {last}; the earlier day has to come first")
    return first, last
