"""All that reports say of one actor, in a fixed order, each line with its date and its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allegiance.lexicon.names import name_key
from allegiance.query.drawing import Drawing, places
from allegiance.query.events import events
from allegiance.query.fold import Stretch
from allegiance.query.lineage import lineage
from allegiance.query.network import relation_of
from allegiance.query.signals import Signal, Tie
from allegiance.records.answer import SECTIONS, Line, Profile, Report
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.store.lookups import names_of, reports, witnesses_of
from allegiance.store.store import Store

# As many as fit a page beside the rest.
LATEST_EVENTS = 20


@dataclass(frozen=True, slots=True)
class _Page:
    """What every line of one profile needs."""

    actor: Actor
    drawing: Drawing
    places: Mapping[str, Place]
    cited: Mapping[str, Report]
    told_in: Mapping[str, str]


def profile(store: Store, drawing: Drawing, actor: Actor) -> Profile:
    """One actor's names, relations of all times, and latest events; `drawing` is of its claims, or of all."""
    told_in = {one.account.claim_id: one.account.article_id for one in reversed(drawing.heard)}
    page = _Page(actor, drawing, places(drawing), reports(store, told_in.values()), told_in)
    referents = drawing.cast.referents_of(actor.id)
    written = names_of(store, referents)
    named_in = witnesses_of(store, referents)
    lines = sorted([*_relation_lines(page), *_event_lines(page)], key=_sort_key)
    return Profile(
        actor=actor,
        names=_names(actor, [(words, article) for words, _, article in written]),
        reports=len(named_in),
        witnesses=len(set(named_in.values())),
        lines=tuple(lines),
        lineage=lineage(drawing, actor.id, page.cited),
    )


def _names(actor: Actor, written: list[tuple[str, str]]) -> tuple[str, ...]:
    """Names by the number of articles that use them; spellings that differ in case or article alone are one."""
    counts = Counter(words for words, _ in set(written))
    best: dict[str, str] = {}
    for words in sorted(counts, key=lambda words: (-counts[words], words)):
        best.setdefault(name_key(words), " ".join(words.split()))
    best.pop(name_key(actor.name), None)
    return tuple(best.values())


def _relation_lines(page: _Page) -> Iterator[Line]:
    for alleged in (False, True):
        for tie, stretches in page.drawing.stretches(alleged=alleged).items():
            if page.actor.id in (tie.source, tie.target):
                for stretch in stretches:
                    yield _relation_line(page, tie, stretch, alleged)


def _relation_line(page: _Page, tie: Tie, stretch: Stretch, alleged: bool) -> Line:
    kind = page.drawing.ontology.relation(tie.predicate)
    is_source = tie.source == page.actor.id
    other_id = tie.target if is_source else tie.source
    relation = relation_of(tie, stretch, stretch.last, alleged=alleged)
    first = _first_to_cite(stretch)
    only_ended = len(stretch.ends) == len(stretch.rests_on)
    return Line(
        section=kind.sections[0 if is_source else 1],
        predicate=tie.predicate,
        what=kind.forward if is_source else kind.backward,
        other=page.drawing.cast.actors[other_id].name if other_id else _place(page, tie),
        other_id=other_id,
        since=None
        if only_ended or (kind.nature == "state" and relation.derived)
        else relation.since,
        until=relation.until,
        disputed=relation.disputed,
        alleged=alleged,
        reports=relation.reports,
        witnesses=relation.witnesses,
        claim_id=first.account.claim_id,
        claim_ids=relation.claim_ids,
        report=page.cited[first.account.article_id],
    )


def _first_to_cite(stretch: Stretch) -> Signal:
    """A claim about the relation itself before one that merely bears on it; the earliest of either."""
    return min(stretch.rests_on, key=lambda signal: signal.derived)


def _place(page: _Page, tie: Tie) -> str | None:
    return page.places[tie.place].name if tie.place is not None else None


def _event_lines(page: _Page) -> Iterator[Line]:
    own = [one for one in events(page.drawing) if page.actor.id in (one.source, one.target)]
    own.sort(key=lambda event: (-event.day.toordinal(), event.id))
    for event in own[:LATEST_EVENTS]:
        yield _event_line(page, event)


def _event_line(page: _Page, event: Event) -> Line:
    kind = page.drawing.ontology.event(event.predicate)
    is_source = event.source == page.actor.id
    other_id = event.target if is_source else event.source
    alone = f"{kind.label} in {event.place}" if event.place else kind.label
    claim_id = event.claim_ids[0]
    return Line(
        section="events",
        predicate=event.predicate,
        what=alone if other_id is None else kind.forward if is_source else kind.backward,
        other=page.drawing.cast.actors[other_id].name if other_id else None,
        other_id=other_id,
        since=event.when,
        until=None,
        disputed=bool(event.disputed_by),
        alleged=False,
        reports=event.reports,
        witnesses=event.witnesses,
        claim_id=claim_id,
        claim_ids=event.claim_ids,
        report=page.cited[page.told_in[claim_id]],
    )


def _sort_key(line: Line) -> tuple[int, int, str, str, str]:
    """By section; relations as they began, events the latest first."""
    order = [section for section, _ in SECTIONS].index(line.section)
    when = line.since or line.until or line.report.published
    day = (when.end or when.start) if when is not None else None
    ordinal = day.toordinal() if day is not None else 0
    if line.section == "events":
        ordinal = -ordinal
    return (order, ordinal, line.predicate, line.other or "", line.claim_id)
