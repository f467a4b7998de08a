"""Figures: what marks and measures sum up to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean, median

from benchmarks.quality.marks import Mark, Measure, Side


@dataclass(frozen=True, slots=True)
class Score:
    """How much is found, and how much of what was read is right.

    The two are counted apart: several readings may be right by one thing of the gold, and one by several.
    """

    gold: int
    found: int
    given: int
    right: int

    @property
    def precision(self) -> float:
        """Right of given; 0 where nothing was."""
        return _ratio(self.right, self.given)

    @property
    def recall(self) -> float:
        """Found of gold; 0 where there is none."""
        return _ratio(self.found, self.gold)

    @property
    def value(self) -> float:
        """F1, the harmonic mean of the two."""
        return _ratio(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The one by the other."""
        return _ratio(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Average:
    """Of so many numbers."""

    value: float
    median: float
    count: int


Figure = Score | Share | Average


def figures(counted: Iterable[Mark | Measure]) -> dict[str, Figure]:
    """All figures by name, sorted; of each kind (`KIND: NAME`) the mean F1 of those that the gold has as well."""
    counts: Counter[tuple[str, Side, bool]] = Counter()
    values: defaultdict[str, list[float]] = defaultdict(list)
    for one in counted:
        if isinstance(one, Measure):
            values[one.figure].append(one.value)
        else:
            counts[one.figure, one.side, one.right] += 1
    summed = dict(_summed(counts))
    averages = {name: _average(numbers) for name, numbers in values.items()}
    return dict(sorted({**summed, **averages, **_kinds(summed)}.items()))


def _summed(counts: Counter[tuple[str, Side, bool]]) -> Iterator[tuple[str, Share | Score]]:
    def both(name: str, side: Side) -> int:
        return counts[name, side, True] + counts[name, side, False]

    for name in {name for name, _, _ in counts}:
        if asked := both(name, "asked"):
            yield name, Share(counts[name, "asked", True], asked)
        else:
            gold, given = both(name, "gold"), both(name, "given")
            found, right = counts[name, "gold", True], counts[name, "given", True]
            yield name, Score(gold, found, given, right)


def _kinds(summed: Mapping[str, Share | Score]) -> dict[str, Average]:
    kinds = defaultdict(list)
    for name, figure in summed.items():
        kind, colon, _ = name.partition(": ")
        if colon and isinstance(figure, Score) and figure.gold:
            kinds[kind].append(figure.value)
    return {f"{kind}: mean F1": _average(values) for kind, values in kinds.items()}


def _average(numbers: list[float]) -> Average:
    return Average(fmean(numbers), median(numbers), len(numbers))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
