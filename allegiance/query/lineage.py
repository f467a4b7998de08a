"""The names of one body in time: whoever took the place of whom, or came of whom, as far back and as far on as reports tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from allegiance.lexicon.names import name_key
from allegiance.query.chart import Asked, Chart
from allegiance.query.signals import DAY
from allegiance.query.states import State
from allegiance.records.answer import Report, Stage
from allegiance.records.dossier import Borne
from allegiance.records.when import When
from allegiance.resolve.actors import Cast


class Link(NamedTuple):
    """One body took the place of another, or came of its merger; or, given names, one took another name.

    Attributes:
        names: the new and the old one, where `old` and `new` are one actor; None for all else.
    """

    old: str
    new: str
    when: When
    claim_id: str
    article_id: str
    names: tuple[str, str] | None = None

    @property
    def day(self) -> date:
        """The day before which it was so."""
        return self.when.end or self.when.start or date.max


class Taken(NamedTuple):
    """One actor took another name."""

    state: State
    new: str
    old: str


def lineage(links: Sequence[Link], cast: Cast, cited: Mapping[str, Report]) -> tuple[Stage, ...]:
    """All stages of a lineage, the oldest first; empty where there are no links.

    What took a name and later gave it back stands once, from the first to the first: a circle of renamings ends.
    """
    members = {one for link in links for one in (link.old, link.new)}
    stages = [stage for one in members for stage in _stages(one, links, cast, cited)]
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
            if old != new or state.tie.names is not None:
                yield Link(old, new, state.since, *state.first, state.tie.names)


def _passed_on(state: State, *, renames: bool) -> Iterator[tuple[str, str]]:
    """Who went on as whom."""
    source, target = state.tie.source, state.tie.target
    if renames and target is not None:
        yield target, source
    for result in state.results:
        yield from ((one, result) for one in (source, target) if one is not None)


def _stages(
    actor_id: str, links: Sequence[Link], cast: Cast, cited: Mapping[str, Report]
) -> Iterator[Stage]:
    """One actor's: one for each name that it is told to have borne, or the only one."""
    began: dict[str, Link | None] = {}
    ended: dict[str, Link] = {}
    for link in links:
        if link.names is not None and link.new == actor_id:
            new, old = link.names
            began.setdefault(old, None)
            began[new] = began.get(new) or link
            ended.setdefault(old, link)
    for name in began or {cast.actors[actor_id].name: None}:
        came = began.get(name) or _first(links, new=actor_id)
        went = ended.get(name) or _first(links, old=actor_id)
        told = came or went
        assert told is not None
        yield Stage(
            actor_id=actor_id,
            name=name,
            since=came.when if came else None,
            until=went.when if went else None,
            claim_id=told.claim_id,
            report=cited[told.article_id],
        )


def _first(links: Iterable[Link], *, old: str | None = None, new: str | None = None) -> Link | None:
    """The first by which an actor went on as another, or came of another."""
    others = (one for one in links if one.names is None)
    return next((one for one in others if one.old == old or one.new == new), None)


def called(chart: Chart, day: date) -> dict[str, str]:
    """The names that actors surely bore on a day; whoever has none is left out."""
    return {
        actor: one.name
        for actor, names in names_in_time(chart).items()
        for one in names
        if one.sure is not None and (one.sure[0] or day) <= day <= (one.sure[1] or day)
    }


def names_in_time(chart: Chart) -> dict[str, tuple[Borne, ...]]:
    """The names that actors bore one after the other, the oldest first, by renamings that reports tell of and nobody disputes.

    The new name is sure from the last day on which it may have been taken, the old one before the first.
    """
    return {actor: tuple(_borne(several)) for actor, several in _taken(chart).items()}


def _taken(chart: Chart) -> dict[str, list[Taken]]:
    """The names that each actor took, in the order of days."""
    renaming = frozenset(one.predicate for one in chart.ontology.relations if one.renames)
    taken: defaultdict[str, list[Taken]] = defaultdict(list)
    for one in chart.states(Asked(kinds=renaming, renamed=True), alleged=False):
        if one.tie.names is not None and not one.against:
            taken[one.tie.source].append(Taken(one, *one.tie.names))
    return {actor: sorted(several, key=_in_turn) for actor, several in taken.items()}


def _in_turn(taken: Taken) -> tuple[date, str]:
    return _last(taken.state.since), taken.new


def _borne(taken: Sequence[Taken]) -> Iterator[Borne]:
    last: Taken | None = None
    for one in taken:
        if last is not None:
            yield _between(last, one)
        if last is None or name_key(last.new) != name_key(one.old):
            start = one.state.since.start
            sure = (None, start - DAY) if last is None and start is not None else None
            yield Borne(one.old, None, one.state.since, sure, one.state.claim_ids)
        last = one
    if last is not None:
        since = last.state.since
        yield Borne(last.new, since, None, (_last(since), None), last.state.claim_ids)


def _between(one: Taken, following: Taken) -> Borne:
    """A name from when it was taken until the next was; that one may be told to have followed yet another."""
    first, over = _last(one.state.since), following.state.since.start
    sure = (first, over - DAY) if over is not None and first < over else None
    claims = (*one.state.claim_ids, *following.state.claim_ids)
    went = following.state.since if name_key(one.new) == name_key(following.old) else None
    return Borne(one.new, one.state.since, went, sure, claims)


def _last(when: When) -> date:
    assert when.end is not None
    return when.end - DAY


def _order(stage: Stage) -> tuple[date, date, str]:
    came = date.min if stage.since is None else stage.since.end or stage.since.start or date.max
    went = date.max if stage.until is None else stage.until.end or stage.until.start or date.max
    return (came, went, stage.actor_id)
