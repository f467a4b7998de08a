"""What a notebook shows of a map, a history and a profile: a drawing where there is something to draw, and its table."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from allegiance.export._relations import names
from allegiance.lexicon.lexicon import Lexicon
from allegiance.notebook._drawing import drawing
from allegiance.notebook._grids import evidence, grid
from allegiance.notebook._lanes import lanes_drawing, lanes_of
from allegiance.notebook._legends import lanes_legend, strokes_legend
from allegiance.notebook._markup import Inside, element, page
from allegiance.notebook._pieces import view_of
from allegiance.notebook._strokes import ends, parties, strokes
from allegiance.notebook._words import (
    hidden_words,
    history_words,
    network_words,
    profile_words,
)
from allegiance.records.answer import SECTIONS, Line, Profile, Stage
from allegiance.records.history import History, Interval
from allegiance.records.network import Event, Network, Relation
from allegiance.wording import (
    TOLD_BY_DATES,
    into_words,
    notes,
    report_words,
    since_words,
    span_words,
    time_words,
    until_words,
)

NUMBERS = ("Reports", "Independent")
WHY = "The words behind a claim: why(id)."


def network_page(network: Network, lexicon: Lexicon) -> str:
    """The map of a day."""
    said = [network_words(network), hidden_words(network), WHY if network.relations else ""]
    parts: list[Inside] = [element("p", " ".join(filter(None, said)))]
    if network.relations:
        shown = parties(network)
        parts += [drawing(network, lexicon), strokes_legend(strokes(network, shown, lexicon))]
        everybody = {party for one in network.relations for party in ends(one)}
        if len(shown) < len(everybody):
            words = (
                f"Drawn are the {len(shown)} of {len(everybody):,} parties that have the most ties."
            )
            parts.append(element("p", words))
        parts.append(_relations(network))
    if network.events:
        parts.append(_events(network))
    return page(*parts)


def history_page(history: History, lexicon: Lexicon) -> str:
    """Relations over time."""
    said = [history_words(history), WHY if history.intervals else ""]
    parts: list[Inside] = [element("p", " ".join(filter(None, said)))]
    view = view_of(history)
    if view is not None:
        lanes, total = lanes_of(history, lexicon)
        parts += [lanes_drawing(lanes, history, view), lanes_legend(lanes, view)]
        if len(lanes) < total:
            words = f"Drawn are the {len(lanes)} of {total:,} lanes that begin first."
            parts.append(element("p", words))
        parts.append(_intervals(history))
    return page(*parts)


def profile_page(profile: Profile) -> str:
    """All that reports say of one actor, section by section."""
    parts: list[Inside] = [element("p", f"{profile_words(profile)} {WHY if profile.lines else ''}")]
    if profile.names:
        parts.append(element("p", f"Also known as {', '.join(profile.names)}."))
    parts.append(element("p", element("code", profile.actor.id)))
    if profile.lineage:
        rows = (_stage(one, profile) for one in profile.lineage)
        headings = ("When", "Name", "Report", "Evidence")
        parts.append(grid("Names in time", headings, rows, total=len(profile.lineage)))
    return page(*parts, *_sections(profile))


def _relations(network: Network) -> Element:
    headings = (
        "Source",
        "Relation",
        "Target",
        "Since",
        "Until",
        "Reports",
        "Independent",
        "Notes",
        "Evidence",
    )
    named = names(network)
    rows = (_relation(one, named) for one in network.relations)
    return grid("Relations", headings, rows, total=len(network.relations), numbers=NUMBERS)


def _relation(relation: Relation, named: dict[str, str]) -> list[Inside]:
    source, other = (named[one] for one in ends(relation))
    return [
        source,
        relation.predicate,
        other,
        time_words(relation.since, point=True),
        time_words(relation.until, point=True),
        f"{relation.reports:,}",
        f"{relation.witnesses:,}",
        ", ".join(notes(relation)),
        evidence(relation.claim_ids, relation.disputed_by),
    ]


def _events(network: Network) -> Element:
    headings = (
        "When",
        "Source",
        "Event",
        "Target",
        "Place",
        "Reports",
        "Independent",
        "Notes",
        "Evidence",
    )
    named = names(network)
    rows = (_event(one, named) for one in network.events)
    return grid("Recent events", headings, rows, total=len(network.events), numbers=NUMBERS)


def _event(event: Event, named: dict[str, str]) -> list[Inside]:
    return [
        time_words(event.when),
        named[event.source] if event.source is not None else "",
        event.predicate if event.mode is None else f"{event.predicate}/{event.mode}",
        named[event.target] if event.target is not None else "",
        event.place or "",
        f"{event.reports:,}",
        f"{event.witnesses:,}",
        "disputed" if event.disputed_by else "",
        evidence(event.claim_ids, event.disputed_by),
    ]


def _intervals(history: History) -> Element:
    headings = (
        "Since",
        "Until",
        "Source",
        "Relation",
        "Target",
        "Reports",
        "Independent",
        "Notes",
        "Evidence",
    )
    named = names(history)
    rows = (_interval(one, named) for one in history.intervals)
    return grid(
        "Relations over time", headings, rows, total=len(history.intervals), numbers=NUMBERS
    )


def _interval(interval: Interval, named: dict[str, str]) -> list[Inside]:
    relation = interval.relation
    source, other = (named[one] for one in ends(relation))
    return [
        since_words(interval),
        until_words(interval),
        source,
        relation.predicate,
        other,
        f"{relation.reports:,}",
        f"{relation.witnesses:,}",
        ", ".join(word for word in notes(relation) if word not in TOLD_BY_DATES),
        evidence(relation.claim_ids, relation.disputed_by),
    ]


def _sections(profile: Profile) -> Iterator[Element]:
    headings = ("When", "What", "Reports", "Independent", "Notes", "Report", "Evidence")
    for section, title in SECTIONS:
        if lines := profile.of(section):
            rows = map(_line, lines)
            yield grid(title, headings, rows, total=len(lines), numbers=NUMBERS)


def _line(line: Line) -> list[Inside]:
    marks = (("disputed", line.disputed), ("alleged", line.alleged))
    return [
        span_words(line, lasting=line.section == "events"),
        f"{line.what} {line.other or ''}{into_words(line.results)}",
        f"{line.reports:,}",
        f"{line.witnesses:,}",
        ", ".join(word for word, holds in marks if holds),
        report_words(line.report),
        evidence(line.claim_ids),
    ]


def _stage(stage: Stage, profile: Profile) -> list[Inside]:
    own = " (this)" if stage.actor_id == profile.actor.id else ""
    return [
        span_words(stage),
        stage.name + own,
        report_words(stage.report),
        evidence((stage.claim_id,)),
    ]
