"""What the lines and shapes of a drawing mean, each beside its meaning; only those that the drawing has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from allegiance.notebook._ink import INKS, NEITHER, PALE
from allegiance.notebook._lanes import Lane, bar, chevron, lozenge
from allegiance.notebook._markup import Inside, element
from allegiance.notebook._pieces import View, began_before, goes_on, moment, pieces
from allegiance.notebook._strokes import Stroke

WIDTH, HEIGHT, MIDDLE = 34.0, 14.0, 7.0


def strokes_legend(lines: Iterable[Stroke]) -> Element:
    """Of a map."""
    given = list(lines)
    entries: list[Inside] = []
    for sign, ink in INKS.items():
        if any(line.sign == sign for line in given):
            entries += _entry(_dash(ink.colour, ink.dashes), ink.means)
    if any(line.pale for line in given):
        entries += _entry(_dash(NEITHER, None, PALE), "pale: disputed or only alleged")
    return element("p", *entries)


def lanes_legend(lanes: Iterable[Lane], view: View) -> Element:
    """Of a history."""
    given = list(lanes)
    entries: list[Inside] = []
    for sign, ink in INKS.items():
        if any(lane.sign == sign for lane in given):
            entries += _entry(
                _sample(bar("sure", 2, 32, MIDDLE, hollow=False), ink.colour), ink.means
            )
    has = set(_shapes(given, view))
    for name, shape, means in _SHAPES:
        if name in has:
            entries += _entry(_sample(shape, NEITHER), means)
    return element("p", *entries)


def _shapes(lanes: Iterable[Lane], view: View) -> Iterator[str]:
    for lane in lanes:
        if lane.alleged:
            yield "alleged"
        for interval in lane.intervals:
            when = moment(interval)
            if when is not None:
                yield "happening" if interval.happening else "once"
                yield "by" if when.start is None else ""
            yield from (piece.how for piece in pieces(interval, view))
            yield "before" if began_before(interval, view) else ""
            yield "on" if goes_on(interval, view) else ""


def _entry(sample: Element, means: str) -> list[Inside]:
    # Together on a line, with room behind.
    return [element("span", sample, f" {means}", style="white-space: nowrap; margin-right: 1.5em")]


def _dash(colour: str, dashes: str | None, opacity: float = 1.0) -> Element:
    line = element(
        "line", x1=2, x2=32, y1=MIDDLE, y2=MIDDLE, stroke_width=2, stroke_dasharray=dashes
    )
    return _sample(line, colour, opacity)


def _sample(shape: Element, colour: str, opacity: float = 1.0) -> Element:
    return element(
        "svg",
        shape,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        width=WIDTH,
        height=HEIGHT,
        stroke=colour,
        fill=colour,
        opacity=f"{opacity}",
        aria_hidden="true",
    )


_SHAPES = (
    (
        "unsure",
        bar("unsure", 2, 32, MIDDLE, hollow=False),
        "it may have held: it began or ended on one of these days",
    ),
    ("quiet", bar("quiet", 2, 32, MIDDLE, hollow=False), "no report tells of it any more"),
    ("before", chevron(14, MIDDLE, -1), "earlier, too, or nobody says since when"),
    ("on", chevron(20, MIDDLE, 1), "goes on"),
    ("happening", lozenge(2, 32, MIDDLE, hollow=False), "happened on one of these days"),
    ("by", lozenge(None, 20, MIDDLE, hollow=False), "by this day"),
    ("once", lozenge(2, 32, MIDDLE, hollow=True), "was so once, and over by then"),
    ("alleged", bar("sure", 2, 32, MIDDLE, hollow=True), "only alleged"),
)
