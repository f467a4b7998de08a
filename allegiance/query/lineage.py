"""The names of one body in time: whoever took the place of whom, as far back and as far on as reports tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from allegiance.query.drawing import Drawing
from allegiance.records.answer import Report, Stage
from allegiance.records.when import When


class Link(NamedTuple):
    """One body took the place of another."""

    old: str
    new: str
    when: When
    claim_id: str
    article_id: str

    @property
    def day(self) -> date:
        """The day before which it was so."""
        return self.when.end or self.when.start or date.max


def lineage(drawing: Drawing, actor_id: str, cited: Mapping[str, Report]) -> tuple[Stage, ...]:
    """All stages of an actor's lineage, the oldest first; empty where it has but one.

    What took a name and later gave it back stands once, from the first to the first: a circle of renamings ends.
    """
    links = _links_around(list(_links(drawing)), actor_id)
    members = {one for link in links for one in (link.old, link.new)}
    stages = [_stage(one, links, drawing, cited) for one in members]
    return tuple(sorted(stages, key=_order))


def _links(drawing: Drawing) -> Iterator[Link]:
    renaming = {kind.predicate for kind in drawing.ontology.relations if kind.renames}
    for tie, stretches in drawing.stretches(alleged=False).items():
        if tie.predicate in renaming and tie.target is not None:
            for stretch in stretches:
                first = stretch.rests_on[0].account
                yield Link(tie.target, tie.source, stretch.since, first.claim_id, first.article_id)


def _links_around(links: list[Link], actor_id: str) -> list[Link]:
    """Those that lead, however far, to the actor; the earliest first."""
    reached, grown = {actor_id}, True
    while grown:
        more = {
            one for link in links if reached & {link.old, link.new} for one in (link.old, link.new)
        }
        grown = not more <= reached
        reached |= more
    around = [link for link in links if link.old in reached]
    return sorted(around, key=lambda link: (link.day, link.claim_id))


def _stage(
    actor_id: str, links: Iterable[Link], drawing: Drawing, cited: Mapping[str, Report]
) -> Stage:
    came = next((link for link in links if link.new == actor_id), None)
    went = next((link for link in links if link.old == actor_id), None)
    told = came or went
    assert told is not None
    return Stage(
        actor_id=actor_id,
        name=drawing.cast.actors[actor_id].name,
        since=came.when if came else None,
        until=went.when if went else None,
        claim_id=told.claim_id,
        report=cited[told.article_id],
    )


def _order(stage: Stage) -> tuple[date, date, str]:
    came = date.min if stage.since is None else stage.since.end or stage.since.start or date.max
    went = date.max if stage.until is None else stage.until.end or stage.until.start or date.max
    return (came, went, stage.actor_id)
