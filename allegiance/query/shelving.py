"""States, events and claims as rows of the atlas, and back: short, as there are very many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import cast

from allegiance.lexicon.ontology import Ontology
from allegiance.query.drawing import Drawing, Heard, is_deed, parties, places
from allegiance.query.happenings import last_day
from allegiance.query.signals import Fate, Tie
from allegiance.query.states import Cited, State
from allegiance.records.network import Event, Losses
from allegiance.records.when import Grain, When
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import Cells
from allegiance.store.ledgers import Account, Ground

# What becomes of a claim, in a letter; in capitals where a reviewer has taken it.
LETTERS: Mapping[Fate, str] = {
    "drawn": "d", "nameless": "n", "unsettled": "u", "alleged": "a", "denied": "x", "event": "e",
}  # fmt: skip
_FATES: Mapping[str, Fate] = {letter: fate for fate, letter in LETTERS.items()}
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
STATE_CELLS = (
    "predicate, source, target, place, alleged, number, drawn_first, drawn_end, body, marks, claims"
)


def fate_of(mark: str) -> tuple[Fate, bool]:
    """What becomes of a claim, and whether it is reviewed, by its letter."""
    return _FATES[mark.lower()], mark.isupper()


def mark_of(heard: Heard) -> str:
    """The letter of a claim."""
    letter = LETTERS[heard.fate]
    return letter.upper() if heard.account.reviewed else letter


def unit_of(account: Account, who: Cast, ontology: Ontology) -> str | None:
    """Of what a claim speaks, so that nothing it says bears on anything else: two parties, or a place."""
    source, target = parties(account, who)
    if account.kind == "relation" and ontology.relation(account.predicate).target == "place":
        return _at(account.place[0]) if account.place is not None else None
    return _between(source, target) if source and target else None


def unit_of_tie(tie: Tie) -> str:
    """The same of a relation."""
    return _at(tie.place or "") if tie.target is None else _between(tie.source, tie.target)


def claim_row(
    account: Account, heard: Heard | None, event: str | None, who: Cast, ontology: Ontology
) -> Cells:
    """A claim; `heard` is None for one of a copy that says what its original says."""
    done = heard is not None and is_deed(heard)
    return (
        account.claim_id,
        account.article_id,
        account.predicate,
        mark_of(heard) if heard is not None else None,
        unit_of(account, who, ontology),
        *parties(account, who),
        _place_cell(account.place) if account.place is not None else None,
        last_day(account).toordinal() if done else None,
        event,
        account.confidence,
    )


def state_row(state: State, marks: Mapping[str, str]) -> Cells:
    """A state; `marks` are the letters of its claims, at least."""
    tie = state.tie
    drawn = _days(state.drawn) or (None, None)
    # Of all days that matter to anybody the first and the last.
    spans = [state.extent, *([state.drawn] if state.drawn else [])]
    spans += [(when.start or when.end, when.end) for when, _ in state.against if when.end]
    since = state.since
    spans += [(since.start or since.end, since.end)] if since.end else []
    return (
        unit_of_tie(tie),
        *tie[:4],
        state.alleged,
        state.number,
        *drawn,
        min(first for first, _ in spans).toordinal() - 1,
        max(end for _, end in spans).toordinal() + 1,
        shelved(_body(state)),
        "".join(marks[claim] for claim in state.claims),
        " ".join(state.claim_ids),
    )


def state_of(row: Cells) -> State:
    """A state from its `STATE_CELLS`."""
    predicate, source, target, place, alleged, number, first, end, body, marks, claims = row
    since, until, sure, faded, last, expires, told, former, ends, against, *cited = json.loads(body)
    first_cited, best_cited, results, names = cited
    attributed, derived, reports, witnesses, confidence = told
    claim_ids = tuple(claims.split(" "))
    return State(
        Tie(predicate, source, target, place, tuple(names) if names else None),
        number,
        bool(alleged),
        when_of(*since),
        when_of(*until) if until is not None else None,
        (_day(first), _day(end)) if first is not None else None,
        (_day(sure[0]), _day(sure[1])) if sure is not None else None,
        faded,
        _day(last),
        _day(expires),
        attributed,
        derived,
        reports,
        witnesses,
        confidence,
        claim_ids,
        former,
        tuple(map(claim_ids.__getitem__, ends)),
        tuple((when_of(lo, hi, "vague"), claim) for lo, hi, claim in against),
        Cited(*first_cited),
        Cited(*best_cited),
        tuple(results),
        marks,
    )


def outcome_rows(drawing: Drawing) -> Iterator[Cells]:
    """Who came of what, by its unit; each once."""
    told = (one for alleged in (False, True) for one in drawing.states(alleged=alleged))
    yield from dict.fromkeys((unit_of_tie(one.tie), actor) for one in told for actor in one.results)


def event_row(event: Event) -> Cells:
    """An event."""
    when = when_cells(event.when) if event.when is not None else None
    tolls = [(one.kind, one.low, one.high, one.agreed) for one in event.tolls]
    told = (event.reports, event.witnesses, event.claim_ids, event.disputed_by)
    body = shelved((event.predicate, event.mode, when, event.place, tolls, *told))
    return (event.id, event.day.toordinal(), event.source, event.target, body)


def event_of(row: Cells) -> Event:
    """An event from its row."""
    id_, day, source, target, body = row
    predicate, mode, when, place, tolls, reports, witnesses, claims, disputed_by = json.loads(body)
    return Event(
        id=id_,
        predicate=predicate,
        mode=mode,
        source=source,
        target=target,
        when=when_of(*when) if when is not None else None,
        day=_day(day),
        place=place,
        tolls=tuple(Losses(*one) for one in tolls),
        reports=reports,
        witnesses=witnesses,
        claim_ids=tuple(claims),
        disputed_by=tuple(disputed_by),
    )


def _body(state: State) -> tuple[object, ...]:
    places = {claim: number for number, claim in enumerate(state.claim_ids)}
    return (
        when_cells(state.since),
        when_cells(state.until) if state.until is not None else None,
        _days(state.sure),
        state.faded,
        state.last.toordinal(),
        state.expires.toordinal(),
        (state.attributed, state.derived, state.reports, state.witnesses, state.confidence),
        state.former,
        [places[claim] for claim in state.ends],
        [(*when_cells(when)[:2], claim) for when, claim in state.against],
        state.first,
        state.cited,
        state.results,
        state.tie.names,
    )


def _at(place: str) -> str:
    return f"at {place}"


def _between(one: str, other: str) -> str:
    return f"{min(one, other)} {max(one, other)}"


def shelved(value: object) -> str:
    """What a cell of several values holds."""
    return _ENCODER.encode(value)


@lru_cache(maxsize=65536)
def _place_cell(place: Ground) -> str:
    return shelved(place)


def when_cells(when: When) -> tuple[int | None, int | None, str]:
    """A time as values of JSON, days as ordinals."""
    return (
        when.start.toordinal() if when.start is not None else None,
        when.end.toordinal() if when.end is not None else None,
        when.grain,
    )


def _days(days: tuple[date, date] | None) -> tuple[int, int] | None:
    return (days[0].toordinal(), days[1].toordinal()) if days is not None else None


@lru_cache(maxsize=65536)
def when_of(start: int | None, end: int | None, grain: Grain) -> When:
    """A time from these."""
    return When(
        _day(start) if start is not None else None, _day(end) if end is not None else None, grain
    )


@lru_cache(maxsize=65536)
def _day(ordinal: int) -> date:
    return date.fromordinal(ordinal)


def letters(heard: Iterable[Heard]) -> dict[str, str]:
    """The letters of claims, by id."""
    return {one.account.claim_id: mark_of(one) for one in heard}


def place_of(cell: str) -> Ground:
    """A claim's place from its cell."""
    return cast("Ground", tuple(json.loads(cell)))


def places_of(cells: Iterable[str | None]) -> frozenset[str]:
    """The ids in such cells."""
    return frozenset(place_of(one)[0] for one in cells if one is not None)


def place_range(place: str) -> tuple[str, str]:
    """Between which two words the cells of a place's claims stand."""
    begins = shelved([place])[:-1] + ","
    return begins, begins + "\U0010ffff"


def place_rows(grounds: Iterable[Ground | None]) -> Iterator[Cells]:
    """The places that claims name, as rows."""
    for place in places(grounds).values():
        at = (place.id, place.name, place.country, place.latitude, place.longitude)
        yield (place.id, shelved(at))
