"""Gather the sightings of an article into its referents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from allegiance.extract._naming.days import Days
from allegiance.extract._naming.identity import Identities, Identity
from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.actors import KnownActor
from allegiance.records.mention import ActorKind, Mention, Referent
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc


_MANY = re.compile(r"(?:(?:tens|dozens|scores|hundreds|thousands) of )+(?=\w)", re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """Sightings of one actor."""

    known: KnownActor | None = None
    sightings: list[Sighting] = field(default_factory=list)


def cast(doc: Doc, sightings: list[Sighting], days: Days) -> tuple[Referent, ...]:
    """The referents, in order of first mention."""
    identities = Identities(doc, sightings, days)
    groups: dict[Identity, _Group] = {}
    for sighting in sightings:
        group = groups.setdefault(identities.of(sighting), _Group())
        group.sightings.append(sighting)
        group.known = group.known or identities.known(sighting)
    return numbered(_referent(doc, group) for group in groups.values())


def numbered(referents: Iterable[Referent]) -> tuple[Referent, ...]:
    """Sorted by first mention, with ids `a1`, `a2`, ..."""
    ordered = sorted(referents, key=lambda one: (one.mentions[0], one.name))
    return tuple(
        Referent(f"a{number}", one.name, one.kind, one.knowledge_id, one.mentions)
        for number, one in enumerate(ordered, start=1)
    )


def _referent(doc: Doc, group: _Group) -> Referent:
    mentions = tuple(sorted(set(_mentions(doc, group.sightings))))
    if group.known is not None:
        return Referent("a0", group.known.name, group.known.kind, group.known.id, mentions)
    names = [one for one in group.sightings if one.form == "name"] or group.sightings
    # "Jund al-Nahr, the "Soldiers of the River"," is called by what it is first called.
    longest = max(names, key=lambda one: (one.also is None, len(one.keys), -one.start))
    name = longest.title or _bare(longest.text(doc))
    return Referent("a0", name, _kind(group.sightings), None, mentions)


def _bare(name: str) -> str:
    """Without an article or a great number ("dozens of rebels"), and in one line."""
    line = " ".join(name.split())
    first, _, rest = line.partition(" ")
    line = rest if rest and first.lower() in ("the", "a", "an") else line
    return _MANY.sub("", line)


def _kind(sightings: list[Sighting]) -> ActorKind:
    """A person where any name is one; else what the first name says, but for the model's bare "organisation"."""
    kinds = [one.kind for one in sightings if one.keys] or [
        one.kind for one in sightings if one.form == "name"
    ]
    kinds = kinds or [one.kind for one in sightings]
    if "person" in kinds:
        return "person"
    telling = [one.kind for one in sightings if one.kind not in ("organisation", "person")]
    return telling[0] if kinds[0] == "organisation" and telling else kinds[0]


def _mentions(doc: Doc, sightings: Iterable[Sighting]) -> Iterator[Mention]:
    for sighting in sightings:
        first, last = doc[sighting.start], doc[sighting.end - 1]
        yield Mention(Span(first.idx, last.idx + len(last)), sighting.form, sighting.rule)
