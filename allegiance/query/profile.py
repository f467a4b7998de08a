"""All that reports say of one actor, in a fixed order, each line with its date and its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from allegiance.query.chart import Asked, Chart, Origin
from allegiance.query.lineage import lineage, links_around
from allegiance.query.signals import Tie
from allegiance.query.states import State
from allegiance.records.answer import SECTIONS, Line, Profile, Report, Section
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.store.lookups import reports
from allegiance.store.store import Store

# As many as fit a page beside the rest.
LATEST_EVENTS = 20
_ORDER = {section: place for place, (section, _) in enumerate(SECTIONS)}


@dataclass(frozen=True, slots=True)
class _Page:
    """What every line of one profile needs."""

    actor: Actor
    chart: Chart
    places: Mapping[str, Place]
    told_in: Mapping[str, Origin]
    cited: Mapping[str, Report]


class Told(NamedTuple):
    """A line, and the stretch of a relation that it tells of; None for an event."""

    line: Line
    state: State | None


def profile(store: Store, chart: Chart, actor: Actor) -> Profile:
    """One actor's names, relations of all times, and latest events; `chart` is of its claims, or of all."""
    return told_of(store, chart, actor)[0]


def told_of(store: Store, chart: Chart, actor: Actor) -> tuple[Profile, tuple[Told, ...]]:
    """The same, and its lines with what they tell of."""
    asked = Asked(actor.id)
    states = [one for alleged in (False, True) for one in chart.states(asked, alleged=alleged)]
    events = chart.events_of(actor.id, LATEST_EVENTS)
    links = links_around(chart, actor.id)
    told_in = chart.origins({one.claim_ids[0] for one in events})
    articles = {origin.article_id for origin in told_in.values()}
    articles.update(one.cited.article_id for one in states)
    articles.update(link.article_id for link in links)
    held = {one.tie.place for one in states if one.tie.place is not None}
    page = _Page(actor, chart, chart.places(held), told_in, reports(store, articles))
    own = (one for one in states if actor.id in _sides(one.tie))
    told = [Told(_relation_line(page, one), one) for one in own]
    told += _formed_lines(page, states)
    told += [Told(_event_line(page, one), None) for one in events]
    told.sort(key=lambda one: _sort_key(one.line))
    fame = chart.fame(store, actor.id)
    whole = Profile(
        actor=actor,
        names=fame.others(actor.name),
        reports=fame.reports,
        witnesses=fame.witnesses,
        lines=tuple(one.line for one in told),
        lineage=lineage(links, chart.cast, page.cited),
    )
    return whole, tuple(told)


def _sides(tie: Tie) -> tuple[str | None, ...]:
    return (tie.source, tie.target)


def _relation_line(page: _Page, state: State) -> Line:
    tie = state.tie
    kind = page.chart.ontology.relation(tie.predicate)
    is_source = tie.source == page.actor.id
    return _told(
        page,
        state,
        tie.target if is_source else tie.source,
        section=kind.sections[0 if is_source else 1],
        what=kind.forward if is_source else kind.backward,
        results=tuple(map(page.chart.cast.actors.__getitem__, state.results)),
    )


def _formed_lines(page: _Page, states: Iterable[State]) -> Iterator[Told]:
    """Of whom it was formed: each once, by what most witnesses tell of."""
    best: dict[tuple[str, bool], State] = {}
    for state in states:
        for side in _sides(state.tie) if page.actor.id not in _sides(state.tie) else ():
            before = best.get((side or "", state.alleged))
            if side is not None and (before is None or before.witnesses < state.witnesses):
                best[side, state.alleged] = state
    for (side, alleged), state in best.items():
        if not alleged or (side, False) not in best:
            kind = page.chart.ontology.relation(state.tie.predicate)
            what = kind.formed or kind.forward
            yield Told(_told(page, state, side, section=kind.sections[0], what=what), state)


def _told(
    page: _Page,
    state: State,
    other_id: str | None,
    *,
    section: Section,
    what: str,
    results: tuple[Actor, ...] = (),
) -> Line:
    tie = state.tie
    kind = page.chart.ontology.relation(tie.predicate)
    return Line(
        section=section,
        predicate=tie.predicate,
        what=what,
        other=_other(page, tie, other_id),
        other_id=other_id,
        since=None if state.former or (kind.nature == "state" and state.derived) else state.since,
        until=None if state.faded else state.until,
        disputed=bool(state.against),
        alleged=state.alleged,
        reports=state.reports,
        witnesses=state.witnesses,
        claim_id=state.cited.claim_id,
        claim_ids=state.claim_ids,
        report=page.cited[state.cited.article_id],
        results=results,
    )


def _other(page: _Page, tie: Tie, other_id: str | None) -> str | None:
    """The other party's name; of an actor that took another name, the old one."""
    if tie.names is not None:
        return tie.names[1]
    return page.chart.cast.actors[other_id].name if other_id else _place(page, tie)


def _place(page: _Page, tie: Tie) -> str | None:
    return page.places[tie.place].name if tie.place is not None else None


def _event_line(page: _Page, event: Event) -> Line:
    kind = page.chart.ontology.event(event.predicate)
    is_source = event.source == page.actor.id
    other_id = event.target if is_source else event.source
    alone = f"{kind.label} in {event.place}" if event.place else kind.label
    claim_id = event.claim_ids[0]
    return Line(
        section="events",
        predicate=event.predicate,
        what=alone if other_id is None else kind.forward if is_source else kind.backward,
        other=page.chart.cast.actors[other_id].name if other_id else None,
        other_id=other_id,
        since=event.when,
        until=None,
        disputed=bool(event.disputed_by),
        alleged=False,
        reports=event.reports,
        witnesses=event.witnesses,
        claim_id=claim_id,
        claim_ids=event.claim_ids,
        report=page.cited[page.told_in[claim_id].article_id],
    )


def _sort_key(line: Line) -> tuple[int, int, str, str, str]:
    """By section; relations as they began, events the latest first."""
    when = line.since or line.until or line.report.published
    day = (when.end or when.start) if when is not None else None
    ordinal = day.toordinal() if day is not None else 0
    if line.section == "events":
        ordinal = -ordinal
    return (_ORDER[line.section], ordinal, line.predicate, line.other or "", line.claim_id)
