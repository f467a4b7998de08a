"""Conflicts as a store keeps them, so that a new process need not find them anew: found once, and good until the ledgers or the rules are others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from allegiance.errors import StoreError
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.shelving import shelved, when_cells, when_of
from allegiance.query.survey import form_of
from allegiance.query.unswept import unswept
from allegiance.records.answer import Report
from allegiance.records.conflict import Conflict, Side, Voice
from allegiance.records.network import Losses
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import Head
from allegiance.store.contested import keep_conflicts, kept_conflicts
from allegiance.store.ledgers import edition
from allegiance.store.lookups import reports
from allegiance.store.store import Store

# Raise it whenever what is kept, or what is found in the same claims, has changed.
FORM = "1"


def conflicts_kept(
    store: Store, lexicon: Lexicon, cast: Cast, find: Callable[[], tuple[Conflict, ...]]
) -> tuple[Conflict, ...]:
    """All conflicts, as they were found last, or found and kept.

    Args:
        cast: who is who now.
        find: finds those in all claims that the ledgers hold now.
    """
    now = Head(_form(lexicon), *edition(store))
    bodies = kept_conflicts(store, now)
    if bodies is not None:
        return _read(store, lexicon, cast, bodies)
    found = find()
    # Where nobody may write, the answer is the same, and takes as long again the next time.
    with suppress(StoreError):
        keep_conflicts(store, now, map(_body, found))
    return found


def _form(lexicon: Lexicon) -> str:
    rules = f"{FORM} {form_of(lexicon)} {lexicon.conflict_rules}"
    return hashlib.sha256(rules.encode()).hexdigest()


@unswept()
def _read(
    store: Store, lexicon: Lexicon, cast: Cast, bodies: Iterable[str]
) -> tuple[Conflict, ...]:
    several = list(map(json.loads, bodies))
    cited = {voice[-1] for one in several for side in one[-1] for voice in side[-1]}
    because = {row.id: row.because for row in lexicon.conflicting.voices}
    page = _Page(cast, reports(store, cited), because)
    return tuple(_conflict_of(one, page) for one in several)


class _Page(NamedTuple):
    """What bodies only name."""

    cast: Cast
    cited: Mapping[str, Report]
    because: Mapping[str, str]


def _body(one: Conflict) -> str:
    about = (one.id, one.kind, one.predicate, one.mode, one.source, one.target, one.place)
    actors = [actor.id for actor in one.actors]
    sides = [_side_cells(side) for side in one.sides]
    return shelved((*about, _cells(one.when), one.names, actors, sides))


def _conflict_of(cells: list[Any], page: _Page) -> Conflict:
    id_, kind, predicate, mode, source, target, place, when, names, actors, sides = cells
    return Conflict(
        id_,
        kind,
        predicate,
        mode,
        source,
        target,
        place,
        when_of(*when),
        tuple(page.cast.actors[one] for one in actors),
        tuple(_side_of(one, page) for one in sides),
        tuple(names) if names is not None else None,
    )


def _side_cells(side: Side) -> tuple[object, ...]:
    toll = side.toll and (side.toll.kind, side.toll.low, side.toll.high, side.toll.agreed)
    told = (side.weight, side.reports, side.witnesses, [_voice_cells(one) for one in side.voices])
    return (side.holds, side.predicate, side.phase, side.actor, toll, _cells(side.when), *told)


def _side_of(cells: list[Any], page: _Page) -> Side:
    holds, predicate, phase, actor, toll, when, weight, many, witnesses, voices = cells
    return Side(
        holds,
        predicate,
        phase,
        actor,
        Losses(*toll) if toll is not None else None,
        when_of(*when) if when is not None else None,
        weight,
        many,
        witnesses,
        tuple(_voice_of(one, page) for one in voices),
    )


def _voice_cells(voice: Voice) -> tuple[object, ...]:
    who = (voice.claim_id, voice.standing, voice.speaker, voice.stance)
    return (*who, voice.weight, voice.confidence, voice.rule, voice.report.article_id)


def _voice_of(cells: list[Any], page: _Page) -> Voice:
    claim_id, standing, speaker, stance, weight, confidence, rule, article = cells
    because, report = page.because[rule], page.cited[article]
    return Voice(claim_id, standing, speaker, stance, weight, confidence, rule, because, report)


def _cells(when: When | None) -> tuple[object, ...] | None:
    return when_cells(when) if when is not None else None
