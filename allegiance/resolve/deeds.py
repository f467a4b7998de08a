"""Hold two claims of something done against each other, facet by facet: may they be of one event?"""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple, TypeAlias, get_args

from allegiance.lexicon.sameness import Facet, Sameness

Answer = Literal["agrees", "silent", "differs", "rules out"]
Count: TypeAlias = "tuple[str, int, int | None]"
BEST_FIRST: tuple[Answer, ...] = get_args(Answer)
EARTH_RADIUS_KM = 6371.0


class Spot(NamedTuple):
    """A place as far as two have to be compared.

    Attributes:
        latitude, longitude: degrees WGS 84; None where unknown.
        radius_km: how wide it is; None where unknown.
    """

    id: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None


class Deed(NamedTuple):
    """What a claim says was done; what is None it does not say.

    Attributes:
        id: its own, and no other's; decides where all else is equal.
        type: PLOVER's, with its mode where there is one.
        who, whom: actors.
        first, last: the days, as ordinals, between which it was; None: open.
        out: the day, as an ordinal, on which the report was out.
        denied: the claim says that it was not done.
        tolls: kind of harm, at least, and at most; None where there is no upper bound.
    """

    id: str
    type: str
    who: str | None
    whom: str | None
    where: Spot | None
    first: int | None
    last: int | None
    out: int
    tolls: tuple[Count, ...]
    denied: bool = False


class Finding(NamedTuple):
    """What holding two deeds against each other gave.

    Attributes:
        agrees: facets that do.
        differs: facets that differ, yet may be of one event told wrongly.
        denial: one says that it was done, the other that it was not.
    """

    agrees: frozenset[Facet]
    differs: frozenset[Facet]
    denial: bool

    @property
    def strength(self) -> int:
        """The more, the likelier they are of one event."""
        return len(self.agrees) - len(self.differs)


def compare(one: Deed, other: Deed, rules: Sameness) -> Finding | None:
    """What agrees and what differs; None where something rules out that they are of one event."""
    if not rules.same_type(one.type, other.type):
        return None
    agrees, differs = set(), set()
    for facet, answer in _answers(one, other, rules):
        if answer == "rules out":
            return None
        if answer == "agrees":
            agrees.add(facet)
        elif answer == "differs":
            differs.add(facet)
    return Finding(frozenset(agrees), frozenset(differs), one.denied != other.denied)


def is_same(found: Finding, rules: Sameness) -> bool:
    """Does what agrees suffice, in spite of what differs? Who did it must not."""
    return "who" not in found.differs and _suffices(found, rules)


def is_contested(found: Finding, rules: Sameness) -> bool:
    """Is it one event, and only who did it told in two ways?"""
    return found.differs == {"who"} and _suffices(found, rules)


def span_of(deed: Deed, rules: Sameness) -> tuple[int, int]:
    """The first and the last day on which it may have been; without a time, the days before its report."""
    if deed.first is None and deed.last is None:
        return deed.out - rules.days_reported, deed.out
    first = deed.first if deed.first is not None else deed.last or 0
    last = deed.last if deed.last is not None else max(deed.out, first)
    if deed.first is None:
        # "By Monday": nobody says since when it may have been; more than `days_vague` before.
        first = last - rules.days_vague - 1
    return first, last


def distance_km(one: Spot, other: Spot) -> float | None:
    """Along the surface (haversine); None where a place has no coordinates."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return None
    a, b = radians(one.latitude or 0), radians(other.latitude or 0)
    turned = radians((one.longitude or 0) - (other.longitude or 0))
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(turned / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def _suffices(found: Finding, rules: Sameness) -> bool:
    if len(found.differs) > 1:
        return False
    rows = rules.enough + rules.enough_to_deny if found.denial else rules.enough
    for facet in found.differs:
        rows = rules.despite.get(facet, ())
    return any(found.agrees >= row for row in rows)


def _answers(one: Deed, other: Deed, rules: Sameness) -> Iterator[tuple[Facet, Answer]]:
    """The cheapest first: most pairs end there."""
    yield "whom", _party(one.whom, other.whom, "rules out")
    yield "who", _party(one.who, other.who, "differs")
    yield "when", _when(one, other, rules)
    yield "where", _where(one.where, other.where, rules)
    yield "toll", _toll(one.tolls, other.tolls, rules)


def _party(one: str | None, other: str | None, otherwise: Answer) -> Answer:
    if one is None or other is None:
        return "silent"
    return "agrees" if one == other else otherwise


def _when(one: Deed, other: Deed, rules: Sameness) -> Answer:
    spans = span_of(one, rules), span_of(other, rules)
    gap = max(spans[0][0], spans[1][0]) - min(spans[0][1], spans[1][1])
    if gap > rules.days_apart:
        return "rules out"
    exact = all(last - first < rules.days_exact for first, last in spans)
    if gap > 0:
        return "differs" if exact else "rules out"
    return "agrees" if exact else "silent"


def _where(one: Spot | None, other: Spot | None, rules: Sameness) -> Answer:
    if one is None or other is None:
        return "silent"
    wide = max(one.radius_km or 0.0, other.radius_km or 0.0) > rules.km_exact
    if one.id == other.id:
        return "silent" if wide else "agrees"
    apart = distance_km(one, other)
    if apart is None:
        return "silent"
    if not wide and apart <= rules.km_apart:
        return "agrees"
    reach = rules.km_apart + (one.radius_km or 0.0) + (other.radius_km or 0.0)
    return "silent" if apart <= reach else "rules out"


def _toll(one: tuple[Count, ...], other: tuple[Count, ...], rules: Sameness) -> Answer:
    """By each kind of harm that both count, the pair of numbers that fits best; the worst of the kinds decides."""
    answers: list[Answer] = []
    for kind in {count[0] for count in one} & {count[0] for count in other}:
        mine = [count for count in one if count[0] == kind]
        theirs = [count for count in other if count[0] == kind]
        answers.append(
            min((_count(a, b, rules) for a in mine for b in theirs), key=BEST_FIRST.index)
        )
    worst: Answer = max(answers, key=BEST_FIRST.index, default="silent")
    return "agrees" if worst == "silent" and "agrees" in answers else worst


def _count(one: Count, other: Count, rules: Sameness) -> Answer:
    lesser, greater = sorted((one, other), key=lambda count: count[1])
    _, low, high = lesser
    if high is None or greater[1] <= high:
        # "At least one" meets any number, and tells nothing.
        return "agrees" if greater[1] <= rules.toll_factor * low else "silent"
    near = greater[1] <= rules.toll_factor * high or greater[1] - high <= rules.toll_slack
    return "differs" if near else "rules out"
