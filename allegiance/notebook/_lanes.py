"""A history as lanes: one a relation, its stretches as bars that are no more exact than what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from xml.etree.ElementTree import Element

from allegiance.lexicon.lexicon import Lexicon
from allegiance.notebook._ink import FONT, INKS, shortened
from allegiance.notebook._markup import element
from allegiance.notebook._pieces import (
    How,
    View,
    began_before,
    goes_on,
    moment,
    pieces,
)
from allegiance.notebook._scale import Scale
from allegiance.notebook._words import stretch_words
from allegiance.notebook.graphs import sign_of
from allegiance.records.history import History, Interval
from allegiance.records.network import Relation
from allegiance.records.when import When
from allegiance.wording import count, other_name, safe

# More do not fit a screen or two.
SHOWN_LANES = 60
WIDTH, GUTTER, EDGE = 960.0, 340.0, 16.0
# Of a label, and of each name where it has two.
LETTERS, OF_A_NAME = 46, 20
LANE, BAR, AXIS = 20.0, 10.0, 22.0
# No day is too short to see.
LEAST = 2.0


class Lane(NamedTuple):
    """The stretches of one relation, or of what is alleged of it."""

    label: str
    sign: int
    alleged: bool
    intervals: tuple[Interval, ...]


def lanes_of(history: History, lexicon: Lexicon) -> tuple[tuple[Lane, ...], int]:
    """Those that begin first, as many as are drawn; and how many there are."""
    groups: defaultdict[tuple[str, bool], list[Interval]] = defaultdict(list)
    for one in history.intervals:
        groups[one.relation.id, one.relation.alleged].append(one)
    first = islice(groups.values(), SHOWN_LANES)
    return tuple(_lane(group, history, lexicon) for group in first), len(groups)


def lanes_drawing(lanes: Sequence[Lane], history: History, view: View) -> Element:
    """Who points at a bar reads what it is and what says so."""
    height = AXIS + LANE * len(lanes) + 4
    scale = Scale(view, GUTTER, WIDTH - EDGE)
    rows = [_row(lane, AXIS + LANE * number, scale, history) for number, lane in enumerate(lanes)]
    return element(
        "svg",
        *_axis(scale, height),
        *rows,
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width=WIDTH,
        height=height,
        role="img",
        aria_label=f"{count(len(lanes), 'lane')} over time; the table below says the same",
    )


def bar(how: How, left: float, right: float, middle: float, *, hollow: bool) -> Element:
    """A stretch of days: full where it held, pale where it may have begun or ended, a line where nobody tells of it."""
    wide = max(right - left, LEAST)
    if how == "quiet":
        return element("line", x1=left, x2=left + wide, y1=middle, y2=middle, stroke_width=2.0)
    fills: dict[How, str] = {"sure": "1", "unsure": "0.25"}
    return element(
        "rect",
        x=left,
        y=middle - BAR / 2,
        width=wide,
        height=BAR,
        fill_opacity="0" if hollow else fills[how],
        stroke_dasharray="2 2" if how == "unsure" else None,
    )


def lozenge(left: float | None, right: float, middle: float, *, hollow: bool) -> Element:
    """A moment somewhere between two days; pointing backward where nobody says after which day."""
    high = BAR / 2 + 1
    if left is None:
        corners = [(right - 9, middle), (right, middle - high), (right, middle + high)]
    else:
        half = max((right - left) / 2, high - 1)
        centre = (left + right) / 2
        corners = [
            (centre - half, middle),
            (centre, middle - high),
            (centre + half, middle),
            (centre, middle + high),
        ]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return element("polygon", points=points, fill_opacity="0" if hollow else "1")


def chevron(tip: float, middle: float, away: int) -> Element:
    """It goes on beyond: `away` is 1 to the right, -1 to the left."""
    back = tip - 4 * away
    points = f"{back:.1f},{middle - 4:.1f} {tip:.1f},{middle:.1f} {back:.1f},{middle + 4:.1f}"
    return element("polyline", points=points, fill="none", stroke_width=1.5)


def _lane(intervals: list[Interval], history: History, lexicon: Lexicon) -> Lane:
    relation = intervals[0].relation
    marks = (
        ("alleged", relation.alleged),
        ("disputed", any(one.relation.disputed for one in intervals)),
    )
    words = "".join(f" ({word})" for word, holds in marks if holds)
    label = _label(relation, history, lexicon) + words
    return Lane(
        label, sign_of(relation.predicate, lexicon.signs), relation.alleged, tuple(intervals)
    )


def _label(relation: Relation, history: History, lexicon: Lexicon) -> str:
    """What is said of whom; in the history of one actor, what it is to the other."""
    source, other = history.actor(relation.source).name, other_name(relation, history)
    kind = lexicon.ontology.relation(relation.predicate)
    if history.about in relation.results and history.about not in (
        relation.source,
        relation.target,
    ):
        return f"{kind.formed} {source} and {other}"
    if history.about == relation.source:
        return f"{kind.forward} {other}"
    if history.about is not None:
        return f"{kind.backward} {source}"
    source, other = (shortened(safe(name), OF_A_NAME) for name in (source, other))
    return f"{relation.predicate}: {source} > {other}"


def _axis(scale: Scale, height: float) -> Iterator[Element]:
    for day, words in scale.marks():
        x = scale.x(day)
        yield element(
            "line", x1=x, x2=x, y1=AXIS - 4, y2=height, stroke="currentColor", opacity="0.2"
        )
        yield element("text", words, x=x, y=12.0, text_anchor="middle", **_PRINT)


def _row(lane: Lane, top: float, scale: Scale, history: History) -> Element:
    middle = top + LANE / 2
    words = shortened(safe(lane.label), LETTERS)
    ink = INKS[lane.sign].colour
    label = element(
        "text",
        element("title", lane.label),
        words,
        x=GUTTER - 14,
        y=middle + 4,
        text_anchor="end",
        **_PRINT,
    )
    bars = [_shape(one, middle, scale, history, hollow=lane.alleged) for one in lane.intervals]
    return element("g", label, element("g", *bars, stroke=ink, fill=ink))


def _shape(
    interval: Interval, middle: float, scale: Scale, history: History, *, hollow: bool
) -> Element:
    title = element("title", stretch_words(interval, history))
    when = moment(interval)
    if when is not None:
        return element("g", title, *_moment(when, interval, middle, scale, hollow=hollow))
    cuts = list(pieces(interval, scale.view))
    shapes = [
        bar(one.how, scale.x(one.first), scale.x(one.end), middle, hollow=hollow) for one in cuts
    ]
    if cuts and began_before(interval, scale.view):
        shapes.append(chevron(scale.x(cuts[0].first) - 8, middle, -1))
    if cuts and goes_on(interval, scale.view):
        shapes.append(chevron(scale.x(cuts[-1].end) + 8, middle, 1))
    return element("g", title, *shapes)


def _moment(
    when: When, interval: Interval, middle: float, scale: Scale, *, hollow: bool
) -> Iterator[Element]:
    """What is only said to have been is hollow: its end is all that is known."""
    assert when.end is not None
    left = scale.x(when.start) if when.start is not None else None
    yield lozenge(left, scale.x(when.end), middle, hollow=hollow or not interval.happening)


_PRINT = {"fill": "currentColor", "style": FONT}
