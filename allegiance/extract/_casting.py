"""Gather the sightings of an article into its referents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from allegiance.extract._sighting import Sighting
from allegiance.lexicon.actors import KnownActor
from allegiance.records.mention import ActorKind, Mention, Referent
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc


@dataclass(slots=True)
class _Group:
    """Sightings of one actor."""

    known: KnownActor | None
    sightings: list[Sighting] = field(default_factory=list)


def cast(doc: Doc, sightings: list[Sighting], published: date | None) -> tuple[Referent, ...]:
    """The referents, in order of first mention."""
    groups = _grouped(sightings, published)
    drafts = [_referent(doc, group) for group in groups]
    return numbered(drafts)


def numbered(referents: Iterable[Referent]) -> tuple[Referent, ...]:
    """Sorted by first mention, with ids `a1`, `a2`, ..."""
    ordered = sorted(referents, key=lambda one: (one.mentions[0], one.name))
    return tuple(
        Referent(f"a{number}", one.name, one.kind, one.knowledge_id, one.mentions)
        for number, one in enumerate(ordered, start=1)
    )


def _grouped(sightings: list[Sighting], published: date | None) -> list[_Group]:
    countries = _countries(sightings)
    by_key: dict[object, _Group] = {}
    group_of: dict[int, _Group] = {}
    full_names = _full_names(sightings)
    for sighting in sightings:
        if sighting.tie is not None:
            continue
        known = _chosen(sighting.known, countries, published)
        key = _key(sighting, known, full_names)
        group = by_key.setdefault(key, _Group(known))
        group.sightings.append(sighting)
        group_of[id(sighting)] = group
    for sighting in sightings:
        if sighting.tie is not None:
            group_of[id(sighting.tie)].sightings.append(sighting)
    return list(by_key.values())


def _key(
    sighting: Sighting, known: KnownActor | None, full_names: dict[str, tuple[str, ...]]
) -> object:
    if known is not None:
        return known.id
    if sighting.label is not None:
        return sighting.label
    if not sighting.keys:
        return id(sighting)
    if len(sighting.keys) == 1 and sighting.keys[0] in full_names:
        return full_names[sighting.keys[0]]
    return sighting.keys


def _full_names(sightings: list[Sighting]) -> dict[str, tuple[str, ...]]:
    """Surname to full name, where one person alone bears it."""
    bearers: dict[str, set[tuple[str, ...]]] = {}
    for sighting in sightings:
        if sighting.kind == "person" and len(sighting.keys) > 1:
            bearers.setdefault(sighting.keys[-1], set()).add(sighting.keys)
    return {surname: min(names) for surname, names in bearers.items() if len(names) == 1}


def _countries(sightings: list[Sighting]) -> frozenset[str]:
    """Where the article plays, as far as sure names tell."""
    return frozenset(
        country
        for sighting in sightings
        if len(sighting.known) == 1
        for country in sighting.known[0].country
    )


def _chosen(
    candidates: tuple[KnownActor, ...], countries: frozenset[str], published: date | None
) -> KnownActor | None:
    """The one that fits the article; None where several do, for a wrong merger is worse than a gap."""
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    fitting = [one for one in candidates if countries.intersection(one.country)] or candidates
    if len(fitting) > 1 and published is not None:
        fitting = [one for one in fitting if _active(one, published)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _active(actor: KnownActor, day: date) -> bool:
    return (actor.start is None or actor.start <= day) and (actor.end is None or day < actor.end)


def _referent(doc: Doc, group: _Group) -> Referent:
    mentions = sorted(set(_mentions(doc, group.sightings)))
    names = [one for one in group.sightings if one.form == "name"] or group.sightings
    longest = max(names, key=lambda one: (len(one.keys), -one.start))
    if group.known is not None:
        name, kind, row = group.known.name, group.known.kind, group.known.id
    else:
        name, kind, row = _bare(longest.text(doc)), _kind(group.sightings), None
    return Referent("a0", name, kind, row, tuple(mentions))


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else name


def _kind(sightings: list[Sighting]) -> ActorKind:
    """A person where any sighting is one; else what the first says."""
    kinds = [sighting.kind for sighting in sightings]
    return "person" if "person" in kinds else kinds[0]


def _mentions(doc: Doc, sightings: Iterable[Sighting]) -> Iterator[Mention]:
    for sighting in sightings:
        first, last = doc[sighting.start], doc[sighting.end - 1]
        yield Mention(Span(first.idx, last.idx + len(last)), sighting.form, sighting.rule)
