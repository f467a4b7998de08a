"""Make a row of ours of a row of theirs, as the mapping says, or say why it cannot be made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from allegiance.lexicon._actor_rows import as_matched
from allegiance.lexicon.actors import COLUMNS
from allegiance.lexicon.importing.countries import Countries
from allegiance.lexicon.importing.given import Given
from allegiance.lexicon.importing.mapping import KINDS, ActorMapping
from allegiance.lexicon.importing.names import FORMULA, Namer, bare, plain
from allegiance.lexicon.spelling import Spelling
from allegiance.records.canonical import digest

_NO_KEBAB = re.compile(r"[^a-z0-9]+")
_DAY_OR_MONTH = re.compile(r"%[djU]"), re.compile(r"%[mbB]")


class DraftName(NamedTuple):
    """A name that means the actor on some days alone; `start` and `end` as our rows have them, one of them may be empty."""

    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of ours in the making.

    Attributes:
        line: of theirs.
        names: the main name first.
        cells: the columns of ours that hold one value, or several between "|"; without the aliases.
        notes: what was left out of it, and why.
        dated: further names.
    """

    line: int
    names: tuple[str, ...]
    cells: Mapping[str, str]
    notes: tuple[str, ...]
    dated: tuple[DraftName, ...] = ()

    @property
    def id(self) -> str:
        """The id that it will have."""
        return self.cells["id"]

    def row(self) -> dict[str, str]:
        """All its cells."""
        aliases = "|".join(self.names[1:])
        return {column: self.cells.get(column, "") for column in COLUMNS} | {"aliases": aliases}


class Drafter:
    """Makes the rows of one list.

    Args:
        known: ids of actors that are known already; a body may be one of them.
    """

    def __init__(
        self,
        mapping: ActorMapping,
        countries: Countries,
        spelling: Spelling,
        known: frozenset[str],
    ) -> None:
        self._mapping = mapping
        self._countries = countries
        self._namer = Namer(mapping, countries, spelling)
        self._known = known

    def id_of(self, given: Given) -> str:
        """The id of a row: theirs behind the prefix of the list, else its name."""
        return self._as_id(self._first(given, "id") or self._first(given, "name") or "")

    def draft(self, given: Given) -> Draft:
        """The row.

        Raises:
            ValueError: a cell cannot be understood; says which, and what would be right.
        """
        names, found = self._namer.names(self._all(given, "name"), self._all(given, "aliases"))
        notes: list[str] = []
        kept = tuple(self._namer.sound(names, notes))
        cells = {
            "id": self.id_of(given),
            "name": kept[0],
            "kind": self._kind(given),
            "adjectives": "|".join(self._words(given, "adjectives")),
            "metonyms": "|".join(self._words(given, "metonyms")),
            "country": "|".join(dict.fromkeys(self._countries_of(given, found))),
            "start": self._day(given, "start", found, notes),
            "end": self._day(given, "end", found, notes),
            "body": self._body(given),
            "office": next(self._words(given, "office"), ""),
            "source": self._source(given),
        }
        dated = tuple(self._dated(given, kept, notes))
        return Draft(given.line, kept, cells, tuple(notes), dated)

    def _as_id(self, own: str) -> str:
        ascii_ = "".join(c for c in unicodedata.normalize("NFKD", _tail(own)) if c.isascii())
        parts = (self._mapping.prefix, _NO_KEBAB.sub("-", ascii_.lower()).strip("-"))
        if not parts[1]:
            return digest(self._mapping.prefix or "actor", own)
        return "-".join(filter(None, parts))

    def _all(self, given: Given, ours: str) -> tuple[str, ...]:
        columns = self._mapping.columns.get(ours, ())
        values = (value for column in columns for value in given.cells.get(column, ()))
        return tuple(dict.fromkeys(values))

    def _first(self, given: Given, ours: str) -> str | None:
        return next(iter(self._all(given, ours)), None)

    def _kind(self, given: Given) -> str:
        mapping = self._mapping
        rule = next((one for one in mapping.kind_rules if one.fits(given.cells)), None)
        if rule is not None:
            return rule.says
        written = self._all(given, "kind")
        if not written and mapping.otherwise is not None:
            return mapping.otherwise
        said = [kind for theirs, kind in mapping.kinds.items() if theirs in written]
        said.extend(one for one in written if one in KINDS)
        if not said:
            wanted = f"take one of {', '.join(KINDS)}, or say in the mapping what it is"
            if not written:
                raise ValueError(f"no kind, and no rule of the mapping fits; {wanted}")
            raise ValueError(f"kind {' and '.join(map(repr, written))}; {wanted}")
        return said[0]

    def _words(self, given: Given, ours: str) -> Iterator[str]:
        for word in map(plain, self._all(given, ours)):
            if word.startswith(FORMULA) or "|" in word:
                raise ValueError(f"{ours} {word!r}; write words, without signs before or in them")
            yield word

    def _countries_of(self, given: Given, found: Mapping[str, str]) -> Iterator[str]:
        more = (found["country"],) if "country" in found else ()
        for written in (*self._all(given, "country"), *more):
            code = self._countries.code(written)
            if code is None:
                raise ValueError(
                    f"country {written!r}; give an ISO 3166-1 code, or say in [countries] which it is"
                )
            yield code

    def _day(self, given: Given, ours: str, found: Mapping[str, str], notes: list[str]) -> str:
        """A day, month or year; empty where there are two that differ, as no row is better than another."""
        written = self._all(given, ours) or ((found[ours],) if ours in found else ())
        days = tuple(dict.fromkeys(self._as_day(ours, one) for one in written))
        if len(days) > 1:
            notes.append(f"{ours} is {' and '.join(days)}; left empty")
        return days[0] if len(days) == 1 else ""

    def _as_day(self, ours: str, written: str) -> str:
        """`2013`, `2013-04` or `2013-04-08`, as exact as the format that it is written in."""
        for wanted in self._mapping.dates:
            try:
                day = datetime.strptime(written, wanted).date()
            except ValueError:
                continue
            if self._mapping.january_first_is_a_year and (day.month, day.day) == (1, 1):
                return day.isoformat()[:4]
            by_day, by_month = (bool(one.search(wanted)) for one in _DAY_OR_MONTH)
            return day.isoformat()[: 10 if by_day else 7 if by_month else 4]
        wanted = " or ".join(self._mapping.dates)
        raise ValueError(f"{ours} {written!r} is no day; wanted {wanted}")

    def _dated(self, given: Given, names: Collection[str], notes: list[str]) -> Iterator[DraftName]:
        """Names with days of their own, none that it has on all days."""
        have = {as_matched(name) for name in names}
        for columns in self._mapping.dated:
            written = [bare(name) for name in given.cells.get(columns.name, ())]
            starts = self._days_beside(given, "start", columns.start, len(written))
            ends = self._days_beside(given, "end", columns.end, len(written))
            for one in map(DraftName, written, starts, ends):
                problem = self._namer.problem(one.name)
                if not one.start and not one.end:
                    problem = "has no days"
                elif as_matched(one.name) in have:
                    problem = "is a name of it on all days"
                if problem is None:
                    yield one
                else:
                    notes.append(f"name {one.name!r} {problem}; left out")

    def _days_beside(self, given: Given, ours: str, column: str | None, count: int) -> list[str]:
        """A day for each of so many names, all empty where the row gives none.

        Raises:
            ValueError: there are more or fewer.
        """
        written = given.cells.get(column, ()) if column is not None else ()
        if written and len(written) != count:
            raise ValueError(
                f"{len(written)} in {column} for {count} names; give each name its day, or none"
            )
        return [self._as_day(ours, one) for one in written] or [""] * count

    def _body(self, given: Given) -> str:
        own = self._first(given, "body") or ""
        return own if not own or own in self._known else self._as_id(own)

    def _source(self, given: Given) -> str:
        own = self._first(given, "source")
        if own is not None:
            return plain(own)
        tail = _tail(self._first(given, "id") or "")
        return self._mapping.source.replace("{id}", quote(tail, safe=""))


def with_names(draft: Draft, names: tuple[str, ...], *notes: str) -> Draft:
    """The draft with other names, the main one first, and further notes."""
    return replace(draft, names=names, notes=(*draft.notes, *notes))


def _tail(own: str) -> str:
    """An id; of an address its last part."""
    return own.rstrip("/").rpartition("/")[2] if "://" in own else own
