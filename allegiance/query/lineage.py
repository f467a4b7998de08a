"""The names of one body in time: whoever took the place of whom, or came of whom, as far back and as far on as reports tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from allegiance.query.chart import Asked, Chart
from allegiance.query.states import State
from allegiance.records.answer import Report, Stage
from allegiance.records.when import When
from allegiance.resolve.actors import Cast


class Link(NamedTuple):
    """One body took the place of another, or came of its merger."""

    old: str
    new: str
    when: When
    claim_id: str
    article_id: str

    @property
    def day(self) -> date:
        """The day before which it was so."""
        return self.when.end or self.when.start or date.max


def lineage(links: Sequence[Link], cast: Cast, cited: Mapping[str, Report]) -> tuple[Stage, ...]:
    """All stages of a lineage, the oldest first; empty where there are no links.

    What took a name and later gave it back stands once, from the first to the first: a circle of renamings ends.
    """
    members = {one for link in links for one in (link.old, link.new)}
    stages = [_stage(one, links, cast, cited) for one in members]
    return tuple(sorted(stages, key=_order))


def links_around(chart: Chart, actor_id: str) -> list[Link]:
    """Those that lead, however far, to an actor; the earliest first."""
    links: set[Link] = set()
    reached, new = {actor_id}, {actor_id}
    while new:
        found = {link for one in new for link in _links(chart, one)}
        new = {one for link in found for one in (link.old, link.new)} - reached
        links |= found
        reached |= new
    return sorted(links, key=lambda link: (link.day, link.claim_id, link.old, link.new))


def _links(chart: Chart, actor_id: str) -> Iterator[Link]:
    """Those of one actor: what renamings and mergers say of it."""
    kinds = chart.ontology.relations
    leading = frozenset(one.predicate for one in kinds if one.renames or one.result is not None)
    for state in chart.states(Asked(actor_id, leading), alleged=False):
        for old, new in _passed_on(state, renames=chart.kind(state.tie).renames):
            if old != new:
                yield Link(old, new, state.since, *state.first)


def _passed_on(state: State, *, renames: bool) -> Iterator[tuple[str, str]]:
    """Who went on as whom."""
    source, target = state.tie.source, state.tie.target
    if renames and target is not None:
        yield target, source
    for result in state.results:
        yield from ((one, result) for one in (source, target) if one is not None)


def _stage(actor_id: str, links: Iterable[Link], cast: Cast, cited: Mapping[str, Report]) -> Stage:
    came = next((link for link in links if link.new == actor_id), None)
    went = next((link for link in links if link.old == actor_id), None)
    told = came or went
    assert told is not None
    return Stage(
        actor_id=actor_id,
        name=cast.actors[actor_id].name,
        since=came.when if came else None,
        until=went.when if went else None,
        claim_id=told.claim_id,
        report=cited[told.article_id],
    )


def _order(stage: Stage) -> tuple[date, date, str]:
    came = date.min if stage.since is None else stage.since.end or stage.since.start or date.max
    went = date.max if stage.until is None else stage.until.end or stage.until.start or date.max
    return (came, went, stage.actor_id)
