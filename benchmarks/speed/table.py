"""Timings as a table and as a picture of how they grow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from math import ceil, log10
from pathlib import Path

from benchmarks.speed.asking import Timing

# Seconds that a question may take over a million claims, cold and warm.
WANTED = {
    "network of a day": (1.5, 0.3),
    "profile, most told": (None, 0.2),
    "profile, little told": (None, 0.2),
    "search": (None, 0.2),
    "changes of a year": (None, 1.0),
}
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 400, 56, 16, 190, 36
# Okabe and Ito's colours, told apart by whoever sees them, and four of Tol's.
INKS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#56b4e9",
    "#e69f00",
    "#000000",
    "#7f7f7f",
    "#332288",
    "#882255",
    "#999933",
    "#661100",
)
FASTEST = 0.001


def lines(told: Iterable[Timing]) -> list[str]:
    """One row a question, in Markdown."""
    rows = [
        f"| {one.question} | {one.cold:.3f} | {one.warm:.3f} | {_wanted(one)} |" for one in told
    ]
    return ["| question | cold, s | warm, s | wanted |", "|---|---|---|---|", *rows]


def write(path: Path, claims: int, told: Sequence[Timing]) -> None:
    """Keep the figures beside those of other questions, and of stores of other sizes."""
    there = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    new = {one.question: [round(one.cold, 4), round(one.warm, 4)] for one in told}
    there[str(claims)] = there.get(str(claims), {}) | new
    path.write_text(json.dumps(there, indent=1) + "\n", encoding="utf-8")


def plot(path: Path) -> str:
    """Warm seconds against claims, both logarithmic; dashed, what grows as n log n."""
    there = json.loads(path.read_text(encoding="utf-8"))
    sizes = sorted(map(int, there))
    series = {
        name: [(size, there[str(size)][name][1]) for size in sizes if name in there[str(size)]]
        for name in there[str(sizes[0])]
    }
    slowest = max(seconds for points in series.values() for _, seconds in points)
    paper = _Paper(sizes[0], sizes[-1], 10 ** ceil(log10(slowest)))
    drawn = [paper.axes(sizes)]
    for number, (name, points) in enumerate(series.items()):
        drawn.append(paper.line(points, INKS[number % len(INKS)], name, number))
    first = min(points[0][1] for points in series.values())
    ideal = [(n, first * n * log10(n) / (sizes[0] * log10(sizes[0]))) for n in sizes]
    drawn.append(paper.line(ideal, "#999999", "n log n", len(series), dashed=True))
    return paper.sheet(drawn)


def _wanted(told: Timing) -> str:
    cold, warm = WANTED.get(told.question, (None, None))
    words = [f"{cold} cold" if cold else "", f"{warm} warm" if warm else ""]
    return ", ".join(filter(None, words))


class _Paper:
    def __init__(self, least: int, most: int, slowest: float) -> None:
        self._x = (log10(least), log10(most))
        self._y = (log10(FASTEST), log10(slowest))

    def axes(self, sizes: Sequence[int]) -> str:
        """Lines at powers of ten, with what they stand for."""
        drawn = []
        for power in range(round(self._y[0]), round(self._y[1]) + 1):
            y = self._at(sizes[0], 10**power)[1]
            drawn.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
            drawn.append(
                f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{10**power:g} s</text>'
            )
        for size in sizes:
            x = self._at(size, FASTEST)[0]
            drawn.append(
                f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
            )
        return "".join(drawn)

    def line(
        self,
        points: Sequence[tuple[int, float]],
        ink: str,
        name: str,
        number: int,
        *,
        dashed: bool = False,
    ) -> str:
        """A series with its name beside the picture."""
        path = "L".join("{:.1f} {:.1f}".format(*self._at(*one)) for one in points)
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        y = TOP + 16 + 20 * number
        x = WIDTH - RIGHT + 12
        return (
            f'<path d="M{path}" fill="none" stroke="{ink}" stroke-width="2"{dash}/>'
            f'<path d="M{x} {y - 4}h18" stroke="{ink}" stroke-width="2"{dash}/><text x="{x + 24}" y="{y}">{name}</text>'
        )

    def sheet(self, drawn: Iterable[str]) -> str:
        """The whole picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
            f'<title>Warm seconds by number of claims</title><rect width="100%" height="100%" fill="#fff"/>{"".join(drawn)}</svg>\n'
        )

    def _at(self, claims: int, seconds: float) -> tuple[float, float]:
        (left, right), (low, high) = self._x, self._y
        x = (log10(claims) - left) / ((right - left) or 1)
        y = (log10(max(seconds, FASTEST)) - low) / (high - low)
        return LEFT + x * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)
