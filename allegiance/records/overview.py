"""A profile by the part: of each section the lines that most independent reports tell, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.answer import Line, Report, Section, Stage
from allegiance.records.history import Interval
from allegiance.records.judgement import Actor


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of a profile, and its stretch of the history.

    Attributes:
        interval: None for events, and for what is alleged within what is settled.
    """

    line: Line
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class SectionSeen:
    """Some lines of a section, in its order.

    Attributes:
        total: how many the whole section has.
    """

    section: Section
    total: int
    lines: tuple[LineSeen, ...]


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """A report, and the claims in it that lines rest on."""

    report: Report
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A profile by the part.

    Attributes:
        names, reports, witnesses, lineage: as `Profile` has them.
        sections: in their fixed order; those without any line are left out.
        sources: of the first claims of each line, in the order of the lines.
    """

    actor: Actor
    names: tuple[str, ...]
    reports: int
    witnesses: int
    lineage: tuple[Stage, ...]
    sections: tuple[SectionSeen, ...]
    sources: tuple[SourceSeen, ...]
