"""Conflicts as a store keeps them, so that a new process need not find them anew; after an addition only what it touches is looked at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress

from allegiance.errors import StoreError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.atlas import Atlas
from allegiance.query.conflict_bodies import body, conflicts_of
from allegiance.query.conflicts import every_conflict, in_order, rival_ids
from allegiance.query.drawing import Drawing
from allegiance.query.reopened import Reopened
from allegiance.query.survey import form_of
from allegiance.records.conflict import Conflict
from allegiance.store.atlas import Head
from allegiance.store.contested import (
    Contested,
    changed,
    found_from,
    keep_conflicts,
    kept_conflicts,
)
from allegiance.store.ledgers import edition
from allegiance.store.store import Store

# Raise it whenever what is kept, or what is found in the same claims, has changed.
FORM = "2"


def conflicts_kept(
    store: Store, lexicon: Lexicon, atlas: Atlas, drawing: Callable[[], Drawing]
) -> tuple[Conflict, ...]:
    """All conflicts, as they were found last, or found and kept.

    Args:
        atlas: up to date.
        drawing: makes one of all claims that the ledgers hold now.
    """
    now = Head(_form(lexicon), *edition(store))
    bodies = kept_conflicts(store, now)
    if bodies is None and _reopened(store, lexicon, atlas, now):
        bodies = kept_conflicts(store, now)
    if bodies is not None:
        return in_order(conflicts_of(bodies, store, atlas, lexicon.conflicting))
    return _every(store, lexicon, drawing(), now)


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


def _every(store: Store, lexicon: Lexicon, drawing: Drawing, now: Head) -> tuple[Conflict, ...]:
    rules = lexicon.conflicting
    found = every_conflict(store, drawing, rules)
    kept = Contested(
        ((body(one), one.depends) for one in found),
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
