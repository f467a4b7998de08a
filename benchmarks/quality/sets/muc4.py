"""muc4: what was done, by whom, to whom, where and when, and how many died; of a whole article, without offsets.

Incidents are the events `assault`, and `coerce` where persons are abducted, unless denied. What they say is pooled over the
article, and so are its templates. Names that are alternatives are one thing. Optional templates and fillers are never
missed, and what meets only such counts neither way.

- `relevance`: is an incident told? Articles with optional templates alone are left out.
- `class`, `class: NAME`: attack, bombing, kidnapping, arson; by the mode of the event, else a kidnapping where the toll counts
  abducted, else an attack. Robbery and forced stoppage of work are not asked for.
- `perpetrator`: organisations; sources that are neither persons nor populations. Right where the words of one name are all
  among those of the other.
- `target`: persons; targets. Right as above, or where the head words are equal.
- `country`, `place`: of the event or in its part `place`. A place is found by the narrowest name of its chain, and right by any.
- `date`: a time inside the gold one, or one of at most 31 days that holds it. A date "no later than" is never missed, and a
  time that begins in the year before it counts neither way.
- `killed`: a count that holds the gold number and is at most tenfold wide; without an upper bound, at least half of it. Where
  gold says "several", any count will do, and none is missed.

Rules of the task leave out fights between soldiers and guerrillas and old incidents, so precision is understated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from operator import eq

# Any: a template, or a filler, as the gold has it.
from typing import Any

from benchmarks.quality.case import Case
from benchmarks.quality.marks import Mark, given, sought
from benchmarks.quality.names import akin, plain, plain_all, within
from benchmarks.quality.period import Period, period_of
from benchmarks.quality.reading import Claim, Count, Place, Reading

_CLASSES = ("attack", "bombing", "kidnapping", "arson")
_MODES = {
    "kidnapping": re.compile(r"kidnap|abduct|hostage", re.I),
    "bombing": re.compile(r"bomb|explos|blast|\bmine|suicide|grenade", re.I),
    "arson": re.compile(r"arson|incendiar|burn", re.I),
}
_NO_ORGANISATIONS = frozenset({"person", "population"})
_COUNTRY_KINDS = frozenset({"country", "state"})
_LONGEST_DAYS = 31
_ONE_YEAR = timedelta(days=366)
_TENFOLD = 10


@dataclass(frozen=True, slots=True)
class Filler:
    """One thing of the gold.

    Attributes:
        values: by any one of which it is found.
        optional: it is never missed.
        wider: values by which it is not found, though they are right.
    """

    values: tuple[Any, ...]
    optional: bool
    wider: tuple[Any, ...] = ()


Agrees = Callable[[Any, Any], bool]


def score(case: Case) -> Iterator[Mark]:
    """What counts in one article."""
    reading, templates = case.reading, case.gold["events"]
    claims = [claim for claim in reading.claims_of("event") if _is_incident(claim)]
    yield from _relevance(templates, claims)
    yield from _classes(templates, claims)
    yield from _parties(reading, templates, claims)
    yield from _scene(reading, templates, claims)
    times = dict.fromkeys(claim.when for claim in claims if claim.when)
    yield from _filled("date", _gold_dates(templates), times, _is_then)
    counts = dict.fromkeys(claim.toll["killed"] for claim in claims if "killed" in claim.toll)
    yield from _filled("killed", _gold_dead(templates), counts, _is_so_many)


def _is_incident(claim: Claim) -> bool:
    kidnaps = claim.predicate == "coerce" and _class(claim) == "kidnapping"
    return claim.stance != "denied" and (claim.predicate == "assault" or kidnaps)


def _class(claim: Claim) -> str:
    for name, words in _MODES.items():
        if words.search(claim.mode):
            return name
    return "kidnapping" if "abducted" in claim.toll else "attack"


def _relevance(templates: list[Any], claims: list[Claim]) -> Iterator[Mark]:
    firm = not all(template["optional"] for template in templates)
    if firm:
        yield sought("relevance", claims, "no incident found")
    if claims and (firm or not templates):
        yield given("relevance", firm, "incident", claims[0].evidence[0])


def _classes(templates: list[Any], claims: list[Claim]) -> Iterator[Mark]:
    read = sorted({_class(claim) for claim in claims})
    classes = (Filler(tuple(sorted(one["classes"])), one["optional"]) for one in templates)
    gold = _distinct(classes, lambda filler: [filler.values])
    yield from _filled("class", gold, read, eq)
    for name in _CLASSES:
        # One of two alternatives is not missed where the other is read.
        mine = [
            replace(one, optional=one.optional or (name not in read and _any(one, read)))
            for one in gold
            if name in one.values
        ]
        own = [name] if name in read else []
        yield from _filled(f"class: {name}", mine, own, eq)


def _any(filler: Filler, read: list[str]) -> bool:
    return not set(filler.values).isdisjoint(read)


def _parties(reading: Reading, templates: list[Any], claims: list[Claim]) -> Iterator[Mark]:
    def is_one_of(name: str, names: list[str]) -> bool:
        return any(within(name, own) for own in names)

    def is_akin_to_one_of(name: str, names: list[str]) -> bool:
        return any(akin(name, own) for own in names)

    sources, targets = (_gold_parties(templates, slot) for slot in ("perpetrators", "targets"))
    yield from _filled("perpetrator", sources, _called(reading, claims, "source"), is_one_of)
    yield from _filled("target", targets, _called(reading, claims, "target"), is_akin_to_one_of)


def _gold_parties(templates: list[Any], slot: str) -> list[Filler]:
    parties = (
        Filler(tuple(one["names"]), one["optional"] or template["optional"])
        for template in templates
        for one in template[slot]
    )
    return _distinct(parties, lambda filler: plain_all(filler.values))


def _called(reading: Reading, claims: list[Claim], part: str) -> list[list[str]]:
    """The names of each actor in a part, those of the wrong kind left out."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for role in claim.parts(part):
            names = list(reading.names(role))
            actor = reading.actors.get(role.actor or "")
            if part == "source" and actor and actor.kind in _NO_ORGANISATIONS:
                continue
            if names:
                found.setdefault(role.actor or plain(names[0]), []).extend(names)
    return list(found.values())


def _scene(reading: Reading, templates: list[Any], claims: list[Claim]) -> Iterator[Mark]:
    places = [place for claim in claims for place in reading.scene(claim)]
    read = sorted({place.country for place in places if place.country})
    countries = (
        Filler((code,), template["optional"])
        for template in templates
        for code in template["countries"]
    )
    yield from _filled("country", _distinct(countries), read, eq)
    chains = (
        Filler((plain(chain[-1]),), template["optional"], tuple(map(plain, chain[:-1])))
        for template in templates
        for chain in template["places"]
    )
    names = _place_names(reading, places)
    yield from _filled("place", _distinct(chains), names, lambda one, own: one in own)


def _place_names(reading: Reading, places: list[Place]) -> list[frozenset[str]]:
    """The names of each distinct place that is no country."""
    found: dict[str, frozenset[str]] = {}
    for place in places:
        if place.kind not in _COUNTRY_KINDS:
            words = place.span.of(reading.text)
            found.setdefault(plain(words), plain_all([words, place.name]))
    return list(found.values())


def _gold_dates(templates: list[Any]) -> list[Filler]:
    """Of alternatives, the first is asked for."""
    return _distinct(
        Filler(((period_of(one), one["by"]),), template["optional"] or one["by"] or index > 0)
        for template in templates
        for index, one in enumerate(template["dates"])
    )


def _is_then(gold: tuple[Period, bool], when: Period) -> bool:
    period, no_later = gold
    if no_later:
        return _begins_in_the_year_before(when, period)
    return period.holds(when) or (when.holds(period) and when.days <= _LONGEST_DAYS)


def _begins_in_the_year_before(when: Period, period: Period) -> bool:
    """Or in the period itself."""
    if when.start is None or period.start is None or period.end is None:
        return False
    return period.start - _ONE_YEAR <= when.start < period.end


def _gold_dead(templates: list[Any]) -> list[Filler]:
    dead = [(one["killed"], one["optional"]) for one in templates if one["killed"]]
    return _distinct(
        Filler((Count(*count),), optional or count[1] is None) for count, optional in dead
    )


def _is_so_many(gold: Count, read: Count) -> bool:
    if gold.high is None:
        return read.low >= 1
    if read.high is None:
        return gold.low / 2 <= read.low <= gold.high
    meets = read.low <= gold.high and gold.low <= read.high
    return meets and read.high <= _TENFOLD * max(read.low, 1)


def _distinct(
    fillers: Iterable[Filler], key: Callable[[Filler], Iterable[Any]] = lambda one: one.values
) -> list[Filler]:
    """Those that share a key, by default a value, are one; it is optional if all are."""
    kept: list[Filler] = []
    for filler in fillers:
        for i, other in enumerate(kept):
            if not set(key(other)).isdisjoint(key(filler)):
                kept[i] = _joined(other, filler)
                break
        else:
            kept.append(filler)
    return kept


def _joined(one: Filler, other: Filler) -> Filler:
    values = tuple(dict.fromkeys(one.values + other.values))
    wider = tuple(dict.fromkeys(one.wider + other.wider))
    return Filler(values, one.optional and other.optional, wider)


def _filled(figure: str, gold: list[Filler], read: Iterable[Any], agrees: Agrees) -> Iterator[Mark]:
    """Found and right, many to many."""
    read = list(read)
    for filler in gold:
        if not filler.optional:
            found = any(agrees(value, one) for value in filler.values for one in read)
            yield sought(figure, found, f"{figure}: {_words(filler.values)}")
    for one in read:
        fits = [
            filler.optional
            for filler in gold
            if any(agrees(value, one) for value in filler.values + filler.wider)
        ]
        if not fits or not all(fits):
            yield given(figure, fits, f"{figure}: {_words(one)}")


def _words(value: object) -> str:
    return (
        " / ".join(map(str, value)) if isinstance(value, tuple | list | frozenset) else str(value)
    )
