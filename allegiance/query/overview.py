"""A profile by the part: nobody reads a thousand lines at once, and to write and to draw them takes seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from allegiance.query.chart import Chart
from allegiance.query.history import Wanted, traced
from allegiance.query.profile import Told, told_of
from allegiance.query.signals import Tie
from allegiance.records.answer import SECTIONS, Section
from allegiance.records.history import Interval
from allegiance.records.judgement import Actor
from allegiance.records.overview import LineSeen, Overview, SectionSeen, SourceSeen
from allegiance.store.lookups import reports
from allegiance.store.store import Store


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a profile is wanted.

    Attributes:
        lines: of each section at most so many, those that most independent reports tell; of events the latest.
        reports: of each line the reports of at most so many of its claims.
        section: this section alone; None for all.
    """

    lines: int
    reports: int
    section: Section | None = None


def overview(store: Store, chart: Chart, actor: Actor, part: Part, *, known_by: date) -> Overview:
    """So much of an actor's profile; `chart` is of its claims known by `known_by`, or of all."""
    whole, told = told_of(store, chart, actor)
    shown = {
        section: _first(section, several, part.lines) for section, several in _sections(told, part)
    }
    stretches = _Stretches(chart, actor, known_by)
    sections = tuple(
        SectionSeen(
            section,
            len(several),
            tuple(LineSeen(one.line, stretches.of(one)) for one in shown[section]),
        )
        for section, several in _sections(told, part)
    )
    lines = [one for several in shown.values() for one in several]
    return Overview(
        actor=whole.actor,
        names=whole.names,
        reports=whole.reports,
        witnesses=whole.witnesses,
        lineage=whole.lineage,
        sections=sections,
        sources=tuple(_sources(store, chart, lines, part.reports)),
    )


def _first(section: Section, several: Sequence[Told], most: int) -> Sequence[Told]:
    """Those that most independent reports tell, of equal ones the first, in the order given; of events the latest, which come first."""
    if section == "events":
        return several[:most]
    ranked = sorted(range(len(several)), key=lambda at: (-several[at].line.witnesses, at))
    return [several[at] for at in sorted(ranked[:most])]


def _sections(told: Iterable[Told], part: Part) -> Iterator[tuple[Section, list[Told]]]:
    """The wanted sections that have a line."""
    found: defaultdict[Section, list[Told]] = defaultdict(list)
    for one in told:
        found[one.line.section].append(one)
    for section, _ in SECTIONS:
        if section in found and part.section in (None, section):
            yield section, found[section]


class _Stretches:
    """An actor's stretches of history, alleged ones, too."""

    def __init__(self, chart: Chart, actor: Actor, known_by: date) -> None:
        wanted = Wanted(actor.id, alleged=True)
        several = traced(chart, wanted, known_by=known_by)
        self._found = {(one.state.tie, one.state.alleged, one.state.number): one for one in several}

    def of(self, told: Told) -> Interval | None:
        state = told.state
        if state is None:
            return None
        key: tuple[Tie, bool, int] = (state.tie, state.alleged, state.number)
        return self._found[key].interval() if key in self._found else None


def _sources(store: Store, chart: Chart, lines: Sequence[Told], most: int) -> Iterator[SourceSeen]:
    """The reports that lines cite, and those of their first claims."""
    ids = dict.fromkeys(claim for one in lines for claim in _cited(one, most))
    origins = chart.origins(ids)
    told: defaultdict[str, list[str]] = defaultdict(list)
    # First those that the lines cite themselves: so the first numbers stay, however many claims are asked for.
    for claim in dict.fromkeys([*(one.line.claim_id for one in lines), *ids]):
        told[origins[claim].article_id].append(claim)
    found = reports(store, told)
    for article, claims in told.items():
        yield SourceSeen(found[article], tuple(claims))


def _cited(told: Told, most: int) -> Iterator[str]:
    yield told.line.claim_id
    yield from told.line.claim_ids[:most]
