"""A small map as a signed graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from allegiance.export._relations import names
from allegiance.lexicon.lexicon import Lexicon
from allegiance.notebook._ink import FONT, INKS, PALE, shortened, width
from allegiance.notebook._layout import positions
from allegiance.notebook._markup import element
from allegiance.notebook._strokes import Stroke, parties, strokes
from allegiance.notebook._words import relation_words
from allegiance.records.network import Network
from allegiance.wording import count, safe

WIDTH, HEIGHT, MARGIN = 860.0, 520.0, 60.0
DOT = 6.0
LETTERS = 26
# What a name is high.
LINE = 14.0
# Friends close together, enemies apart.
LENGTHS = {1: 1.0, 0: 1.3, -1: 2.0}
# Between two lines of the same two parties.
APART = 6.0


class Box(NamedTuple):
    """A stretch of the drawing that a name takes."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: Box) -> float:
        """How much of it another takes, too, in square pixels."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


def drawing(network: Network, lexicon: Lexicon) -> Element:
    """The busiest parties with their ties; who points at one reads what it is and what says so."""
    shown = parties(network)
    lines = strokes(network, shown, lexicon)
    spots = _spots(shown, lines)
    named = names(network)
    places = {place.id for place in network.places}
    heads = [_dot(one, spots[one], named[one], square=one in places) for one in shown]
    return element(
        "svg",
        *_lines(lines, spots, network),
        *heads,
        *_names(shown, spots, named, lines),
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        width=WIDTH,
        height=HEIGHT,
        role="img",
        aria_label=f"{count(len(shown), 'party', 'parties')} and their ties; the table below says the same",
    )


def _spots(shown: Sequence[str], lines: Sequence[Stroke]) -> dict[str, complex]:
    """Points that fill the drawing."""
    closest: dict[tuple[str, str], float] = {}
    for line in lines:
        pair = line.one, line.other
        closest[pair] = min(LENGTHS[line.sign], closest.get(pair, LENGTHS[-1]))
    found = positions(shown, closest)
    return {
        one: complex(
            _fitted(point.real, [p.real for p in found.values()], WIDTH),
            _fitted(point.imag, [p.imag for p in found.values()], HEIGHT),
        )
        for one, point in found.items()
    }


def _fitted(value: float, among: Sequence[float], room: float) -> float:
    low, high = min(among), max(among)
    # Less is one line, or one point: in the middle.
    if high - low < 1e-6:
        return room / 2
    return MARGIN + (value - low) / (high - low) * (room - 2 * MARGIN)


def _lines(
    lines: Sequence[Stroke], spots: Mapping[str, complex], network: Network
) -> Iterator[Element]:
    for _, several in groupby(lines, key=lambda line: (line.one, line.other)):
        beside = list(several)
        for number, line in enumerate(beside):
            aside = (number - (len(beside) - 1) / 2) * APART
            yield _line(line, spots[line.one], spots[line.other], aside, network)


def _line(line: Stroke, start: complex, end: complex, aside: float, network: Network) -> Element:
    along = (end - start) / (abs(end - start) or 1)
    shift = along * 1j * aside
    start, end = start + along * DOT + shift, end - along * DOT + shift
    ink = INKS[line.sign]
    heads = [_arrow(end, along)] if line.toward == line.other else []
    heads += [_arrow(start, -along)] if line.toward == line.one else []
    return element(
        "g",
        element("title", "; ".join(relation_words(one, network) for one in line.relations)),
        element(
            "line",
            x1=start.real,
            y1=start.imag,
            x2=end.real,
            y2=end.imag,
            stroke_width=2.0,
            stroke_dasharray=ink.dashes,
        ),
        *heads,
        stroke=ink.colour,
        fill=ink.colour,
        opacity=f"{PALE}" if line.pale else None,
    )


def _arrow(tip: complex, along: complex) -> Element:
    back = tip - along * 9
    corners = (tip, back + along * 4j, back - along * 4j)
    points = " ".join(f"{one.real:.1f},{one.imag:.1f}" for one in corners)
    return element("polygon", points=points, stroke="none")


def _dot(party: str, spot: complex, name: str, *, square: bool) -> Element:
    title = element("title", f"{name} ({party})")
    if square:
        corner = spot - complex(DOT, DOT)
        side = {"width": 2 * DOT, "height": 2 * DOT}
        return element("rect", title, x=corner.real, y=corner.imag, fill="currentColor", **side)
    return element("circle", title, cx=spot.real, cy=spot.imag, r=DOT, fill="currentColor")


def _names(
    shown: Sequence[str],
    spots: Mapping[str, complex],
    named: Mapping[str, str],
    lines: Sequence[Stroke],
) -> Iterator[Element]:
    """Each name beside its dot, where it hides least of dots, lines and the names before it."""
    taken = [_around(spots[one], DOT, DOT) for one in shown]
    taken += [box for line in lines for box in _along(spots[line.one], spots[line.other])]
    for one in shown:
        words = shortened(safe(named[one]), LETTERS)
        half = width(words) / 2
        choices = [_around(spots[one] + way, half, LINE / 2) for way in _ways(half)]
        near = _around(spots[one], 2 * half + 2 * DOT, LINE + 2 * DOT)
        beside = [box for box in taken if box.shared(near)]
        best = min(choices, key=lambda box: _cost(box, beside))
        taken.append(best)
        yield element(
            "text",
            words,
            x=(best.left + best.right) / 2,
            y=best.bottom - 3,
            text_anchor="middle",
            fill="currentColor",
            style=FONT,
        )


def _ways(half: float) -> tuple[complex, ...]:
    """From a dot to the middle of its name: below, above, right, left, and the corners."""
    up, side = DOT + LINE / 2 + 2, DOT + half + 4
    straight = (complex(0, up), complex(0, -up), complex(side, 0), complex(-side, 0))
    return (*straight, *(complex(x, y) for x in (side, -side) for y in (up, -up)))


def _along(start: complex, end: complex) -> Iterator[Box]:
    """A line as boxes, as many as a name cannot slip between."""
    number = int(abs(end - start) / LINE)
    for step in range(1, number):
        yield _around(start + (end - start) * step / number, LINE / 4, LINE / 4)


def _cost(box: Box, taken: Sequence[Box]) -> float:
    inside = Box(0, 0, WIDTH, HEIGHT).shared(box)
    outside = (box.right - box.left) * (box.bottom - box.top) - inside
    # A name that lines cross can be read, one that is cut off cannot.
    return sum(box.shared(other) for other in taken) + 30 * outside


def _around(middle: complex, wide: float, high: float) -> Box:
    x, y = middle.real, middle.imag
    return Box(x - wide, y - high, x + wide, y + high)
