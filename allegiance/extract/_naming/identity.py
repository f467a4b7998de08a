"""Which names of an article are one actor: spellings, surnames, short forms and acronyms."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from allegiance.extract._naming.days import Days
from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.actors import KnownActor

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc

Identity: TypeAlias = "str | int | tuple[str, ...]"

_PASSED_IN_ACRONYMS = frozenset("of the and for in de la y del to".split())
_LONGEST_ACRONYM = 8
# A son is not his father.
_SUFFIXES = frozenset(("jr", "sr", "junior", "ii", "iii", "iv"))


class Identities:
    """Decides for every sighting of an article which actor it is, by the whole article's names."""

    def __init__(self, doc: Doc, sightings: list[Sighting], days: Days) -> None:
        self._doc = doc
        self._days = days
        self._countries = _countries(sightings)
        self._same: dict[Identity, Identity] = {}
        names = [one for one in sightings if one.keys and one.tie is None]
        self._unbind_surnames(names)
        self._first = {one.keys: one for one in reversed(names)}
        for name in names:
            if name.also is not None:
                self._unite(name, name.also)
        self._bind_brackets(names)
        self._bind_persons(names)
        self._bind_bodies(names)

    def of(self, sighting: Sighting) -> Identity:
        """What all sightings of one actor share."""
        while sighting.tie is not None:
            sighting = sighting.tie
        identity = self._own(sighting)
        while identity in self._same:
            identity = self._same[identity]
        return identity

    def known(self, sighting: Sighting) -> KnownActor | None:
        """The row that fits the article; None where several do: a wrong merger is worse than a gap."""
        candidates: list[KnownActor] = list(sighting.known)
        if len(candidates) > 1:
            at_home = [one for one in candidates if self._countries.intersection(one.country)]
            candidates = at_home or candidates
        stretch = self._days.of(self._doc[sighting.head]) if len(candidates) > 1 else None
        if stretch is not None:
            active = [one for one in candidates if one.is_active(*stretch)]
            candidates = active or candidates
        return candidates[0] if len(candidates) == 1 else None

    def _own(self, sighting: Sighting) -> Identity:
        known = self.known(sighting)
        if known is not None:
            return known.id
        return sighting.label or sighting.keys or id(sighting)

    def _unite(self, one: Sighting, other: Sighting) -> None:
        """Make two names one actor, unless the knowledge base tells them apart."""
        first, second = self.of(one), self.of(other)
        if first == second or (self.known(one) and self.known(other)):
            return
        if self.known(one) is not None:
            first, second = second, first
        self._same[first] = second

    def _unbind_surnames(self, names: list[Sighting]) -> None:
        """ "Sahrawi swore allegiance": where a person of that surname was named before, it is no people's name."""
        surnames: set[str] = set()
        for name in names:
            if name.kind == "person" and len(name.keys) > 1:
                surnames.add(name.keys[-1])
            elif name.keys[-1] in surnames and self._is_bare_adjective(name):
                name.known, name.kind = (), "person"

    def _is_bare_adjective(self, name: Sighting) -> bool:
        """An adjective of a state with no noun behind it."""
        if not name.rule.startswith("actors.adjective.") or not name.known:
            return False
        if name.end == len(self._doc):
            return True
        last, behind = self._doc[name.end - 1], self._doc[name.end]
        if behind.pos_ == "NOUN" or (behind.pos_ == "PROPN" and behind.text[:1].isupper()):
            return False
        # "Sahrawi swore": of a verb behind what it takes for a name the model may make an adjective or a name in small letters.
        named = last.pos_ == "PROPN" and last.ent_type_ != "NORP"
        return named or behind.pos_ not in ("ADJ", "PROPN")

    def _bind_brackets(self, names: list[Sighting]) -> None:
        """ "Popular Front (PF)" makes PF its name, whatever its letters."""
        for full, short in itertools.pairwise(names):
            if full.kind == "person" or len(short.keys) != 1 or short.start != full.end + 1:
                continue
            text = short.text(self._doc)
            if self._doc[full.end].text in ("(", "[") and text.isupper():
                self._unite(short, full)

    def _bind_persons(self, names: list[Sighting]) -> None:
        full = [one for one in names if one.kind == "person" and len(one.keys) > 1]
        self._bind_longer_names(full)
        self._bind_surnames_of_several_words(full, [*full, *filter(_may_be_person, names)])
        last, first = self._bearers(full, slice(-1, None)), self._bearers(full, slice(0, 1))
        middle = self._bearers(full, slice(1, -1))
        for short in names:
            if len(short.keys) != 1 or short.label is not None or not _may_be_person(short):
                continue
            name = short.keys[0]
            bearers = last.get(name) or middle.get(name) or {}
            if not bearers and short.kind == "person":
                bearers = first.get(name, {})
            if len(bearers) == 1:
                self._unite(short, next(iter(bearers.values())))

    def _bearers(self, full: list[Sighting], part: slice) -> dict[str, dict[Identity, Sighting]]:
        """By a part of the name (surnames, first names): the persons who bear it."""
        bearers: dict[str, dict[Identity, Sighting]] = {}
        for one in full:
            for key in one.keys[part]:
                bearers.setdefault(key, {}).setdefault(self.of(one), one)
        return bearers

    def _bind_longer_names(self, full: list[Sighting]) -> None:
        """ "Ana Maria Lund" and "Ana Lund" are one where no other Ana Lund is about."""
        by_first: dict[str, dict[Identity, Sighting]] = {}
        for one in full:
            by_first.setdefault(one.keys[0], {}).setdefault(one.keys, one)
        for namesakes in by_first.values():
            ordered = sorted(namesakes.values(), key=lambda one: (len(one.keys), one.start))
            for at, short in enumerate(ordered):
                longer = [one for one in ordered[at + 1 :] if _runs_through(short.keys, one.keys)]
                if len({self.of(one) for one in longer}) == 1:
                    self._unite(short, longer[0])

    def _bind_surnames_of_several_words(
        self, full: list[Sighting], shorter: list[Sighting]
    ) -> None:
        """ "De Soto" is Alvaro de Soto, "Kyaw Soe" is Mahn Kyaw Soe, though the model may take it for a body."""
        for short in shorter:
            if len(short.keys) < 2:
                continue
            longer = {
                self.of(one): one
                for one in full
                if len(one.keys) > len(short.keys) and one.keys[-len(short.keys) :] == short.keys
            }
            if len(longer) == 1:
                self._unite(short, next(iter(longer.values())))

    def _bind_bodies(self, names: list[Sighting]) -> None:
        full = [one for one in names if one.kind != "person" and len(one.keys) > 1]
        by_initials: dict[str, dict[Identity, Sighting]] = {}
        by_part: dict[str, dict[Identity, Sighting]] = {}
        by_middle: dict[str, dict[Identity, Sighting]] = {}
        for one in full:
            for initials in _initials(one.keys):
                by_initials.setdefault(initials, {}).setdefault(self.of(one), one)
            for part in {one.keys[0], one.keys[-1], _head_of(one.keys)}:
                by_part.setdefault(part, {}).setdefault(self.of(one), one)
            for part in one.keys[1:-1]:
                by_middle.setdefault(part, {}).setdefault(self.of(one), one)
        self._bind_ends(full)
        for short in names:
            if len(short.keys) != 1 or short.known or short.label or short.kind == "person":
                continue
            text = short.text(self._doc).replace(".", "")
            if text.isupper() and len(text) <= _LONGEST_ACRONYM:
                bearers = by_initials.get(short.keys[0], {})
            else:
                # "Artuqi" is the Said al-Artuqi Movement where no body has it in front or behind.
                bearers = by_part.get(short.keys[0]) or by_middle.get(short.keys[0], {})
            if len(bearers) == 1 and not self._beside(short, *bearers.values()):
                self._unite(short, next(iter(bearers.values())))

    def _beside(self, short: Sighting, full: Sighting) -> bool:
        """ "The Owls and the Foxes merged to form the *Foxes Front*": no sentence shortens a name before it gives it."""
        first = self._first[short.keys]
        return first.start < full.start and self._sentence(first) == self._sentence(full)

    def _sentence(self, sighting: Sighting) -> int:
        return self._doc[sighting.head].sent.start

    def _bind_ends(self, full: list[Sighting]) -> None:
        """ "Workers' Column" is the Reed Workers' Column that was named before it."""
        for short in full:
            longer = {
                self.of(one): one
                for one in full
                if len(one.keys) > len(short.keys) and one.keys[-len(short.keys) :] == short.keys
            }
            if len(longer) == 1 and not short.known:
                one = next(iter(longer.values()))
                if one.start < short.start:
                    self._unite(short, one)


def _head_of(keys: tuple[str, ...]) -> str:
    """The word that says what a body is: "movement" in "movement of the coast"."""
    return keys[keys.index("of") - 1] if "of" in keys[1:] else keys[-1]


def _may_be_person(short: Sighting) -> bool:
    """The model often takes a bare surname for a body; the knowledge base is believed."""
    if short.known:
        return all(row.kind == "person" for row in short.known)
    return short.kind in ("person", "organisation")


def _runs_through(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Are all words of the short name in the long one, in this order?"""
    rest = iter(long)
    return len(short) > 1 and long[-1] not in _SUFFIXES and all(word in rest for word in short)


def _initials(keys: tuple[str, ...]) -> Iterator[str]:
    """Acronyms that a name may have: with and without its small words."""
    yield "".join(key[0] for key in keys)
    yield "".join(key[0] for key in keys if key not in _PASSED_IN_ACRONYMS)


def _countries(sightings: list[Sighting]) -> frozenset[str]:
    """Where the article plays, as far as sure names tell."""
    return frozenset(
        country
        for sighting in sightings
        if len(sighting.known) == 1
        for country in sighting.known[0].country
    )
