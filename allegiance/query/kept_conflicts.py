"""Conflicts as a store keeps them, so that a new process need not find them anew; after an addition only what it touches is looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress

from allegiance.errors import StoreError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.atlas import Atlas
from allegiance.query.conflict_bodies import conflicts_of, shelf_row
from allegiance.query.conflicts import in_order, rival_ids
from allegiance.query.contradictions import every_conflict
from allegiance.query.drawing import Drawing
from allegiance.query.reopened import Reopened
from allegiance.query.survey import form_of
from allegiance.records.conflict import Conflict
from allegiance.store.atlas import Head, head
from allegiance.store.contested import (
    ALL,
    Contested,
    Sought,
    changed,
    found_from,
    keep_conflicts,
    kept_conflicts,
)
from allegiance.store.editions import edition
from allegiance.store.store import Store

# Raise it whenever what is kept, or what is found in the same claims, has changed.
FORM = "2"


class KeptConflicts:
    """Those of one store, for as long as nothing is added.

    Args:
        atlas: up to date.
        drawing: makes one of all claims that the ledgers hold now.
    """

    def __init__(
        self, store: Store, lexicon: Lexicon, atlas: Atlas, drawing: Callable[[], Drawing]
    ) -> None:
        self._store = store
        self._lexicon = lexicon
        self._atlas = atlas
        self._drawing = drawing
        self._read: dict[str, Conflict] = {}
        self._found: tuple[Conflict, ...] | None = None

    def among(self, sought: Sought = ALL) -> tuple[Conflict, ...]:
        """All that are sought, and perhaps others, as they were found last, or found and kept."""
        if self._found is not None:
            return self._found
        store, lexicon, atlas = self._store, self._lexicon, self._atlas
        bodies = None
        if (surveyed := head(store)) is not None:
            # As the atlas has it, not the ledgers: what came since it has not noted yet.
            now = surveyed._replace(form=_form(lexicon))
            bodies = kept_conflicts(store, now, sought)
            if bodies is None and _reopened(store, lexicon, atlas, now):
                bodies = kept_conflicts(store, now, sought)
        if bodies is None:
            self._found = _every(store, lexicon, self._drawing)
            return self._found
        return in_order(conflicts_of(bodies, store, atlas, lexicon.conflicting, self._read))


def _reopened(store: Store, lexicon: Lexicon, atlas: Atlas, now: Head) -> bool:
    """Find again what depends on what has changed; False where everything has to be found."""
    before = found_from(store)
    if before is None or before.form != now.form:
        return False
    reopened = Reopened(store, lexicon, atlas, changed(store))
    if reopened.is_much:
        return False
    with suppress(StoreError):
        kept, outdated = reopened.revision()
        keep_conflicts(store, now, kept, outdated)
    return True


def _every(store: Store, lexicon: Lexicon, draw: Callable[[], Drawing]) -> tuple[Conflict, ...]:
    now = Head(_form(lexicon), *edition(store))
    drawing, rules = draw(), lexicon.conflicting
    found = every_conflict(store, drawing, rules)
    kept = Contested(
        map(shelf_row, found),
        list(rival_ids(drawing.happenings.rivals)),
        drawing.tied(rules.one_side),
    )
    # Where nobody may write, the answer is the same, and takes as long again the next time.
    with suppress(StoreError):
        keep_conflicts(store, now, kept)
    return in_order(one.conflict for one in found)


def _form(lexicon: Lexicon) -> str:
    rules = f"{FORM} {form_of(lexicon)} {lexicon.conflict_rules}"
    return hashlib.sha256(rules.encode()).hexdigest()
