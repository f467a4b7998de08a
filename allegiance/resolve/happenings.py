"""Which deeds are of one event: those that agree enough, and never two of which something rules it out.

Pairs are tried by how much they agree, the surest first, so neither the order in which reports came nor a chain of loose
likenesses decides. Only deeds that share parties, a neighbourhood or a day, as the rules ask for, are ever compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import islice, product
from math import cos, floor, radians
from typing import TypeAlias

from allegiance.lexicon.sameness import Sameness
from allegiance.resolve.deeds import Deed, Finding, Spot, compare, is_same, span_of

KM_PER_DEGREE = 111.2
# Nearer to a pole a degree of longitude is no measure; nobody reports from there.
_LEAST_COSINE = 0.1
Pair: TypeAlias = "tuple[Deed, Deed, Finding]"
# The first and the last day on which a deed may have been, its id, and itself.
Timed: TypeAlias = "tuple[int, int, str, Deed]"


def happenings(deeds: Sequence[Deed], found: Iterable[Pair], rules: Sameness) -> list[list[Deed]]:
    """The deeds of each event by id, the events by their first deed.

    Args:
        deeds: each with an id of its own.
        found: their `pairs`.
    """
    groups = {deed.id: [deed] for deed in deeds}
    for one, other in _surest_first(found, rules):
        mine, theirs = groups[one.id], groups[other.id]
        if mine is not theirs and _may_be_one(mine, theirs, rules):
            mine.extend(theirs)
            for deed in theirs:
                groups[deed.id] = mine
    once = {id(group): sorted(group, key=lambda deed: deed.id) for group in groups.values()}
    return sorted(once.values(), key=lambda group: group[0].id)


def pairs(deeds: Iterable[Deed], rules: Sameness) -> Iterator[Pair]:
    """Every two deeds that may be of one event, once, with what agrees and differs; those with a vague time have none."""
    return _compared(_candidates([one for one in deeds if is_timed(one, rules)], rules), rules)


class Surroundings:
    """Deeds, to look up those that others may be of one event with."""

    def __init__(self, deeds: Iterable[Deed], rules: Sameness) -> None:
        self._rules = rules
        timed = [one for one in deeds if is_timed(one, rules)]
        self._alike = self._looked_up(timed, rules.sought)
        denied, told = ([one for one in timed if one.denied is no] for no in (True, False))
        # By whether they are denied.
        self._opposed = {
            True: self._looked_up(denied, rules.sought_to_deny),
            False: self._looked_up(told, rules.sought_to_deny),
        }

    def near(self, deed: Deed) -> Iterator[Deed]:
        """Those that are to be held against a deed with an exact enough time; some more than once."""
        rules = self._rules
        looked_up = ((rules.sought, self._alike), (rules.sought_to_deny, self._opposed[not deed.denied]))  # fmt: skip
        for rows, buckets in looked_up:
            for key, _ in _keyed([deed], rows, rules):
                yield from _met_by(deed, buckets.get(key, ()), rules)

    def _looked_up(
        self, deeds: Iterable[Deed], rows: Iterable[frozenset[str]]
    ) -> dict[Hashable, list[Timed]]:
        buckets = _buckets(deeds, rows, self._rules)
        return {key: _in_time(bucket, self._rules) for key, bucket in buckets.items()}


def pairs_beside(
    deeds: Iterable[Deed], others: Surroundings, rules: Sameness, *, counts: Callable[[Deed], bool]
) -> Iterator[Pair]:
    """Of each deed with each of the others that counts, as `pairs` has them of all together."""
    timed = (one for one in deeds if is_timed(one, rules))
    near = ((one, other) for one in timed for other in others.near(one) if counts(other))
    return _compared(near, rules)


def _compared(candidates: Iterable[tuple[Deed, Deed]], rules: Sameness) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for one, other in candidates:
        first, second = (one, other) if one.id < other.id else (other, one)
        if (first.id, second.id) not in seen:
            seen.add((first.id, second.id))
            found = compare(first, second, rules)
            if found is not None:
                yield first, second, found


def is_timed(deed: Deed, rules: Sameness) -> bool:
    """Is its time exact enough to be held against others?"""
    first, last = span_of(deed, rules)
    return last - first < rules.days_vague


def _surest_first(found: Iterable[Pair], rules: Sameness) -> list[tuple[Deed, Deed]]:
    same = [
        (-finding.strength, one.id, other.id, one, other)
        for one, other, finding in found
        if is_same(finding, rules)
    ]
    return [(one, other) for _, _, _, one, other in sorted(same, key=lambda row: row[:3])]


def _may_be_one(mine: list[Deed], theirs: list[Deed], rules: Sameness) -> bool:
    for one, other in product(mine, theirs):
        found = compare(one, other, rules)
        if found is None or "who" in found.differs:
            return False
    return True


def _candidates(deeds: Sequence[Deed], rules: Sameness) -> Iterator[tuple[Deed, Deed]]:
    """Every two that share all facets of a row to look up by, at times that meet; some more than once."""
    for bucket in _buckets(deeds, rules.sought, rules).values():
        yield from _meeting(bucket, rules)
    # Denials are few, and need less: only they are looked up by it.
    denied = _buckets([deed for deed in deeds if deed.denied], rules.sought_to_deny, rules)
    denials = {key: _in_time(bucket, rules) for key, bucket in denied.items()}
    others = (deed for deed in deeds if not deed.denied)
    for key, deed in _keyed(others, rules.sought_to_deny, rules):
        yield from ((deed, one) for one in _met_by(deed, denials.get(key, ()), rules))


def _buckets(
    deeds: Iterable[Deed], rows: Iterable[frozenset[str]], rules: Sameness
) -> dict[Hashable, list[Deed]]:
    found: defaultdict[Hashable, list[Deed]] = defaultdict(list)
    for key, deed in _keyed(deeds, rows, rules):
        found[key].append(deed)
    return found


def _keyed(
    deeds: Iterable[Deed], rows: Iterable[frozenset[str]], rules: Sameness
) -> Iterator[tuple[Hashable, Deed]]:
    """Deeds with every key that they have: one for each combination of parties, fields of a grid and days."""
    facets = [sorted(row) for row in rows]
    for deed in deeds:
        known: dict[str, Sequence[Hashable]] = {
            "who": [deed.who] if deed.who is not None else [],
            "whom": [deed.whom] if deed.whom is not None else [],
            "where": list(_cells(deed.where, rules)) if deed.where is not None else [],
            "when": _days(deed, rules),
        }
        for row in facets:
            several: list[Sequence[Hashable]] = [known[facet] for facet in row]
            for values in product(*several):
                yield (*row, *values), deed


def _days(deed: Deed, rules: Sameness) -> Sequence[int]:
    """The days of an exact time: only such agree."""
    first, last = span_of(deed, rules)
    return range(first, last + 1) if last - first < rules.days_exact else ()


def _cells(spot: Spot, rules: Sameness) -> Iterator[Hashable]:
    """Fields of a grid that the surroundings of a place touch: two places that are near share one."""
    if spot.latitude is None or spot.longitude is None:
        yield spot.id
        return
    reach = rules.km_apart / 2 / KM_PER_DEGREE
    wide = reach / max(_LEAST_COSINE, cos(radians(spot.latitude)))
    rows = {floor(spot.latitude - reach), floor(spot.latitude + reach)}
    columns = {floor(spot.longitude - wide), floor(spot.longitude + wide)}
    yield from sorted(product(rows, columns))


def _meeting(bucket: list[Deed], rules: Sameness) -> Iterator[tuple[Deed, Deed]]:
    """Every two of a bucket whose times meet, or nearly."""
    open_: list[tuple[int, Deed]] = []
    for first, last, _, deed in _in_time(bucket, rules):
        open_ = [(end, one) for end, one in open_ if end + rules.days_apart >= first]
        yield from ((one, deed) for _, one in open_)
        open_.append((last, deed))


def _met_by(deed: Deed, bucket: Sequence[Timed], rules: Sameness) -> Iterator[Deed]:
    """Those of a bucket whose times meet that of a deed, or nearly."""
    first, last = span_of(deed, rules)
    # Whatever begins earlier is over too early: all have a time that is exact enough.
    start = bisect_left(bucket, first - rules.days_apart - rules.days_vague, key=_first)
    for begins, ends, _, one in islice(bucket, start, None):
        if begins > last + rules.days_apart:
            return
        if ends + rules.days_apart >= first:
            yield one


def _in_time(bucket: Iterable[Deed], rules: Sameness) -> list[Timed]:
    """Deeds by the first day on which they may have been."""
    return sorted(((*span_of(deed, rules), deed.id, deed) for deed in bucket), key=_first_and_id)


def _first_and_id(row: Timed) -> tuple[int, str]:
    return (row[0], row[2])


def _first(row: Timed) -> int:
    return row[0]
