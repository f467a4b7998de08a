"""Who is who in a store: what rules judge, and above it what persons decide."""

from __future__ import annotations

from datetime import date

from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.unswept import unswept
from allegiance.records.decision import Decision, side
from allegiance.resolve.actors import Cast, cast_known
from allegiance.resolve.judged import Judged
from allegiance.resolve.standing import identities_of, standing
from allegiance.store.decisions import all_decisions, referents_of_part
from allegiance.store.identities import dated_identities
from allegiance.store.store import Store


@unswept()
def who_is_who(
    store: Store,
    lexicon: Lexicon,
    known_by: date,
    *,
    by_rules: bool = False,
    every: Judged | None = None,
) -> Cast:
    """The cast of all articles known by a day.

    Decisions count whenever they were made: they say what reports mean, not what happened.

    Args:
        by_rules: as if no person had decided anything.
        every: all judgements that the store holds, where they are at hand.
    """
    names = {actor.id: actor.name for actor in lexicon.actors}
    decided = () if by_rules else identities_of(standing(all_decisions(store))).counted
    parts = _parts(store, decided, known_by)
    judged = every if every is not None else Judged(dated_identities(store))
    return cast_known(judged, known_by, names, decided, parts)


def _parts(
    store: Store, decided: tuple[Decision, ...], known_by: date
) -> dict[str, list[tuple[str, str]]]:
    written = {w for one in decided for w in (one.choice.left, one.choice.right or "")}
    sides = [side(one) for one in sorted(written)]
    return {one.written: referents_of_part(store, one, known_by) for one in sides if one.is_part}
